// Amazon SQS: the operations on standard queues.
//
//   auto url = aws.send(sqs::CreateQueue{.queue_name = "orders"}).value().queue_url;
//   aws.send(sqs::SendMessage{.queue_url = url, .message_body = "seat 12A"}).value();
//   auto got = aws.send(sqs::ReceiveMessage{.queue_url = url, .wait_time_seconds = 20s}).value();
//   aws.send(sqs::DeleteMessage{url, got.messages.at(0).receipt_handle}).value();
//
// A queue URL is https://sqs.<region>.amazonaws.com/<account>/<name>; any URL whose path ends in
// /<account>/<name> is taken. Every operation that names a queue fails with QueueDoesNotExist when
// there is none, with MissingParameter without a required member and with InvalidParameterValue or
// InvalidAttributeValue for a value out of bounds; only what goes beyond this is listed below.
// Source: Amazon SQS API Reference, the page of each operation.
#pragma once

#include <emu/blob.h>
#include <emu/shape.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::sqs {

// The answer of operations that give nothing back.
struct Empty {
  static void describe(StructureShape<Empty>&) {}
};

// ---- Queues ----

struct CreateQueueResult {
  std::string queue_url;
  static void describe(StructureShape<CreateQueueResult>& s) {
    s.member("QueueUrl", &CreateQueueResult::queue_url);
  }
};

// Creates a queue, or gives the URL of the one of that name when every attribute given equals its
// own; else QueueNameExists. QueueDeletedRecently within 60 seconds of the deletion of a queue of
// that name.
struct CreateQueue {
  static constexpr OperationName kOperation{"sqs", "CreateQueue"};
  using Result = CreateQueueResult;
  std::string queue_name;  // 1 to 80 letters, digits, hyphens and underscores
  // See SetQueueAttributes for the names. InvalidAttributeName for another one.
  std::map<std::string, std::string> attributes = {};
  std::map<std::string, std::string> tags = {};
  static void describe(StructureShape<CreateQueue>& s) {
    s.member("QueueName", &CreateQueue::queue_name).required();
    s.member("Attributes", &CreateQueue::attributes);
    s.member("tags", &CreateQueue::tags);
  }
};

// Deletes a queue with all that is in it. Who waits in ReceiveMessage gets QueueDoesNotExist.
struct DeleteQueue {
  static constexpr OperationName kOperation{"sqs", "DeleteQueue"};
  using Result = Empty;
  std::string queue_url;
  static void describe(StructureShape<DeleteQueue>& s) {
    s.member("QueueUrl", &DeleteQueue::queue_url).required();
  }
};

struct GetQueueUrlResult {
  std::string queue_url;
  static void describe(StructureShape<GetQueueUrlResult>& s) {
    s.member("QueueUrl", &GetQueueUrlResult::queue_url);
  }
};

struct GetQueueUrl {
  static constexpr OperationName kOperation{"sqs", "GetQueueUrl"};
  using Result = GetQueueUrlResult;
  std::string queue_name;
  std::string queue_owner_aws_account_id = {};  // the caller's account when absent
  static void describe(StructureShape<GetQueueUrl>& s) {
    s.member("QueueName", &GetQueueUrl::queue_name).required();
    s.member("QueueOwnerAWSAccountId", &GetQueueUrl::queue_owner_aws_account_id);
  }
};

struct ListQueuesResult {
  std::vector<std::string> queue_urls = {};
  std::string next_token = {};
  static void describe(StructureShape<ListQueuesResult>& s) {
    s.member("QueueUrls", &ListQueuesResult::queue_urls);
    s.member("NextToken", &ListQueuesResult::next_token);
  }
};

// Lists the queues of the caller's account and region by name. Up to 1,000, and a NextToken only
// when MaxResults was given.
struct ListQueues {
  static constexpr OperationName kOperation{"sqs", "ListQueues"};
  using Result = ListQueuesResult;
  std::string queue_name_prefix = {};
  std::string next_token = {};
  std::optional<std::int32_t> max_results = {};  // 1 to 1,000
  static void describe(StructureShape<ListQueues>& s) {
    s.member("QueueNamePrefix", &ListQueues::queue_name_prefix);
    s.member("NextToken", &ListQueues::next_token);
    s.member("MaxResults", &ListQueues::max_results);
  }
};

