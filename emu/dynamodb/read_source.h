// ReadSource: what Query and Scan read, a table or one of its indexes.
//
// Both keep their entries in Partitions, under keys of bytes in which the parts of a table's key
// stand alone and those of an index are joined (see key.h). What depends on the container is a
// template: with_entries() hands it out.
#pragma once

#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/index.h"
#include "dynamodb/key.h"
#include "dynamodb/partitions.h"
#include "dynamodb/stored_item.h"
#include "dynamodb/table.h"

namespace emu::dynamodb {

struct ReadSource {
  const Table* table;
  const Index* index = nullptr;  // null: the table itself

  bool is_global_index() const { return index != nullptr && index->is_global; }
  std::span<const KeyAttribute> hash_keys() const;
  std::span<const KeyAttribute> range_keys() const;
  bool is_key(std::string_view attribute) const;
  // The attributes that say where an entry is: those of the key, and of the table's key.
  std::vector<const KeyAttribute*> position_keys() const;

  // Whether the attribute is in the source.
  bool covers(std::string_view attribute) const {
    return index == nullptr || index->covers(attribute);
  }
  bool covers_all() const { return index == nullptr || index->covers_all; }
  // Bytes of what an item has in the source.
  std::size_t size_of(const StoredItem& item) const {
    return index == nullptr ? item.size() : index->size_in(item);
  }

  // Where an item with those attributes is or would be. Nothing unless they are the position's
  // keys, each of its type and no longer than it may be. The values must have been accepted.
  std::optional<KeyBytes> position_of(const Item& key) const;
  // The attributes of an item's position, as LastEvaluatedKey has them.
  Item position_key(const StoredItem& item) const;
};

// The table, or its index of that name.
Result<ReadSource> read_source(Table& table, const std::optional<std::string>& index_name,
                               Time now);

inline const StoredItem& item_of(const StoredItem& entry) { return entry; }
inline const StoredItem& item_of(const StoredItem* entry) { return *entry; }

// Calls `read` with the Partitions of the source.
template <class Read>
auto with_entries(const ReadSource& source, Read read) {
  if (source.index != nullptr) return read(source.index->entries);
  return read(source.table->items.partitions());
}

}  // namespace emu::dynamodb
