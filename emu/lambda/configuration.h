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
// at most 4 KB, as JSON.
Status check_environment(const std::optional<Environment>& environment);

// Source: Lambda Developer Guide, "Using tags on Lambda functions".
Status check_tags(const std::map<std::string, std::string>& tags);

Status check_runtime(const std::optional<std::string>& runtime);

// Nothing for an image, which has no runtime of Lambda's.
std::optional<RuntimeVersionConfig> runtime_version_of(const std::optional<std::string>& runtime,
                                                       std::string_view region);

// Making and changing a function takes no time. The answer shows it on the way all the same,
// under a revision id of its own, as clients expect who wait for the end; the next call sees that.
FunctionConfiguration being_created(FunctionConfiguration configuration);
FunctionConfiguration being_updated(FunctionConfiguration configuration);

// The target is a queue of the function's region, to which its role may send.
Status check_dead_letter_config(World& world, const DeadLetterConfig& config, const RoleUse& use);

LoggingConfig default_logging_config(std::string_view function_name);
// The parts that are given, over those before. Only JSON has levels, and it has them always.
LoggingConfig logging_config_of(const std::optional<LoggingConfig>& given, LoggingConfig before);

// Nothing without a subnet and a security group.
std::optional<VpcConfig> vpc_config_of(const std::optional<VpcConfig>& given);

}  // namespace emu::lambda
