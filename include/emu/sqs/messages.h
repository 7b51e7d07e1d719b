// Messages: to send, receive, keep hidden and delete them.
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

// A typed value beside a message's body. DataType is String, Number or Binary, and may go on with
// a label of one's own: "Number.float". The list members exist in the API but are refused.
struct MessageAttributeValue {
  std::optional<std::string> string_value = {};
  std::optional<Blob> binary_value = {};
  std::vector<std::string> string_list_values = {};
  std::vector<Blob> binary_list_values = {};
  std::string data_type;
  static void describe(StructureShape<MessageAttributeValue>& s);
};

// By name: up to 256 letters, digits, hyphens, underscores and periods, where every character
// beyond ASCII is a letter; not "AWS." or "Amazon." at the beginning.
using MessageAttributes = std::map<std::string, MessageAttributeValue>;

struct SendMessageResult {
  std::string md5_of_message_body = {};
  std::string md5_of_message_attributes = {};         // absent without attributes
  std::string md5_of_message_system_attributes = {};  // absent without system attributes
  std::string message_id = {};
  std::string sequence_number = {};  // of FIFO queues only: 20 digits
  static void describe(StructureShape<SendMessageResult>& s);
};

// Puts a message into a queue. Characters outside of #x9 | #xA | #xD | #x20-#xD7FF |
// #xE000-#xFFFD | #x10000-#x10FFFF become U+FFFD; InvalidMessageContents when there are no others.
struct SendMessage {
  static constexpr OperationName kOperation{"sqs", "SendMessage"};
  using Result = SendMessageResult;
  std::string queue_url;
  // UTF-8; with the attributes at most as many bytes as the queue's MaximumMessageSize.
  std::string message_body;
  // 0 to 900; the queue's when absent, and always in a FIFO queue, which takes none but 0
  std::optional<std::chrono::seconds> delay_seconds = {};
  MessageAttributes message_attributes = {};         // up to 10
  MessageAttributes message_system_attributes = {};  // AWSTraceHeader only; not counted in the size
  // Of FIFO queues only, 1 to 128 letters, digits and punctuation; the body's SHA-256 when absent,
  // if the queue has ContentBasedDeduplication. A message whose id the queue has seen in the last
  // five minutes is not sent: the answer is the first one's.
  std::string message_deduplication_id = {};
  // 1 to 128 letters, digits and punctuation; FIFO queues require it.
  std::optional<std::string> message_group_id = {};
  static void describe(StructureShape<SendMessage>& s);
};

// An entry of a batch that failed, while others may have succeeded.
struct BatchResultErrorEntry {
  std::string id;
  bool sender_fault = true;
  std::string code;
  std::string message = {};
  static void describe(StructureShape<BatchResultErrorEntry>& s);
};

// Members as those of SendMessage.
struct SendMessageBatchRequestEntry {
  // Unique in the batch: 1 to 80 letters, digits, hyphens and underscores.
  std::optional<std::string> id = {};
  std::string message_body;
  std::optional<std::chrono::seconds> delay_seconds = {};
  MessageAttributes message_attributes = {};
  MessageAttributes message_system_attributes = {};
  std::string message_deduplication_id = {};
  std::optional<std::string> message_group_id = {};
  static void describe(StructureShape<SendMessageBatchRequestEntry>& s);
};

struct SendMessageBatchResultEntry {
  std::string id;
  std::string message_id;
  std::string md5_of_message_body;
  std::string md5_of_message_attributes = {};
  std::string md5_of_message_system_attributes = {};
  std::string sequence_number = {};
  static void describe(StructureShape<SendMessageBatchResultEntry>& s);
};

struct SendMessageBatchResult {
  std::vector<SendMessageBatchResultEntry> successful = {};
  std::vector<BatchResultErrorEntry> failed = {};
  static void describe(StructureShape<SendMessageBatchResult>& s);
};

// Sends up to 10 messages. As every batch, it fails as a whole with EmptyBatchRequest,
// TooManyEntriesInBatchRequest, InvalidBatchEntryId or BatchEntryIdsNotDistinct; this one also with
// BatchRequestTooLong when the messages have more than 1,048,576 bytes together.
struct SendMessageBatch {
  static constexpr OperationName kOperation{"sqs", "SendMessageBatch"};
  using Result = SendMessageBatchResult;
  std::string queue_url;
  std::vector<SendMessageBatchRequestEntry> entries;
  static void describe(StructureShape<SendMessageBatch>& s);
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
  static void describe(StructureShape<Message>& s);
};

struct ReceiveMessageResult {
  std::vector<Message> messages = {};  // empty when there was none
  static void describe(StructureShape<ReceiveMessageResult>& s);
};

