#include <fmt/format.h>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "dynamodb/errors.h"
#include "dynamodb/index_rules.h"
#include "dynamodb/index_updates.h"
#include "dynamodb/replicas.h"
#include "dynamodb/service.h"
#include "dynamodb/table_rules.h"

namespace emu::dynamodb {

namespace {

bool same(const ProvisionedThroughput& a, const ProvisionedThroughput& b) {
  return a.read_capacity_units == b.read_capacity_units &&
         a.write_capacity_units == b.write_capacity_units;
}

bool changes_anything(const UpdateTable& in) {
  return in.billing_mode || in.provisioned_throughput || in.stream_specification ||
         in.sse_specification || in.table_class || in.deletion_protection_enabled ||
         in.on_demand_throughput || in.warm_throughput || !in.replica_updates.empty() ||
         !in.global_secondary_index_updates.empty();
}

bool becomes_on_demand(const UpdateTable& in, const TableSettings& settings) {
  return in.billing_mode ? *in.billing_mode == billing_modes::kPayPerRequest
                         : settings.is_on_demand;
}

Error stream_already_enabled(std::string_view table) {
  return validation(fmt::format("Table already has an enabled stream: TableName: {}", table));
}

Error stream_not_enabled(std::string_view table) {
  return validation(fmt::format("Table does not have a stream to disable: TableName: {}", table));
}

Status check_stream_change(const StreamSpecification& wanted, const TableSettings& settings) {
  EMU_CHECK(check_stream(wanted));
  if (wanted.stream_enabled && settings.stream) return stream_already_enabled(settings.name);
  if (!wanted.stream_enabled && !settings.stream) return stream_not_enabled(settings.name);
  return {};
}

Error throughput_unchanged(const ProvisionedThroughput& current) {
  return validation(fmt::format(
      "The provisioned throughput for the table will not change. The requested value equals the "
      "current value. Current ReadCapacityUnits provisioned for the table: {0}. Requested "
      "ReadCapacityUnits: {0}. Current WriteCapacityUnits provisioned for the table: {1}. "
      "Requested WriteCapacityUnits: {1}. Refer to the Amazon DynamoDB Developer Guide for current "
      "limits and how to request higher limits.",
      current.read_capacity_units, current.write_capacity_units));
}

Status check_throughput_change(const UpdateTable& in, const TableSettings& settings) {
  const bool on_demand = becomes_on_demand(in, settings);
  const bool needs_throughput = in.billing_mode && !on_demand && settings.is_on_demand;
  if (!in.provisioned_throughput && !in.on_demand_throughput && !needs_throughput) return {};
  if (!in.provisioned_throughput && !on_demand && !needs_throughput) {
    return on_demand_throughput_not_allowed();
  }
  EMU_CHECK(check_billing(on_demand, in.provisioned_throughput, in.on_demand_throughput));
  if (in.provisioned_throughput && !settings.is_on_demand &&
      same(*in.provisioned_throughput, settings.throughput)) {
    return throughput_unchanged(settings.throughput);
  }
  return {};
}

void change_throughput(TableSettings& settings, const ProvisionedThroughput& wanted, Time now) {
  const ProvisionedThroughput& current = settings.throughput;
  if (wanted.read_capacity_units > current.read_capacity_units ||
      wanted.write_capacity_units > current.write_capacity_units) {
    settings.last_increase = now;
  }
  if (wanted.read_capacity_units < current.read_capacity_units ||
      wanted.write_capacity_units < current.write_capacity_units) {
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::optional<Time>& last = settings.last_decrease;
    const bool same_day = last && std::chrono::floor<std::chrono::days>(*last) == day;
    settings.decreases_today = same_day ? settings.decreases_today + 1 : 1;
    settings.last_decrease = now;
  }
  settings.throughput = wanted;
}

void change_billing(TableSettings& settings, const UpdateTable& in, Time now) {
  const bool on_demand = becomes_on_demand(in, settings);
  if (on_demand && !settings.is_on_demand) {
    settings.throughput = {};
    settings.last_on_demand = now;
  }
  if (!on_demand) settings.on_demand_throughput.reset();
  settings.is_on_demand = on_demand;
  if (in.provisioned_throughput) change_throughput(settings, *in.provisioned_throughput, now);
  if (in.on_demand_throughput) settings.on_demand_throughput = in.on_demand_throughput;
}

Error nothing_to_update() {
  return validation(
      "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, "
      "GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
}

}  // namespace

// Source: Amazon DynamoDB API Reference, "UpdateTable".
Result<UpdateTableResult> Dynamodb::update_table(Call& call, const UpdateTable& in) {
  const Time now = world_.now();
  if (!changes_anything(in)) return nothing_to_update();
  if (in.provisioned_throughput) EMU_CHECK(check_throughput_bounds(*in.provisioned_throughput));
  EMU_CHECK(check_index_updates(in));
  EMU_TRY(Table* const table, table_named(call, in.table_name));
  TableSettings& settings = table->settings;
  if (settings.status(now) != table_statuses::kActive) {
    return table_in_use(table->settings.name, settings.status(now));
  }
  EMU_CHECK(check_throughput_change(in, settings));
  EMU_CHECK(check_index_updates(in, settings, becomes_on_demand(in, settings)));
  if (in.stream_specification) EMU_CHECK(check_stream_change(*in.stream_specification, settings));
  if (in.sse_specification) EMU_CHECK(check_encryption(*in.sse_specification));
  if (in.warm_throughput) EMU_CHECK(check_warm(*in.warm_throughput, settings));
  EMU_TRY(std::vector<ReplicaSettings> replicas,
          with_replicas(settings.replicas, in.replica_updates, call.region()));

  settings.throughput_before = settings.throughput;
  change_billing(settings, in, now);
  settings.replicas = std::move(replicas);
  if (in.warm_throughput) raise_warm(settings.warm, *in.warm_throughput);
  if (in.stream_specification) {
    if (in.stream_specification->stream_enabled) {
      enable_stream(*table, *in.stream_specification);
    } else {
      disable_stream(*table);
    }
  }
  if (in.sse_specification) set_encryption(settings, *in.sse_specification);
  if (in.table_class) {
    settings.table_class =
        TableClassSummary{.table_class = *in.table_class, .last_update_date_time = now};
  }
  settings.is_protected = in.deletion_protection_enabled.value_or(settings.is_protected);
  begin_change(settings, table_statuses::kUpdating);
  update_indexes(*table, in, now);

  UpdateTableResult result{.table_description = describe(*table, now)};
  result.table_description.table_status = table_statuses::kUpdating;
  show_index_updates(*table, in, now, result.table_description);
  show_throughput(result.table_description, settings.throughput_before);
  return result;
}

}  // namespace emu::dynamodb
