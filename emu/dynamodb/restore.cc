#include "dynamodb/restore.h"

#include <emu/dynamodb/errors.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "dynamodb/errors.h"
#include "dynamodb/index_description.h"
#include "dynamodb/limits.h"
#include "dynamodb/service.h"
#include "dynamodb/table_rules.h"

namespace emu::dynamodb {

namespace {

Error target_exists(std::string_view name) {
  return {.code = errors::kTableAlreadyExistsException,
          .message = fmt::format("Table already exists: {}", name)};
}

Error target_in_use(std::string_view name) {
  return {.code = errors::kTableInUseException,
          .message = fmt::format("Table is being created or deleted: {}", name)};
}

template <class Override>
const Override* find_override(const std::vector<Override>& overrides, const std::string& index) {
  const auto found = std::find_if(overrides.begin(), overrides.end(),
                                  [&](const Override& o) { return o.index_name == index; });
  return found == overrides.end() ? nullptr : &*found;
}

// Those of the source, or those of them that are named where some are: the others are left out.
std::vector<IndexSettings> restored_indexes(const TableSettings& source,
                                            const RestoreOverrides& overrides) {
  std::vector<IndexSettings> indexes;
  for (IndexSettings index : source.indexes) {
    if (index.is_deleting()) continue;
    index.is_backfilled = false;
    index.last_increase.reset();
    index.last_decrease.reset();
    if (index.is_global && !overrides.global_indexes.empty()) {
      const GlobalSecondaryIndex* wanted = find_override(overrides.global_indexes, index.name);
      if (wanted == nullptr) continue;
      if (wanted->provisioned_throughput) index.throughput = *wanted->provisioned_throughput;
      index.on_demand_throughput = wanted->on_demand_throughput;
    }
    if (!index.is_global && !overrides.local_indexes.empty() &&
        find_override(overrides.local_indexes, index.name) == nullptr) {
      continue;
    }
    indexes.push_back(std::move(index));
  }
  return indexes;
}

}  // namespace

// Source: Amazon DynamoDB API Reference, "RestoreTableToPointInTime".
Result<TableSettings> restored_settings(const TableSettings& source,
                                        const RestoreOverrides& overrides) {
  TableSettings settings = source;
  settings.indexes = restored_indexes(source, overrides);
  settings.tags.clear();
  settings.replicas.clear();
  settings.contributor_insights.clear();
  settings.kinesis_destinations.clear();
  settings.stream.reset();
  settings.stream_label.clear();
  settings.is_protected = false;
  settings.time_to_live.reset();
  settings.point_in_time_recovery.reset();
  settings.last_increase.reset();
  settings.last_decrease.reset();
  settings.decreases_today = 0;

  if (overrides.billing_mode) {
    settings.is_on_demand = *overrides.billing_mode == billing_modes::kPayPerRequest;
  }
  std::optional<ProvisionedThroughput> throughput = overrides.throughput;
  if (!throughput && !settings.is_on_demand && !source.is_on_demand) throughput = source.throughput;
  EMU_CHECK(check_billing(settings.is_on_demand, throughput, overrides.on_demand_throughput));
  if (overrides.encryption) EMU_CHECK(check_encryption(*overrides.encryption));
  settings.throughput = throughput.value_or(ProvisionedThroughput{});
  if (overrides.on_demand_throughput || !settings.is_on_demand) {
    settings.on_demand_throughput = overrides.on_demand_throughput;
  }
  return settings;
}

Result<Table*> Dynamodb::restored_table(const Call& call, const std::string& name,
                                        TableSettings settings, const RestoreOverrides& overrides,
                                        const ItemStore& items) {
  const Time now = world_.now();
  State& here = state(call);
  here.drop_deleted(now);
  if (const Table* there = here.find(name, now)) {
    return there->settings.is_usable(now) ? target_exists(name) : target_in_use(name);
  }
  if (here.tables.size() >= kTablesMax) return too_many_tables();

  settings.name = name;
  settings.arn = arn_of_table(call, name);
  settings.id = world_.uuid();
  settings.created = now;
  if (settings.is_on_demand) settings.last_on_demand = now;
  if (overrides.encryption) set_encryption(settings, *overrides.encryption);
  begin_change(settings, table_statuses::kCreating);
  Table& table = here.tables.try_emplace(name, std::move(settings)).first->second;
  for (auto walk = items.partitions().walk_from(0); !walk.at_end(); walk.next()) {
    write(table, walk.key(), nullptr, walk.entry());
  }
  return &table;
}

TableDescription Dynamodb::description_of_new(const Table& table) const {
  TableDescription description = describe(table, world_.now());
  description.table_status = table_statuses::kCreating;
  show_indexes_creating(description);
  if (description.restore_summary) description.restore_summary->restore_in_progress = true;
  return description;
}

}  // namespace emu::dynamodb
