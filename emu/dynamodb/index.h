// A secondary index of a table: pointers to the table's items under keys of its own.
//
// An item is in an index when it has all of the index's key attributes, each of its type. An entry
// is found by the joined hash attributes; its range key are the joined range attributes and behind
// them the table's key, so that items with equal keys are different entries and have a fixed order.
// What an index does not project is in the item all the same: readers leave it out. Source: Amazon
// DynamoDB Developer Guide, "Using Global Secondary Indexes in DynamoDB" and "Local secondary
// indexes".
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/dynamodb/values.h>
#include <emu/time.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/key.h"
#include "dynamodb/partitions.h"
#include "dynamodb/stored_item.h"
#include "dynamodb/throughput.h"

namespace emu::dynamodb {

// What is described of an index, and kept in the settings of its table.
struct IndexSettings {
  std::string name = {};
  bool is_global = false;
  std::vector<KeySchemaElement> key_schema = {};  // hash keys, then range keys
  Projection projection = {};
  ProvisionedThroughput throughput = {};  // zero when on demand, and of a local index
  std::optional<Time> last_increase = {};
  std::optional<Time> last_decrease = {};
  std::optional<OnDemandThroughput> on_demand_throughput = {};
  WarmThroughput warm = {};  // as far as it was asked for

  // The status until `settled`; from then on the index is ACTIVE, or gone when it was DELETING.
  std::string changing = {};
  Time settled = {};
  bool is_backfilled = false;  // made by UpdateTable, from items that were there

  static void describe(StructureShape<IndexSettings>& s);

  std::string_view status(Time now) const {
    return now < settled ? std::string_view(changing) : index_statuses::kActive;
  }
  bool is_deleting() const { return changing == index_statuses::kDeleting; }
  bool is_gone(Time now) const { return now >= settled && is_deleting(); }
};

// Points into the items of its table, so that it cannot be copied.
struct Index {
  // `table_keys` are the hash key and the range key, if any, of the table.
  Index(const IndexSettings& of, const std::vector<AttributeDefinition>& definitions,
        std::vector<KeyAttribute> table_keys);
  Index(Index&&) noexcept = default;
  Index& operator=(Index&&) noexcept = default;

  std::string name;
  bool is_global;
  std::vector<KeyAttribute> hash_keys;   // one, or up to four of a global index
  std::vector<KeyAttribute> range_keys;  // none or one, or up to four of a global index
  std::vector<KeyAttribute> table_keys;
  bool covers_all;
  std::set<std::string, std::less<>> covered = {};  // the keys among them; empty when it covers all

  UnitBuckets units = {};  // of a global index, where throughput limits
  Partitions<const StoredItem*> entries = {};
  std::size_t count = 0;
  std::size_t bytes = 0;  // of the entries, as size_in() counts them

  // Whether the attribute is projected, as those of both keys always are.
  bool covers(std::string_view attribute) const {
    return covers_all || covered.contains(attribute);
  }

  // Bytes of what an item has in the index.
  std::size_t size_in(const StoredItem& item) const;

  // Fills in the bytes of an item's entry. False when it has none: a key attribute is missing, or
  // it is not what the index takes, as may be in items that were there before the index.
  bool find_key(const StoredItem& item, KeyBytes& key) const;

  // Write units that a change of the table costs in the index, with null for what is not there:
  // none when nothing changes that it has, those of two writes when an entry moves. Source: Amazon
  // DynamoDB Developer Guide, "Using Global Secondary Indexes in DynamoDB", Write capacity units.
  double units_of(const StoredItem* old, const StoredItem* next) const;

  // What follows when an item of the table is put (`old` is null), replaced or removed (`next` is
  // null). `next` lies where the table keeps it; the entry of an item that is replaced lies there,
  // too.
  void change(const StoredItem* old, const StoredItem* next);

 private:
  // Whether two items are the same as far as the index has them.
  bool has_same(const StoredItem& a, const StoredItem& b) const;
};

}  // namespace emu::dynamodb
