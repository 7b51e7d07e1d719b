#include "sqs/sending.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/hash/hash.h"
#include "core/hash/ids.h"
#include "core/text/hex.h"
#include "sqs/errors.h"
#include "sqs/message_attributes.h"
#include "sqs/message_text.h"
#include "sqs/service.h"

namespace emu::sqs {

namespace {

// The message's own goes before that of the request.
// Source: AWS X-Ray Developer Guide, "Amazon SQS and AWS X-Ray".
std::string_view trace_of(const OutgoingMessage& message) {
  if (message.system_attributes.empty()) return message.trace_header;
  return *message.system_attributes.begin()->second.string_value;
}

std::unique_ptr<MessageExtras> extras_of(const OutgoingMessage& message) {
  const std::string_view trace = trace_of(message);
  if (message.attributes.empty() && trace.empty() && !message.group_id) return nullptr;
  auto extras = std::make_unique<MessageExtras>();
  extras->attributes = message.attributes;
  extras->trace_header = trace;
  if (message.group_id) extras->group_id = *message.group_id;
  if (!message.deduplication_id.empty()) {
    extras->deduplication_id = std::make_unique<const std::string>(message.deduplication_id);
  }
  return extras;
}

Error message_too_long(std::int64_t bytes_max) {
  return invalid_value(fmt::format(
      "One or more parameters are invalid. Reason: Message must be shorter than {} bytes.",
      bytes_max));
}

Error delay_out_of_range(std::int64_t delay) {
  return invalid_parameter("DelaySeconds", std::to_string(delay),
                           fmt::format("DelaySeconds must be >= 0 and <= {}.", kDelayMax));
}

Error no_deduplication_id() {
  return invalid_value(
      "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId "
      "provided explicitly");
}

// Under which a FIFO queue remembers a send.
std::string name_of_send(const OutgoingMessage& message, const QueueAttributes& queue) {
  std::string name;
  if (queue.deduplication_scope == deduplication_scopes::kMessageGroup) {
    name = *message.group_id;
    name += '\n';
  }
  name += message.deduplication_id;
  return name;
}

void add_digests(const OutgoingMessage& message, SendMessageResult& result) {
  if (!message.attributes.empty()) result.md5_of_message_attributes = md5_of(message.attributes);
  if (message.system_attributes.empty()) return;
  result.md5_of_message_system_attributes = md5_of(message.system_attributes);
}

}  // namespace

std::string sequence_number(std::int64_t sequence) {
  constexpr std::int64_t kFirst = 8'849'496'460'467'696'128;
  constexpr std::int64_t kStep = 256;
  return fmt::format("1{}", kFirst + sequence * kStep);
}

std::size_t OutgoingMessage::size() const { return body.size() + size_of(attributes); }

// Checks: Amazon SQS API Reference, "SendMessage".
Status check_outgoing(const OutgoingMessage& message, const QueueAttributes& queue) {
  if (message.delay) {
    const std::int64_t delay = message.delay->count();
    if (delay < 0 || delay > kDelayMax) return delay_out_of_range(delay);
    // As users of AWS report it, 0 is let pass.
    if (queue.is_fifo && delay > 0) {
      return not_for_this_queue_type("DelaySeconds", std::to_string(delay));
    }
  }
  EMU_CHECK(check_attributes(message.attributes));
  EMU_CHECK(check_system_attributes(message.system_attributes));
  if (!message.deduplication_id.empty()) {
    if (!queue.is_fifo) {
      return not_for_this_queue_type("MessageDeduplicationId", message.deduplication_id);
    }
    EMU_CHECK(check_token("MessageDeduplicationId", message.deduplication_id));
  }
  if (message.group_id) EMU_CHECK(check_token("MessageGroupId", *message.group_id));
  if (message.size() > static_cast<std::size_t>(queue.message_bytes_max)) {
    return message_too_long(queue.message_bytes_max);
  }
  return check_body(message.body);
}

// Codes: as users of AWS report them.
Status check_fifo_needs(const OutgoingMessage& message, const QueueAttributes& queue) {
  if (!queue.is_fifo) return {};
  if (!message.group_id) return missing_parameter("MessageGroupId");
  if (message.deduplication_id.empty() && !queue.deduplicates_by_content) {
    return no_deduplication_id();
  }
  return {};
}

// Source: Amazon SQS API Reference, "SendMessage", MessageDeduplicationId.
Sent Sqs::send(Queue& queue, OutgoingMessage message, std::string_view sender) {
  if (!queue.attributes.is_fifo) return {.result = store(queue, message, sender)};
  std::string digest;
  if (message.deduplication_id.empty()) {
    digest = sha256_hex(message.body);
    message.deduplication_id = digest;
  }
  std::string name = name_of_send(message, queue.attributes);
  if (const FirstSend* first = queue.sends.find(name)) {
    Sent sent{.result = {}, .is_duplicate = true};
    sent.result.message_id.assign(first->message_id.data(), first->message_id.size());
    sent.result.md5_of_message_body = md5_hex(message.body);
    sent.result.sequence_number = sequence_number(first->sequence);
    add_digests(message, sent.result);
    return sent;
  }
  FirstSend first{.message_id = {}, .sequence = queue.messages.next_sequence()};
  Sent sent{.result = store(queue, message, sender)};
  std::copy_n(sent.result.message_id.begin(), first.message_id.size(), first.message_id.begin());
  queue.sends.add(std::move(name), first, world_.now());
  return sent;
}

SendMessageResult Sqs::store(Queue& queue, const OutgoingMessage& message,
                             std::string_view sender) {
  const Time now = world_.now();
  StoredMessage stored;
  stored.body = permitted_text(message.body);
  stored.body_md5 = md5(stored.body);
  stored.extras = extras_of(message);
  stored.sender = intern_sender(sender);
  stored.sent = now;

  SendMessageResult result;
  result.message_id = world_.uuid();
  std::copy_n(result.message_id.begin(), stored.uuid.size(), stored.uuid.begin());
  // The sender compares it with what was sent.
  const bool is_as_sent = stored.body == message.body;
  result.md5_of_message_body = hex_encode(is_as_sent ? stored.body_md5 : md5(message.body));
  add_digests(message, result);
  if (queue.attributes.is_fifo) {
    result.sequence_number = sequence_number(queue.messages.next_sequence());
  }

  // The messages of a FIFO queue all have the queue's delay, so that they stay in order.
  const bool has_own_delay = message.delay && !queue.attributes.is_fifo;
  const Time due = now + (has_own_delay ? *message.delay : queue.attributes.delay);
  queue.messages.add(std::move(stored), now, due);
  ++queue.metrics.sent;
  if (due <= now) wake(queue, 1);
  watch(queue);
  return result;
}

}  // namespace emu::sqs
