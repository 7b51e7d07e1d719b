// The refusals that several files of DynamoDB share, and what an operation makes its own from.
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/result.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace emu::dynamodb {

// What a value or an expression is part of: transactions word some refusals in another way.
enum class Within : std::uint8_t { kRequest, kTransaction };

Error validation(std::string message);
// "One or more parameter values were invalid: …"
Error invalid_parameter(std::string_view what);
// "1 validation error detected: …", as much that is found before a table is looked up is worded;
// what stands in a transaction is not. Source: as clients have reported since 2026.
Error counted(Error error, Within within = Within::kRequest);
bool is_counted(const Error& error);
Error resource_in_use(std::string message);
Error access_denied(std::string text);

// Tables.
Error table_not_found_named(std::string_view name);
Error table_in_use(std::string_view name, std::string_view status);
Error too_many_tables();
Error hash_key_must_be_first();
Error range_key_must_be_second();
Error key_has_no_definition();
Error key_not_defined(const std::vector<KeySchemaElement>& keys,
                      const std::vector<AttributeDefinition>& definitions);
Error throughput_not_allowed();
Error on_demand_throughput_not_allowed();

// Values.
Error value_without_type();
Error value_with_several_types();
Error hash_key_too_long();
Error range_key_too_long();
Error number_overflow();
Error number_underflow();
Error number_too_long();
Error nested_too_deeply();
Error updated_item_too_large();

}  // namespace emu::dynamodb
