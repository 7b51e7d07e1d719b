// Values of parameters: their types and constraints.
#pragma once

#include <emu/result.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cloudformation/template.h"

namespace emu::cloudformation {

// "List<Number>", "CommaDelimitedList", also within an SSM type.
bool is_list_type(std::string_view type);
// "AWS::SSM::Parameter::Value<…>": the value is the name of what is meant.
bool is_ssm_type(std::string_view type);

// "a, b" → a and b, without the spaces around them.
std::vector<std::string> split_list(std::string_view value);

// What is wrong with a value, in CloudFormation's words.
std::optional<std::string> problem_with(const Parameter& parameter, std::string_view value);

}  // namespace emu::cloudformation
