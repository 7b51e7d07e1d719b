// Dates as ISO 8601 and RFC 3339 write them; writing is in <emu/time.h>.
//
//   parse_iso8601("2026-01-01T00:00:00Z")          == Time(…)
//   parse_iso8601("2026-01-01T02:00:00.5+02:00")   half a second later
#pragma once

#include <emu/time.h>

#include <optional>
#include <string_view>

namespace emu {

// A date with a time and a zone, to the microsecond. Nothing for any other form.
std::optional<Time> parse_iso8601(std::string_view text);

}  // namespace emu
