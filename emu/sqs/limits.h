// The numbers of SQS.
// Sources: Amazon SQS Developer Guide, "Quotas related to queues", "Quotas related to messages",
// "Quotas related to policies" and "How Amazon SQS fair queues work"; Amazon SQS API Reference, the
// page of each operation.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace emu::sqs {

// Queues
inline constexpr std::size_t kQueueNameMax = 80;
inline constexpr std::chrono::seconds kQueueNameReusedAfter{60};
inline constexpr std::chrono::seconds kPurgeInterval{60};
inline constexpr std::int64_t kListResultsMax = 1000;
inline constexpr std::size_t kTagsMax = 50;
inline constexpr std::size_t kTagKeyMax = 128;
inline constexpr std::size_t kTagValueMax = 256;

// Attributes of queues
inline constexpr std::int64_t kDelayMax = 900;
inline constexpr std::int64_t kMessageBytesMin = 1024;
inline constexpr std::int64_t kMessageBytesMax = 1'048'576;
inline constexpr std::int64_t kRetentionMin = 60;
inline constexpr std::int64_t kRetentionMax = 1'209'600;
inline constexpr std::int64_t kRetentionDefault = 345'600;
inline constexpr std::int64_t kWaitMax = 20;
inline constexpr std::int64_t kVisibilityMax = 43'200;
inline constexpr std::int64_t kVisibilityDefault = 30;
inline constexpr std::int64_t kKmsReuseMin = 60;
inline constexpr std::int64_t kKmsReuseMax = 86'400;
inline constexpr std::int64_t kKmsReuseDefault = 300;
inline constexpr std::int64_t kReceiveCountMin = 1;
inline constexpr std::int64_t kReceiveCountMax = 1000;
inline constexpr std::size_t kRedriveSourcesMax = 10;

// Messages
inline constexpr std::size_t kBatchEntriesMax = 10;
inline constexpr std::size_t kBatchEntryIdMax = 80;
inline constexpr std::size_t kBatchBytesMax = 1'048'576;
inline constexpr std::int64_t kReceivedMessagesMax = 10;
inline constexpr std::int64_t kInFlightMax = 120'000;
// Among so many messages a FIFO queue looks for groups that are free.
inline constexpr std::int64_t kLookedThroughMax = 120'000;
inline constexpr std::size_t kMessageAttributesMax = 10;
inline constexpr std::size_t kMessageAttributeNameMax = 256;
inline constexpr std::size_t kMessageAttributeTypeMax = 256;
// Of message group ids, message deduplication ids and receive request attempt ids.
inline constexpr std::size_t kTokenMax = 128;
inline constexpr std::chrono::minutes kDeduplicationInterval{5};

// Fair queues: a noisy group has more than one in so many of the messages in flight, and so many.
inline constexpr std::int64_t kNoisyShare = 10;
inline constexpr std::int64_t kNoisyInFlightMin = 30;

// What a fault rule makes a queue do
inline constexpr std::size_t kReorderedMax = 64;
inline constexpr std::chrono::minutes kCountsLagMax{1};

// Permissions
inline constexpr std::size_t kPermissionActionsMax = 7;
inline constexpr std::size_t kPermissionStatementsMax = 20;

// Moving messages
inline constexpr std::int64_t kMoveRateMax = 500;
inline constexpr std::size_t kMoveTasksKept = 10;

}  // namespace emu::sqs
