// The refusals that several files of DynamoDB share, and what an operation makes its own from.
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>

namespace emu::dynamodb {

Error validation(std::string message);
// "One or more parameter values were invalid: …"
Error invalid_parameter(std::string_view what);
Error resource_in_use(std::string message);
Error access_denied(std::string text);

// Tables.
Error table_not_found_named(std::string_view name);
Error table_in_use(std::string_view name, std::string_view status);
Error too_many_tables();
Error secondary_indexes_not_supported();
Error on_demand_throughput_not_allowed();

// Values.
Error number_overflow();
Error number_underflow();
Error number_too_long();
Error nested_too_deeply();

}  // namespace emu::dynamodb