struct GetQueueAttributesResult {
  std::map<std::string, std::string> attributes = {};
  static void describe(StructureShape<GetQueueAttributesResult>& s) {
    s.member("Attributes", &GetQueueAttributesResult::attributes);
  }
};

// The attributes that are asked for by name, or all of them with "All". Beyond those that
// SetQueueAttributes takes: ApproximateNumberOfMessages, ApproximateNumberOfMessagesNotVisible,
// ApproximateNumberOfMessagesDelayed (here exact at any instant), CreatedTimestamp and
// LastModifiedTimestamp (seconds since the epoch) and QueueArn. InvalidAttributeName for an unknown
// name.
struct GetQueueAttributes {
  static constexpr OperationName kOperation{"sqs", "GetQueueAttributes"};
  using Result = GetQueueAttributesResult;
  std::string queue_url;
  std::vector<std::string> attribute_names = {};
  static void describe(StructureShape<GetQueueAttributes>& s) {
    s.member("QueueUrl", &GetQueueAttributes::queue_url).required();
    s.member("AttributeNames", &GetQueueAttributes::attribute_names);
  }
};

// Changes attributes, all or none, at once. Values are decimal numbers unless said otherwise:
//   DelaySeconds                   0 to 900, 0 at first; new messages stay hidden so long
//   MaximumMessageSize             1,024 to 1,048,576 bytes, 1,048,576 at first
//   MessageRetentionPeriod         60 to 1,209,600 s, 345,600 at first
//   Policy                         a policy as JSON; empty removes it
//   ReceiveMessageWaitTimeSeconds  0 to 20, 0 at first; of receives that name no wait of their own
//   VisibilityTimeout              0 to 43,200 s, 30 at first
//   RedrivePolicy                  {"deadLetterTargetArn":"…","maxReceiveCount":3} (1 to 1,000);
//                                  empty removes it
//   RedriveAllowPolicy             {"redrivePermission":"allowAll|denyAll|byQueue",
//                                  "sourceQueueArns":[…]} (1 to 10, with byQueue only)
//   KmsMasterKeyId, KmsDataKeyReusePeriodSeconds (60 to 86,400, 300 at first)
//   SqsManagedSseEnabled           true or false
// InvalidAttributeName for another name.
struct SetQueueAttributes {
  static constexpr OperationName kOperation{"sqs", "SetQueueAttributes"};
  using Result = Empty;
  std::string queue_url;
  std::map<std::string, std::string> attributes;
  static void describe(StructureShape<SetQueueAttributes>& s) {
    s.member("QueueUrl", &SetQueueAttributes::queue_url).required();
    s.member("Attributes", &SetQueueAttributes::attributes).required();
  }
};

// Deletes every message of a queue. PurgeQueueInProgress within 60 seconds of the last purge.
struct PurgeQueue {
  static constexpr OperationName kOperation{"sqs", "PurgeQueue"};
  using Result = Empty;
  std::string queue_url;
  static void describe(StructureShape<PurgeQueue>& s) {
    s.member("QueueUrl", &PurgeQueue::queue_url).required();
  }
};

struct ListDeadLetterSourceQueuesResult {
  std::vector<std::string> queue_urls = {};
  std::string next_token = {};
  static void describe(StructureShape<ListDeadLetterSourceQueuesResult>& s) {
    s.member("queueUrls", &ListDeadLetterSourceQueuesResult::queue_urls).always();
    s.member("NextToken", &ListDeadLetterSourceQueuesResult::next_token);
  }
};

// The queues whose RedrivePolicy names this one, by name; paged as ListQueues is.
struct ListDeadLetterSourceQueues {
  static constexpr OperationName kOperation{"sqs", "ListDeadLetterSourceQueues"};
  using Result = ListDeadLetterSourceQueuesResult;
  std::string queue_url;
  std::string next_token = {};
  std::optional<std::int32_t> max_results = {};  // 1 to 1,000
  static void describe(StructureShape<ListDeadLetterSourceQueues>& s) {
    s.member("QueueUrl", &ListDeadLetterSourceQueues::queue_url).required();
    s.member("NextToken", &ListDeadLetterSourceQueues::next_token);
    s.member("MaxResults", &ListDeadLetterSourceQueues::max_results);
  }
};

