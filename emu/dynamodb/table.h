// A table: its description, its keys and its items.
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/dynamodb/value.h>
#include <emu/result.h>
#include <emu/time.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dynamodb/item_store.h"

namespace emu::dynamodb {

struct KeyAttribute {
  std::string name;
  AttributeValue::Type type;
};

struct Table {
  Table(std::string table_name, KeyAttribute hash, std::optional<KeyAttribute> range)
      : name(std::move(table_name)),
        hash_key(std::move(hash)),
        range_key(std::move(range)),
        items(range_key && range_key->type == AttributeValue::Type::kN) {}

  std::string name;
  KeyAttribute hash_key;
  std::optional<KeyAttribute> range_key;
  ItemStore items;

  // The status until `settled`; from then on the table is ACTIVE, or gone when it was DELETING.
  std::string_view changing = {};
  Time settled = {};

  std::string arn = {};
  std::string id = {};
  Time created = {};
  std::vector<AttributeDefinition> attribute_definitions = {};
  std::vector<Tag> tags = {};
  bool is_on_demand = false;
  ProvisionedThroughput throughput = {};  // zero when on demand
  std::optional<Time> last_on_demand = {};
  std::optional<Time> last_increase = {};
  std::optional<Time> last_decrease = {};
  std::int64_t decreases_today = 0;
  std::optional<OnDemandThroughput> on_demand_throughput = {};
  std::optional<StreamSpecification> stream = {};
  std::string stream_label = {};
  std::optional<SseDescription> encryption = {};
  std::optional<TableClassSummary> table_class = {};
  bool is_protected = false;

  std::string_view status(Time now) const { return now < settled ? changing : "ACTIVE"; }
  bool is_gone(Time now) const { return changing == "DELETING" && now >= settled; }
  // Whether items can be read and written.
  bool is_usable(Time now) const {
    const std::string_view at = status(now);
    return at == "ACTIVE" || at == "UPDATING";
  }
  bool is_key(std::string_view attribute) const {
    return attribute == hash_key.name || (range_key && attribute == range_key->name);
  }
};

TableDescription describe(const Table& table, Time now);

// The canonical digits of number keys, which an ItemKey refers to.
struct KeyDigits {
  std::string hash = {};
  std::string range = {};
};

// The key of a request: exactly the attributes of the table's key. It refers to the request, or to
// the digits that this fills in.
Result<ItemKey> key_of_request(const Table& table, const Item& key, KeyDigits& digits);
// The key of a whole item, likewise.
Result<ItemKey> key_of_item(const Table& table, const Item& item, KeyDigits& digits);

// Appends "id=total", for the trace.
void append_key(const Table& table, const ItemKey& key, std::string& text);

// A key attribute's value as an ItemKey has it.
std::string key_part(const AttributeValue& value);

}  // namespace emu::dynamodb
