#include "dynamodb/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/text/base64.h"
#include "dynamodb/errors.h"
#include "dynamodb/index_description.h"
#include "dynamodb/limits.h"
#include "dynamodb/replicas.h"
#include "dynamodb/table_rules.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

Result<ItemKey> checked_key(const Table& table, const AttributeValue& hash,
                            const AttributeValue* range, KeyBytes& bytes) {
  ItemKey key;
  EMU_TRY(key.hash, checked_key_part(table.hash_key, hash, KeyRole::kHash, bytes.hash));
  if (range != nullptr) {
    EMU_TRY(key.range, checked_key_part(*table.range_key, *range, KeyRole::kRange, bytes.range));
  }
  return key;
}

// The attribute in a request's key, which has one or two, or null when it is missing or of another
// type.
const AttributeValue* in_request(const KeyAttribute& attribute, const Item& key) {
  for (const auto& [name, value] : key) {
    if (name == attribute.name) return value.type() == attribute.type ? &value : nullptr;
  }
  return nullptr;
}

Error key_missing_in_item(std::string_view name) {
  return invalid_parameter(fmt::format("Missing the key {} in the item", name));
}

Error key_type_mismatch(std::string_view name, std::string_view expected, std::string_view actual) {
  return invalid_parameter(
      fmt::format("Type mismatch for key {} expected: {} actual: {}", name, expected, actual));
}

Result<const AttributeValue*> in_item(const KeyAttribute& attribute, const Item& item) {
  auto found = item.find(attribute.name);
  if (found == item.end()) return key_missing_in_item(attribute.name);
  if (found->second.type() != attribute.type) {
    return key_type_mismatch(attribute.name, type_name(attribute.type),
                             type_name(found->second.type()));
  }
  return &found->second;
}

// `part` is the attribute's part of the key of `item`.
void append_part(const KeyAttribute& attribute, std::string_view part, const Item& item,
                 std::string& text) {
  text += attribute.name;
  text += '=';
  switch (attribute.type) {
    case Type::kS:
      text += part;
      return;
    case Type::kB:
      text += base64_encode(part);
      return;
    default:
      stored_number(item.at(attribute.name).n()).append_to(text);
  }
}

Error key_does_not_match_schema() {
  return validation("The provided key element does not match the schema");
}

}  // namespace

Table::Table(TableSettings of)
    : settings(std::move(of)),
      hash_key(key_attribute(settings.attribute_definitions,
                             settings.key_schema.front().attribute_name)),
      range_key(settings.key_schema.size() == 2
                    ? std::optional(key_attribute(settings.attribute_definitions,
                                                  settings.key_schema.back().attribute_name))
                    : std::nullopt) {
  for (const IndexSettings& index : settings.indexes) {
    if (!index.is_deleting()) add_index(index);
    if (!index.is_global && !collections) collections.emplace();
  }
}

void Table::add_index(const IndexSettings& of) {
  std::vector<KeyAttribute> keys = {hash_key};
  if (range_key) keys.push_back(*range_key);
  const auto after = std::upper_bound(
      indexes.begin(), indexes.end(), of.name,
      [](const std::string& name, const Index& index) { return name < index.name; });
  Index& index = *indexes.emplace(after, of, settings.attribute_definitions, std::move(keys));
  for (auto walk = items.partitions().walk_from(0); !walk.at_end(); walk.next()) {
    index.change(nullptr, &walk.entry());
  }
}

void Table::drop_index(std::string_view name) {
  std::erase_if(indexes, [&](const Index& index) { return index.name == name; });
  std::erase_if(index_metrics, [&](const auto& entry) { return entry.first == name; });
}

bool Table::is_backfilling(std::string_view index, Time now) const {
  return std::any_of(settings.indexes.begin(), settings.indexes.end(),
                     [&](const IndexSettings& of) {
                       return of.name == index && of.status(now) == index_statuses::kCreating;
                     });
}

void Table::change_indexes(const ItemKey& key, const StoredItem* old, const StoredItem* next) {
  if (collections) {
    collections->change(key.hash, collection_bytes_of(old), collection_bytes_of(next));
  }
  for (Index& index : indexes) index.change(old, next);
}

std::size_t Table::collection_bytes_of(const StoredItem* item) const {
  if (item == nullptr) return 0;
  std::size_t bytes = item->size();
  KeyBytes ignored;
  for (const Index& index : indexes) {
    if (!index.is_global && index.find_key(*item, ignored)) bytes += index.size_in(*item);
  }
  return bytes;
}

Index* Table::find_index(std::string_view name) {
  const auto found = std::find_if(indexes.begin(), indexes.end(),
                                  [&](const Index& index) { return index.name == name; });
  return found == indexes.end() ? nullptr : &*found;
}

void Table::begin_stream(Time now) {
  stream.emplace(StreamIdentity{.arn = settings.arn + "/stream/" + settings.stream_label,
                                .label = settings.stream_label,
                                .table_name = settings.name,
                                .key_schema = settings.key_schema,
                                .view_type = *settings.stream->stream_view_type},
                 now);
}

