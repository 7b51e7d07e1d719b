#include "sqs/reception.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sqs/errors.h"
#include "sqs/limits.h"
#include "sqs/sending.h"

namespace emu::sqs {

namespace {

struct SystemAttribute {
  std::string_view name;
  // The value; empty when the message does not have it.
  std::string (*text)(const StoredMessage& message);
};

template <std::string MessageExtras::*member>
std::string extra_text(const StoredMessage& message) {
  return message.extras == nullptr ? std::string() : message.extras.get()->*member;
}

// Of FIFO queues only.
bool is_of_fifo_queue(const StoredMessage& message) {
  return message.extras != nullptr && message.extras->deduplication_id != nullptr;
}

std::string deduplication_id_text(const StoredMessage& message) {
  return is_of_fifo_queue(message) ? *message.extras->deduplication_id : std::string();
}

std::string sequence_number_text(const StoredMessage& message) {
  return is_of_fifo_queue(message) ? sequence_number(message.sequence) : std::string();
}

// In the order of their bytes.
constexpr std::array<SystemAttribute, 9> kSystemAttributes = {{
    {"AWSTraceHeader", &extra_text<&MessageExtras::trace_header>},
    {"ApproximateFirstReceiveTimestamp",
     [](const StoredMessage& m) { return std::to_string(epoch_millis(m.first_received)); }},
    {"ApproximateReceiveCount",
     [](const StoredMessage& m) { return std::to_string(m.receive_count); }},
    {"DeadLetterQueueSourceArn", &extra_text<&MessageExtras::dead_letter_source>},
    {"MessageDeduplicationId", &deduplication_id_text},
    {"MessageGroupId", &extra_text<&MessageExtras::group_id>},
    {"SenderId", [](const StoredMessage& m) { return *m.sender; }},
    {"SentTimestamp", [](const StoredMessage& m) { return std::to_string(epoch_millis(m.sent)); }},
    {"SequenceNumber", &sequence_number_text},
}};

constexpr std::string_view kAll = "All";
constexpr std::string_view kStar = "*";
constexpr std::string_view kWildcard = ".*";

}  // namespace

Status SystemAttributeSelection::add(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (name == kAll) {
      bits_ = (1U << kSystemAttributes.size()) - 1;
      continue;
    }
    const auto* found =
        std::find_if(kSystemAttributes.begin(), kSystemAttributes.end(),
                     [&](const SystemAttribute& attribute) { return attribute.name == name; });
    if (found == kSystemAttributes.end()) return unknown_attribute(name);
    bits_ |= 1U << static_cast<unsigned>(found - kSystemAttributes.begin());
  }
  return {};
}

void SystemAttributeSelection::copy(const StoredMessage& message,
                                    std::map<std::string, std::string>& out) const {
  for (std::size_t i = 0; i < kSystemAttributes.size(); ++i) {
    if ((bits_ & (1U << i)) == 0) continue;
    std::string text = kSystemAttributes[i].text(message);
    if (!text.empty()) out.emplace_hint(out.end(), kSystemAttributes[i].name, std::move(text));
  }
}

void copy_selected(const MessageAttributes& from, const std::vector<std::string>& names,
                   MessageAttributes& out) {
  for (const auto& entry : from) {
    const std::string& name = entry.first;
    const bool selected = std::any_of(names.begin(), names.end(), [&](std::string_view wanted) {
      if (wanted == kAll || wanted == kStar || wanted == name) return true;
      return wanted.ends_with(kWildcard) &&
             name.starts_with(wanted.substr(0, wanted.size() - kWildcard.size()));
    });
    if (selected) out.insert(entry);
  }
}

// Checks: Amazon SQS API Reference, "ReceiveMessage".
Result<Reception> Reception::of(const ReceiveMessage& in, const QueueAttributes& queue) {
  const std::int64_t count = in.max_number_of_messages.value_or(1);
  if (count < 1 || count > kReceivedMessagesMax) {
    return count_out_of_range("MaxNumberOfMessages", count, kReceivedMessagesMax);
  }
  const std::int64_t visibility = in.visibility_timeout.value_or(queue.visibility).count();
  if (visibility < 0 || visibility > kVisibilityMax) {
    return out_of_range("VisibilityTimeout", visibility, 0, kVisibilityMax);
  }
  const std::chrono::seconds wait = in.wait_time_seconds.value_or(queue.wait);
  if (wait.count() < 0 || wait.count() > kWaitMax) {
    return out_of_range("WaitTimeSeconds", wait.count(), 0, kWaitMax);
  }
  if (!in.receive_request_attempt_id.empty()) {
    if (!queue.is_fifo) {
      return not_for_this_queue_type("ReceiveRequestAttemptId", in.receive_request_attempt_id);
    }
    EMU_CHECK(check_token("ReceiveRequestAttemptId", in.receive_request_attempt_id));
  }
  Reception reception{.messages_max = static_cast<std::size_t>(count),
                      .visibility = in.visibility_timeout,
                      .wait = wait,
                      .system_attributes = {},
                      .message_attribute_names = in.message_attribute_names,
                      .attempt_id = in.receive_request_attempt_id};
  EMU_CHECK(reception.system_attributes.add(in.attribute_names));
  EMU_CHECK(reception.system_attributes.add(in.message_system_attribute_names));
  return reception;
}

}  // namespace emu::sqs
