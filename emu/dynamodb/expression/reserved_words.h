// The words that expressions may not use as attribute names.
#pragma once

#include <string_view>

namespace emu::dynamodb::expression {

// Without regard to case.
bool is_reserved_word(std::string_view word);

}  // namespace emu::dynamodb::expression
