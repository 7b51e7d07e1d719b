// The times of Signature Version 4: `20130524T000000Z`.
#pragma once

#include <emu/time.h>

#include <optional>
#include <string>
#include <string_view>

namespace emu::wire {

std::string sigv4_time(Time time);
// "20130524"
std::string sigv4_day(Time time);

// Nothing if it is not of that form, or not a date.
std::optional<Time> parse_sigv4_time(std::string_view text);

}  // namespace emu::wire
