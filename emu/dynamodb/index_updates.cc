#include "dynamodb/index_updates.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "core/base/assert.h"
#include "dynamodb/index_description.h"
#include "dynamodb/index_rules.h"
#include "dynamodb/table_rules.h"

namespace emu::dynamodb {

namespace {

IndexSettings& index_named(TableSettings& settings, std::string_view name) {
  const auto found = std::find_if(settings.indexes.begin(), settings.indexes.end(),
                                  [&](const IndexSettings& index) { return index.name == name; });
  EMU_ASSERT(found != settings.indexes.end(), "updates of indexes have been checked");
  return *found;
}

void begin_change(IndexSettings& index, const TableSettings& of, std::string_view status) {
  index.changing = status;
  index.settled = of.settled;
}

void create_index(Table& table, const UpdateTable& in, const GlobalSecondaryIndex& wanted) {
  TableSettings& settings = table.settings;
  for (const AttributeDefinition& d : in.attribute_definitions) {
    const bool is_new = std::none_of(
        settings.attribute_definitions.begin(), settings.attribute_definitions.end(),
        [&](const AttributeDefinition& there) { return there.attribute_name == d.attribute_name; });
    if (is_new) settings.attribute_definitions.push_back(d);
  }
  IndexSettings index = index_settings(wanted);
  index.is_backfilled = true;
  begin_change(index, settings, index_statuses::kCreating);
  table.add_index(index);
  settings.indexes.push_back(std::move(index));
}

void change_throughput(IndexSettings& index, const ProvisionedThroughput& wanted, Time now) {
  const ProvisionedThroughput& current = index.throughput;
  if (wanted.read_capacity_units > current.read_capacity_units ||
      wanted.write_capacity_units > current.write_capacity_units) {
    index.last_increase = now;
  }
  if (wanted.read_capacity_units < current.read_capacity_units ||
      wanted.write_capacity_units < current.write_capacity_units) {
    index.last_decrease = now;
  }
  index.throughput = wanted;
}

void change_index(IndexSettings& index, const UpdateGlobalSecondaryIndexAction& wanted, Time now) {
  if (wanted.provisioned_throughput) change_throughput(index, *wanted.provisioned_throughput, now);
  if (wanted.on_demand_throughput) index.on_demand_throughput = wanted.on_demand_throughput;
  if (wanted.warm_throughput) raise_warm(index.warm, *wanted.warm_throughput);
}

}  // namespace

void keep_used_definitions(TableSettings& settings) {
  std::set<std::string_view> used;
  for (const KeySchemaElement& key : settings.key_schema) used.insert(key.attribute_name);
  for (const IndexSettings& index : settings.indexes) {
    if (index.is_deleting()) continue;
    for (const KeySchemaElement& key : index.key_schema) used.insert(key.attribute_name);
  }
  std::erase_if(settings.attribute_definitions, [&](const AttributeDefinition& definition) {
    return !used.contains(definition.attribute_name);
  });
}

void update_indexes(Table& table, const UpdateTable& in, Time now) {
  TableSettings& settings = table.settings;
  std::erase_if(settings.indexes, [&](const IndexSettings& index) { return index.is_gone(now); });
  for (const GlobalSecondaryIndexUpdate& update : in.global_secondary_index_updates) {
    if (update.create) {
      create_index(table, in, *update.create);
    } else if (update.update) {
      IndexSettings& index = index_named(settings, update.update->index_name);
      change_index(index, *update.update, now);
      begin_change(index, settings, index_statuses::kUpdating);
    } else {
      const std::string& name = update.delete_index->index_name;
      table.drop_index(name);
      begin_change(index_named(settings, name), settings, index_statuses::kDeleting);
      keep_used_definitions(settings);
      std::erase_if(settings.contributor_insights,
                    [&](const ContributorInsightsSettings& of) { return of.index == name; });
    }
  }
  for (IndexSettings& index : settings.indexes) {
    if (settings.is_on_demand) index.throughput = {};
    if (!settings.is_on_demand) index.on_demand_throughput.reset();
  }
}

void show_index_updates(const Table& table, const UpdateTable& in, Time now,
                        TableDescription& description) {
  describe_indexes(table, now, GoneIndexes::kShown, description);
  for (const GlobalSecondaryIndexUpdate& update : in.global_secondary_index_updates) {
    if (update.create) {
      show_index_status(description, update.create->index_name, index_statuses::kCreating);
    } else if (update.update) {
      show_index_status(description, update.update->index_name, index_statuses::kUpdating);
    } else {
      show_index_status(description, update.delete_index->index_name, index_statuses::kDeleting);
    }
  }
}

}  // namespace emu::dynamodb
