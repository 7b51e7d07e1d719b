// What CreateFunction, UpdateFunctionCode and UpdateFunctionConfiguration have in common.
#pragma once

#include <emu/lambda/function.h>
#include <emu/result.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/world.h"
#include "lambda/role_session.h"

namespace emu::lambda {

// In the order of Lambda's refusals: the names have the right form and are not Lambda's own; all is
// at most 4 KB.
Status check_environment(const std::optional<Environment>& environment);

// Source: Lambda Developer Guide, "Using tags on Lambda functions".
Status check_tags(const std::map<std::string, std::string>& tags);

// The code is given in one way, and not too large.
Status check_code(const FunctionCode& code, std::string_view operation);

// Sets the code's size and its hash. Code in S3 or an image is not read: its URI is hashed in
// its stead.
void describe_code(const FunctionCode& code, FunctionConfiguration& configuration);

// The target is a queue of the function's region, to which its role may send.
Status check_dead_letter_config(World& world, const DeadLetterConfig& config, const RoleUse& use);

std::vector<Layer> layers_of(const std::vector<std::string>& arns);

// The parts that are given, over the defaults.
LoggingConfig logging_config_of(const std::optional<LoggingConfig>& given,
                                std::string_view function_name);

// Nothing without a subnet and a security group.
std::optional<VpcConfig> vpc_config_of(const std::optional<VpcConfig>& given);

}  // namespace emu::lambda
