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
  if (key.size() != position_keys().size()) return std::nullopt;
  KeyBytes bytes;
  const Result<ItemKey> in_table = key_of_item(*table, key, bytes);
  if (!in_table) return std::nullopt;
  if (index == nullptr) {
    return KeyBytes{.hash = std::string(in_table->hash), .range = std::string(in_table->range)};
  }
  KeyBytes in_index;
  if (!index->find_key(StoredItem::pack(key), in_index)) return std::nullopt;
  return in_index;
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