Time Table::forget_changes(Time now) {
  Time next = Time::max();
  if (stream) {
    stream->trim(now);
    next = stream->next_trim();
  }
  if (!changes) return next;
  const std::chrono::days kept(settings.point_in_time_recovery->days);
  changes->forget_until(now - kept);
  return changes->changes().empty() ? next
                                    : std::min<Time>(next, changes->changes().front().at + kept);
}

void Table::record_change(const StoredItem* old_item, const StoredItem* new_item, ChangeCause cause,
                          Time now) {
  if (!stream) return;
  const StoredItem& either = old_item != nullptr ? *old_item : *new_item;
  Item key{{hash_key.name, either.find(hash_key.name)->unpack()}};
  if (range_key) key.emplace(range_key->name, either.find(range_key->name)->unpack());
  stream->append(
      {.key = StoredItem::pack(key), .old_image = old_item, .new_image = new_item, .cause = cause},
      now);
}

Result<ItemKey> key_of_request(const Table& table, const Item& key, KeyBytes& bytes) {
  const std::size_t expected = table.range_key ? 2 : 1;
  if (key.size() != expected) return key_does_not_match_schema();
  const AttributeValue* hash = in_request(table.hash_key, key);
  const AttributeValue* range = table.range_key ? in_request(*table.range_key, key) : nullptr;
  if (hash == nullptr || (table.range_key && range == nullptr)) {
    return key_does_not_match_schema();
  }
  return checked_key(table, *hash, range, bytes);
}

Result<ItemKey> key_of_item(const Table& table, const Item& item, KeyBytes& bytes) {
  EMU_TRY(const AttributeValue* hash, in_item(table.hash_key, item));
  if (!table.range_key) return checked_key(table, *hash, nullptr, bytes);
  EMU_TRY(const AttributeValue* range, in_item(*table.range_key, item));
  return checked_key(table, *hash, range, bytes);
}

ItemKey key_of_stored(const Table& table, const StoredItem& item, KeyBytes& bytes) {
  ItemKey key{.hash = key_part(*item.find(table.hash_key.name), bytes.hash)};
  if (table.range_key) key.range = key_part(*item.find(table.range_key->name), bytes.range);
  return key;
}

void append_key(const Table& table, const ItemKey& key, const Item& item, std::string& text) {
  append_part(table.hash_key, key.hash, item, text);
  if (!table.range_key) return;
  text += ',';
  append_part(*table.range_key, key.range, item, text);
}

void show_throughput(TableDescription& description, const ProvisionedThroughput& throughput) {
  description.provisioned_throughput.read_capacity_units = throughput.read_capacity_units;
  description.provisioned_throughput.write_capacity_units = throughput.write_capacity_units;
}

TableDescription describe(const Table& table, Time now) {
  const TableSettings& settings = table.settings;
  TableDescription d;
  d.attribute_definitions = settings.attribute_definitions;
  d.table_name = settings.name;
  d.key_schema = settings.key_schema;
  d.table_status = settings.status(now);
  d.creation_date_time = settings.created;
  d.provisioned_throughput = {.last_increase_date_time = settings.last_increase,
                              .last_decrease_date_time = settings.last_decrease,
                              .number_of_decreases_today = settings.decreases_today};
  // Source: Amazon DynamoDB API Reference, "UpdateTable", whose example shows the old throughput.
  const bool is_updating = d.table_status == table_statuses::kUpdating;
  show_throughput(d, is_updating ? settings.throughput_before : settings.throughput);
  d.table_size_bytes = static_cast<std::int64_t>(table.items.bytes());
  d.item_count = static_cast<std::int64_t>(table.items.count());
  d.table_arn = settings.arn;
  d.table_id = settings.id;
  if (settings.is_on_demand || settings.last_on_demand) {
    d.billing_mode_summary =
        BillingModeSummary{.billing_mode = settings.is_on_demand ? billing_modes::kPayPerRequest
                                                                 : billing_modes::kProvisioned,
                           .last_update_to_pay_per_request_date_time = settings.last_on_demand};
  }
  if (settings.stream) {
    d.stream_specification = settings.stream;
    d.latest_stream_arn = settings.arn + "/stream/" + settings.stream_label;
  }
  d.latest_stream_label = settings.stream_label;
  describe_indexes(table, now, GoneIndexes::kHidden, d);
  d.sse_description = settings.encryption;
  d.table_class_summary = settings.table_class;
  d.deletion_protection_enabled = settings.is_protected;
  d.on_demand_throughput = settings.on_demand_throughput;
  const WarmUnits warm = warm_units(settings);
  d.warm_throughput = TableWarmThroughputDescription{.read_units_per_second = warm.reads,
                                                     .write_units_per_second = warm.writes,
                                                     .status = d.table_status};
  show_replicas(settings, d);
  if (settings.restored) {
    const RestoreSettings& restored = *settings.restored;
    d.restore_summary =
        RestoreSummary{.source_backup_arn = restored.backup_arn,
                       .source_table_arn = restored.table_arn,
                       .restore_date_time = restored.at,
                       .restore_in_progress = d.table_status == table_statuses::kCreating};
  }
  return d;
}

}  // namespace emu::dynamodb
