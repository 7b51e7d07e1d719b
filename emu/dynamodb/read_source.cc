#include "dynamodb/read_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "dynamodb/errors.h"

namespace emu::dynamodb {

namespace {

bool has(std::span<const KeyAttribute> keys, std::string_view name) {
  return std::any_of(keys.begin(), keys.end(),
                     [&](const KeyAttribute& key) { return key.name == name; });
}

// A key has no empty text or binary.
bool is_empty(const AttributeValue& value) {
  if (value.type() == AttributeValue::Type::kS) return value.s().empty();
  return value.type() == AttributeValue::Type::kB && value.b().size() == 0;
}

Error no_such_index(std::string_view name) {
  return validation(fmt::format("The table does not have the specified index: {}", name));
}

Error index_is_backfilling(std::string_view name) {
  return validation(fmt::format("Cannot read from backfilling global secondary index: {}", name));
}

}  // namespace

std::span<const KeyAttribute> ReadSource::hash_keys() const {
  if (index != nullptr) return index->hash_keys;
  return {&table->hash_key, 1};
}

std::span<const KeyAttribute> ReadSource::range_keys() const {
  if (index != nullptr) return index->range_keys;
  if (!table->range_key) return {};
  return {&*table->range_key, 1};
}

bool ReadSource::is_key(std::string_view attribute) const {
  return has(hash_keys(), attribute) || has(range_keys(), attribute);
}

std::vector<const KeyAttribute*> ReadSource::position_keys() const {
  std::vector<const KeyAttribute*> keys;
  for (const KeyAttribute& key : hash_keys()) keys.push_back(&key);
  for (const KeyAttribute& key : range_keys()) keys.push_back(&key);
  if (index == nullptr) return keys;
  for (const KeyAttribute& key : index->table_keys) {
    if (!is_key(key.name)) keys.push_back(&key);
  }
  return keys;
}

std::optional<KeyBytes> ReadSource::position_of(const Item& key) const {
  const std::vector<const KeyAttribute*> parts = position_keys();
  if (key.size() != parts.size()) return std::nullopt;
  for (const KeyAttribute* part : parts) {
    const auto value = key.find(part->name);
    if (value == key.end() || value->second.type() != part->type || is_empty(value->second)) {
      return std::nullopt;
    }
  }
  KeyBytes bytes;
  const StoredItem item = StoredItem::pack(key);
  if (index != nullptr) {
    index->find_key(item, bytes);
    return bytes;
  }
  // The key refers to the item where it is no number.
  const ItemKey found = key_of_stored(*table, item, bytes);
  return KeyBytes{.hash = std::string(found.hash), .range = std::string(found.range)};
}

Item ReadSource::position_key(const StoredItem& item) const {
  Item key;
  for (const KeyAttribute* part : position_keys()) {
    key.emplace(part->name, item.find(part->name)->unpack());
  }
  return key;
}

Result<ReadSource> read_source(Table& table, const std::optional<std::string>& index_name,
                               Time now) {
  if (!index_name) return ReadSource{.table = &table};
  const Index* index = table.find_index(*index_name);
  if (index == nullptr) return no_such_index(*index_name);
  if (table.is_backfilling(*index_name, now)) return index_is_backfilling(*index_name);
  return ReadSource{.table = &table, .index = index};
}

}  // namespace emu::dynamodb
