#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dynamodb/errors.h"
#include "dynamodb/index_description.h"
#include "dynamodb/index_rules.h"
#include "dynamodb/limits.h"
#include "dynamodb/resource_policy.h"
#include "dynamodb/service.h"
#include "dynamodb/table_rules.h"
#include "dynamodb/tags.h"

namespace emu::dynamodb {

namespace {

Error keys_have_same_name() {
  return validation(
      "Both the Hash Key and the Range Key element in the KeySchema have the same name");
}

Error duplicate_definition(std::string_view name) {
  return invalid_parameter(
      fmt::format("Duplicate AttributeName in AttributeDefinitions: {}", name));
}

Error definitions_do_not_match_keys() {
  return invalid_parameter(
      "Number of attributes in KeySchema does not exactly match number of attributes defined in "
      "AttributeDefinitions");
}

Status check_key_elements(const std::vector<KeySchemaElement>& keys) {
  if (keys.front().key_type != key_types::kHash) return hash_key_must_be_first();
  if (keys.size() == 1) return {};
  if (keys.back().key_type != key_types::kRange) return range_key_must_be_second();
  return keys.front().attribute_name == keys.back().attribute_name ? Status(keys_have_same_name())
                                                                   : Status();
}

bool has_indexes(const CreateTable& in) {
  return !in.local_secondary_indexes.empty() || !in.global_secondary_indexes.empty();
}

// Source: Amazon DynamoDB API Reference, "CreateTable", KeySchema and AttributeDefinitions.
Status check_key_schema(const CreateTable& in) {
  const std::vector<KeySchemaElement>& keys = in.key_schema;
  EMU_CHECK(check_key_elements(keys));
  std::set<std::string_view> defined;
  for (const AttributeDefinition& definition : in.attribute_definitions) {
    if (!defined.insert(definition.attribute_name).second) {
      return duplicate_definition(definition.attribute_name);
    }
  }
  if (defined.size() < keys.size()) return key_has_no_definition();
  for (const KeySchemaElement& key : keys) {
    if (!defined.contains(key.attribute_name)) {
      return key_not_defined(keys, in.attribute_definitions);
    }
  }
  if (!has_indexes(in) && defined.size() != keys.size()) return definitions_do_not_match_keys();
  return {};
}

Error index_list_empty(std::string_view list) {
  return invalid_parameter(fmt::format("List of {} is empty", list));
}

Status check_index_lists(const CreateTable& in) {
  if (in.local_secondary_indexes.empty() && was_given(in, &CreateTable::local_secondary_indexes)) {
    return index_list_empty("LocalSecondaryIndexes");
  }
  if (in.global_secondary_indexes.empty() &&
      was_given(in, &CreateTable::global_secondary_indexes)) {
    return index_list_empty("GlobalSecondaryIndexes");
  }
  return {};
}

// In this order, and all before the table is looked up. Source: as clients report.
Status check(const CreateTable& in) {
  EMU_CHECK(check_billing(
      in.billing_mode.value_or(billing_modes::kProvisioned) == billing_modes::kPayPerRequest,
      in.provisioned_throughput, in.on_demand_throughput));
  EMU_CHECK(check_index_lists(in));
  EMU_CHECK(check_key_schema(in));
  if (has_indexes(in)) EMU_CHECK(check_indexes(in));
  if (in.stream_specification) EMU_CHECK(check_stream(*in.stream_specification));
  if (in.sse_specification) EMU_CHECK(check_encryption(*in.sse_specification));
  return check_tags(in.tags);
}

Error table_exists(std::string_view name) {
  return resource_in_use(fmt::format("Table already exists: {}", name));
}

}  // namespace

Result<CreateTableResult> Dynamodb::create_table(Call& call, const CreateTable& in) {
  EMU_CHECK(check(in));
  EMU_TRY(const TableAddress address, address_of(call, in.table_name));
  State& here = states_.at(address.account, address.region);
  here.drop_deleted(world_.now());
  if (here.find(address.name, world_.now()) != nullptr) return table_exists(address.name);
  if (here.tables.size() >= kTablesMax) return too_many_tables();

  const std::string arn =
      fmt::format("arn:aws:dynamodb:{}:{}:table/{}", here.region, here.account, address.name);
  if (in.resource_policy) EMU_CHECK(check_resource_policy(*in.resource_policy, arn));

  TableSettings settings{.name = std::string(address.name)};
  settings.arn = arn;
  settings.id = world_.uuid();
  settings.created = world_.now();
  settings.key_schema = in.key_schema;
  settings.attribute_definitions = in.attribute_definitions;
  settings.indexes = index_settings(in);
  settings.tags = in.tags;
  settings.is_on_demand =
      in.billing_mode.value_or(billing_modes::kProvisioned) == billing_modes::kPayPerRequest;
  if (settings.is_on_demand) settings.last_on_demand = world_.now();
  settings.throughput = in.provisioned_throughput.value_or(ProvisionedThroughput{});
  settings.on_demand_throughput = in.on_demand_throughput;
  if (in.sse_specification) set_encryption(settings, *in.sse_specification);
  if (in.table_class) settings.table_class = TableClassSummary{.table_class = *in.table_class};
  settings.is_protected = in.deletion_protection_enabled.value_or(false);
  if (in.warm_throughput) {
    EMU_CHECK(check_warm(*in.warm_throughput, settings));
    settings.warm = *in.warm_throughput;
  }
  begin_change(settings, table_statuses::kCreating);

  Table& table =
      here.tables.try_emplace(std::string(address.name), std::move(settings)).first->second;
  if (in.resource_policy) table.policy = new_policy(*in.resource_policy, world_.now(), {});
  if (in.stream_specification && in.stream_specification->stream_enabled) {
    enable_stream(table, *in.stream_specification);
  }
  CreateTableResult result{.table_description = describe(table, world_.now())};
  result.table_description.table_status = table_statuses::kCreating;
  show_indexes_creating(result.table_description);
  return result;
}

}  // namespace emu::dynamodb
