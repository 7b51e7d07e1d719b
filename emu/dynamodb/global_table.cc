#include "dynamodb/global_table.h"

#include <emu/dynamodb/errors.h>
#include <fmt/format.h>

#include <algorithm>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

// The keys of tables and indexes, and the names and kinds of indexes; not how they are billed.
bool are_alike(const std::vector<KeySchemaElement>& a, const std::vector<KeySchemaElement>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
    return x.attribute_name == y.attribute_name && x.key_type == y.key_type;
  });
}

bool are_alike(const KeyAttribute& a, const KeyAttribute& b) {
  return a.name == b.name && a.type == b.type;
}

bool have_same_key(const Table& a, const Table& b) {
  if (!are_alike(a.hash_key, b.hash_key)) return false;
  if (a.range_key.has_value() != b.range_key.has_value()) return false;
  return !a.range_key || are_alike(*a.range_key, *b.range_key);
}

bool has_index(const Table& table, const IndexSettings& index) {
  const auto& indexes = table.settings.indexes;
  return std::any_of(indexes.begin(), indexes.end(), [&](const IndexSettings& other) {
    return other.name == index.name && other.is_global == index.is_global &&
           are_alike(other.key_schema, index.key_schema);
  });
}

bool have_same_indexes(const Table& a, const Table& b) {
  const auto& indexes = a.settings.indexes;
  return indexes.size() == b.settings.indexes.size() &&
         std::all_of(indexes.begin(), indexes.end(),
                     [&](const IndexSettings& index) { return has_index(b, index); });
}

// AWS does not document the text.
Error cannot_replicate(const Table& table, std::string_view region, std::string_view why) {
  return invalid_parameter(fmt::format("Table '{}' in region '{}' cannot be a replica: {}",
                                       table.settings.name, region, why));
}

}  // namespace

GlobalReplicaSettings* GlobalTableSettings::find(std::string_view region) {
  const auto found =
      std::find_if(replicas.begin(), replicas.end(),
                   [&](const GlobalReplicaSettings& replica) { return replica.region == region; });
  return found == replicas.end() ? nullptr : &*found;
}

std::string global_table_arn(std::string_view account, std::string_view name) {
  return fmt::format("arn:aws:dynamodb::{}:global-table/{}", account, name);
}

GlobalTableDescription describe(const GlobalTableSettings& global, std::string_view account,
                                Time now) {
  GlobalTableDescription d{.global_table_arn = global_table_arn(account, global.name),
                           .creation_date_time = global.created,
                           .global_table_status = std::string(global.status(now)),
                           .global_table_name = global.name};
  for (const GlobalReplicaSettings& replica : global.replicas) {
    d.replication_group.push_back({.region_name = replica.region});
  }
  return d;
}

Status check_can_replicate(const Table& table, std::string_view region, const Table* other) {
  if (!table.settings.stream || table.settings.stream->stream_view_type != "NEW_AND_OLD_IMAGES") {
    return cannot_replicate(table, region, "it needs a stream of NEW_AND_OLD_IMAGES");
  }
  if (table.items.count() > 0) return cannot_replicate(table, region, "it must be empty");
  if (other == nullptr) return {};
  if (!have_same_key(table, *other)) {
    return cannot_replicate(table, region, "its key is not that of the other replicas");
  }
  if (!have_same_indexes(table, *other)) {
    return cannot_replicate(table, region, "its indexes are not those of the other replicas");
  }
  return {};
}

GlobalTables* Dynamodb::global_tables(const Call& call) {
  const auto found = global_tables_.find(call.account());
  if (found == global_tables_.end()) return nullptr;
  const Time now = world_.now();
  std::erase_if(found->second, [now](const auto& entry) { return entry.second.is_gone(now); });
  if (!found->second.empty()) return &found->second;
  global_tables_.erase(found);
  return nullptr;
}

Result<GlobalTableSettings*> Dynamodb::global_table(const Call& call, const std::string& name) {
  const auto account = global_tables_.find(call.account());
  if (account == global_tables_.end()) return global_table_not_found(name);
  const auto found = account->second.find(name);
  if (found == account->second.end() || found->second.is_gone(world_.now())) {
    return global_table_not_found(name);
  }
  return &found->second;
}

Table* Dynamodb::replica_table(const Call& call, std::string_view region, std::string_view name) {
  State* const there = states_.find(call.account(), region);
  return there == nullptr ? nullptr : there->find(name, world_.now());
}

Status Dynamodb::add_replica(const Call& call, const std::string& region,
                             GlobalTableSettings& global) {
  if (global.find(region) != nullptr) return replica_exists(global.name, region);
  const Table* const table = replica_table(call, region, global.name);
  if (table == nullptr) return table_not_found_in(global.name, region);
  const Table* other = nullptr;
  for (const GlobalReplicaSettings& replica : global.replicas) {
    if (other == nullptr) other = replica_table(call, replica.region, global.name);
  }
  EMU_CHECK(check_can_replicate(*table, region, other));
  global.replicas.push_back({.region = region});
  return {};
}

void Dynamodb::begin_change(GlobalTableSettings& settings, std::string_view status) {
  settings.changing = status;
  settings.settled = world_.now() + options_.table_step;
}

std::vector<ReplicaSettingsDescription> Dynamodb::replica_settings(
    const Call& call, const GlobalTableSettings& global, std::string_view status) {
  std::vector<ReplicaSettingsDescription> described;
  for (const GlobalReplicaSettings& replica : global.replicas) {
    described.push_back(
        describe(replica, replica_table(call, replica.region, global.name), status, world_.now()));
  }
  return described;
}

// AWS does not document the texts, but for that of a table that is not found: as clients report.
Error global_table_exists(std::string_view name) {
  return {.code = errors::kGlobalTableAlreadyExistsException,
          .message = fmt::format("Global table already exists: {}", name)};
}

Error global_table_not_found(std::string_view name) {
  return {.code = errors::kGlobalTableNotFoundException,
          .message = fmt::format("Global table not found: {}", name)};
}

Error global_table_in_use(std::string_view name, std::string_view status) {
  return resource_in_use(fmt::format("Global table {} is {}", name, status));
}

Error too_many_global_tables() {
  return {.code = errors::kLimitExceededException,
          .message = fmt::format("There is a limit of {} global tables per account", kTablesMax)};
}

Error table_not_found_in(std::string_view name, std::string_view region) {
  return {.code = errors::kTableNotFoundException,
          .message =
              fmt::format("Table not found: Table: '{}' not found in region: '{}'.", name, region)};
}

Error replica_exists(std::string_view name, std::string_view region) {
  return {
      .code = errors::kReplicaAlreadyExistsException,
      .message = fmt::format("Global table {} already has a replica in region '{}'", name, region)};
}

Error replica_not_found(std::string_view name, std::string_view region) {
  return {.code = errors::kReplicaNotFoundException,
          .message = fmt::format("Global table {} has no replica in region '{}'", name, region)};
}

}  // namespace emu::dynamodb
