#include "dynamodb/restore.h"

#include <emu/dynamodb/errors.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "dynamodb/errors.h"
#include "dynamodb/index_description.h"
#include "dynamodb/index_rules.h"
#include "dynamodb/index_updates.h"
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

// AWS does not document the text.
Error override_not_in_source(std::string_view index) {
  return invalid_parameter(
      fmt::format("The override of index {} does not match an index of the source table", index));
}

template <class Override>
const Override* find_override(const std::vector<Override>& overrides, const std::string& index) {
  const auto found = std::find_if(overrides.begin(), overrides.end(),
                                  [&](const Override& o) { return o.index_name == index; });
  return found == overrides.end() ? nullptr : &*found;
}

bool same_keys(const std::vector<KeySchemaElement>& a, const std::vector<KeySchemaElement>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const KeySchemaElement& x, const KeySchemaElement& y) {
                      return x.attribute_name == y.attribute_name && x.key_type == y.key_type;
                    });
}

bool same_projection(const Projection& a, const Projection& b) {
  return a.projection_type == b.projection_type &&
         std::is_permutation(a.non_key_attributes.begin(), a.non_key_attributes.end(),
                             b.non_key_attributes.begin(), b.non_key_attributes.end());
}

// What is named must be there in the source, and be the same but for its throughput.
template <class Override>
Status check_in_source(const std::vector<Override>& overrides, const TableSettings& source) {
  constexpr bool kIsGlobal = std::is_same_v<Override, GlobalSecondaryIndex>;
  for (const Override& wanted : overrides) {
    const bool is_there =
        std::any_of(source.indexes.begin(), source.indexes.end(), [&](const IndexSettings& index) {
          return index.is_global == kIsGlobal && !index.is_deleting() &&
                 index.name == wanted.index_name &&
                 same_keys(index.key_schema, wanted.key_schema) &&
                 same_projection(index.projection, wanted.projection);
        });
    if (!is_there) return override_not_in_source(wanted.index_name);
  }
  return {};
}

// A global index keeps its throughput where the table goes on being billed as it was, unless the
// override has another.
Status set_throughput(IndexSettings& index, const GlobalSecondaryIndex* wanted, bool was_on_demand,
                      bool is_on_demand) {
  GlobalSecondaryIndex made{.index_name = index.name, .key_schema = {}};
  if (wanted != nullptr) made = *wanted;
  if (was_on_demand == is_on_demand) {
    if (!is_on_demand && !made.provisioned_throughput) {
      made.provisioned_throughput = index.throughput;
    }
    if (is_on_demand && !made.on_demand_throughput) {
      made.on_demand_throughput = index.on_demand_throughput;
    }
  }
  EMU_CHECK(check_index_billing(made, is_on_demand));
  index.throughput = made.provisioned_throughput.value_or(ProvisionedThroughput{});
  index.on_demand_throughput = made.on_demand_throughput;
  if (made.warm_throughput) index.warm = *made.warm_throughput;
  return {};
}

// Those of the source, or those of them that are named where some are: the others are left out.
Result<std::vector<IndexSettings>> restored_indexes(const TableSettings& source,
                                                    const RestoreOverrides& overrides,
                                                    bool is_on_demand) {
  if (overrides.global_indexes != nullptr) {
    EMU_CHECK(check_in_source(*overrides.global_indexes, source));
  }
  if (overrides.local_indexes != nullptr) {
    EMU_CHECK(check_in_source(*overrides.local_indexes, source));
  }
  std::vector<IndexSettings> indexes;
  for (IndexSettings index : source.indexes) {
    if (index.is_deleting()) continue;
    index.is_backfilled = false;
    index.last_increase.reset();
    index.last_decrease.reset();
    if (index.is_global) {
      const GlobalSecondaryIndex* wanted = nullptr;
      if (overrides.global_indexes != nullptr) {
        wanted = find_override(*overrides.global_indexes, index.name);
        if (wanted == nullptr) continue;
      }
      EMU_CHECK(set_throughput(index, wanted, source.is_on_demand, is_on_demand));
    } else if (overrides.local_indexes != nullptr &&
               find_override(*overrides.local_indexes, index.name) == nullptr) {
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
  EMU_TRY(settings.indexes, restored_indexes(source, overrides, settings.is_on_demand));
  keep_used_definitions(settings);
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
  EMU_CHECK(check_room(items));

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
