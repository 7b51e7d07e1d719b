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

Error empty_set(Type type, Within within) {
  // DynamoDB's own text has two spaces.
  return counted(invalid_parameter(type == Type::kBs ? "Binary sets should not be empty"
                                                     : fmt::format("An {} set  may not be empty",
                                                                   set_kind(type))),
                 within);
}

Error attribute_name_too_long(Within within) {
  return counted(validation(fmt::format("Attribute name is too large, must be less than {} bytes",
                                        kAttributeNameBytesMax + 1)),
                 within);
}

Error item_too_large() { return validation("Item size has exceeded the maximum allowed size"); }

Error attribute_name_empty() { return invalid_parameter("Empty attribute name"); }

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

Status check_string_set(const AttributeValue& value, Within within) {
  if (value.ss().empty()) return empty_set(Type::kSs, within);
  std::vector<std::string_view> sorted(value.ss().begin(), value.ss().end());
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) {
    return duplicates_in_set(value);
  }
  return {};
}

Status check_number_set(const AttributeValue& value, Within within) {
  if (value.ns().empty()) return empty_set(Type::kNs, within);
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

Status check_binary_set(const AttributeValue& value, Within within) {
  if (value.bs().empty()) return empty_set(Type::kBs, within);
  std::vector<std::string_view> sorted;
  sorted.reserve(value.bs().size());
  for (const Blob& blob : value.bs()) sorted.push_back(blob.view());
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) {
    return duplicates_in_set(value);
  }
  return {};
}

Error null_must_be_true() {
  return invalid_parameter("Null attribute value types must have the value of true");
}

class ValueCheck {
 public:
  explicit ValueCheck(Within within) : within_(within) {}

  // A value inside `containers` maps and lists.
  Status check(const AttributeValue& value, std::size_t containers) const {
    if (containers >= kNestingMax) return nested_too_deeply();
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
        if (!Decimal::small_whole_number(value.n())) EMU_CHECK(parse_number(value.n()));
        return {};
      case Type::kNull:
        return value.get_if<Null>()->value ? Status() : null_must_be_true();
      case Type::kSs:
        return check_string_set(value, within_);
      case Type::kNs:
        return check_number_set(value, within_);
      case Type::kBs:
        return check_binary_set(value, within_);
      case Type::kM:
        return check_entries(value.m(), containers + 1);
      case Type::kL:
        for (const AttributeValue& element : value.l()) {
          EMU_CHECK(check(element, containers + 1));
        }
        return {};
    }
    return {};
  }

  // The entries of a map, the attributes of an item.
  Status check_entries(const Item& entries, std::size_t containers) const {
    for (const auto& [name, entry] : entries) {
      EMU_CHECK(check_attribute_name(name, within_));
      EMU_CHECK(check(entry, containers));
    }
    return {};
  }

 private:
  Within within_;
};

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

Status check_value(const AttributeValue& value, Within within) {
  return ValueCheck(within).check(value, 0);
}

Status check_item(const Item& item, Within within) {
  return ValueCheck(within).check_entries(item, 0);
}

Status check_item_size(const Item& item) {
  return item_size(item) > kItemBytesMax ? Status(item_too_large()) : Status();
}

Status check_attribute_name(std::string_view name, Within within) {
  if (name.empty()) return attribute_name_empty();
  return name.size() > kAttributeNameBytesMax ? Status(attribute_name_too_long(within)) : Status();
}

}  // namespace emu::dynamodb
