// The numbers of Amazon SES.
// Source: Amazon SES Developer Guide, "Service quotas in Amazon SES", unless another one is named.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu::ses {

inline constexpr std::size_t kAddressMax = 320;
inline constexpr std::size_t kDomainMax = 255;
inline constexpr std::size_t kIdentitiesMax = 10'000;
inline constexpr std::size_t kTemplatesMax = 20'000;
inline constexpr std::size_t kTemplateBytesMax = std::size_t{500} * 1024;
inline constexpr std::size_t kConfigurationSetsMax = 10'000;
inline constexpr std::size_t kDestinationsMax = 10;  // of a configuration set
inline constexpr std::size_t kMetricDimensionsMax = 10;
// The addresses of a suppression list, for which AWS has no bound.
inline constexpr std::size_t kSuppressedMax = 1'000'000;
// Amazon SES API v2 Reference, "CreateContactList": one list; 20 topics. Contacts have no bound.
inline constexpr std::size_t kContactListsMax = 1;
inline constexpr std::size_t kContactTopicsMax = 20;
inline constexpr std::size_t kContactsMax = 1'000'000;
// What waits for topics.
inline constexpr std::size_t kUnpublishedMax = 10'000;
// Amazon SES Developer Guide, "Contents of event data that Amazon SES publishes to Amazon SNS".
inline constexpr std::size_t kEventHeadersMax = std::size_t{10} * 1024;

// Messages
inline constexpr std::size_t kRecipientsMax = 50;
inline constexpr std::size_t kMessageBytesMaxV1 = std::size_t{10} * 1024 * 1024;
inline constexpr std::size_t kMessageBytesMaxV2 = std::size_t{40} * 1024 * 1024;
inline constexpr std::size_t kBulkEntriesMax = 50;
// What a rendered template may come to: a loop over data can be longer than both.
inline constexpr std::size_t kRenderedBytesMax = kMessageBytesMaxV1;
// Loops within loops over much data would not end. One call may render 150 texts.
inline constexpr std::size_t kRenderStepsMax = 100'000;
// Amazon SES API Reference, "MessageTag".
inline constexpr std::size_t kTagBytesMax = 256;
inline constexpr std::size_t kMessageTagsMax = 50;

// An account with production access begins with the first of these, one in the sandbox has the
// others. Amazon SES Developer Guide, "Request production access (Moving out of the Amazon SES
// sandbox)".
inline constexpr double kDailyQuota = 50'000;
inline constexpr double kSendRate = 14;
inline constexpr double kSandboxDailyQuota = 200;
inline constexpr double kSandboxSendRate = 1;
inline constexpr std::chrono::hours kQuotaWindow{24};
// Amazon SES API Reference, "GetSendStatistics": two weeks, in intervals of 15 minutes.
inline constexpr std::chrono::hours kStatisticsKept{14 * 24};
inline constexpr std::chrono::minutes kStatisticsInterval{15};

// Amazon SES API Reference, "PutIdentityPolicy", "GetIdentityPolicies".
inline constexpr std::size_t kPolicyBytesMax = std::size_t{4} * 1024;
inline constexpr std::size_t kPoliciesMax = 20;
inline constexpr std::size_t kPolicyNameMax = 64;

// Tags of resources: Amazon SES API v2 Reference, "Tag".
inline constexpr std::size_t kTagsMax = 50;
inline constexpr std::size_t kTagKeyMax = 128;
inline constexpr std::size_t kTagValueMax = 256;

// Names of templates and configuration sets.
inline constexpr std::size_t kNameMax = 64;

// What identities are named at most by a refusal.
inline constexpr std::size_t kFailedIdentitiesNamed = 10;

// Lists.
// Amazon SES API Reference, "ListIdentities", "ListTemplates", "ListConfigurationSets".
inline constexpr std::size_t kIdentitiesPageMax = 1'000;
inline constexpr std::size_t kTemplatesPage = 10;
inline constexpr std::size_t kTemplatesPageMax = 100;
inline constexpr std::size_t kPageMax = 1'000;

}  // namespace emu::ses
