// Time as the testbed counts it.
//
// Instants and spans are in microseconds since the Unix epoch, in UTC and without leap seconds.
// They come from the world's clock, never from the system's.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace emu {

using Duration = std::chrono::microseconds;
using Time = std::chrono::sys_time<Duration>;

// Clocks stop here: later years have no form of four digits, which AWS's protocols write. What is
// added to a time, such as a retention period, stays far from what 64 bits can hold.
inline constexpr Time kLatestTime = std::chrono::sys_days(std::chrono::year(9999) / 1 / 1);

// Whole units since the epoch, rounded down (also before 1970).
std::int64_t epoch_millis(Time time);
std::int64_t epoch_seconds(Time time);

// A number that is too large for a Time, as a client may write it, becomes one near the end of all.
Time from_epoch_seconds(std::int64_t seconds);
Time from_epoch_millis(std::int64_t millis);

// `2026-01-01T00:00:00.000Z`, rounded down to the millisecond. A year before 0000 or after 9999 is
// written as the first or the last moment between them.
std::string iso8601(Time time);

}  // namespace emu