// Adds a statement to the queue's Policy that lets accounts perform actions. OverLimit for more
// than 7 actions or 20 statements.
struct AddPermission {
  static constexpr OperationName kOperation{"sqs", "AddPermission"};
  using Result = Empty;
  std::string queue_url;
  std::string label;  // the statement's Sid: 1 to 80 letters, digits, hyphens and underscores
  std::vector<std::string> aws_account_ids;  // 12 digits each
  std::vector<std::string> actions;          // "SendMessage", or "*"
  static void describe(StructureShape<AddPermission>& s) {
    s.member("QueueUrl", &AddPermission::queue_url).required();
    s.member("Label", &AddPermission::label).required();
    s.member("AWSAccountIds", &AddPermission::aws_account_ids).required();
    s.member("Actions", &AddPermission::actions).required();
  }
};

// Removes the statement of that label from the queue's Policy.
struct RemovePermission {
  static constexpr OperationName kOperation{"sqs", "RemovePermission"};
  using Result = Empty;
  std::string queue_url;
  std::string label;
  static void describe(StructureShape<RemovePermission>& s) {
    s.member("QueueUrl", &RemovePermission::queue_url).required();
    s.member("Label", &RemovePermission::label).required();
  }
};

// Adds tags or gives those of the same key a new value. A queue has at most 50.
struct TagQueue {
  static constexpr OperationName kOperation{"sqs", "TagQueue"};
  using Result = Empty;
  std::string queue_url;
  std::map<std::string, std::string> tags;  // keys of 1 to 128 characters, values of up to 256
  static void describe(StructureShape<TagQueue>& s) {
    s.member("QueueUrl", &TagQueue::queue_url).required();
    s.member("Tags", &TagQueue::tags).required();
  }
};

struct UntagQueue {
  static constexpr OperationName kOperation{"sqs", "UntagQueue"};
  using Result = Empty;
  std::string queue_url;
  std::vector<std::string> tag_keys;
  static void describe(StructureShape<UntagQueue>& s) {
    s.member("QueueUrl", &UntagQueue::queue_url).required();
    s.member("TagKeys", &UntagQueue::tag_keys).required();
  }
};

struct ListQueueTagsResult {
  std::map<std::string, std::string> tags = {};
  static void describe(StructureShape<ListQueueTagsResult>& s) {
    s.member("Tags", &ListQueueTagsResult::tags);
  }
};

struct ListQueueTags {
  static constexpr OperationName kOperation{"sqs", "ListQueueTags"};
  using Result = ListQueueTagsResult;
  std::string queue_url;
  static void describe(StructureShape<ListQueueTags>& s) {
    s.member("QueueUrl", &ListQueueTags::queue_url).required();
  }
};

// ---- Messages ----

// A typed value beside a message's body. DataType is String, Number or Binary, and may go on with
// a label of one's own: "Number.float". The list members exist in the API but are refused.
struct MessageAttributeValue {
  std::optional<std::string> string_value = {};
  std::optional<Blob> binary_value = {};
  std::vector<std::string> string_list_values = {};
  std::vector<Blob> binary_list_values = {};
  std::string data_type;
  static void describe(StructureShape<MessageAttributeValue>& s) {
    s.member("StringValue", &MessageAttributeValue::string_value);
    s.member("BinaryValue", &MessageAttributeValue::binary_value);
    s.member("StringListValues", &MessageAttributeValue::string_list_values);
    s.member("BinaryListValues", &MessageAttributeValue::binary_list_values);
    s.member("DataType", &MessageAttributeValue::data_type);
  }
};

// By name: up to 256 letters, digits, hyphens, underscores and periods; not "AWS." or "Amazon." at
// the beginning.
using MessageAttributes = std::map<std::string, MessageAttributeValue>;

struct SendMessageResult {
  std::string md5_of_message_body = {};
  std::string md5_of_message_attributes = {};         // absent without attributes
  std::string md5_of_message_system_attributes = {};  // absent without system attributes
  std::string message_id = {};
  std::string sequence_number = {};  // of FIFO queues only
  static void describe(StructureShape<SendMessageResult>& s) {
    s.member("MD5OfMessageBody", &SendMessageResult::md5_of_message_body);
    s.member("MD5OfMessageAttributes", &SendMessageResult::md5_of_message_attributes);
    s.member("MD5OfMessageSystemAttributes", &SendMessageResult::md5_of_message_system_attributes);
    s.member("MessageId", &SendMessageResult::message_id);
    s.member("SequenceNumber", &SendMessageResult::sequence_number);
  }
};

