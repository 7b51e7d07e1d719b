#include "sqs/message_attributes.h"

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

namespace emu::sqs {

namespace {

constexpr std::string_view kTraceHeader = "AWSTraceHeader";

bool is_ascii_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool begins_with_ignoring_case(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char l, char c) {
           return l == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
         });
}

bool is_attribute_name(std::string_view name) {
  if (name.empty() || name.size() > kMessageAttributeNameMax) return false;
  if (name.front() == '.' || name.back() == '.' || name.find("..") != name.npos) return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return is_ascii_alnum(c) || c == '_' || c == '-' || c == '.'; });
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

// The first character that a message may not have, as "#x7".
std::optional<std::string> forbidden_character(std::string_view text) {
  if (is_xml_text(text)) return std::nullopt;
  std::size_t position = 0;
  while (position < text.size()) {
    const std::size_t start = position;
    const std::optional<char32_t> c = decode_code_point(text, position);
    const std::string_view piece = text.substr(start, position - start);
    if (!c || !is_xml_text(piece)) {
      return hex_reference(c ? *c : static_cast<std::uint8_t>(text[start]));
    }
  }
  return std::nullopt;
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
  if (auto character = forbidden_character(value)) {
    return forbidden_attribute_character(name, *character);
  }
  if (type == "Number" && Decimal::parse(value).error != DecimalError::kNone) {
    return attribute_not_a_number(name);
  }
  return {};
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

}  // namespace

Status check_body(std::string_view body) {
  if (auto character = forbidden_character(body)) return invalid_message_contents(*character);
  return {};
}

Status check_attributes(const MessageAttributes& attributes) {
  if (attributes.size() > kMessageAttributesMax) return too_many_attributes(attributes.size());
  for (const auto& [name, attribute] : attributes) {
    if (name.empty()) return empty_attribute_name();
    if (!is_attribute_name(name)) return attribute_name_invalid(name);
    if (is_reserved_name(name)) return attribute_name_reserved(name);
    if (Status status = check_attribute(name, attribute); !status) return status;
  }
  return {};
}

Status check_system_attributes(const MessageAttributes& attributes) {
  for (const auto& [name, attribute] : attributes) {
    if (name != kTraceHeader) return unknown_system_attribute(name);
    if (base_type(attribute.data_type) != "String") return trace_header_not_a_string();
    if (Status status = check_attribute(name, attribute); !status) return status;
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
