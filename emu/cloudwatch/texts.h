// How CloudWatch writes numbers, times and regions in the texts of alarms.
#pragma once

#include <emu/time.h>

#include <string>
#include <string_view>

namespace emu::cloudwatch {

// A finite number: "10.0", "0.25", "1.5E7".
std::string number_text(double number);
// "2026-01-01T00:00:00.000+0000"
std::string time_text(Time time);
// "01/01/26 00:00:00", day first
std::string short_time_text(Time time);
// "US East (N. Virginia)"
std::string_view region_title(std::string_view region);

}  // namespace emu::cloudwatch