// Puts a message into a queue. InvalidMessageContents for characters outside of
// #x9 | #xA | #xD | #x20-#xD7FF | #xE000-#xFFFD | #x10000-#x10FFFF.
struct SendMessage {
  static constexpr OperationName kOperation{"sqs", "SendMessage"};
  using Result = SendMessageResult;
  std::string queue_url;
  // UTF-8; with the attributes at most as many bytes as the queue's MaximumMessageSize.
  std::string message_body;
  std::optional<std::chrono::seconds> delay_seconds = {};  // 0 to 900; the queue's when absent
  MessageAttributes message_attributes = {};               // up to 10
  MessageAttributes message_system_attributes = {};  // AWSTraceHeader only; not counted in the size
  std::string message_deduplication_id = {};         // of FIFO queues only
  std::string message_group_id = {};                 // a standard queue hands it out as it came
  static void describe(StructureShape<SendMessage>& s) {
    s.member("QueueUrl", &SendMessage::queue_url).required();
    s.member("MessageBody", &SendMessage::message_body).required();
    s.member("DelaySeconds", &SendMessage::delay_seconds);
    s.member("MessageAttributes", &SendMessage::message_attributes);
    s.member("MessageSystemAttributes", &SendMessage::message_system_attributes);
    s.member("MessageDeduplicationId", &SendMessage::message_deduplication_id);
    s.member("MessageGroupId", &SendMessage::message_group_id);
  }
};

// An entry of a batch that failed, while others may have succeeded.
struct BatchResultErrorEntry {
  std::string id;
  bool sender_fault = true;
  std::string code;
  std::string message = {};
  static void describe(StructureShape<BatchResultErrorEntry>& s) {
    s.member("Id", &BatchResultErrorEntry::id).required();
    s.member("SenderFault", &BatchResultErrorEntry::sender_fault).required();
    s.member("Code", &BatchResultErrorEntry::code).required();
    s.member("Message", &BatchResultErrorEntry::message);
  }
};

// Members as those of SendMessage.
struct SendMessageBatchRequestEntry {
  std::string id;  // unique in the batch: 1 to 80 letters, digits, hyphens and underscores
  std::string message_body;
  std::optional<std::chrono::seconds> delay_seconds = {};
  MessageAttributes message_attributes = {};
  MessageAttributes message_system_attributes = {};
  std::string message_deduplication_id = {};
  std::string message_group_id = {};
  static void describe(StructureShape<SendMessageBatchRequestEntry>& s) {
    using Entry = SendMessageBatchRequestEntry;
    s.member("Id", &Entry::id).required();
    s.member("MessageBody", &Entry::message_body).required();
    s.member("DelaySeconds", &Entry::delay_seconds);
    s.member("MessageAttributes", &Entry::message_attributes);
    s.member("MessageSystemAttributes", &Entry::message_system_attributes);
    s.member("MessageDeduplicationId", &Entry::message_deduplication_id);
    s.member("MessageGroupId", &Entry::message_group_id);
  }
};

struct SendMessageBatchResultEntry {
  std::string id;
  std::string message_id;
  std::string md5_of_message_body;
  std::string md5_of_message_attributes = {};
  std::string md5_of_message_system_attributes = {};
  std::string sequence_number = {};
  static void describe(StructureShape<SendMessageBatchResultEntry>& s) {
    using Entry = SendMessageBatchResultEntry;
    s.member("Id", &Entry::id).required();
    s.member("MessageId", &Entry::message_id).required();
    s.member("MD5OfMessageBody", &Entry::md5_of_message_body).required();
    s.member("MD5OfMessageAttributes", &Entry::md5_of_message_attributes);
    s.member("MD5OfMessageSystemAttributes", &Entry::md5_of_message_system_attributes);
    s.member("SequenceNumber", &Entry::sequence_number);
  }
};

struct SendMessageBatchResult {
  std::vector<SendMessageBatchResultEntry> successful = {};
  std::vector<BatchResultErrorEntry> failed = {};
  static void describe(StructureShape<SendMessageBatchResult>& s) {
    s.member("Successful", &SendMessageBatchResult::successful);
    s.member("Failed", &SendMessageBatchResult::failed);
  }
};