// Takes messages, which are hidden from others for the visibility timeout. Waits up to
// WaitTimeSeconds until there is at least one. OverLimit when a standard queue has 120,000 in
// flight.
//
// A FIFO queue gives as many messages of one group as there are, in order, and then those of
// another; a group of which messages are in flight gives no more. A receive that is made again with
// its attempt id within five minutes gets the same messages and handles, hidden anew, unless one of
// them was deleted or had its visibility changed.
struct ReceiveMessage {
  static constexpr OperationName kOperation{"sqs", "ReceiveMessage"};
  using Result = ReceiveMessageResult;
  std::string queue_url;
  // System attributes, under their older and their newer name: All, SenderId, SentTimestamp,
  // ApproximateReceiveCount, ApproximateFirstReceiveTimestamp, AWSTraceHeader, MessageGroupId,
  // DeadLetterQueueSourceArn, and of FIFO queues SequenceNumber and MessageDeduplicationId.
  std::vector<std::string> attribute_names = {};
  std::vector<std::string> message_system_attribute_names = {};
  // Names, "All", "*" or ".*", or the beginning of names: "bar.*".
  std::vector<std::string> message_attribute_names = {};
  std::optional<std::int32_t> max_number_of_messages = {};      // 1 to 10; 1 when absent
  std::optional<std::chrono::seconds> visibility_timeout = {};  // 0 to 43,200; else the queue's
  std::optional<std::chrono::seconds> wait_time_seconds = {};   // 0 to 20; else the queue's
  std::string receive_request_attempt_id = {};                  // of FIFO queues only
  static void describe(StructureShape<ReceiveMessage>& s);
};

// Deletes a received message. ReceiptHandleIsInvalid when the handle is none of this queue's; a
// handle of a message that is gone, or that was received again since, succeeds without effect. In a
// FIFO queue it is InvalidParameterValue when the message is visible or was received again.
struct DeleteMessage {
  static constexpr OperationName kOperation{"sqs", "DeleteMessage"};
  using Result = Nothing;
  std::string queue_url;
  std::string receipt_handle;
  static void describe(StructureShape<DeleteMessage>& s);
};

struct DeleteMessageBatchRequestEntry {
  std::optional<std::string> id = {};
  std::string receipt_handle;
  static void describe(StructureShape<DeleteMessageBatchRequestEntry>& s);
};

struct DeleteMessageBatchResultEntry {
  std::string id;
  static void describe(StructureShape<DeleteMessageBatchResultEntry>& s);
};

struct DeleteMessageBatchResult {
  std::vector<DeleteMessageBatchResultEntry> successful = {};
  std::vector<BatchResultErrorEntry> failed = {};
  static void describe(StructureShape<DeleteMessageBatchResult>& s);
};

struct DeleteMessageBatch {
  static constexpr OperationName kOperation{"sqs", "DeleteMessageBatch"};
  using Result = DeleteMessageBatchResult;
  std::string queue_url;
  std::vector<DeleteMessageBatchRequestEntry> entries;  // 1 to 10
  static void describe(StructureShape<DeleteMessageBatch>& s);
};

// Lets a message that is in flight stay hidden for that long from now; 0 makes it visible at once.
// It may not be hidden for more than 12 hours from when it was received. Any handle of the message
// will do; for one that is visible again it succeeds without effect. InvalidParameterValue when it
// is gone, in a FIFO queue also when it is visible or was received again; ReceiptHandleIsInvalid as
// DeleteMessage.
struct ChangeMessageVisibility {
  static constexpr OperationName kOperation{"sqs", "ChangeMessageVisibility"};
  using Result = Nothing;
  std::string queue_url;
  std::string receipt_handle;
  std::optional<std::chrono::seconds> visibility_timeout = {};  // 0 to 43,200; required
  static void describe(StructureShape<ChangeMessageVisibility>& s);
};

struct ChangeMessageVisibilityBatchRequestEntry {
  std::optional<std::string> id = {};
  std::string receipt_handle;
  std::optional<std::chrono::seconds> visibility_timeout = {};  // 0 when absent
  static void describe(StructureShape<ChangeMessageVisibilityBatchRequestEntry>& s);
};

struct ChangeMessageVisibilityBatchResultEntry {
  std::string id;
  static void describe(StructureShape<ChangeMessageVisibilityBatchResultEntry>& s);
};

struct ChangeMessageVisibilityBatchResult {
  std::vector<ChangeMessageVisibilityBatchResultEntry> successful = {};
  std::vector<BatchResultErrorEntry> failed = {};
  static void describe(StructureShape<ChangeMessageVisibilityBatchResult>& s);
};

struct ChangeMessageVisibilityBatch {
  static constexpr OperationName kOperation{"sqs", "ChangeMessageVisibilityBatch"};
  using Result = ChangeMessageVisibilityBatchResult;
  std::string queue_url;
  std::vector<ChangeMessageVisibilityBatchRequestEntry> entries;  // 1 to 10
  static void describe(StructureShape<ChangeMessageVisibilityBatch>& s);
};

}  // namespace emu::sqs
