// Parameters as answers show them, and the tokens between pages of them.
#pragma once

#include <emu/result.h>
#include <emu/ssm/types.h>

#include <optional>
#include <string>
#include <string_view>

#include "ssm/state.h"

namespace emu::ssm {

Parameter parameter_of(const State& state, std::string_view name, const ParameterVersion& version,
                       bool with_decryption);

// What a page begins behind: the last name of the page before, or a number of a version.
std::string token_of(std::string_view last);
// Errors: InvalidNextToken. Nothing for the first page.
Result<std::optional<std::string>> read_token(const std::optional<std::string>& token);

}  // namespace emu::ssm
