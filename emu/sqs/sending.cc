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

// Alphanumeric and punctuation characters of ASCII.
bool is_group_id(std::string_view text) {
  return !text.empty() && text.size() <= kMessageGroupIdMax &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

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

Error invalid_group_id(std::string_view value) {
  return invalid_parameter("MessageGroupId", value,
                           fmt::format("MessageGroupId can only include alphanumeric and "
                                       "punctuation characters. 1 to {} in length.",
                                       kMessageGroupIdMax));
}

}  // namespace

std::size_t OutgoingMessage::size() const { return body.size() + size_of(attributes); }

// Checks: Amazon SQS API Reference, "SendMessage".
Status check_outgoing(const OutgoingMessage& message, const QueueAttributes& queue) {
  if (message.delay) {
    const std::int64_t delay = message.delay->count();
    if (delay < 0 || delay > kDelayMax) return delay_out_of_range(delay);
  }
  EMU_CHECK(check_attributes(message.attributes));
  EMU_CHECK(check_system_attributes(message.system_attributes));
  if (!message.deduplication_id.empty()) {
    return not_for_this_queue_type("MessageDeduplicationId", message.deduplication_id);
  }
  if (message.group_id && !is_group_id(*message.group_id)) {
    return invalid_group_id(*message.group_id);
  }
  if (message.size() > static_cast<std::size_t>(queue.message_bytes_max)) {
    return message_too_long(queue.message_bytes_max);
  }
  return check_body(message.body);
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
  if (!message.attributes.empty()) result.md5_of_message_attributes = md5_of(message.attributes);
  if (!message.system_attributes.empty()) {
    result.md5_of_message_system_attributes = md5_of(message.system_attributes);
  }

  const Time due = now + message.delay.value_or(queue.attributes.delay);
  queue.messages.add(std::move(stored), now, due);
  if (due <= now) wake(queue, 1);
  watch(queue);
  return result;
}

}  // namespace emu::sqs
