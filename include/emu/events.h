// Events: what happens in an account, one struct for each kind of thing.
//
//   auto following = cloud.subscribe([&](const Event& event) {
//     if (const auto* redriven = event.as<events::MessageRedriven>()) {
//       alarm(redriven->dead_letter_queue_arn, redriven->message_id);
//     }
//   });
//
// A call that has passed the gate is one too: CallAnswered. All are in one list, events::All, and
// are described like the structs of operations; the trace's lines, its JSON and its digest follow
// from that. Members that do not apply are empty.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace emu {

// What a kind of event is called, and which of its members say what it happened to.
struct EventName {
  std::string_view service;        // as in the names of operations: "sqs"
  std::string_view name;           // "MessageRedriven"
  std::string_view resource = {};  // the member with the ARN of what it happened to
  std::string_view subject = {};   // the member that says what exactly: a text or a list of ids
};

namespace events {

// A call has passed the gate, refused or not. Its name in the trace is the operation's.
struct CallAnswered {
  static constexpr EventName kEvent{"", "CallAnswered", "resource_arn", "subject"};
  const Operation* type = nullptr;
  std::string_view service = {};    // "sqs"
  std::string_view operation = {};  // "SendMessage"
  Duration took = {};               // from its entry to its end
  std::string caller_arn = {};      // empty for an anonymous caller
  std::string resource_arn = {};
  std::string subject = {};  // a message id, an object's key, a request id; several with commas
  std::string outcome = {};  // empty: success; else the error's code
  std::string note = {};     // a short text for people

