// The numbers of SNS.
// Sources: Amazon Simple Notification Service endpoints and quotas (AWS General Reference); Amazon
// SNS API Reference, the page of each operation; Amazon SNS Developer Guide, "Message delivery
// retries", "Filter policy constraints", "Message deduplication for FIFO topics".
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu::sns {

// Topics
inline constexpr std::size_t kTopicNameMax = 256;
inline constexpr std::size_t kTopicsMax = 100'000;
inline constexpr std::size_t kFifoTopicsMax = 1'000;
inline constexpr std::size_t kTagsMax = 50;
inline constexpr std::size_t kPageSize = 100;
inline constexpr std::size_t kDisplayNameMax = 100;
inline constexpr std::size_t kPolicyMax = 30'720;
inline constexpr std::size_t kPermissionLabelMax = 80;
inline constexpr std::size_t kPermissionStatementsMax = 100;

// Attributes whose length AWS does not document, such as ARNs of roles.
inline constexpr std::size_t kAttributeMax = 2'048;

// Subscriptions
inline constexpr std::size_t kSubscriptionsMax = 12'500'000;  // of a topic
inline constexpr std::size_t kFifoSubscriptionsMax = 100;
inline constexpr std::size_t kFilterPoliciesOfTopicMax = 200;
inline constexpr std::size_t kFilterPoliciesMax = 10'000;  // of an account and region
inline constexpr std::size_t kFilterPolicyBytesMax = 262'144;
inline constexpr std::size_t kFilterKeysMax = 5;
inline constexpr std::size_t kFilterCombinationsMax = 150;
inline constexpr double kFilterNumberMax = 1e9;
inline constexpr int kFilterWildcardsMax = 3;
inline constexpr std::size_t kEndpointMax = 2'048;
inline constexpr std::chrono::hours kConfirmationValid{48};
inline constexpr std::size_t kEndedSubscriptionsMax = 1'000;  // ours: that can be taken up again

// Messages
inline constexpr std::size_t kMessageBytesMax = 262'144;
inline constexpr std::size_t kSubjectMax = 100;
inline constexpr std::size_t kBatchEntriesMax = 10;
inline constexpr std::size_t kBatchEntryIdMax = 80;
inline constexpr std::size_t kFifoIdMax = 128;
inline constexpr std::size_t kMessageAttributeNameMax = 256;
inline constexpr std::chrono::minutes kDeduplicationInterval{5};
// More of them keep a queue from taking a message raw.
inline constexpr std::size_t kRawAttributesMax = 10;

// Devices. AWS has no bounds; these are ours.
inline constexpr std::size_t kApplicationsMax = 1'000;
inline constexpr std::size_t kDevicesMax = 100'000;  // of an application
inline constexpr std::size_t kApplicationNameMax = 256;
inline constexpr std::size_t kDeviceTokenMax = 4'096;
inline constexpr std::size_t kCredentialMax = 16'384;
inline constexpr std::size_t kCustomUserDataMax = 2'048;

// Text messages
inline constexpr std::size_t kSandboxNumbersMax = 10;
inline constexpr std::size_t kPasswordDigits = 6;

// Deliveries
inline constexpr std::int64_t kRetryDelayMax = 3'600;
inline constexpr std::int64_t kRetriesMax = 100;
inline constexpr std::size_t kDeliveriesAtOnceMax = 10;  // of a subscription
inline constexpr std::size_t kDeliverersMax = 100;       // of all
// What waits to be delivered; more is dropped.
inline constexpr std::size_t kUndeliveredMax = 100'000;
inline constexpr std::size_t kUndeliveredBytesMax = std::size_t{64} << 20;

}  // namespace emu::sns
