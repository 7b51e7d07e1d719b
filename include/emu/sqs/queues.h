// Queues: to make, set up, find, share, tag, empty and delete them.
// Source: Amazon SQS API Reference, the page of each operation.
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::sqs {

struct CreateQueueResult {
  std::string queue_url;
  static void describe(StructureShape<CreateQueueResult>& s);
};

// Creates a queue, or gives the URL of the one of that name when every attribute given equals its
// own; else QueueNameExists. QueueDeletedRecently within 60 seconds of the deletion of a queue of
// that name.
struct CreateQueue {
  static constexpr OperationName kOperation{"sqs", "CreateQueue"};
  using Result = CreateQueueResult;
  // 1 to 80 letters, digits, hyphens and underscores, with ".fifo" at the end for a FIFO queue,
  // which also has the attribute FifoQueue.
  std::string queue_name;
  // See SetQueueAttributes for the names. InvalidAttributeName for another one.
  std::map<std::string, std::string> attributes = {};
  std::map<std::string, std::string> tags = {};
  static void describe(StructureShape<CreateQueue>& s);
};

// Deletes a queue with all that is in it. Who waits in ReceiveMessage gets QueueDoesNotExist.
struct DeleteQueue {
  static constexpr OperationName kOperation{"sqs", "DeleteQueue"};
  using Result = Nothing;
  std::string queue_url;
  static void describe(StructureShape<DeleteQueue>& s);
};

struct GetQueueUrlResult {
  std::string queue_url;
  static void describe(StructureShape<GetQueueUrlResult>& s);
};

struct GetQueueUrl {
  static constexpr OperationName kOperation{"sqs", "GetQueueUrl"};
  using Result = GetQueueUrlResult;
  std::string queue_name;
  std::string queue_owner_aws_account_id = {};  // the caller's account when absent
  static void describe(StructureShape<GetQueueUrl>& s);
};

struct ListQueuesResult {
  std::vector<std::string> queue_urls = {};
  std::string next_token = {};
  static void describe(StructureShape<ListQueuesResult>& s);
};

// Lists the queues of the caller's account and region by name. Up to 1,000, and a NextToken only
// when MaxResults was given.
struct ListQueues {
  static constexpr OperationName kOperation{"sqs", "ListQueues"};
  using Result = ListQueuesResult;
  std::string queue_name_prefix = {};
  std::string next_token = {};
  std::optional<std::int32_t> max_results = {};  // 1 to 1,000
  static void describe(StructureShape<ListQueues>& s);
};

struct GetQueueAttributesResult {
  std::map<std::string, std::string> attributes = {};
  static void describe(StructureShape<GetQueueAttributesResult>& s);
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
  static void describe(StructureShape<GetQueueAttributes>& s);
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
// and of FIFO queues, whose DelaySeconds holds for the messages in the queue too:
//   FifoQueue                      true; with CreateQueue
//   ContentBasedDeduplication      true or false, false at first
//   DeduplicationScope             queue, at first, or messageGroup
//   FifoThroughputLimit            perQueue, at first, or perMessageGroupId, if the scope is
//                                  messageGroup
// InvalidAttributeName for another name.
struct SetQueueAttributes {
  static constexpr OperationName kOperation{"sqs", "SetQueueAttributes"};
  using Result = Nothing;
  std::string queue_url;
  std::map<std::string, std::string> attributes;
  static void describe(StructureShape<SetQueueAttributes>& s);
};

// Deletes every message of a queue. PurgeQueueInProgress within 60 seconds of the last purge.
struct PurgeQueue {
  static constexpr OperationName kOperation{"sqs", "PurgeQueue"};
  using Result = Nothing;
  std::string queue_url;
  static void describe(StructureShape<PurgeQueue>& s);
};

struct ListDeadLetterSourceQueuesResult {
  std::vector<std::string> queue_urls = {};
  std::string next_token = {};
  static void describe(StructureShape<ListDeadLetterSourceQueuesResult>& s);
};

// The queues whose RedrivePolicy names this one, by name; paged as ListQueues is.
struct ListDeadLetterSourceQueues {
  static constexpr OperationName kOperation{"sqs", "ListDeadLetterSourceQueues"};
  using Result = ListDeadLetterSourceQueuesResult;
  std::string queue_url;
  std::string next_token = {};
  std::optional<std::int32_t> max_results = {};  // 1 to 1,000
  static void describe(StructureShape<ListDeadLetterSourceQueues>& s);
};

// Adds a statement to the queue's Policy that lets accounts perform actions. OverLimit for more
// than 7 actions or 20 statements.
struct AddPermission {
  static constexpr OperationName kOperation{"sqs", "AddPermission"};
  using Result = Nothing;
  std::string queue_url;
  std::string label;  // the statement's Sid: 1 to 80 letters, digits, hyphens and underscores
  std::vector<std::string> aws_account_ids;  // 12 digits each
  std::vector<std::string> actions;          // "SendMessage", or "*"
  static void describe(StructureShape<AddPermission>& s);
};

// Removes the statement of that label from the queue's Policy.
struct RemovePermission {
  static constexpr OperationName kOperation{"sqs", "RemovePermission"};
  using Result = Nothing;
  std::string queue_url;
  std::string label;
  static void describe(StructureShape<RemovePermission>& s);
};

// Adds tags or gives those of the same key a new value. A queue has at most 50.
struct TagQueue {
  static constexpr OperationName kOperation{"sqs", "TagQueue"};
  using Result = Nothing;
  std::string queue_url;
  std::map<std::string, std::string> tags;  // keys of 1 to 128 characters, values of up to 256
  static void describe(StructureShape<TagQueue>& s);
};

struct UntagQueue {
  static constexpr OperationName kOperation{"sqs", "UntagQueue"};
  using Result = Nothing;
  std::string queue_url;
  std::vector<std::string> tag_keys;
  static void describe(StructureShape<UntagQueue>& s);
};

struct ListQueueTagsResult {
  std::map<std::string, std::string> tags = {};
  static void describe(StructureShape<ListQueueTagsResult>& s);
};

struct ListQueueTags {
  static constexpr OperationName kOperation{"sqs", "ListQueueTags"};
  using Result = ListQueueTagsResult;
  std::string queue_url;
  static void describe(StructureShape<ListQueueTags>& s);
};

}  // namespace emu::sqs
