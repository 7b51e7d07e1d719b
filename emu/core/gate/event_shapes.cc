#include <emu/describe.h>
#include <emu/events.h>

namespace emu::events {

void CallAnswered::describe(StructureShape<CallAnswered>& s) {
  s.member("service", &CallAnswered::service);
  s.member("operation", &CallAnswered::operation);
  s.member("took_us", &CallAnswered::took);
  s.member("caller_arn", &CallAnswered::caller_arn);
  s.member("resource_arn", &CallAnswered::resource_arn);
  s.member("subject", &CallAnswered::subject);
  s.member("outcome", &CallAnswered::outcome);
  s.member("note", &CallAnswered::note);
}

void MessagesSent::describe(StructureShape<MessagesSent>& s) {
  s.member("queue_arn", &MessagesSent::queue_arn);
  s.member("message_ids", &MessagesSent::message_ids);
  s.member("bytes", &MessagesSent::bytes);
  s.member("caller_arn", &MessagesSent::caller_arn);
  s.member("called_at", &MessagesSent::called_at);
}

void MessagesReceived::describe(StructureShape<MessagesReceived>& s) {
  s.member("queue_arn", &MessagesReceived::queue_arn);
  s.member("message_ids", &MessagesReceived::message_ids);
  s.member("hidden_until", &MessagesReceived::hidden_until);
  s.member("caller_arn", &MessagesReceived::caller_arn);
}

void VisibilityChanged::describe(StructureShape<VisibilityChanged>& s) {
  s.member("queue_arn", &VisibilityChanged::queue_arn);
  s.member("message_id", &VisibilityChanged::message_id);
  s.member("hidden_until", &VisibilityChanged::hidden_until);
  s.member("caller_arn", &VisibilityChanged::caller_arn);
}

void MessageVisibleAgain::describe(StructureShape<MessageVisibleAgain>& s) {
  s.member("queue_arn", &MessageVisibleAgain::queue_arn);
  s.member("message_id", &MessageVisibleAgain::message_id);
  s.member("receive_count", &MessageVisibleAgain::receive_count);
}

void MessagesDeleted::describe(StructureShape<MessagesDeleted>& s) {
  s.member("queue_arn", &MessagesDeleted::queue_arn);
  s.member("message_ids", &MessagesDeleted::message_ids);
  s.member("caller_arn", &MessagesDeleted::caller_arn);
}

void MessageExpired::describe(StructureShape<MessageExpired>& s) {
  s.member("queue_arn", &MessageExpired::queue_arn);
  s.member("message_id", &MessageExpired::message_id);
}

void MessageRedriven::describe(StructureShape<MessageRedriven>& s) {
  s.member("queue_arn", &MessageRedriven::queue_arn);
  s.member("message_id", &MessageRedriven::message_id);
  s.member("dead_letter_queue_arn", &MessageRedriven::dead_letter_queue_arn);
  s.member("receive_count", &MessageRedriven::receive_count);
}

void MessageMoved::describe(StructureShape<MessageMoved>& s) {
  s.member("queue_arn", &MessageMoved::queue_arn);
  s.member("message_id", &MessageMoved::message_id);
  s.member("destination_arn", &MessageMoved::destination_arn);
  s.member("new_message_id", &MessageMoved::new_message_id);
}

void MoveTaskEnded::describe(StructureShape<MoveTaskEnded>& s) {
  s.member("queue_arn", &MoveTaskEnded::queue_arn);
  s.member("status", &MoveTaskEnded::status);
  s.member("moved", &MoveTaskEnded::moved);
  s.member("failure_reason", &MoveTaskEnded::failure_reason);
}

void ItemExpired::describe(StructureShape<ItemExpired>& s) {
  s.member("table_arn", &ItemExpired::table_arn);
  s.member("key", &ItemExpired::key);
}

void InitEnded::describe(StructureShape<InitEnded>& s) {
  s.member("function_arn", &InitEnded::function_arn);
  s.member("request_id", &InitEnded::request_id);
  s.member("result", &InitEnded::result);
  s.member("duration_us", &InitEnded::duration);
}

void InvocationThrottled::describe(StructureShape<InvocationThrottled>& s) {
  s.member("function_arn", &InvocationThrottled::function_arn);
  s.member("request_id", &InvocationThrottled::request_id);
}

void InvocationBegan::describe(StructureShape<InvocationBegan>& s) {
  s.member("function_arn", &InvocationBegan::function_arn);
  s.member("request_id", &InvocationBegan::request_id);
}

void InvocationEnded::describe(StructureShape<InvocationEnded>& s) {
  s.member("function_arn", &InvocationEnded::function_arn);
  s.member("request_id", &InvocationEnded::request_id);
  s.member("result", &InvocationEnded::result);
  s.member("error_type", &InvocationEnded::error_type);
  s.member("error_message", &InvocationEnded::error_message);
  s.member("duration_us", &InvocationEnded::duration);
}

void BatchReceived::describe(StructureShape<BatchReceived>& s) {
  s.member("mapping_arn", &BatchReceived::mapping_arn);
  s.member("message_ids", &BatchReceived::message_ids);
  s.member("function_arn", &BatchReceived::function_arn);
}

void BatchFailed::describe(StructureShape<BatchFailed>& s) {
  s.member("mapping_arn", &BatchFailed::mapping_arn);
  s.member("message_ids", &BatchFailed::message_ids);
  s.member("function_error", &BatchFailed::function_error);
}

void BatchPartlyFailed::describe(StructureShape<BatchPartlyFailed>& s) {
  s.member("mapping_arn", &BatchPartlyFailed::mapping_arn);
  s.member("message_ids", &BatchPartlyFailed::message_ids);
  s.member("failed_message_ids", &BatchPartlyFailed::failed_message_ids);
}

void BatchDropped::describe(StructureShape<BatchDropped>& s) {
  s.member("mapping_arn", &BatchDropped::mapping_arn);
  s.member("message_ids", &BatchDropped::message_ids);
  s.member("error_code", &BatchDropped::error_code);
}

void RecordsDiscarded::describe(StructureShape<RecordsDiscarded>& s) {
  s.member("mapping_arn", &RecordsDiscarded::mapping_arn);
  s.member("sequence_numbers", &RecordsDiscarded::sequence_numbers);
  s.member("condition", &RecordsDiscarded::condition);
  s.member("destination_arn", &RecordsDiscarded::destination_arn);
  s.member("error_code", &RecordsDiscarded::error_code);
}

void AsyncEventDropped::describe(StructureShape<AsyncEventDropped>& s) {
  s.member("function_arn", &AsyncEventDropped::function_arn);
  s.member("request_id", &AsyncEventDropped::request_id);
  s.member("condition", &AsyncEventDropped::condition);
  s.member("failures", &AsyncEventDropped::failures);
}

void DestinationSent::describe(StructureShape<DestinationSent>& s) {
  s.member("function_arn", &DestinationSent::function_arn);
  s.member("request_id", &DestinationSent::request_id);
  s.member("destination_arn", &DestinationSent::destination_arn);
  s.member("error_code", &DestinationSent::error_code);
}

void DeadLetterSent::describe(StructureShape<DeadLetterSent>& s) {
  s.member("function_arn", &DeadLetterSent::function_arn);
  s.member("request_id", &DeadLetterSent::request_id);
  s.member("queue_arn", &DeadLetterSent::queue_arn);
  s.member("error_code", &DeadLetterSent::error_code);
}

void ApiRequestAnswered::describe(StructureShape<ApiRequestAnswered>& s) {
  s.member("api_arn", &ApiRequestAnswered::api_arn);
  s.member("request_id", &ApiRequestAnswered::request_id);
  s.member("method", &ApiRequestAnswered::method);
  s.member("target", &ApiRequestAnswered::target);
  s.member("status", &ApiRequestAnswered::status);
  s.member("took_us", &ApiRequestAnswered::took);
}

}  // namespace emu::events

