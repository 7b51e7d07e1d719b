// The units of metrics, which CloudWatch takes and filters of logs may name.
// Source: Amazon CloudWatch API Reference, "MetricDatum".
#pragma once

#include <string_view>
#include <vector>

namespace emu {

inline constexpr std::string_view kNoMetricUnit = "None";

inline std::vector<std::string_view> metric_units() {
  return {"Seconds",
          "Microseconds",
          "Milliseconds",
          "Bytes",
          "Kilobytes",
          "Megabytes",
          "Gigabytes",
          "Terabytes",
          "Bits",
          "Kilobits",
          "Megabits",
          "Gigabits",
          "Terabits",
          "Percent",
          "Count",
          "Bytes/Second",
          "Kilobytes/Second",
          "Megabytes/Second",
          "Gigabytes/Second",
          "Terabytes/Second",
          "Bits/Second",
          "Kilobits/Second",
          "Megabits/Second",
          "Gigabits/Second",
          "Terabits/Second",
          "Count/Second",
          kNoMetricUnit};
}

}  // namespace emu
