#include "sqs/message_attributes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "core/hash/hash.h"
#include "core/text/decimal.h"
#include "core/text/hex.h"
#include "core/text/utf8.h"
#include "sqs/errors.h"
#include "sqs/limits.h"
#include "sqs/message_text.h"

namespace emu::sqs {

namespace {

constexpr std::string_view kTraceHeader = "AWSTraceHeader";

bool is_ascii_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// As recorded from AWS, letters are not those of ASCII only. What stands beyond it counts as one.
bool is_name_character(char c) {
  return is_ascii_alnum(c) || c == '_' || c == '-' || c == '.' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool begins_with_ignoring_case(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char l, char c) {
           return l == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
         });
}

bool is_attribute_name(std::string_view name) {
  if (name.empty() || !is_xml_text(name) || count_code_points(name) > kMessageAttributeNameMax) {
    return false;
  }
  if (name.front() == '.' || name.back() == '.' || name.find("..") != name.npos) return false;
  return std::all_of(name.begin(), name.end(), [](char c) { return is_name_character(c); });
}

bool is_reserved_name(std::string_view name) {
  return begins_with_ignoring_case(name, "aws.") || begins_with_ignoring_case(name, "amazon.");
}

// "Number" of "Number.float".
std::string_view base_type(std::string_view type) { return type.substr(0, type.find('.')); }

std::string_view value_of(const MessageAttributeValue& attribute) {
  return attribute.binary_value   ? attribute.binary_value->view()
         : attribute.string_value ? std::string_view(*attribute.string_value)
                                  : std::string_view();
}

Error empty_attribute_value(std::string_view name, std::string_view type) {
  return invalid_value(fmt::format(
      "Message (user) attribute '{}' must contain a non-empty value of type '{}'.", name, type));
}

Error attribute_value_field(std::string_view name, std::string_view type, bool is_binary) {
  return invalid_value(
      fmt::format("The message (user) attribute '{}' with type '{}' must use "
                  "field '{}'.",
                  name, type, is_binary ? "Binary" : "String"));
}

Error attribute_not_a_number(std::string_view name) {
  return invalid_value(
      fmt::format("Can't cast the value of message (user) attribute '{}' to a number.", name));
}

Error forbidden_attribute_character(std::string_view name, std::string_view character) {
  return invalid_value(
      fmt::format("Invalid binary character '{}' was found in the value of message "
                  "(user) attribute '{}'.",
                  character, name));
}

Error lists_not_supported(std::string_view name) {
  return error(errors::kUnsupportedOperation,
               fmt::format("Message (user) attribute lists in '{}' are not supported.", name));
}

Status check_value(std::string_view name, const MessageAttributeValue& attribute) {
  if (!attribute.string_list_values.empty() || !attribute.binary_list_values.empty()) {
    return lists_not_supported(name);
  }
  const std::string_view type = base_type(attribute.data_type);
  const bool is_binary = type == "Binary";
  const bool has_wrong_value =
      is_binary ? attribute.string_value.has_value() : attribute.binary_value.has_value();
  if (has_wrong_value) return attribute_value_field(name, attribute.data_type, is_binary);
  const std::string_view value = value_of(attribute);
  if (value.empty()) return empty_attribute_value(name, attribute.data_type);
  if (is_binary) return {};
  if (const auto character = forbidden_character(value)) {
    return forbidden_attribute_character(name, *character);
  }
  if (type == "Number" && Decimal::parse(value).error != DecimalError::kNone) {
    return attribute_not_a_number(name);
  }
  return {};
}

Error empty_attribute_type(std::string_view name) {
  return invalid_value(
      fmt::format("The message (user) attribute '{}' must contain a non-empty message attribute "
                  "type.",
                  name));
}

Error attribute_type_invalid(std::string_view name) {
  return invalid_value(
      fmt::format("The type of message (user) attribute '{}' is invalid. You must use only the "
                  "following supported type prefixes: Binary, Number, String.",
                  name));
}

Status check_attribute(std::string_view name, const MessageAttributeValue& attribute) {
  if (attribute.data_type.empty()) return empty_attribute_type(name);
  const std::string_view type = base_type(attribute.data_type);
  if ((type != "String" && type != "Number" && type != "Binary") ||
      attribute.data_type.size() > kMessageAttributeTypeMax) {
    return attribute_type_invalid(name);
  }
  return check_value(name, attribute);
}

void add_sized(Md5& md5, std::string_view bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  const std::array<char, 4> big_endian = {static_cast<char>(size >> 24U),
                                          static_cast<char>(size >> 16U),
                                          static_cast<char>(size >> 8U), static_cast<char>(size)};
  md5.update({big_endian.data(), big_endian.size()});
  md5.update(bytes);
}

Error too_many_attributes(std::size_t count) {
  return invalid_value(
      fmt::format("Number of message attributes [{}] exceeds the allowed maximum [{}].", count,
                  kMessageAttributesMax));
}

Error attribute_name_invalid(std::string_view name) {
  return invalid_value(
      fmt::format("Message (user) attribute name '{}' is invalid. It can contain alphanumeric "
                  "characters, hyphens, underscores and periods, no periods at its ends or in a "
                  "row, and up to {} characters.",
                  name, kMessageAttributeNameMax));
}

Error attribute_name_reserved(std::string_view name) {
  return invalid_value(fmt::format(
      "Message (user) attribute name '{}' begins with a reserved prefix: AWS. or Amazon.", name));
}

Error unknown_system_attribute(std::string_view name) {
  return invalid_value(fmt::format("Message system attribute name '{}' is invalid.", name));
}

}  // namespace

// Checks: Amazon SQS Developer Guide, "Amazon SQS message metadata".
Status check_attributes(const MessageAttributes& attributes) {
  if (attributes.size() > kMessageAttributesMax) return too_many_attributes(attributes.size());
  for (const auto& [name, attribute] : attributes) {
    if (name.empty()) {
      return invalid_value("The request must contain non-empty message (user) attribute names.");
    }
    if (!is_attribute_name(name)) return attribute_name_invalid(name);
    if (is_reserved_name(name)) return attribute_name_reserved(name);
    EMU_CHECK(check_attribute(name, attribute));
  }
  return {};
}

Status check_system_attributes(const MessageAttributes& attributes) {
  for (const auto& [name, attribute] : attributes) {
    if (name != kTraceHeader) return unknown_system_attribute(name);
    if (base_type(attribute.data_type) != "String") {
      return invalid_value("The type of message system attribute 'AWSTraceHeader' must be String.");
    }
    EMU_CHECK(check_attribute(name, attribute));
  }
  return {};
}

std::size_t size_of(const MessageAttributes& attributes) {
  std::size_t size = 0;
  for (const auto& [name, attribute] : attributes) {
    size += name.size() + attribute.data_type.size() + value_of(attribute).size();
  }
  return size;
}

std::string md5_of(const MessageAttributes& attributes) {
  constexpr char kStringTransport = 1;
  constexpr char kBinaryTransport = 2;
  Md5 md5;
  for (const auto& [name, attribute] : attributes) {
    add_sized(md5, name);
    add_sized(md5, attribute.data_type);
    const char transport = attribute.binary_value ? kBinaryTransport : kStringTransport;
    md5.update({&transport, 1});
    add_sized(md5, value_of(attribute));
  }
  return hex_encode(md5.finish());
}

}  // namespace emu::sqs
