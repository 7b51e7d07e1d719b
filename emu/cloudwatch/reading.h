// From when on metrics are read.
#pragma once

#include <emu/time.h>

#include <chrono>

namespace emu::cloudwatch {

// The start of a request, rounded down to what data of its age are kept by.
// Source: Amazon CloudWatch API Reference, "GetMetricStatistics", "GetMetricData".
Time rounded_start(Time start, std::chrono::seconds period, Time now);

// So that periods can be counted: not before 1970 and not after the end of all.
Time bounded(Time time);

}  // namespace emu::cloudwatch
