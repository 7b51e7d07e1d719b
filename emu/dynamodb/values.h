// Attribute values: what DynamoDB accepts, how it stores it, how large it is and how it compares.
#pragma once

#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/text/decimal.h"
#include "dynamodb/errors.h"

namespace emu::dynamodb {

using Type = AttributeValue::Type;

// "S", "NS", "BOOL", …
std::string_view type_name(Type type);

bool is_set(Type type);

// The number that a text stands for, or DynamoDB's refusal.
Result<Decimal> parse_number(std::string_view text);
// The same for text that has been accepted before.
Decimal stored_number(std::string_view text);

// Whether DynamoDB accepts the value: exactly one type, numbers in range, sets neither empty nor
// with duplicates, names and nesting within bounds. Source: Amazon DynamoDB Developer Guide,
// "Supported data types and naming rules in Amazon DynamoDB".
Status check_value(const AttributeValue& value, Within within = Within::kRequest);
// The same of all attributes of an item, and of their names.
Status check_item(const Item& item, Within within = Within::kRequest);
// Source: Amazon DynamoDB Developer Guide, "Constraints in Amazon DynamoDB", Attribute names.
Status check_attribute_name(std::string_view name, Within within = Within::kRequest);

// An accepted value as it is stored: numbers in canonical form, sets in order.
AttributeValue stored_value(const AttributeValue& value);

// Bytes that count towards an item's size.
std::size_t value_size(const AttributeValue& value);
std::size_t number_size(std::string_view text);
std::size_t item_size(const Item& item);

// Of an item that is put.
Status check_item_size(const Item& item);

// Whether a < b, when both are numbers, both strings or both binaries; nothing for other types.
std::optional<bool> less(const AttributeValue& a, const AttributeValue& b);

// Sets as sorted vectors, with numbers in numeric order.
bool set_contains(const AttributeValue& set, const AttributeValue& element);
// Both stored, of the same set type.
AttributeValue set_union(const AttributeValue& a, const AttributeValue& b);
AttributeValue set_difference(const AttributeValue& a, const AttributeValue& b);
bool is_empty_set(const AttributeValue& set);

// "{N:5}", as error texts show a value.
std::string describe_value(const AttributeValue& value);

}  // namespace emu::dynamodb
