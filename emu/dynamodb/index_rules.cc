#include "dynamodb/index_rules.h"

#include <emu/dynamodb/errors.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/table.h"
#include "dynamodb/table_rules.h"

namespace emu::dynamodb {

namespace {

using Definitions = std::vector<AttributeDefinition>;

std::vector<std::string_view> names_of(const Definitions& definitions) {
  std::vector<std::string_view> names;
  names.reserve(definitions.size());
  for (const AttributeDefinition& d : definitions) names.push_back(d.attribute_name);
  return names;
}

bool is_defined(const Definitions& definitions, std::string_view name) {
  return std::any_of(definitions.begin(), definitions.end(),
                     [&](const AttributeDefinition& d) { return d.attribute_name == name; });
}

Error definitions_not_used(const Definitions& definitions, const std::set<std::string_view>& used) {
  return invalid_parameter(
      fmt::format("Some AttributeDefinitions are not used. AttributeDefinitions: [{}], keys used: "
                  "[{}]",
                  fmt::join(names_of(definitions), ", "), fmt::join(used, ", ")));
}

Error keys_in_wrong_order() {
  return validation(
      "Invalid KeySchema: The HASH keys of an index stand before its RANGE keys, and there are at "
      "most 4 of each");
}

Error key_named_twice() {
  return validation(
      "Both the Hash Key and the Range Key element in the KeySchema have the same name");
}

// A local index has a key like a table's; a global one may have several attributes of each kind.
Status check_key_elements(const IndexSettings& index) {
  const std::vector<KeySchemaElement>& keys = index.key_schema;
  if (keys.front().key_type != key_types::kHash) return hash_key_must_be_first();
  const auto is_hash = [](const KeySchemaElement& key) { return key.key_type == key_types::kHash; };
  const auto range = std::find_if_not(keys.begin(), keys.end(), is_hash);
  if (!index.is_global && keys.size() == 2 && range == keys.end()) {
    return range_key_must_be_second();
  }
  const auto is_most = static_cast<std::ptrdiff_t>(kIndexKeyPartsMax);
  if (std::any_of(range, keys.end(), is_hash) || range - keys.begin() > is_most ||
      keys.end() - range > is_most) {
    return keys_in_wrong_order();
  }
  std::set<std::string_view> names;
  for (const KeySchemaElement& key : keys) {
    if (!names.insert(key.attribute_name).second) return key_named_twice();
  }
  return {};
}

Error projection_type_missing() { return invalid_parameter("Unknown ProjectionType: null"); }

Error attributes_not_allowed(std::string_view type) {
  return invalid_parameter(
      fmt::format("ProjectionType is {}, but NonKeyAttributes is specified", type));
}

Error attributes_required() {
  return invalid_parameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
}

Status check_projection(const Projection& projection) {
  if (projection.projection_type.empty()) return projection_type_missing();
  const bool includes = projection.projection_type == projection_types::kInclude;
  if (!includes && !projection.non_key_attributes.empty()) {
    return attributes_not_allowed(projection.projection_type);
  }
  if (includes && projection.non_key_attributes.empty()) return attributes_required();
  return {};
}

// What can be wrong with an index by itself.
Status check_index(const IndexSettings& index, const Definitions& definitions) {
  EMU_CHECK(check_key_elements(index));
  for (const KeySchemaElement& key : index.key_schema) {
    if (!is_defined(definitions, key.attribute_name)) {
      return key_not_defined(index.key_schema, definitions);
    }
  }
  return check_projection(index.projection);
}

Error duplicate_index(std::string_view name) {
  return invalid_parameter(fmt::format("Duplicate index name: {}", name));
}

Error too_many_local() {
  return invalid_parameter(fmt::format(
      "Number of LocalSecondaryIndexes exceeds per-table limit of {}", kLocalIndexesMax));
}

Error too_many_global() {
  return invalid_parameter(
      fmt::format("GlobalSecondaryIndex count exceeds the per-table limit of "
                  "{}",
                  kGlobalIndexesMax));
}

Error too_many_projected() {
  return invalid_parameter(
      fmt::format("The number of projected attributes of all indexes exceeds the per-table limit "
                  "of {}",
                  kProjectedAttributesMax));
}

// What can be wrong with all indexes of a table together.
Status check_together(const std::vector<IndexSettings>& indexes) {
  std::set<std::string_view> names;
  std::size_t projected = 0;
  std::size_t global = 0;
  for (const IndexSettings& index : indexes) {
    if (!names.insert(index.name).second) return duplicate_index(index.name);
    projected += index.projection.non_key_attributes.size();
    if (index.is_global) ++global;
  }
  if (indexes.size() - global > kLocalIndexesMax) return too_many_local();
  if (global > kGlobalIndexesMax) return too_many_global();
  return projected > kProjectedAttributesMax ? Status(too_many_projected()) : Status();
}

Error table_has_no_range_key() {
  return invalid_parameter(
      "Table KeySchema does not have a range key, which is required when specifying a "
      "LocalSecondaryIndex");
}

Error index_has_no_range_key(std::string_view index) {
  return invalid_parameter(
      fmt::format("Index KeySchema does not have a range key for index: {}", index));
}

Error hash_keys_differ(const IndexSettings& index, std::string_view of_table) {
  return invalid_parameter(
      fmt::format("Index KeySchema does not have the same leading hash key as table KeySchema for "
                  "index: {}. index hash key: {}, table hash key: {}",
                  index.name, index.key_schema.front().attribute_name, of_table));
}

Status check_local(const IndexSettings& index, const CreateTable& in) {
  if (in.key_schema.size() < 2) return table_has_no_range_key();
  if (index.key_schema.size() < 2) return index_has_no_range_key(index.name);
  const std::string& of_table = in.key_schema.front().attribute_name;
  if (index.key_schema.front().attribute_name != of_table) return hash_keys_differ(index, of_table);
  return {};
}

Error throughput_required(std::string_view index) {
  return invalid_parameter(
      fmt::format("ProvisionedThroughput must be specified for index: {}", index));
}

Error throughput_not_allowed(std::string_view index) {
  return invalid_parameter(
      fmt::format("ProvisionedThroughput should not be specified for index: {} when BillingMode is "
                  "PAY_PER_REQUEST",
                  index));
}

Error one_action_required() {
  return invalid_parameter(
      "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, "
      "GlobalSecondaryIndexUpdate.Delete must not be null");
}

Error one_action_per_index(std::string_view index) {
  return invalid_parameter(
      fmt::format("Only one global secondary index update per index is allowed simultaneously. "
                  "Index: {}",
                  index));
}

Error one_online_index() {
  return {.code = errors::kLimitExceededException,
          .message =
              "Subscriber limit exceeded: Only 1 online index can be created or deleted "
              "simultaneously per table"};
}

Error index_exists() { return validation("Attempting to create an index which already exists"); }

Error index_not_found() {
  return {.code = errors::kResourceNotFoundException, .message = "Requested resource not found"};
}

Error type_redefined(std::string_view attribute) {
  return invalid_parameter(
      fmt::format("The type of an attribute of a key cannot be changed: {}", attribute));
}

Error index_throughput_unchanged(std::string_view index, const ProvisionedThroughput& current) {
  return validation(fmt::format(
      "The provisioned throughput for the index {0} will not change. The requested value equals "
      "the current value. Current ReadCapacityUnits provisioned for the index: {1}. Requested "
      "ReadCapacityUnits: {1}. Current WriteCapacityUnits provisioned for the index: {2}. "
      "Requested WriteCapacityUnits: {2}. Refer to the Amazon DynamoDB Developer Guide for current "
      "limits and how to request higher limits.",
      index, current.read_capacity_units, current.write_capacity_units));
}

const IndexSettings* find_global(const TableSettings& settings, std::string_view name) {
  const auto found = std::find_if(
      settings.indexes.begin(), settings.indexes.end(), [&](const IndexSettings& index) {
        return index.is_global && index.name == name && !index.is_deleting();
      });
  return found == settings.indexes.end() ? nullptr : &*found;
}

Status check_creation(const GlobalSecondaryIndex& wanted, const UpdateTable& in,
                      const TableSettings& settings, bool is_on_demand) {
  for (const AttributeDefinition& d : in.attribute_definitions) {
    for (const AttributeDefinition& there : settings.attribute_definitions) {
      if (there.attribute_name == d.attribute_name && there.attribute_type != d.attribute_type) {
        return type_redefined(d.attribute_name);
      }
    }
  }
  std::vector<IndexSettings> together;
  for (const IndexSettings& index : settings.indexes) {
    if (index.name == wanted.index_name && !index.is_deleting()) return index_exists();
    if (!index.is_deleting()) together.push_back(index);
  }
  together.push_back(index_settings(wanted));
  EMU_CHECK(check_together(together));
  return check_index_billing(wanted, is_on_demand);
}

Status check_change(const UpdateGlobalSecondaryIndexAction& wanted, const TableSettings& settings,
                    bool is_on_demand) {
  const IndexSettings* index = find_global(settings, wanted.index_name);
  if (index == nullptr) return index_not_found();
  if (wanted.on_demand_throughput) EMU_CHECK(check_limits(*wanted.on_demand_throughput));
  if (wanted.warm_throughput) EMU_CHECK(check_warm(*wanted.warm_throughput, *index, is_on_demand));
  if (!wanted.provisioned_throughput) return {};
  if (is_on_demand) return throughput_not_allowed(wanted.index_name);
  EMU_CHECK(check_throughput_bounds(*wanted.provisioned_throughput));
  const ProvisionedThroughput& current = index->throughput;
  if (wanted.provisioned_throughput->read_capacity_units == current.read_capacity_units &&
      wanted.provisioned_throughput->write_capacity_units == current.write_capacity_units) {
    return index_throughput_unchanged(wanted.index_name, current);
  }
  return {};
}

const std::string& index_of(const GlobalSecondaryIndexUpdate& update) {
  if (update.create) return update.create->index_name;
  return update.update ? update.update->index_name : update.delete_index->index_name;
}

// An index of a table that becomes provisioned needs throughput, too.
Status check_all_provisioned(const UpdateTable& in, const TableSettings& settings) {
  for (const IndexSettings& index : settings.indexes) {
    if (!index.is_global || index.is_deleting()) continue;
    const auto& updates = in.global_secondary_index_updates;
    const bool is_given =
        std::any_of(updates.begin(), updates.end(), [&](const GlobalSecondaryIndexUpdate& update) {
          return index_of(update) == index.name &&
                 (update.delete_index || (update.update && update.update->provisioned_throughput));
        });
    if (!is_given) return throughput_required(index.name);
  }
  return {};
}

}  // namespace

Status check_index_billing(const GlobalSecondaryIndex& index, bool is_on_demand) {
  if (is_on_demand && index.provisioned_throughput) return throughput_not_allowed(index.index_name);
  if (!is_on_demand && !index.provisioned_throughput) return throughput_required(index.index_name);
  if (!is_on_demand && index.on_demand_throughput) return on_demand_throughput_not_allowed();
  if (index.provisioned_throughput) {
    EMU_CHECK(check_throughput_bounds(*index.provisioned_throughput));
  }
  if (index.on_demand_throughput) EMU_CHECK(check_limits(*index.on_demand_throughput));
  if (!index.warm_throughput) return {};
  IndexSettings cold = index_settings(index);
  cold.warm = {};
  return check_warm(*index.warm_throughput, cold, is_on_demand);
}

IndexSettings index_settings(const GlobalSecondaryIndex& in) {
  return {.name = in.index_name,
          .is_global = true,
          .key_schema = in.key_schema,
          .projection = in.projection,
          .throughput = in.provisioned_throughput.value_or(ProvisionedThroughput{}),
          .on_demand_throughput = in.on_demand_throughput,
          .warm = in.warm_throughput.value_or(WarmThroughput{})};
}

std::vector<IndexSettings> index_settings(const CreateTable& in) {
  std::vector<IndexSettings> indexes;
  for (const LocalSecondaryIndex& index : in.local_secondary_indexes) {
    indexes.push_back(
        {.name = index.index_name, .key_schema = index.key_schema, .projection = index.projection});
  }
  for (const GlobalSecondaryIndex& index : in.global_secondary_indexes) {
    indexes.push_back(index_settings(index));
  }
  return indexes;
}

Status check_indexes(const CreateTable& in) {
  const std::vector<IndexSettings> indexes = index_settings(in);
  std::set<std::string_view> used;
  for (const KeySchemaElement& key : in.key_schema) used.insert(key.attribute_name);
  for (const IndexSettings& index : indexes) {
    EMU_CHECK(check_index(index, in.attribute_definitions));
    if (!index.is_global) EMU_CHECK(check_local(index, in));
    for (const KeySchemaElement& key : index.key_schema) used.insert(key.attribute_name);
  }
  EMU_CHECK(check_together(indexes));
  if (used.size() != in.attribute_definitions.size()) {
    return definitions_not_used(in.attribute_definitions, used);
  }
  for (const GlobalSecondaryIndex& index : in.global_secondary_indexes) {
    EMU_CHECK(check_index_billing(index, in.billing_mode.value_or(billing_modes::kProvisioned) ==
                                             billing_modes::kPayPerRequest));
  }
  return {};
}

Status check_index_updates(const UpdateTable& in) {
  std::set<std::string_view> names;
  std::size_t online = 0;
  for (const GlobalSecondaryIndexUpdate& update : in.global_secondary_index_updates) {
    const int actions =
        (update.create ? 1 : 0) + (update.update ? 1 : 0) + (update.delete_index ? 1 : 0);
    if (actions != 1) return one_action_required();
    if (!names.insert(index_of(update)).second) return one_action_per_index(index_of(update));
    if (!update.update) ++online;
    if (!update.create) continue;
    if (in.attribute_definitions.size() < update.create->key_schema.size()) {
      return key_has_no_definition();
    }
    EMU_CHECK(check_index(index_settings(*update.create), in.attribute_definitions));
  }
  return online > 1 ? Status(one_online_index()) : Status();
}

Status check_index_updates(const UpdateTable& in, const TableSettings& settings,
                           bool becomes_on_demand) {
  for (const GlobalSecondaryIndexUpdate& update : in.global_secondary_index_updates) {
    if (update.create) {
      EMU_CHECK(check_creation(*update.create, in, settings, becomes_on_demand));
    } else if (update.update) {
      EMU_CHECK(check_change(*update.update, settings, becomes_on_demand));
    } else if (find_global(settings, update.delete_index->index_name) == nullptr) {
      return index_not_found();
    }
  }
  if (settings.is_on_demand && !becomes_on_demand) return check_all_provisioned(in, settings);
  return {};
}

}  // namespace emu::dynamodb