namespace emu {

EMU_DESCRIBED(events::CallAnswered);
EMU_DESCRIBED(events::MessagesSent);
EMU_DESCRIBED(events::MessagesReceived);
EMU_DESCRIBED(events::VisibilityChanged);
EMU_DESCRIBED(events::MessageVisibleAgain);
EMU_DESCRIBED(events::MessagesDeleted);
EMU_DESCRIBED(events::MessageExpired);
EMU_DESCRIBED(events::MessageRedriven);
EMU_DESCRIBED(events::MessageMoved);
EMU_DESCRIBED(events::MoveTaskEnded);
EMU_DESCRIBED(events::ItemExpired);
EMU_DESCRIBED(events::InitEnded);
EMU_DESCRIBED(events::InvocationThrottled);
EMU_DESCRIBED(events::InvocationBegan);
EMU_DESCRIBED(events::InvocationEnded);
EMU_DESCRIBED(events::BatchReceived);
EMU_DESCRIBED(events::BatchFailed);
EMU_DESCRIBED(events::BatchPartlyFailed);
EMU_DESCRIBED(events::BatchDropped);
EMU_DESCRIBED(events::RecordsDiscarded);
EMU_DESCRIBED(events::AsyncEventDropped);
EMU_DESCRIBED(events::DestinationSent);
EMU_DESCRIBED(events::DeadLetterSent);
EMU_DESCRIBED(events::ApiRequestAnswered);

}  // namespace emu
