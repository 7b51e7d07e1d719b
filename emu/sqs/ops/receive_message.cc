#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "core/text/hex.h"
#include "sqs/batch.h"
#include "sqs/errors.h"
#include "sqs/message_attributes.h"
#include "sqs/reception.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

Message received(const StoredMessage& message, const Queue& queue, MessageKey key,
                 const Reception& reception) {
  Message out{.message_id = std::string(message.id()),
              .receipt_handle = encode_receipt({.queue = static_cast<std::uint32_t>(queue.serial),
                                                .message = key,
                                                .receive = message.receipts}),
              .md5_of_body = hex_encode(message.body_md5),
              .body = message.body};
  reception.system_attributes.copy(message, out.attributes);
  if (message.extras != nullptr && !reception.message_attribute_names.empty()) {
    copy_selected(message.extras->attributes, reception.message_attribute_names,
                  out.message_attributes);
    if (!out.message_attributes.empty()) {
      out.md5_of_message_attributes = md5_of(out.message_attributes);
    }
  }
  return out;
}

Error too_many_in_flight() {
  return error(errors::kOverLimit,
               fmt::format("Too many messages in flight: the maximum is {}.", kInFlightMax),
               kForbidden);
}

Error not_retryable(std::string_view attempt_id) {
  return invalid_parameter(
      "ReceiveRequestAttemptId", attempt_id,
      "The receiveRequestAttemptId is not valid anymore since the receive call "
      "is not retryable.");
}

}  // namespace

void Sqs::take_next(Queue& queue, const Reception& reception, std::vector<Message>& out) {
  const Time now = world_.now();
  const Time due = now + reception.visibility_at(queue.attributes);
  Queue* dead_letters = dead_letter_queue(queue);
  GroupIndex group = 0;
  while (out.size() < reception.messages_max && queue.messages.in_flight() < kInFlightMax) {
    const std::optional<MessageKey> key = queue.messages.next(group);
    if (!key) break;
    if (dead_letters != nullptr &&
        queue.messages.find(*key)->receipts >= queue.attributes.redrive->max_receive_count) {
      redrive(queue, *dead_letters, *key);
      continue;
    }
    const StoredMessage& message = queue.messages.receive(*key, now, due);
    out.push_back(received(message, queue, *key, reception));
    group = message.group;
  }
  watch(queue);
}

// Under the id of an earlier attempt, what that has taken.
Status Sqs::take(Queue& queue, const Reception& reception, std::vector<Message>& out) {
  if (reception.attempt_id.empty()) {
    take_next(queue, reception, out);
    return {};
  }
  EMU_CHECK(repeat(queue, reception, out));
  if (!out.empty()) return {};
  take_next(queue, reception, out);
  if (out.empty()) return {};
  remember(queue, reception, out);
  // Who waits under the same id is to have the same.
  wake(queue, std::numeric_limits<std::int64_t>::max());
  return {};
}

void Sqs::apply_effect(const Call& call, Queue& queue, Reception& reception) {
  const std::string_view effect = effect_on(call, queue);
  if (effect.empty()) return;
  Random random(call.effect.draw);
  if (effect == effects::kDuplicate) {
    reception.visibility = std::chrono::seconds(0);
  } else if (effect == effects::kReorder) {
    queue.messages.shuffle_first(kReorderedMax, random);
  } else if (effect == effects::kMiss && reception.wait == std::chrono::seconds(0)) {
    reception.messages_max = random.below(reception.messages_max);
  }
}

// The same messages and handles, hidden anew. It is an error when one of them was deleted or had
// its visibility changed; when they have become visible again, there is nothing to repeat.
// Source: Amazon SQS API Reference, "ReceiveMessage", ReceiveRequestAttemptId; the text as users of
// AWS report it.
Status Sqs::repeat(Queue& queue, const Reception& reception, std::vector<Message>& out) {
  ReceiveAttempt* attempt = queue.attempts.find(reception.attempt_id);
  if (attempt == nullptr) return {};
  for (const ReceiveAttempt::Taken& taken : attempt->taken) {
    const StoredMessage* message = queue.messages.find(taken.key);
    if (message == nullptr || message->receipts != taken.receipts || message->due != taken.due) {
      return not_retryable(reception.attempt_id);
    }
    if (message->state != StoredMessage::State::kInFlight) return {};
  }
  for (ReceiveAttempt::Taken& taken : attempt->taken) {
    if (out.size() == reception.messages_max) break;
    const StoredMessage& message = *queue.messages.find(taken.key);
    const Time last = message.received + std::chrono::seconds(kVisibilityMax);
    taken.due = std::min(world_.now() + reception.visibility_at(queue.attributes), last);
    queue.messages.hide_until(taken.key, taken.due);
    out.push_back(received(message, queue, taken.key, reception));
  }
  watch(queue);
  return {};
}

void Sqs::remember(Queue& queue, const Reception& reception, const std::vector<Message>& taken) {
  ReceiveAttempt attempt;
  for (const Message& message : taken) {
    const MessageKey key = decode_receipt(message.receipt_handle)->message;
    const StoredMessage& stored = *queue.messages.find(key);
    attempt.taken.push_back({.key = key, .receipts = stored.receipts, .due = stored.due});
  }
  if (ReceiveAttempt* earlier = queue.attempts.find(reception.attempt_id)) {
    *earlier = std::move(attempt);
  } else {
    queue.attempts.add(std::string(reception.attempt_id), std::move(attempt), world_.now());
  }
}

Status Sqs::wait_and_take(Queue& queue, const Reception& reception, std::vector<Message>& out) {
  const Time deadline = world_.now() + reception.wait;
  WaitingLine::Entry entry(life_of(queue).waiting);
  settle(queue);
  for (bool woken = true; woken && out.empty();) {
    woken = entry.wait_until(deadline);
    if (entry.closed()) return queue_does_not_exist();
    settle(queue);
    EMU_CHECK(take(queue, reception, out));
  }
  return {};
}

// Checks: Amazon SQS API Reference, "ReceiveMessage".
Result<ReceiveMessageResult> Sqs::receive_message(Call& call, const ReceiveMessage& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  EMU_TRY(Reception reception, Reception::of(in, queue->attributes));
  const bool is_short_poll = reception.wait == std::chrono::seconds(0);
  // A long poll waits instead, and of a FIFO queue any finds nothing. Source: Amazon SQS Developer
  // Guide, "Quotas related to queues".
  if (is_short_poll && !queue->attributes.is_fifo && queue->messages.in_flight() >= kInFlightMax) {
    return too_many_in_flight();
  }
  apply_effect(call, *queue, reception);

  ReceiveMessageResult out;
  EMU_CHECK(take(*queue, reception, out.messages));
  if (out.messages.empty() && !is_short_poll) {
    EMU_CHECK(wait_and_take(*queue, reception, out.messages));
  }
  if (out.messages.empty()) {
    ++queue->metrics.empty_receives;
    return out;
  }
  queue->metrics.received += static_cast<std::int64_t>(out.messages.size());
  for (const Message& message : out.messages) add_subject(call.subject, message.message_id);
  world_.record<events::MessagesReceived>([&](auto& event) {
    event.queue_arn = queue->arn;
    for (const Message& message : out.messages) event.message_ids.push_back(message.message_id);
    event.hidden_until = world_.now() + reception.visibility_at(queue->attributes);
    event.caller_arn = call.caller.arn;
  });
  return out;
}

}  // namespace emu::sqs
