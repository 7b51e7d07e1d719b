// What items may have in the keys of indexes.
#include <fmt/format.h>

#include <optional>

#include "dynamodb/errors.h"
#include "dynamodb/index_rules.h"
#include "dynamodb/limits.h"
#include "dynamodb/table.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

// What the rules need to know of a value.
struct KeyValue {
  Type type;
  std::size_t bytes;
};

std::optional<KeyValue> key_value(const Item& item, const std::string& name) {
  const auto found = item.find(name);
  if (found == item.end()) return std::nullopt;
  const AttributeValue& value = found->second;
  const std::size_t bytes = value.type() == Type::kS   ? value.s().size()
                            : value.type() == Type::kB ? value.b().size()
                                                       : 1;
  return KeyValue{value.type(), bytes};
}

std::optional<KeyValue> key_value(const StoredItem& item, const std::string& name) {
  const std::optional<StoredValue> value = item.find(name);
  if (!value) return std::nullopt;
  const bool has_bytes = value->type() == Type::kS || value->type() == Type::kB;
  return KeyValue{value->type(), has_bytes ? value->scalar().size() : 1};
}

Error type_mismatch(const Index& index, const KeyAttribute& key, Type actual,
                    IndexKeySource source) {
  switch (source) {
    case IndexKeySource::kUpdateExpression:
      return validation(
          "The update expression attempted to update the secondary index key to unsupported type");
    case IndexKeySource::kAttributeUpdates:
      return validation("Type mismatch for attribute to update");
    case IndexKeySource::kItem:
      break;
  }
  return invalid_parameter(
      fmt::format("Type mismatch for Index Key {} Expected: {} Actual: {} IndexName: {}", key.name,
                  type_name(key.type), type_name(actual), index.name));
}

Error empty_key(const Index& index, const KeyAttribute& key, IndexKeySource source) {
  const std::string_view type = key.type == Type::kB ? "binary" : "string";
  if (source == IndexKeySource::kUpdateExpression) {
    return validation(fmt::format(
        "One or more parameter values are not valid. The update expression attempted to update a "
        "secondary index key to a value that is not supported. The AttributeValue for a key "
        "attribute cannot contain an empty {} value.",
        type));
  }
  return validation(fmt::format(
      "One or more parameter values are not valid. A value specified for a secondary index key is "
      "not supported. The AttributeValue for a key attribute cannot contain an empty {} value. "
      "IndexName: {}, IndexKey: {}",
      type, index.name, key.name));
}

Error key_too_large(KeyRole role, IndexKeySource source) {
  if (source == IndexKeySource::kUpdateExpression) {
    return validation(
        "The update expression attempted to update the secondary index key beyond allowed size "
        "limits");
  }
  return role == KeyRole::kHash ? hash_key_too_long() : range_key_too_long();
}

// The parts of a key that has several count together.
template <class AnyItem>
Status check_parts(const Index& index, const std::vector<KeyAttribute>& keys, KeyRole role,
                   const AnyItem& item, IndexKeySource source) {
  std::size_t bytes = 0;
  for (const KeyAttribute& key : keys) {
    const std::optional<KeyValue> value = key_value(item, key.name);
    if (!value) continue;
    if (value->type != key.type) return type_mismatch(index, key, value->type, source);
    if (value->bytes == 0) return empty_key(index, key, source);
    if (key.type != Type::kN) bytes += value->bytes;
  }
  const std::size_t bytes_max = role == KeyRole::kHash ? kHashKeyBytesMax : kRangeKeyBytesMax;
  return bytes > bytes_max ? Status(key_too_large(role, source)) : Status();
}

// The indexes are in the order of their names, and the first of them is named.
template <class AnyItem>
Status check_keys(const Table& table, const AnyItem& item, IndexKeySource source) {
  for (const Index& index : table.indexes) {
    EMU_CHECK(check_parts(index, index.hash_keys, KeyRole::kHash, item, source));
    EMU_CHECK(check_parts(index, index.range_keys, KeyRole::kRange, item, source));
  }
  return {};
}

}  // namespace

Status check_index_keys(const Table& table, const Item& item) {
  return check_keys(table, item, IndexKeySource::kItem);
}

Status check_index_keys(const Table& table, const StoredItem& item, IndexKeySource source) {
  return check_keys(table, item, source);
}

}  // namespace emu::dynamodb
