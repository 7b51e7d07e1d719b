// Statistic: what is asked of the values of a period: "Average", "p99.9", "TM(10%:90%)".
// Source: Amazon CloudWatch User Guide, "CloudWatch statistics definitions".
#pragma once

#include <optional>
#include <string_view>

#include "cloudwatch/aggregate.h"

namespace emu::cloudwatch {

class Statistic {
 public:
  // Nothing for what is no statistic.
  static std::optional<Statistic> parse(std::string_view text);

  bool needs_values() const { return kind_ >= Kind::kPercentile; }
  bool is_percentile() const { return kind_ == Kind::kPercentile; }
  // The percentile that it asks for, in percent.
  double percentile() const { return to_; }
  Aggregate::Keep keeps() const {
    return needs_values() ? Aggregate::Keep::kValues : Aggregate::Keep::kSums;
  }

  // Nothing when the values that it needs are not known, or some are negative; and nothing when the
  // result is no number, such as the average of a count that is next to nothing.
  std::optional<double> of(const Aggregate& values) const;

 private:
  enum class Kind {
    kSampleCount,
    kAverage,
    kSum,
    kMinimum,
    kMaximum,
    kPercentile,
    kTrimmedMean,
    kWinsorizedMean,
    kTrimmedCount,
    kTrimmedSum,
    kPercentileRank,
  };
  struct Trimmed;
  struct Name;

  static std::optional<Statistic> parse_extended(std::string_view text);
  bool parse_bounds(std::string_view text);
  Trimmed trim(const Aggregate& values) const;
  std::optional<double> work_out(const Aggregate& values) const;

  Kind kind_ = Kind::kAverage;
  // The part of the values that counts: percents of their number, or bounds of their value.
  double from_ = 0;
  double to_ = 100;
  bool is_of_values_ = false;
};

}  // namespace emu::cloudwatch
