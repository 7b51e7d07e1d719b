// Quantities as scenarios write them and reports print them; for durations see
// <emu/sim/scenario.h>.
#pragma once

#include <emu/sim/scenario.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace emu::sim {

// "99.9%" in thousandths of a percent: 99900.
std::optional<std::int64_t> parse_percent(std::string_view text);

// For people, about a text that is no percentage though it ends in %: "; '101%' is more than 100%".
// Else empty.
std::string percent_advice(std::string_view text);

// A whole number of at most 18 digits.
std::optional<std::int64_t> parse_count(std::string_view text);

// A whole number of 64 bits, which may be negative: what an item has, not what a scenario asks for.
std::optional<std::int64_t> parse_whole(std::string_view text);

// A number of at most 12 digits before the point and 6 after it, not negative.
std::optional<double> parse_rate(std::string_view text);

// For people: "0", "830 us", "12.4 ms", "1.25 s", "4 min 10 s", "2 h 5 min".
std::string format_duration(Duration duration);
// "1,234,567"
std::string format_count(std::int64_t count);
std::string format_count(std::uint64_t count);
// "99.9%" of thousandths of a percent.
std::string format_percent(std::int64_t thousandths);

}  // namespace emu::sim
