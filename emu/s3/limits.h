// The numbers of S3.
// Sources: Amazon S3 User Guide, "General purpose bucket naming rules", "Working with object
// metadata", "Categorizing your objects using tags", "General purpose bucket quotas, limitations,
// and restrictions", "Amazon S3 multipart upload limits"; API Reference, "ListObjectsV2",
// "DeleteObjects", "Tiering".
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu::s3 {

inline constexpr std::size_t kBucketNameLengthMin = 3;
inline constexpr std::size_t kBucketNameLengthMax = 63;
inline constexpr std::size_t kBucketsMax = 10'000;  // of an account
inline constexpr std::size_t kKeyBytesMax = 1024;
inline constexpr std::size_t kDeleteMarkerBytesMax = 2048;  // with its key, as it is kept
inline constexpr std::uint64_t kPutBytesMax = 5ULL * 1024 * 1024 * 1024;
inline constexpr std::size_t kMetadataBytesMax = 2048;  // of names and values together
inline constexpr std::size_t kListMax = 1000;           // keys and prefixes of a page
inline constexpr std::size_t kListBucketsMax = 10'000;
inline constexpr std::size_t kDeleteMax = 1000;
inline constexpr std::int32_t kPartNumberMax = 10'000;
inline constexpr std::uint64_t kPartBytesMin = 5ULL * 1024 * 1024;  // but of the last part
inline constexpr std::size_t kObjectTagsMax = 10;
inline constexpr std::size_t kBucketTagsMax = 50;
inline constexpr std::size_t kTagKeyLengthMax = 128;
inline constexpr std::size_t kTagValueLengthMax = 256;
inline constexpr std::size_t kGrantsMax = 100;  // of an access control list
inline constexpr std::size_t kCanonicalIdLength = 64;
inline constexpr std::size_t kPolicyBytesMax = std::size_t{20} * 1024;
// Of XML and JSON in requests; AWS tells none. Thousand keys of the greatest length fit.
inline constexpr std::size_t kDocumentBytesMax = std::size_t{4} * 1024 * 1024;
inline constexpr std::size_t kCorsDocumentBytesMax = std::size_t{64} * 1024;
inline constexpr std::size_t kCorsRulesMax = 100;
inline constexpr std::size_t kCorsRuleIdLengthMax = 255;
inline constexpr std::size_t kRoutingRulesMax = 50;
inline constexpr std::size_t kCustomerKeyBytes = 32;
inline constexpr std::int32_t kLockDaysMax = 36'500;  // of a default retention
inline constexpr std::int32_t kLockYearsMax = 100;
inline constexpr std::size_t kConfigurationsMax = 1000;  // of a kind and bucket
inline constexpr std::size_t kConfigurationsPage = 100;
inline constexpr std::size_t kConfigurationIdLengthMax = 64;
inline constexpr std::int32_t kArchiveAccessDaysMin = 90;
inline constexpr std::int32_t kDeepArchiveAccessDaysMin = 180;
inline constexpr std::int32_t kArchiveAccessDaysMax = 730;
inline constexpr std::size_t kNotificationsMax = 100;  // parts of a configuration
inline constexpr std::size_t kUndeliveredEventsMax = 100'000;
inline constexpr int kDeliveryAttemptsMax = 5;
inline constexpr std::chrono::seconds kDeliveryRetryWait{1};  // twice as long each time
inline constexpr std::size_t kLifecycleStep = 1000;           // keys that are looked at in one go
inline constexpr std::size_t kLifecycleRulesMax = 1000;
inline constexpr std::int32_t kNewerVersionsMax = 100;  // that a rule may keep
inline constexpr std::int32_t kInfrequentDaysMin = 30;  // before STANDARD_IA and ONEZONE_IA
inline constexpr std::uint64_t kTransitionBytesMin = std::uint64_t{128} * 1024;  // by default
inline constexpr std::size_t kReplicationRulesMax = 1000;
inline constexpr std::size_t kRuleIdLengthMax = 255;  // of lifecycles and replications

}  // namespace emu::s3