// Sends up to 10 messages. As every batch, it fails as a whole with EmptyBatchRequest,
// TooManyEntriesInBatchRequest, InvalidBatchEntryId or BatchEntryIdsNotDistinct; this one also with
// BatchRequestTooLong when the messages have more than 1,048,576 bytes together.
struct SendMessageBatch {
  static constexpr OperationName kOperation{"sqs", "SendMessageBatch"};
  using Result = SendMessageBatchResult;
  std::string queue_url;
  std::vector<SendMessageBatchRequestEntry> entries;
  static void describe(StructureShape<SendMessageBatch>& s) {
    s.member("QueueUrl", &SendMessageBatch::queue_url).required();
    s.member("Entries", &SendMessageBatch::entries).required();
  }
};

// A message as it is received.
struct Message {
  std::string message_id;
  std::string receipt_handle;  // opaque; each receive gives another one
  std::string md5_of_body;
  std::string body;
  std::map<std::string, std::string> attributes = {};  // the system attributes asked for
  std::string md5_of_message_attributes = {};          // over the attributes that are returned
  MessageAttributes message_attributes = {};
  static void describe(StructureShape<Message>& s) {
    s.member("MessageId", &Message::message_id);
    s.member("ReceiptHandle", &Message::receipt_handle);
    s.member("MD5OfBody", &Message::md5_of_body);
    s.member("Body", &Message::body);
    s.member("Attributes", &Message::attributes);
    s.member("MD5OfMessageAttributes", &Message::md5_of_message_attributes);
    s.member("MessageAttributes", &Message::message_attributes);
  }
};

struct ReceiveMessageResult {
  std::vector<Message> messages = {};  // empty when there was none
  static void describe(StructureShape<ReceiveMessageResult>& s) {
    s.member("Messages", &ReceiveMessageResult::messages);
  }
};

// Takes messages, which are hidden from others for the visibility timeout. Waits up to
// WaitTimeSeconds until there is at least one. OverLimit when 120,000 are in flight.
struct ReceiveMessage {
  static constexpr OperationName kOperation{"sqs", "ReceiveMessage"};
  using Result = ReceiveMessageResult;
  std::string queue_url;
  // System attributes, under their older and their newer name: All, SenderId, SentTimestamp,
  // ApproximateReceiveCount, ApproximateFirstReceiveTimestamp, AWSTraceHeader, MessageGroupId,
  // DeadLetterQueueSourceArn …
  std::vector<std::string> attribute_names = {};
  std::vector<std::string> message_system_attribute_names = {};
  // Names, "All" or ".*", or the beginning of names: "bar.*".
  std::vector<std::string> message_attribute_names = {};
  std::optional<std::int32_t> max_number_of_messages = {};      // 1 to 10; 1 when absent
  std::optional<std::chrono::seconds> visibility_timeout = {};  // 0 to 43,200; else the queue's
  std::optional<std::chrono::seconds> wait_time_seconds = {};   // 0 to 20; else the queue's
  std::string receive_request_attempt_id = {};                  // of FIFO queues only
  static void describe(StructureShape<ReceiveMessage>& s) {
    s.member("QueueUrl", &ReceiveMessage::queue_url).required();
    s.member("AttributeNames", &ReceiveMessage::attribute_names);
    s.member("MessageSystemAttributeNames", &ReceiveMessage::message_system_attribute_names);
    s.member("MessageAttributeNames", &ReceiveMessage::message_attribute_names);
    s.member("MaxNumberOfMessages", &ReceiveMessage::max_number_of_messages);
    s.member("VisibilityTimeout", &ReceiveMessage::visibility_timeout);
    s.member("WaitTimeSeconds", &ReceiveMessage::wait_time_seconds);
    s.member("ReceiveRequestAttemptId", &ReceiveMessage::receive_request_attempt_id);
  }
};

// Deletes a received message. ReceiptHandleIsInvalid when the handle is none of this queue's; a
// handle of a message that is gone, or that was received again since, succeeds without effect.
struct DeleteMessage {
  static constexpr OperationName kOperation{"sqs", "DeleteMessage"};
  using Result = Empty;
  std::string queue_url;
  std::string receipt_handle;
  static void describe(StructureShape<DeleteMessage>& s) {
    s.member("QueueUrl", &DeleteMessage::queue_url).required();
    s.member("ReceiptHandle", &DeleteMessage::receipt_handle).required();
  }
};

