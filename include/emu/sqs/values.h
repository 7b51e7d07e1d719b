// Values that texts of Amazon SQS take, for those who want a compiler to read them.
#pragma once

namespace emu::sqs {

// Names of a queue's attributes: CreateQueue::attributes, GetQueueAttributes::attribute_names.
namespace queue_attributes {
inline constexpr const char* kAll = "All";
inline constexpr const char* kApproximateNumberOfMessages = "ApproximateNumberOfMessages";
inline constexpr const char* kApproximateNumberOfMessagesDelayed =
    "ApproximateNumberOfMessagesDelayed";
inline constexpr const char* kApproximateNumberOfMessagesNotVisible =
    "ApproximateNumberOfMessagesNotVisible";
inline constexpr const char* kContentBasedDeduplication = "ContentBasedDeduplication";
inline constexpr const char* kCreatedTimestamp = "CreatedTimestamp";
inline constexpr const char* kDeduplicationScope = "DeduplicationScope";
inline constexpr const char* kDelaySeconds = "DelaySeconds";
inline constexpr const char* kFifoQueue = "FifoQueue";
inline constexpr const char* kFifoThroughputLimit = "FifoThroughputLimit";
inline constexpr const char* kLastModifiedTimestamp = "LastModifiedTimestamp";
inline constexpr const char* kMaximumMessageSize = "MaximumMessageSize";
inline constexpr const char* kMessageRetentionPeriod = "MessageRetentionPeriod";
inline constexpr const char* kPolicy = "Policy";
inline constexpr const char* kQueueArn = "QueueArn";
inline constexpr const char* kReceiveMessageWaitTimeSeconds = "ReceiveMessageWaitTimeSeconds";
inline constexpr const char* kRedriveAllowPolicy = "RedriveAllowPolicy";
inline constexpr const char* kRedrivePolicy = "RedrivePolicy";
inline constexpr const char* kVisibilityTimeout = "VisibilityTimeout";
}  // namespace queue_attributes

// What a standard queue may do now and then, for FaultRule::effect. Without such a rule it does
// none of it. FIFO queues never do.
// Sources: Amazon SQS Developer Guide, "Amazon SQS at-least-once delivery", "Amazon SQS short and
// long polling", "Available CloudWatch metrics for Amazon SQS".
namespace effects {
// ReceiveMessage does not hide what it gives, so that others get it too. DeleteMessage succeeds and
// leaves the message, DeleteMessageBatch one of its messages.
inline constexpr const char* kDuplicate = "duplicate";
// ReceiveMessage finds the first 64 visible messages in another order.
inline constexpr const char* kReorder = "reorder";
// ReceiveMessage, if it does not wait, gives fewer messages than there are, or none.
inline constexpr const char* kMiss = "miss";
// GetQueueAttributes counts messages as a call that lagged found them, up to a minute ago.
inline constexpr const char* kLag = "lag";
}  // namespace effects

}  // namespace emu::sqs
