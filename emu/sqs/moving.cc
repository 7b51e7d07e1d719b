// The work of message move tasks: one message with each tick of a timer.
//
// A moved message is a new one, with an id, a time of sending and a receive count of its own.
// Source: Amazon SQS Developer Guide, "Learn how to configure a dead-letter queue redrive".

#include <utility>

#include "sqs/errors.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

constexpr std::string_view kUnknownSource = "CouldNotDetermineMessageSource";
const MessageAttributes kNoAttributes;
const std::string kNoText;

// The destination's ARN; empty when the message was sent to the dead-letter queue by someone.
const std::string& home_of(const MoveTask& task, const StoredMessage& message) {
  if (!task.destination_arn.empty()) return task.destination_arn;
  return message.extras == nullptr ? kNoText : message.extras->dead_letter_source;
}

std::optional<std::string_view> group_of(const StoredMessage& message) {
  if (message.extras == nullptr || message.extras->group_id.empty()) return std::nullopt;
  return message.extras->group_id;
}

std::string_view deduplication_id_of(const StoredMessage& message) {
  if (message.extras == nullptr || message.extras->deduplication_id == nullptr) return {};
  return *message.extras->deduplication_id;
}

}  // namespace

void Sqs::arrange(MoveTask& task) {
  move_timers_[task.source_arn] =
      world_.scheduler().at(task.next, [this, &task] { move_next(task); });
}

void Sqs::stop_timer(std::string_view source_arn) {
  const auto timer = move_timers_.find(source_arn);
  if (timer == move_timers_.end()) return;
  world_.scheduler().cancel(timer->second);
  move_timers_.erase(timer);
}

void Sqs::end_move(MoveTask& task, std::string_view status) {
  stop_timer(task.source_arn);
  task.status = status;
  world_.record<events::MoveTaskEnded>([&](auto& event) {
    event.queue_arn = task.source_arn;
    event.status = status;
    event.moved = task.moved;
    event.failure_reason = task.failure_reason;
  });
}

void Sqs::move_next(MoveTask& task) {
  Queue* source = find_by_arn(task.source_arn);
  if (source == nullptr) return end_move(task, move_statuses::kCancelled);
  settle(*source);
  const std::optional<MessageKey> key = source->messages.next_in_order();
  // What comes in while the task runs stays: it may be what the task has moved, which comes back.
  if (!key || source->messages.find(*key)->sequence >= task.end_sequence) {
    return end_move(task, move_statuses::kCompleted);
  }
  const std::string home = home_of(task, *source->messages.find(*key));
  Queue* destination = find_by_arn(home);
  if (destination == nullptr) {
    task.failure_reason = home.empty() ? kUnknownSource : queue_does_not_exist().code;
    return end_move(task, move_statuses::kFailed);
  }

  settle(*destination);
  const StoredMessage message = source->messages.take(*key);
  const MessageExtras* extras = message.extras.get();
  const SendMessageResult sent =
      store(*destination,
            {.body = message.body,
             .delay = std::chrono::seconds(0),
             .attributes = extras == nullptr ? kNoAttributes : extras->attributes,
             .system_attributes = kNoAttributes,
             .deduplication_id = deduplication_id_of(message),
             .group_id = group_of(message),
             .trace_header = extras == nullptr ? std::string_view() : extras->trace_header},
            task.sender);
  world_.record<events::MessageMoved>([&](auto& event) {
    event.queue_arn = task.source_arn;
    event.message_id = message.id();
    event.destination_arn = destination->arn;
    event.new_message_id = sent.message_id;
  });
  ++task.moved;
  task.next = world_.now() + task.interval;
  arrange(task);
}

}  // namespace emu::sqs
