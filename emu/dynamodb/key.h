// Keys of tables and indexes as bytes whose order is DynamoDB's: text and binaries by their bytes,
// numbers by their value. Source: Amazon DynamoDB API Reference, "Query", ScanIndexForward.
//
// A part that stands alone, as the parts of a table's key do, is the bytes themselves. Parts that
// are joined, as those of an index are, each say where they end, so that ("a", "bc") and ("ab",
// "c") differ and stand in the order of their parts.
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/partitions.h"
#include "dynamodb/stored_item.h"

namespace emu::dynamodb {

// An attribute of a key with its type: S, N or B.
struct KeyAttribute {
  std::string name;
  AttributeValue::Type type;
};

// An attribute that is defined.
KeyAttribute key_attribute(const std::vector<AttributeDefinition>& definitions,
                           std::string_view name);

enum class KeyRole : std::uint8_t { kHash, kRange };

// The bytes of number keys and of joined ones, which an ItemKey refers to.
struct KeyBytes {
  std::string hash = {};
  std::string range = {};

  ItemKey key() const { return {.hash = hash, .range = range}; }
  bool operator==(const KeyBytes&) const = default;
};

// The bytes of a part that stands alone, of a value of the attribute's type: they belong to the
// value, or to `number`, which is filled in for a number. Fails for an empty value and for one that
// is too long.
Result<std::string_view> checked_key_part(const KeyAttribute& attribute,
                                          const AttributeValue& value, KeyRole role,
                                          std::string& number);
// The same of a value that is stored.
std::string_view key_part(const StoredValue& value, std::string& number);

// Appends a part that others may follow.
void append_joined_part(const AttributeValue& value, std::string& out);
void append_joined_part(const StoredValue& value, std::string& out);
// Appends the bytes with which every joined part begins whose text or binary begins with `prefix`.
void append_joined_prefix(std::string_view prefix, std::string& out);

// A key's value for people: text, bytes, or canonical digits.
std::string key_text(const AttributeValue& value);

}  // namespace emu::dynamodb
