// Lists, page by page. A token holds the key after which the next page begins.
#pragma once

#include <emu/result.h>

#include <optional>
#include <string>
#include <string_view>

namespace emu::cloudwatch {

// The key of a token, empty for the first page. Errors: InvalidNextToken.
Result<std::string> key_of_token(const std::optional<std::string>& token);
std::string token_of(std::string_view key);

}  // namespace emu::cloudwatch
