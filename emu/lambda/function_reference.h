// The ways in which callers name a function.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace emu::lambda {

// What a FunctionName says. Absent parts are empty and follow from the caller.
struct FunctionReference {
  std::string_view region = {};
  std::string_view account = {};
  std::string_view name = {};
  std::string_view qualifier = {};
};

// Takes "name", "account:function:name" and the ARN, each with or without ":qualifier". Nothing
// when the text matches none of them. A name may hold dots, as names of a namespace do, though no
// function here has such a one. The views point into `text`.
std::optional<FunctionReference> parse_function_reference(std::string_view text);

std::string function_arn(std::string_view account, std::string_view region, std::string_view name);

bool is_region(std::string_view text);
bool is_account_id(std::string_view text);

}  // namespace emu::lambda
