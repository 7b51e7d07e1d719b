// The units of metrics.
// Source: Amazon CloudWatch API Reference, "MetricDatum".
#pragma once

#include <string_view>
#include <vector>

namespace emu::cloudwatch {

inline constexpr std::string_view kNoUnit = "None";

inline std::vector<std::string_view> units() {
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
          kNoUnit};
}

}  // namespace emu::cloudwatch
