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

// Whole units since the epoch, rounded down (also before 1970).
std::int64_t epoch_millis(Time time);
std::int64_t epoch_seconds(Time time);

Time from_epoch_millis(std::int64_t millis);

// `2026-01-01T00:00:00.000Z`, rounded down to the millisecond. The year must be in 0000–9999.
std::string iso8601(Time time);

}  // namespace emu
