// Rate expressions, "5 minutes", of schedules.
// Source: Amazon EventBridge User Guide, "Using a schedule expression".
#pragma once

#include <emu/time.h>

#include <optional>
#include <string_view>

namespace emu {

// Of what stands between "rate(" and ")": a positive number and a unit, which is in the singular
// for one of it, and only then.
std::optional<Duration> parse_rate(std::string_view text);

// What stands between "NAME(" and ")", or nothing.
std::optional<std::string_view> inside_of(std::string_view expression, std::string_view name);

// The first of base + period, base + 2 periods and so on that comes after a moment.
Time next_of_rate(Time base, Duration period, Time after);

}  // namespace emu
