// Searching in texts that somebody else chose: in linear time, which std::string_view::find does
// not promise.
#pragma once

#include <cstddef>
#include <string_view>

namespace emu {

// Where `part` comes first in `text`; npos when it does not.
std::size_t find_text(std::string_view text, std::string_view part);

}  // namespace emu
