// Every refusal of DynamoDB and its text.
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace emu::dynamodb {

Error validation(std::string message);
// "One or more parameter values were invalid: …"
Error invalid_parameter(std::string_view what);
Error access_denied(std::string text);

// Tables.
Error table_not_found();                             // for operations on items
Error table_not_found_named(std::string_view name);  // for operations on tables
Error table_exists(std::string_view name);
Error table_in_use(std::string_view name, std::string_view status);
Error too_many_tables();
Error table_is_protected();
Error secondary_indexes_not_supported();
Error hash_key_must_be_first();
Error range_key_must_be_second();
Error keys_have_same_name();
Error key_not_defined(const std::vector<KeySchemaElement>& keys,
                      const std::vector<AttributeDefinition>& definitions);
Error definitions_do_not_match_keys();
Error duplicate_definition(std::string_view name);
Error throughput_required();
Error throughput_not_allowed();
Error throughput_out_of_bounds(std::int64_t value, std::string_view member);
Error throughput_unchanged(const ProvisionedThroughput& current);
Error on_demand_throughput_not_allowed();
Error stream_view_type_required();
Error stream_view_type_not_allowed();
Error stream_already_enabled(std::string_view table);
Error stream_not_enabled(std::string_view table);
Error encryption_key_not_allowed();
Error too_many_tags(std::size_t count);
Error duplicate_tag(std::string_view key);
Error nothing_to_update();

// Values.
Error number_not_numeric(std::string_view text);
Error number_overflow();
Error number_underflow();
Error number_too_long();
Error value_without_type();
Error value_with_several_types();
Error null_must_be_true();
Error empty_set(AttributeValue::Type type);
Error empty_element_in_set(AttributeValue::Type type);
Error duplicates_in_set(const AttributeValue& set);
Error nested_too_deeply();

// Keys and items.
Error key_does_not_match_schema();
Error key_missing_in_item(std::string_view name);
Error key_type_mismatch(std::string_view name, std::string_view expected, std::string_view actual);
Error key_is_empty(std::string_view name, AttributeValue::Type type);
Error hash_key_too_long();
Error range_key_too_long();
Error key_cannot_be_updated(std::string_view name);
Error item_too_large();
Error updated_item_too_large();
Error condition_failed();
Error condition_failed(Item item);
Error return_values_not_allowed();

// Requests.
Error expression_with_legacy(const std::vector<std::string_view>& legacy,
                             const std::vector<std::string_view>& expressions);
Error legacy_not_supported(std::string_view parameter);
Error names_without_expression();
Error values_without_expression(std::string_view expressions);
Error names_key_invalid(std::string_view key);
Error names_value_empty(std::string_view key);
Error values_key_invalid(std::string_view key);
Error values_value_invalid(std::string_view key, const Error& why);
Error names_unused(const std::vector<std::string_view>& keys);
Error values_unused(const std::vector<std::string_view>& keys);

// Updates.
Error path_invalid_for_update();
Error operand_type_incorrect();
Error attribute_not_in_item();

}  // namespace emu::dynamodb
