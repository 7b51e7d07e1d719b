#include "dynamodb/key.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/assert.h"
#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

Error key_is_empty(std::string_view name, Type type) {
  return validation(
      fmt::format("One or more parameter values are not valid. The AttributeValue for a key "
                  "attribute cannot contain an empty {} value. Key: {}",
                  type == Type::kB ? "binary" : "string", name));
}

std::string_view bytes_of(const AttributeValue& value) {
  return value.type() == Type::kB ? value.b().view() : std::string_view(value.s());
}

// The end of a joined part compares smaller than any byte that may follow in a longer one.
constexpr std::string_view kEnd{"\0\0", 2};
constexpr std::string_view kEscapedZero{"\0\1", 2};

}  // namespace

KeyAttribute key_attribute(const std::vector<AttributeDefinition>& definitions,
                           std::string_view name) {
  const auto definition =
      std::find_if(definitions.begin(), definitions.end(),
                   [&](const AttributeDefinition& d) { return d.attribute_name == name; });
  EMU_ASSERT(definition != definitions.end(), "keys are defined");
  const std::string& type = definition->attribute_type;
  return {.name = definition->attribute_name,
          .type = type == "S"   ? Type::kS
                  : type == "N" ? Type::kN
                                : Type::kB};
}

Result<std::string_view> checked_key_part(const KeyAttribute& attribute,
                                          const AttributeValue& value, KeyRole role,
                                          std::string& number) {
  if (attribute.type == Type::kN) {
    EMU_TRY(const Decimal decimal, parse_number(value.n()));
    number.clear();
    decimal.append_ordered_to(number);
    return std::string_view(number);
  }
  const std::string_view part = bytes_of(value);
  if (part.empty()) return key_is_empty(attribute.name, attribute.type);
  if (role == KeyRole::kHash && part.size() > kHashKeyBytesMax) return hash_key_too_long();
  if (role == KeyRole::kRange && part.size() > kRangeKeyBytesMax) return range_key_too_long();
  return part;
}

std::string_view key_part(const StoredValue& value, std::string& number) {
  if (value.type() != Type::kN) return value.scalar();
  number.clear();
  stored_number(value.scalar()).append_ordered_to(number);
  return number;
}

void append_joined_prefix(std::string_view prefix, std::string& out) {
  for (const char byte : prefix) {
    if (byte == '\0') {
      out += kEscapedZero;
    } else {
      out += byte;
    }
  }
}

void append_joined_part(const AttributeValue& value, std::string& out) {
  if (value.type() == Type::kN) return stored_number(value.n()).append_ordered_to(out);
  append_joined_prefix(bytes_of(value), out);
  out += kEnd;
}

void append_joined_part(const StoredValue& value, std::string& out) {
  if (value.type() == Type::kN) return stored_number(value.scalar()).append_ordered_to(out);
  append_joined_prefix(value.scalar(), out);
  out += kEnd;
}

std::string key_text(const AttributeValue& value) {
  if (value.type() == Type::kN) return stored_number(value.n()).to_string();
  return std::string(bytes_of(value));
}

}  // namespace emu::dynamodb
