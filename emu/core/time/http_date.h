// Dates as HTTP headers carry them, in whole seconds:
//
//   http_date(Time(0s))                              == "Thu, 01 Jan 1970 00:00:00 GMT"
//   parse_http_date("Thu, 01 Jan 1970 00:00:00 GMT") == Time(0s)
//
// Read are also "UTC", "+0000" and "-0000" for the zone, as older libraries write dates for AWS.
// Source: RFC 9110, section 5.6.7 (IMF-fixdate); RFC 5322, section 3.3.
#pragma once

#include <emu/time.h>

#include <optional>
#include <string>
#include <string_view>

namespace emu {

std::string http_date(Time time);

// Nothing for any other form. The name of the day is not looked at.
std::optional<Time> parse_http_date(std::string_view text);

}  // namespace emu
