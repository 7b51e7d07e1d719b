#include "sns/topic_attributes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/text/utf8.h"
#include "sns/errors.h"
#include "sns/limits.h"
#include "sns/topic_policy.h"

namespace emu::sns {

namespace {

constexpr std::string_view kFifoTopic = "FifoTopic";
constexpr std::string_view kFalse = "false";

bool is_boolean(const std::string& text) { return text == "true" || text == kFalse; }
bool is_display_name(const std::string& text) { return count_code_points(text) <= kDisplayNameMax; }
bool is_short(const std::string& text) { return text.size() <= kAttributeMax; }
bool is_signature_version(const std::string& text) { return text == "1" || text == "2"; }
bool is_tracing(const std::string& text) { return text == "Active" || text == "PassThrough"; }
bool is_scope(const std::string& text) { return text == "Topic" || text == "MessageGroup"; }

bool is_sample_rate(const std::string& text) {
  int rate = -1;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, rate);
  return failure == std::errc() && stop == end && rate >= 0 && rate <= 100;
}

enum class For { kAll, kFifo, kStandard };

struct TopicRule {
  std::string_view name;
  bool (*is_valid)(const std::string& text);
  For topics = For::kAll;
};

// Source: Amazon SNS API Reference, "CreateTopic" and "SetTopicAttributes".
constexpr std::array kRules = {
    TopicRule{"ApplicationFailureFeedbackRoleArn", &is_short},
    TopicRule{"ApplicationSuccessFeedbackRoleArn", &is_short},
    TopicRule{"ApplicationSuccessFeedbackSampleRate", &is_sample_rate},
    TopicRule{"ContentBasedDeduplication", &is_boolean, For::kFifo},
    TopicRule{"DeliveryPolicy", &is_short},
    TopicRule{"DisplayName", &is_display_name},
    TopicRule{"FifoThroughputScope", &is_scope, For::kFifo},
    TopicRule{"FirehoseFailureFeedbackRoleArn", &is_short},
    TopicRule{"FirehoseSuccessFeedbackRoleArn", &is_short},
    TopicRule{"FirehoseSuccessFeedbackSampleRate", &is_sample_rate},
    TopicRule{"HTTPFailureFeedbackRoleArn", &is_short},
    TopicRule{"HTTPSuccessFeedbackRoleArn", &is_short},
    TopicRule{"HTTPSuccessFeedbackSampleRate", &is_sample_rate},
    TopicRule{"KmsMasterKeyId", &is_short},
    TopicRule{"LambdaFailureFeedbackRoleArn", &is_short},
    TopicRule{"LambdaSuccessFeedbackRoleArn", &is_short},
    TopicRule{"LambdaSuccessFeedbackSampleRate", &is_sample_rate},
    TopicRule{"Policy", nullptr},
    TopicRule{"SQSFailureFeedbackRoleArn", &is_short},
    TopicRule{"SQSSuccessFeedbackRoleArn", &is_short},
    TopicRule{"SQSSuccessFeedbackSampleRate", &is_sample_rate},
    TopicRule{"SignatureVersion", &is_signature_version},
    TopicRule{"TracingConfig", &is_tracing, For::kStandard},
};

const TopicRule* find_rule(std::string_view name) {
  const auto* found = std::find_if(kRules.begin(), kRules.end(),
                                   [&](const TopicRule& rule) { return rule.name == name; });
  return found == kRules.end() ? nullptr : found;
}

bool is_for(const TopicRule& rule, bool is_fifo) {
  return rule.topics == For::kAll || (rule.topics == For::kFifo) == is_fifo;
}

// What the values of attributes mean, beside their texts.
Status apply(TopicAttributes& attributes) {
  EMU_TRY(attributes.delivery, parse_topic_delivery(attributes.text("DeliveryPolicy")));
  attributes.dedups_by_content = attributes.text("ContentBasedDeduplication") == "true";
  attributes.dedups_within_group = attributes.text("FifoThroughputScope") == "MessageGroup";
  attributes.signature_version = attributes.text("SignatureVersion") == "2" ? '2' : '1';
  return {};
}

Status set(TopicAttributes& attributes, const std::string& name, const std::string& value) {
  const TopicRule* rule = find_rule(name);
  if (rule == nullptr || !is_for(*rule, attributes.is_fifo)) {
    return invalid_parameter("AttributeName");
  }
  if (value.empty()) {
    attributes.texts.erase(name);
    return {};
  }
  if (rule->is_valid == nullptr) EMU_CHECK(check_policy(value));
  if (rule->is_valid != nullptr && !rule->is_valid(value)) return invalid_parameter(name);
  attributes.texts.insert_or_assign(name, value);
  return {};
}

}  // namespace

std::string_view TopicAttributes::text(std::string_view name) const {
  const auto found = texts.find(std::string(name));
  return found == texts.end() ? std::string_view() : found->second;
}

Result<TopicAttributes> attributes_of(const AttributeMap& given) {
  TopicAttributes attributes;
  if (const auto fifo = given.find(std::string(kFifoTopic)); fifo != given.end()) {
    if (!is_boolean(fifo->second)) return invalid_parameter(kFifoTopic);
    attributes.is_fifo = fifo->second == "true";
  }
  for (const auto& [name, value] : given) {
    if (name == kFifoTopic) continue;
    if (find_rule(name) == nullptr) {
      return invalid_parameter("Attributes", fmt::format("Unknown attribute {}", name));
    }
    EMU_CHECK(set(attributes, name, value));
  }
  EMU_CHECK(apply(attributes));
  return attributes;
}

Result<TopicAttributes> with_attribute(TopicAttributes attributes, const std::string& name,
                                       const std::string& value) {
  EMU_CHECK(set(attributes, name, value));
  EMU_CHECK(apply(attributes));
  return attributes;
}

bool agrees(const TopicAttributes& attributes, const AttributeMap& given) {
  return std::all_of(given.begin(), given.end(), [&](const auto& attribute) {
    const auto& [name, value] = attribute;
    if (name == kFifoTopic) return (value == "true") == attributes.is_fifo;
    const std::string_view kept = attributes.text(name);
    return kept == value || (kept.empty() && value == kFalse);
  });
}

}  // namespace emu::sns
