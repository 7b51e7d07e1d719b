#include "sns/publishing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/json/json_view.h"
#include "core/policy/scalars.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "sns/errors.h"
#include "sns/limits.h"

namespace emu::sns {

namespace {

constexpr std::string_view kDefault = "default";

bool is_fifo_id(std::string_view text) {
  return !text.empty() && text.size() <= kFifoIdMax &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

// Also true of what is not UTF-8.
bool has_control_characters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<char32_t> c = decode_code_point(text, at);
    if (!c || *c < U' ' || (*c >= U'\x7f' && *c < U'\xa0')) return true;
  }
  return false;
}

// Source: Amazon SNS API Reference, "Publish": UTF-8 text with no line breaks or control
// characters.
bool is_subject(std::string_view text) {
  return !text.empty() && !has_control_characters(text) && count_code_points(text) <= kSubjectMax;
}

Error structure_invalid(std::string_view reason) {
  return invalid_parameter(fmt::format("Message Structure - {}", reason));
}

// {"default": "hello", "sqs": "hello, queue"}. What is not a text is left out.
Status read_texts(const std::string& json, std::map<std::string, std::string, std::less<>>& texts) {
  std::string why;
  const std::optional<JsonDocument> document = JsonDocument::parse(json, why);
  if (!document || document->root().type() != JsonView::Type::kObject) {
    return structure_invalid("JSON message body failed to parse");
  }
  document->root().each_member([&](std::string_view protocol, const JsonView& text) {
    if (text.type() == JsonView::Type::kString) {
      texts.insert_or_assign(std::string(protocol), std::string(text.string()));
    }
    return true;
  });
  if (!texts.contains(kDefault)) return structure_invalid("No default entry in JSON message body");
  return {};
}

bool is_attribute_name(std::string_view name) {
  return !name.empty() && name.size() <= kMessageAttributeNameMax && name.front() != '.' &&
         name.back() != '.' && name.find("..") == name.npos &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_alphanumeric(c) || c == '-' || c == '_' || c == '.'; });
}

// What text messages and devices know. Other names that begin like AWS's are nobody's.
// Source: Amazon SNS Developer Guide, "Publishing SMS messages to an Amazon SNS topic" and "Amazon
// SNS message attributes for mobile push notifications".
constexpr std::array<std::string_view, 3> kNamesOfAws = {"AWS.SNS.SMS.", "AWS.SNS.MOBILE.",
                                                         "AWS.MM.SMS."};

bool is_reserved(std::string_view name) {
  if (std::any_of(kNamesOfAws.begin(), kNamesOfAws.end(),
                  [&](std::string_view begin) { return name.starts_with(begin); })) {
    return false;
  }
  const std::string lower = lower_case(name.substr(0, 7));
  return lower.starts_with("aws.") || lower.starts_with("amazon.");
}

bool is_number(std::string_view text) {
  const std::optional<double> number = policy::parse_number(text);
  return number && std::isfinite(*number);
}

Error value_missing(std::string_view name, std::string_view type) {
  return invalid_value(
      fmt::format("The message attribute '{}' must contain non-empty message attribute value for "
                  "message attribute type '{}'.",
                  name, type));
}

Status check_value(const std::string& name, const MessageAttributeValue& attribute) {
  const std::string_view type = attribute.data_type;
  const std::string_view base = type.substr(0, type.find('.'));
  if (base == "Binary") {
    return attribute.binary_value.empty() ? Status(value_missing(name, type)) : Status();
  }
  if (!attribute.string_value || attribute.string_value->empty()) return value_missing(name, type);
  if (!is_xml_text(*attribute.string_value)) {
    return invalid_value(fmt::format("Invalid characters in message attribute '{}'.", name));
  }
  if (base == "Number" && !is_number(*attribute.string_value)) {
    return invalid_value(
        fmt::format("Could not cast message attribute '{}' value to number.", name));
  }
  return {};
}

// Checks: Amazon SNS Developer Guide, "Amazon SNS message attributes".
Status check_attribute(const std::string& name, const MessageAttributeValue& attribute) {
  if (!is_attribute_name(name)) {
    return invalid_value(
        fmt::format("Invalid attribute name '{}'. A name has up to 256 letters, digits, "
                    "underscores, hyphens and periods.",
                    name));
  }
  if (is_reserved(name)) {
    return invalid_value(fmt::format(
        "Message attribute name '{}' begins with a reserved prefix: AWS. or Amazon.", name));
  }
  const std::string_view type = attribute.data_type;
  if (type.empty()) {
    return invalid_value(fmt::format(
        "The message attribute '{}' must contain non-empty message attribute type.", name));
  }
  const std::string_view base = type.substr(0, type.find('.'));
  if ((base != "String" && base != "Number" && base != "Binary") || type.size() > kAttributeMax) {
    return invalid_value(
        fmt::format("The message attribute '{}' has an invalid message attribute type, the set of "
                    "supported type prefixes is Binary, Number, and String.",
                    name));
  }
  return check_value(name, attribute);
}

Status check_fifo_message(const OutgoingMessage& message, const StoredTopic& topic) {
  if (!message.group_id) {
    return invalid_parameter("The MessageGroupId parameter is required for FIFO topics");
  }
  if (!is_fifo_id(*message.group_id)) return invalid_parameter("MessageGroupId");
  if (message.deduplication_id) {
    return is_fifo_id(*message.deduplication_id) ? Status()
                                                 : invalid_parameter("MessageDeduplicationId");
  }
  if (topic.attributes.dedups_by_content) return {};
  return invalid_parameter(
      "The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId "
      "provided explicitly");
}

}  // namespace

std::size_t OutgoingMessage::size() const {
  std::size_t size = message.size();
  for (const auto& [name, attribute] : attributes) {
    size += name.size() + attribute.data_type.size() + attribute.binary_value.size();
    if (attribute.string_value) size += attribute.string_value->size();
  }
  return size;
}

// Checks: Amazon SNS API Reference, "Publish".
Status check_outgoing(const OutgoingMessage& message,
                      std::map<std::string, std::string, std::less<>>& texts) {
  if (message.message.empty()) return invalid_parameter("Empty message");
  if (message.size() > kMessageBytesMax) return invalid_parameter("Message too long");
  if (!is_xml_text(message.message)) return invalid_parameter("Message");
  if (message.subject && !is_subject(*message.subject)) return invalid_parameter("Subject");
  if (message.structure) {
    if (*message.structure != "json") return invalid_parameter("MessageStructure");
    EMU_CHECK(read_texts(message.message, texts));
  }
  for (const auto& [name, attribute] : message.attributes) {
    EMU_CHECK(check_attribute(name, attribute));
  }
  return {};
}

Status check_for_topic(const OutgoingMessage& message, const StoredTopic& topic) {
  if (topic.attributes.is_fifo) return check_fifo_message(message, topic);
  if (message.deduplication_id) {
    return invalid_parameter("MessageDeduplicationId",
                             "The request includes MessageDeduplicationId parameter that is not "
                             "valid for this topic type");
  }
  if (message.group_id && !is_fifo_id(*message.group_id)) {
    return invalid_parameter("MessageGroupId");
  }
  return {};
}

}  // namespace emu::sns
