#include "sqs/queue_attributes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "sqs/errors.h"
#include "sqs/queue_policy.h"
#include "sqs/redrive_policy.h"

namespace emu::sqs {

namespace {

std::optional<std::int64_t> parse_integer(std::string_view text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc() || stop != end) return std::nullopt;
  return number;
}

// How one attribute is read from and written as text. `set` says whether the text is valid. A
// standard queue does not know what only FIFO queues have.
struct AttributeRule {
  std::string_view name;
  Status (*set)(QueueAttributes& to, const AttributeRule& rule, const std::string& text);
  std::optional<std::string> (*text)(const QueueAttributes& from);
  bool is_of_fifo_queues = false;
};

Error invalid_attribute_value(std::string_view name) {
  return error(errors::kInvalidAttributeValue,
               fmt::format("Invalid value for the parameter {}.", name));
}

template <auto member, std::int64_t min, std::int64_t max>
Status set_number(QueueAttributes& to, const AttributeRule& rule, const std::string& text) {
  const std::optional<std::int64_t> number = parse_integer(text);
  if (!number || *number < min || *number > max) return invalid_attribute_value(rule.name);
  to.*member = std::remove_reference_t<decltype(to.*member)>(*number);
  return {};
}

template <auto member>
std::optional<std::string> seconds_text(const QueueAttributes& from) {
  return std::to_string((from.*member).count());
}

Status set_policy(QueueAttributes& to, const AttributeRule& rule, const std::string& text) {
  if (!text.empty() && !is_queue_policy(text)) return invalid_attribute_value(rule.name);
  to.policy = text;
  return {};
}

std::optional<std::string> policy_text(const QueueAttributes& from) {
  return from.policy.empty() ? std::nullopt : std::optional(from.policy);
}

template <class Policy, std::optional<Policy> QueueAttributes::*member,
          Result<Policy> (*parse)(const std::string&)>
Status set_redrive(QueueAttributes& to, const AttributeRule&, const std::string& text) {
  if (text.empty()) {
    to.*member = std::nullopt;
    return {};
  }
  EMU_TRY(Policy policy, parse(text));
  to.*member = std::move(policy);
  return {};
}

template <auto member>
std::optional<std::string> redrive_text(const QueueAttributes& from) {
  return from.*member ? std::optional(to_text(*(from.*member))) : std::nullopt;
}

Status set_kms_key(QueueAttributes& to, const AttributeRule&, const std::string& text) {
  to.kms_key = text;
  if (!text.empty()) to.sqs_managed_sse = false;
  return {};
}

std::optional<std::string> kms_key_text(const QueueAttributes& from) {
  return from.kms_key.empty() ? std::nullopt : std::optional(from.kms_key);
}

std::optional<std::string> kms_reuse_text(const QueueAttributes& from) {
  return from.kms_key.empty() ? std::nullopt : seconds_text<&QueueAttributes::kms_reuse>(from);
}

Status set_managed_sse(QueueAttributes& to, const AttributeRule& rule, const std::string& text) {
  if (text != "true" && text != "false") return invalid_attribute_value(rule.name);
  to.sqs_managed_sse = text == "true";
  if (to.sqs_managed_sse) to.kms_key.clear();
  return {};
}

std::optional<std::string> managed_sse_text(const QueueAttributes& from) {
  return from.sqs_managed_sse ? "true" : "false";
}

std::optional<std::string> message_bytes_text(const QueueAttributes& from) {
  return std::to_string(from.message_bytes_max);
}

Error queue_type_stays() {
  return error(
      errors::kInvalidAttributeValue,
      "Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.");
}

Status set_fifo(QueueAttributes&, const AttributeRule& rule, const std::string& text) {
  if (text != "true" && text != "false") return invalid_attribute_value(rule.name);
  if (text == "false") return queue_type_stays();
  return {};
}

template <bool QueueAttributes::*member>
std::optional<std::string> flag_text(const QueueAttributes& from) {
  return from.*member ? "true" : "false";
}

Status set_content_based(QueueAttributes& to, const AttributeRule& rule, const std::string& text) {
  if (text != "true" && text != "false") return invalid_attribute_value(rule.name);
  to.deduplicates_by_content = text == "true";
  return {};
}

template <std::string QueueAttributes::*member, const std::string_view& first,
          const std::string_view& second>
Status set_choice(QueueAttributes& to, const AttributeRule& rule, const std::string& text) {
  if (text != first && text != second) return invalid_attribute_value(rule.name);
  to.*member = text;
  return {};
}

template <std::string QueueAttributes::*member>
std::optional<std::string> choice_text(const QueueAttributes& from) {
  return from.*member;
}

// Source: Amazon SQS API Reference, "CreateQueue", FifoThroughputLimit.
Status check_throughput(const QueueAttributes& attributes) {
  const bool is_per_group =
      attributes.fifo_throughput_limit == fifo_throughput_limits::kPerMessageGroupId;
  if (!is_per_group || attributes.deduplication_scope == deduplication_scopes::kMessageGroup) {
    return {};
  }
  return error(errors::kInvalidAttributeValue,
               "Invalid value for the parameter FifoThroughputLimit. Reason: The perMessageGroupId "
               "value is allowed only when the value for DeduplicationScope is messageGroup.");
}

using Q = QueueAttributes;
constexpr std::array<AttributeRule, 15> kRules = {{
    {"ContentBasedDeduplication", &set_content_based, &flag_text<&Q::deduplicates_by_content>,
     true},
    {"DeduplicationScope",
     &set_choice<&Q::deduplication_scope, deduplication_scopes::kQueue,
                 deduplication_scopes::kMessageGroup>,
     &choice_text<&Q::deduplication_scope>, true},
    {"DelaySeconds", &set_number<&Q::delay, 0, kDelayMax>, &seconds_text<&Q::delay>},
    {"FifoQueue", &set_fifo, &flag_text<&Q::is_fifo>, true},
    {"FifoThroughputLimit",
     &set_choice<&Q::fifo_throughput_limit, fifo_throughput_limits::kPerQueue,
                 fifo_throughput_limits::kPerMessageGroupId>,
     &choice_text<&Q::fifo_throughput_limit>, true},
    {"KmsDataKeyReusePeriodSeconds", &set_number<&Q::kms_reuse, kKmsReuseMin, kKmsReuseMax>,
     &kms_reuse_text},
    {"KmsMasterKeyId", &set_kms_key, &kms_key_text},
    {"MaximumMessageSize", &set_number<&Q::message_bytes_max, kMessageBytesMin, kMessageBytesMax>,
     &message_bytes_text},
    {"MessageRetentionPeriod", &set_number<&Q::retention, kRetentionMin, kRetentionMax>,
     &seconds_text<&Q::retention>},
    {"Policy", &set_policy, &policy_text},
    {"ReceiveMessageWaitTimeSeconds", &set_number<&Q::wait, 0, kWaitMax>, &seconds_text<&Q::wait>},
    {"RedriveAllowPolicy",
     &set_redrive<RedriveAllowPolicy, &Q::redrive_allow, &parse_redrive_allow_policy>,
     &redrive_text<&Q::redrive_allow>},
    {"RedrivePolicy", &set_redrive<RedrivePolicy, &Q::redrive, &parse_redrive_policy>,
     &redrive_text<&Q::redrive>},
    {"SqsManagedSseEnabled", &set_managed_sse, &managed_sse_text},
    {"VisibilityTimeout", &set_number<&Q::visibility, 0, kVisibilityMax>,
     &seconds_text<&Q::visibility>},
}};

constexpr std::array<std::string_view, 6> kReadOnly = {
    "ApproximateNumberOfMessages",
    "ApproximateNumberOfMessagesDelayed",
    "ApproximateNumberOfMessagesNotVisible",
    "CreatedTimestamp",
    "LastModifiedTimestamp",
    "QueueArn",
};

bool has(const QueueAttributes& queue, const AttributeRule& rule) {
  return queue.is_fifo || !rule.is_of_fifo_queues;
}

// Null when such a queue has no attribute of that name that can be set.
const AttributeRule* find_rule(const QueueAttributes& queue, std::string_view name) {
  const auto* found = std::find_if(kRules.begin(), kRules.end(), [&](const AttributeRule& rule) {
    return rule.name == name && has(queue, rule);
  });
  return found == kRules.end() ? nullptr : found;
}

}  // namespace

Result<QueueAttributes> with_changes(QueueAttributes attributes, const AttributeMap& changes) {
  for (const auto& [name, text] : changes) {
    const AttributeRule* rule = find_rule(attributes, name);
    if (rule == nullptr) return unknown_attribute(name);
    EMU_CHECK(rule->set(attributes, *rule, text));
  }
  EMU_CHECK(check_throughput(attributes));
  return attributes;
}

bool is_attribute(const QueueAttributes& attributes, std::string_view name) {
  return find_rule(attributes, name) != nullptr ||
         std::find(kReadOnly.begin(), kReadOnly.end(), name) != kReadOnly.end();
}

std::optional<std::string> attribute_text(const QueueAttributes& attributes,
                                          std::string_view name) {
  const AttributeRule* rule = find_rule(attributes, name);
  return rule == nullptr ? std::nullopt : rule->text(attributes);
}

void add_attribute_texts(const QueueAttributes& attributes, AttributeMap& out) {
  for (const AttributeRule& rule : kRules) {
    if (!has(attributes, rule)) continue;
    if (auto text = rule.text(attributes)) out.emplace(rule.name, std::move(*text));
  }
}

}  // namespace emu::sqs
