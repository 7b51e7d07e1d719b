#include <fmt/format.h>

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

}  // namespace

void Sqs::take(Queue& queue, const Reception& reception, std::vector<Message>& out) {
  const Time now = world_.now();
  const Time due = now + reception.visibility_at(queue.attributes);
  Queue* dead_letters = dead_letter_queue(queue);
  while (out.size() < reception.messages_max && queue.messages.in_flight() < kInFlightMax) {
    const std::optional<MessageKey> key = queue.messages.next();
    if (!key) break;
    if (dead_letters != nullptr &&
        queue.messages.find(*key)->receipts >= queue.attributes.redrive->max_receive_count) {
      redrive(queue, *dead_letters, *key);
      continue;
    }
    const StoredMessage& message = queue.messages.receive(*key, now, due);
    out.push_back(received(message, queue, *key, reception));
  }
  watch(queue);
}

Status Sqs::wait_and_take(Queue& queue, const Reception& reception, std::vector<Message>& out) {
  const Time deadline = world_.now() + reception.wait;
  WaitingLine::Entry entry(life_of(queue).waiting);
  settle(queue);
  for (bool woken = true; woken && out.empty();) {
    woken = entry.wait_until(deadline);
    if (entry.closed()) return queue_does_not_exist();
    settle(queue);
    take(queue, reception, out);
  }
  return {};
}

// Checks: Amazon SQS API Reference, "ReceiveMessage".
Result<ReceiveMessageResult> Sqs::receive_message(Call& call, const ReceiveMessage& in) {
  EMU_TRY(Queue* queue, find(call, in.queue_url));
  EMU_TRY(const Reception reception, Reception::of(in, queue->attributes));
  const bool is_short_poll = reception.wait == std::chrono::seconds(0);
  // A long poll waits instead. Source: Amazon SQS Developer Guide, "Quotas related to queues".
  if (is_short_poll && queue->messages.in_flight() >= kInFlightMax) return too_many_in_flight();

  ReceiveMessageResult out;
  take(*queue, reception, out.messages);
  if (out.messages.empty() && !is_short_poll) {
    EMU_CHECK(wait_and_take(*queue, reception, out.messages));
  }
  if (out.messages.empty()) return out;
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
