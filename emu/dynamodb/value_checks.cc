#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

std::string_view set_kind(Type type) { return type == Type::kNs ? "number" : "string"; }

Error empty_set(Type type) {
  if (type == Type::kBs) return invalid_parameter("Binary sets should not be empty");
  return invalid_parameter(fmt::format("An {} set  may not be empty", set_kind(type)));
}

Error empty_element_in_set(Type type) {
  if (type == Type::kBs) {
    return invalid_parameter("Binary sets may not contain null or empty values");
  }
  return invalid_parameter("An string set may not have a empty string as a member");
}

Error duplicates_in_set(const AttributeValue& set) {
  if (set.type() == Type::kNs) return validation("Input collection contains duplicates");
  // DynamoDB's own text has no space before "of type".
  const std::string shown = describe_value(set);
  const std::string elements = shown.substr(shown.find('['), shown.size() - shown.find('[') - 1);
  return invalid_parameter(
      set.type() == Type::kBs
          ? fmt::format("Input collection {}of type BS contains duplicates.", elements)
          : fmt::format("Input collection {} contains duplicates.", elements));
}

Status check_string_set(const AttributeValue& value) {
  if (value.ss().empty()) return empty_set(Type::kSs);
  std::vector<std::string_view> sorted(value.ss().begin(), value.ss().end());
  std::sort(sorted.begin(), sorted.end());
  if (sorted.front().empty()) return empty_element_in_set(Type::kSs);
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) {
    return duplicates_in_set(value);
  }
  return {};
}

Status check_number_set(const AttributeValue& value) {
  if (value.ns().empty()) return empty_set(Type::kNs);
  std::vector<Decimal> sorted;
  sorted.reserve(value.ns().size());
  for (const std::string& text : value.ns()) {
    EMU_TRY(const Decimal number, parse_number(text));
    sorted.push_back(number);
  }
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) {
    return duplicates_in_set(value);
  }
  return {};
}

Status check_binary_set(const AttributeValue& value) {
  if (value.bs().empty()) return empty_set(Type::kBs);
  std::vector<std::string_view> sorted;
  sorted.reserve(value.bs().size());
  for (const Blob& blob : value.bs()) sorted.push_back(blob.view());
  std::sort(sorted.begin(), sorted.end());
  if (sorted.front().empty()) return empty_element_in_set(Type::kBs);
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) {
    return duplicates_in_set(value);
  }
  return {};
}

Error value_without_type() {
  return validation(
      "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
}

Error value_with_several_types() {
  return validation(
      "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the "
      "supported datatypes");
}

Error null_must_be_true() {
  return invalid_parameter("Null attribute value types must have the value of true");
}

// `room` is how many more levels of maps and lists may follow.
Status check_within(const AttributeValue& value, std::size_t room) {
  switch (value.type()) {
    case Type::kNone:
      return value_without_type();
    case Type::kSeveral:
      return value_with_several_types();
    case Type::kS:
    case Type::kB:
    case Type::kBool:
      return {};
    case Type::kN:
      EMU_CHECK(parse_number(value.n()));
      return {};
    case Type::kNull:
      return value.get_if<Null>()->value ? Status() : null_must_be_true();
    case Type::kSs:
      return check_string_set(value);
    case Type::kNs:
      return check_number_set(value);
    case Type::kBs:
      return check_binary_set(value);
    case Type::kM:
      if (room == 0) return nested_too_deeply();
      for (const auto& [name, entry] : value.m()) {
        EMU_CHECK(check_within(entry, room - 1));
      }
      return {};
    case Type::kL:
      if (room == 0) return nested_too_deeply();
      for (const AttributeValue& element : value.l()) {
        EMU_CHECK(check_within(element, room - 1));
      }
      return {};
  }
  return {};
}

Error number_not_numeric(std::string_view text) {
  if (text.empty()) return validation("The parameter cannot be converted to a numeric value");
  return validation(fmt::format("The parameter cannot be converted to a numeric value: {}", text));
}

}  // namespace

Result<Decimal> parse_number(std::string_view text) {
  const DecimalResult parsed = Decimal::parse(text);
  switch (parsed.error) {
    case DecimalError::kNone:
      return parsed.value;
    case DecimalError::kNotANumber:
      return number_not_numeric(text);
    case DecimalError::kOverflow:
      return number_overflow();
    case DecimalError::kUnderflow:
      return number_underflow();
    case DecimalError::kTooManyDigits:
      return number_too_long();
  }
  return number_not_numeric(text);
}

Status check_value(const AttributeValue& value) { return check_within(value, kNestingMax); }

}  // namespace emu::dynamodb
