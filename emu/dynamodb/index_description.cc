#include "dynamodb/index_description.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "dynamodb/table.h"
#include "dynamodb/table_rules.h"

namespace emu::dynamodb {

namespace {

// What local and global indexes have in common.
template <class Description>
Description described(const Table& table, const IndexSettings& settings) {
  Description d;
  d.index_name = settings.name;
  d.key_schema = settings.key_schema;
  d.projection = settings.projection;
  d.index_arn = table.settings.arn + "/index/" + settings.name;
  const auto index = std::find_if(table.indexes.begin(), table.indexes.end(),
                                  [&](const Index& i) { return i.name == settings.name; });
  // There are no entries any more of one that is being deleted.
  if (index == table.indexes.end()) return d;
  d.index_size_bytes = static_cast<std::int64_t>(index->bytes);
  d.item_count = static_cast<std::int64_t>(index->count);
  return d;
}

// Warm throughput is either there or on its way.
void show_status(GlobalSecondaryIndexDescription& d, std::string_view status) {
  d.index_status = status;
  d.warm_throughput->status =
      status == index_statuses::kActive ? index_statuses::kActive : index_statuses::kUpdating;
}

GlobalSecondaryIndexDescription described_global(const Table& table, const IndexSettings& settings,
                                                 Time now) {
  auto d = described<GlobalSecondaryIndexDescription>(table, settings);
  if (settings.is_backfilled && settings.status(now) == index_statuses::kCreating) {
    d.backfilling = true;
  }
  d.provisioned_throughput = {.last_increase_date_time = settings.last_increase,
                              .last_decrease_date_time = settings.last_decrease,
                              .read_capacity_units = settings.throughput.read_capacity_units,
                              .write_capacity_units = settings.throughput.write_capacity_units};
  d.on_demand_throughput = settings.on_demand_throughput;
  const WarmUnits warm = warm_units(settings, table.settings.is_on_demand);
  d.warm_throughput = GlobalSecondaryIndexWarmThroughputDescription{
      .read_units_per_second = warm.reads, .write_units_per_second = warm.writes};
  show_status(d, settings.status(now));
  return d;
}

}  // namespace

void describe_indexes(const Table& table, Time now, GoneIndexes gone,
                      TableDescription& description) {
  description.global_secondary_indexes.clear();
  description.local_secondary_indexes.clear();
  for (const IndexSettings& index : table.settings.indexes) {
    if (gone == GoneIndexes::kHidden && index.is_gone(now)) continue;
    if (index.is_global) {
      description.global_secondary_indexes.push_back(described_global(table, index, now));
    } else {
      description.local_secondary_indexes.push_back(
          described<LocalSecondaryIndexDescription>(table, index));
    }
  }
}

void show_indexes_creating(TableDescription& description) {
  for (GlobalSecondaryIndexDescription& d : description.global_secondary_indexes) {
    show_status(d, index_statuses::kCreating);
  }
}

void show_index_status(TableDescription& description, std::string_view index,
                       std::string_view status) {
  for (GlobalSecondaryIndexDescription& d : description.global_secondary_indexes) {
    if (d.index_name != index) continue;
    show_status(d, status);
    // Nothing has been read yet when the call returns that makes an index of what is there.
    if (status == index_statuses::kCreating) d.backfilling = false;
  }
}

}  // namespace emu::dynamodb
