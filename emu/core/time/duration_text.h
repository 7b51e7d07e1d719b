// Durations as people write them: 0, or a number and a unit without a space, as in "250us", "15ms",
// "1.5s", "10min", "12h", "4d".
#pragma once

#include <emu/time.h>

#include <optional>
#include <string>
#include <string_view>

namespace emu {

// At most 10,000 days; finer than a microsecond is refused.
std::optional<Duration> parse_duration_text(std::string_view text);

// For people, about a text that is no duration: what to write instead, as far as it can be guessed.
// "'5m' could be minutes or milliseconds: 5min or 5ms". Empty when there is nothing to guess.
std::string duration_advice(std::string_view text);

// The same duration exactly, in the largest unit of which it is a whole number: "36s", "1500us".
// It must not be negative.
std::string duration_text(Duration duration);

}  // namespace emu