struct DeleteMessageBatchRequestEntry {
  std::string id;
  std::string receipt_handle;
  static void describe(StructureShape<DeleteMessageBatchRequestEntry>& s) {
    s.member("Id", &DeleteMessageBatchRequestEntry::id).required();
    s.member("ReceiptHandle", &DeleteMessageBatchRequestEntry::receipt_handle).required();
  }
};

struct DeleteMessageBatchResultEntry {
  std::string id;
  static void describe(StructureShape<DeleteMessageBatchResultEntry>& s) {
    s.member("Id", &DeleteMessageBatchResultEntry::id).required();
  }
};

struct DeleteMessageBatchResult {
  std::vector<DeleteMessageBatchResultEntry> successful = {};
  std::vector<BatchResultErrorEntry> failed = {};
  static void describe(StructureShape<DeleteMessageBatchResult>& s) {
    s.member("Successful", &DeleteMessageBatchResult::successful);
    s.member("Failed", &DeleteMessageBatchResult::failed);
  }
};

struct DeleteMessageBatch {
  static constexpr OperationName kOperation{"sqs", "DeleteMessageBatch"};
  using Result = DeleteMessageBatchResult;
  std::string queue_url;
  std::vector<DeleteMessageBatchRequestEntry> entries;  // 1 to 10
  static void describe(StructureShape<DeleteMessageBatch>& s) {
    s.member("QueueUrl", &DeleteMessageBatch::queue_url).required();
    s.member("Entries", &DeleteMessageBatch::entries).required();
  }
};

// Lets a message that is in flight stay hidden for that long from now; 0 makes it visible at once.
// It may not be hidden for more than 12 hours from when it was received. MessageNotInflight when it
// is visible again, InvalidParameterValue when it is gone or was received again,
// ReceiptHandleIsInvalid as DeleteMessage.
struct ChangeMessageVisibility {
  static constexpr OperationName kOperation{"sqs", "ChangeMessageVisibility"};
  using Result = Empty;
  std::string queue_url;
  std::string receipt_handle;
  std::optional<std::chrono::seconds> visibility_timeout = {};  // 0 to 43,200; required
  static void describe(StructureShape<ChangeMessageVisibility>& s) {
    s.member("QueueUrl", &ChangeMessageVisibility::queue_url).required();
    s.member("ReceiptHandle", &ChangeMessageVisibility::receipt_handle).required();
    s.member("VisibilityTimeout", &ChangeMessageVisibility::visibility_timeout).required();
  }
};

struct ChangeMessageVisibilityBatchRequestEntry {
  std::string id;
  std::string receipt_handle;
  std::optional<std::chrono::seconds> visibility_timeout = {};  // 0 when absent
  static void describe(StructureShape<ChangeMessageVisibilityBatchRequestEntry>& s) {
    using Entry = ChangeMessageVisibilityBatchRequestEntry;
    s.member("Id", &Entry::id).required();
    s.member("ReceiptHandle", &Entry::receipt_handle).required();
    s.member("VisibilityTimeout", &Entry::visibility_timeout);
  }
};

struct ChangeMessageVisibilityBatchResultEntry {
  std::string id;
  static void describe(StructureShape<ChangeMessageVisibilityBatchResultEntry>& s) {
    s.member("Id", &ChangeMessageVisibilityBatchResultEntry::id).required();
  }
};

struct ChangeMessageVisibilityBatchResult {
  std::vector<ChangeMessageVisibilityBatchResultEntry> successful = {};
  std::vector<BatchResultErrorEntry> failed = {};
  static void describe(StructureShape<ChangeMessageVisibilityBatchResult>& s) {
    s.member("Successful", &ChangeMessageVisibilityBatchResult::successful);
    s.member("Failed", &ChangeMessageVisibilityBatchResult::failed);
  }
};

struct ChangeMessageVisibilityBatch {
  static constexpr OperationName kOperation{"sqs", "ChangeMessageVisibilityBatch"};
  using Result = ChangeMessageVisibilityBatchResult;
  std::string queue_url;
  std::vector<ChangeMessageVisibilityBatchRequestEntry> entries;  // 1 to 10
  static void describe(StructureShape<ChangeMessageVisibilityBatch>& s) {
    s.member("QueueUrl", &ChangeMessageVisibilityBatch::queue_url).required();
    s.member("Entries", &ChangeMessageVisibilityBatch::entries).required();
  }
};

