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
inline constexpr const char* kCreatedTimestamp = "CreatedTimestamp";
inline constexpr const char* kDelaySeconds = "DelaySeconds";
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

}  // namespace emu::sqs
