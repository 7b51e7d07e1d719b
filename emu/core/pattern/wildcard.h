// Texts in which one character stands for any characters, held against others in linear time.
#pragma once

#include <string_view>

namespace emu::pattern {

// Whether all of `text` matches; `any` is the character that stands for any number of others.
bool matches_wildcard(std::string_view pattern, std::string_view text, char any);

}  // namespace emu::pattern
