// What to write instead: the known word that is most like one that is not known.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace emu::cloudformation {

// "did you mean Properties?", or "it can be Type, Properties, …" when none is alike.
std::string advice_for(std::string_view word, std::span<const std::string_view> known);

// The one that is alike, or empty.
std::string_view most_alike(std::string_view word, std::span<const std::string_view> known);

}  // namespace emu::cloudformation