// ---- Bringing messages home from a dead-letter queue ----

struct StartMessageMoveTaskResult {
  std::string task_handle;
  static void describe(StructureShape<StartMessageMoveTaskResult>& s) {
    s.member("TaskHandle", &StartMessageMoveTaskResult::task_handle);
  }
};

// Moves the messages of a dead-letter queue to a destination, or each to the queue that it came
// from when none is given. ResourceNotFoundException for an unknown source or destination,
// UnsupportedOperation while a task of the source is running.
struct StartMessageMoveTask {
  static constexpr OperationName kOperation{"sqs", "StartMessageMoveTask"};
  using Result = StartMessageMoveTaskResult;
  std::string source_arn;
  std::string destination_arn = {};
  std::optional<std::int32_t> max_number_of_messages_per_second = {};  // 1 to 500
  static void describe(StructureShape<StartMessageMoveTask>& s) {
    s.member("SourceArn", &StartMessageMoveTask::source_arn).required();
    s.member("DestinationArn", &StartMessageMoveTask::destination_arn);
    s.member("MaxNumberOfMessagesPerSecond",
             &StartMessageMoveTask::max_number_of_messages_per_second);
  }
};

struct CancelMessageMoveTaskResult {
  std::int64_t approximate_number_of_messages_moved = 0;
  static void describe(StructureShape<CancelMessageMoveTaskResult>& s) {
    s.member("ApproximateNumberOfMessagesMoved",
             &CancelMessageMoveTaskResult::approximate_number_of_messages_moved);
  }
};

// Stops a running task; what it has moved stays moved. ResourceNotFoundException for an unknown
// handle or a task that has ended.
struct CancelMessageMoveTask {
  static constexpr OperationName kOperation{"sqs", "CancelMessageMoveTask"};
  using Result = CancelMessageMoveTaskResult;
  std::string task_handle;
  static void describe(StructureShape<CancelMessageMoveTask>& s) {
    s.member("TaskHandle", &CancelMessageMoveTask::task_handle).required();
  }
};

struct ListMessageMoveTasksResultEntry {
  std::string task_handle = {};  // of a running task only
  std::string status = {};       // RUNNING, COMPLETED, CANCELLING, CANCELLED or FAILED
  std::string source_arn = {};
  std::string destination_arn = {};
  std::optional<std::int32_t> max_number_of_messages_per_second = {};
  std::int64_t approximate_number_of_messages_moved = 0;
  std::optional<std::int64_t> approximate_number_of_messages_to_move = {};
  std::string failure_reason = {};
  std::int64_t started_timestamp = 0;  // milliseconds since the epoch
  static void describe(StructureShape<ListMessageMoveTasksResultEntry>& s) {
    using Entry = ListMessageMoveTasksResultEntry;
    s.member("TaskHandle", &Entry::task_handle);
    s.member("Status", &Entry::status);
    s.member("SourceArn", &Entry::source_arn);
    s.member("DestinationArn", &Entry::destination_arn);
    s.member("MaxNumberOfMessagesPerSecond", &Entry::max_number_of_messages_per_second);
    s.member("ApproximateNumberOfMessagesMoved", &Entry::approximate_number_of_messages_moved);
    s.member("ApproximateNumberOfMessagesToMove", &Entry::approximate_number_of_messages_to_move);
    s.member("FailureReason", &Entry::failure_reason);
    s.member("StartedTimestamp", &Entry::started_timestamp);
  }
};

struct ListMessageMoveTasksResult {
  std::vector<ListMessageMoveTasksResultEntry> results = {};
  static void describe(StructureShape<ListMessageMoveTasksResult>& s) {
    s.member("Results", &ListMessageMoveTasksResult::results);
  }
};

// The newest tasks of a source queue, newest first.
struct ListMessageMoveTasks {
  static constexpr OperationName kOperation{"sqs", "ListMessageMoveTasks"};
  using Result = ListMessageMoveTasksResult;
  std::string source_arn;
  std::optional<std::int32_t> max_results = {};  // 1 to 10; 1 when absent
  static void describe(StructureShape<ListMessageMoveTasks>& s) {
    s.member("SourceArn", &ListMessageMoveTasks::source_arn).required();
    s.member("MaxResults", &ListMessageMoveTasks::max_results);
  }
};

}  // namespace emu::sqs
