#include "dynamodb/restore.h"

#include <emu/dynamodb/errors.h>
#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <utility>

#include "dynamodb/errors.h"
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

}  // namespace

// Source: Amazon DynamoDB API Reference, "RestoreTableToPointInTime".
Result<TableSettings> restored_settings(const TableSettings& source,
                                        const RestoreOverrides& overrides) {
  TableSettings settings = source;
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
  if (overrides.encryption) set_encryption(settings, call, *overrides.encryption);
  begin_change(settings, table_statuses::kCreating);
  Table& table = here.tables.try_emplace(name, std::move(settings)).first->second;
  for (auto walk = items.partitions().walk_from(0); !walk.at_end(); walk.next()) {
    write(table, walk.key(), walk.entry());
  }
  return &table;
}

TableDescription Dynamodb::description_of_new(const Table& table) const {
  TableDescription description = describe(table, world_.now());
  description.table_status = table_statuses::kCreating;
  if (description.restore_summary) description.restore_summary->restore_in_progress = true;
  return description;
}

}  // namespace emu::dynamodb