  template <class Op>
  bool is() const {
    return type == &emu::operation<Op>();
  }
  static void describe(StructureShape<CallAnswered>& s);
};

// SQS. A call has put messages into a queue.
struct MessagesSent {
  static constexpr EventName kEvent{"sqs", "MessagesSent", "queue_arn", "message_ids"};
  std::string queue_arn = {};
  std::vector<std::string> message_ids = {};
  std::int64_t bytes = 0;  // of bodies and attributes
  std::string caller_arn = {};
  Time called_at = {};  // when the call began: the message may have been under way for a while
  static void describe(StructureShape<MessagesSent>& s);
};

// A call has taken messages in flight. One that found none records nothing.
struct MessagesReceived {
  static constexpr EventName kEvent{"sqs", "MessagesReceived", "queue_arn", "message_ids"};
  std::string queue_arn = {};
  std::vector<std::string> message_ids = {};
  Time hidden_until = {};  // unless they are deleted, or their timeout is changed
  std::string caller_arn = {};
  static void describe(StructureShape<MessagesReceived>& s);
};

// A call has given a message in flight another end of its visibility timeout.
struct VisibilityChanged {
  static constexpr EventName kEvent{"sqs", "VisibilityChanged", "queue_arn", "message_id"};
  std::string queue_arn = {};
  std::string message_id = {};
  Time hidden_until = {};
  std::string caller_arn = {};
  static void describe(StructureShape<VisibilityChanged>& s);
};

// A visibility timeout has ended before the message was deleted, at that time, although it may be
// noticed later.
struct MessageVisibleAgain {
  static constexpr EventName kEvent{"sqs", "MessageVisibleAgain", "queue_arn", "message_id"};
  std::string queue_arn = {};
  std::string message_id = {};
  std::int64_t receive_count = 0;
  static void describe(StructureShape<MessageVisibleAgain>& s);
};

struct MessagesDeleted {
  static constexpr EventName kEvent{"sqs", "MessagesDeleted", "queue_arn", "message_ids"};
  std::string queue_arn = {};
  std::vector<std::string> message_ids = {};
  std::string caller_arn = {};
  static void describe(StructureShape<MessagesDeleted>& s);
};

// A queue's retention period has ended for a message, at that time, although it may be noticed
// later.
struct MessageExpired {
  static constexpr EventName kEvent{"sqs", "MessageExpired", "queue_arn", "message_id"};
  std::string queue_arn = {};
  std::string message_id = {};
  static void describe(StructureShape<MessageExpired>& s);
};

// A message was received as often as its queue's redrive policy allows, and has gone to the
// dead-letter queue, where it keeps its id.
struct MessageRedriven {
  static constexpr EventName kEvent{"sqs", "MessageRedriven", "queue_arn", "message_id"};
  std::string queue_arn = {};
  std::string message_id = {};
  std::string dead_letter_queue_arn = {};
  std::int64_t receive_count = 0;
  static void describe(StructureShape<MessageRedriven>& s);
};

// A message move task has taken a message out of a dead-letter queue. It goes on as a new one.
struct MessageMoved {
  static constexpr EventName kEvent{"sqs", "MessageMoved", "queue_arn", "message_id"};
  std::string queue_arn = {};
  std::string message_id = {};
  std::string destination_arn = {};
  std::string new_message_id = {};
  static void describe(StructureShape<MessageMoved>& s);
};

// A message move task has ended: everything is moved, it was cancelled, or it failed.
struct MoveTaskEnded {
  static constexpr EventName kEvent{"sqs", "MoveTaskEnded", "queue_arn", "status"};
  std::string queue_arn = {};
  std::string_view status = {};  // "COMPLETED", "CANCELLED", "FAILED"
  std::int64_t moved = 0;        // messages
  std::string failure_reason = {};
  static void describe(StructureShape<MoveTaskEnded>& s);
};

// DynamoDB. An item was deleted because its time to live had ended.
struct ItemExpired {
  static constexpr EventName kEvent{"dynamodb", "ItemExpired", "table_arn", "key"};
  std::string table_arn = {};
  std::string key = {};  // "id=total"
  static void describe(StructureShape<ItemExpired>& s);
};

// Lambda. A sandbox was started for an invocation, and its init phase has ended: a cold start.
struct InitEnded {
  static constexpr EventName kEvent{"lambda", "InitEnded", "function_arn", "request_id"};
  std::string function_arn = {};
  std::string request_id = {};
  std::string_view result = {};  // one of invocation_results
  Duration duration = {};
  static void describe(StructureShape<InitEnded>& s);
};

// No concurrency was left for an invocation.
struct InvocationThrottled {
  static constexpr EventName kEvent{"lambda", "InvocationThrottled", "function_arn", "request_id"};
  std::string function_arn = {};
  std::string request_id = {};
  static void describe(StructureShape<InvocationThrottled>& s);
};

// A function's handler begins, after its init phase if there was one.
struct InvocationBegan {
  static constexpr EventName kEvent{"lambda", "InvocationBegan", "function_arn", "request_id"};
  std::string function_arn = {};
  std::string request_id = {};
  static void describe(StructureShape<InvocationBegan>& s);
};

// How an invocation ended: the handler answered, it failed, its time was up, or its process went.
namespace invocation_results {
inline constexpr std::string_view kSucceeded = "Succeeded";
inline constexpr std::string_view kFailed = "Failed";
inline constexpr std::string_view kTimedOut = "TimedOut";
inline constexpr std::string_view kCrashed = "Crashed";
}  // namespace invocation_results

struct InvocationEnded {
  static constexpr EventName kEvent{"lambda", "InvocationEnded", "function_arn", "request_id"};
  std::string function_arn = {};
  std::string request_id = {};
  std::string_view result = {};    // one of invocation_results
  std::string error_type = {};     // of a failure: "Sandbox.Timedout"
  std::string error_message = {};  // what the handler threw
  Duration duration = {};          // of the handler
  static void describe(StructureShape<InvocationEnded>& s);
};

// An event source mapping has gathered a batch and invokes its function with it. What it calls
// messages are messages of a queue by their ids, or records of a stream by their sequence numbers.
struct BatchReceived {
  static constexpr EventName kEvent{"lambda", "BatchReceived", "mapping_arn", "message_ids"};
  std::string mapping_arn = {};
  std::vector<std::string> message_ids = {};
  std::string function_arn = {};
  static void describe(StructureShape<BatchReceived>& s);
};

// The function that an event source mapping invoked with a batch has failed. The messages come back
// when their visibility timeout ends; the records of a stream are tried again.
struct BatchFailed {
  static constexpr EventName kEvent{"lambda", "BatchFailed", "mapping_arn", "message_ids"};
  std::string mapping_arn = {};
  std::vector<std::string> message_ids = {};
  std::string function_error = {};  // "Unhandled"
  static void describe(StructureShape<BatchFailed>& s);
};

// A function with ReportBatchItemFailures has named messages of its batch, or all by an answer that
// cannot be read. Those come back; the others are deleted.
struct BatchPartlyFailed {
  static constexpr EventName kEvent{"lambda", "BatchPartlyFailed", "mapping_arn", "message_ids"};
  std::string mapping_arn = {};
  std::vector<std::string> message_ids = {};  // of the whole batch
  std::vector<std::string> failed_message_ids = {};
  static void describe(StructureShape<BatchPartlyFailed>& s);
};

// A batch could not be invoked until its visibility timeout ended, and is left to the queue.
struct BatchDropped {
  static constexpr EventName kEvent{"lambda", "BatchDropped", "mapping_arn", "message_ids"};
  std::string mapping_arn = {};
  std::vector<std::string> message_ids = {};
  std::string error_code = {};  // of the last attempt
  static void describe(StructureShape<BatchDropped>& s);
};

// Lambda has given up records of a stream, and has told the mapping's destination, if it has one.
struct RecordsDiscarded {
  static constexpr EventName kEvent{"lambda", "RecordsDiscarded", "mapping_arn",
                                    "sequence_numbers"};
  std::string mapping_arn = {};
  std::vector<std::string> sequence_numbers = {};
  std::string condition = {};  // as in the record for the destination: "RetryAttemptsExhausted"
  std::string destination_arn = {};
  std::string error_code = {};  // why the destination was not told
  static void describe(StructureShape<RecordsDiscarded>& s);
};

// Lambda has given up an asynchronous invocation.
struct AsyncEventDropped {
  static constexpr EventName kEvent{"lambda", "AsyncEventDropped", "function_arn", "request_id"};
  std::string function_arn = {};
  std::string request_id = {};
  std::string condition = {};  // as in records for destinations: "RetriesExhausted"
  std::int64_t failures = 0;   // attempts that ran and failed
  static void describe(StructureShape<AsyncEventDropped>& s);
};

// The record of an asynchronous invocation went to its destination, or did not reach it.
struct DestinationSent {
  static constexpr EventName kEvent{"lambda", "DestinationSent", "function_arn", "request_id"};
  std::string function_arn = {};
  std::string request_id = {};
  std::string destination_arn = {};
  std::string error_code = {};  // why it is lost
  static void describe(StructureShape<DestinationSent>& s);
};

// An event that a function has failed to take went to the function's dead-letter queue, or did not
// reach it.
struct DeadLetterSent {
  static constexpr EventName kEvent{"lambda", "DeadLetterSent", "function_arn", "request_id"};
  std::string function_arn = {};
  std::string request_id = {};
  std::string queue_arn = {};
  std::string error_code = {};  // why it is lost
  static void describe(StructureShape<DeadLetterSent>& s);
};

// API Gateway. A request from the internet was answered.
struct ApiRequestAnswered {
  static constexpr EventName kEvent{"apigatewayv2", "ApiRequestAnswered", "api_arn", "request_id"};
  std::string api_arn = {};
  std::string request_id = {};
  std::string method = {};
  std::string target = {};  // "/prod/seats?x=1"
  std::int64_t status = 0;
  Duration took = {};
  static void describe(StructureShape<ApiRequestAnswered>& s);
};

template <class... T>
struct List {};

// All of them. Whatever is to be recorded stands here.
using All =
    List<CallAnswered, MessagesSent, MessagesReceived, VisibilityChanged, MessageVisibleAgain,
         MessagesDeleted, MessageExpired, MessageRedriven, MessageMoved, MoveTaskEnded, ItemExpired,
         InitEnded, InvocationThrottled, InvocationBegan, InvocationEnded, BatchReceived,
         BatchFailed, BatchPartlyFailed, BatchDropped, RecordsDiscarded, AsyncEventDropped,
         DestinationSent, DeadLetterSent, ApiRequestAnswered>;

}  // namespace events
}  // namespace emu
