#include "cloudwatch/statistic.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "core/text/ascii.h"

namespace emu::cloudwatch {

namespace {

constexpr double kAll = 100;
constexpr double kNoBound = std::numeric_limits<double>::infinity();

std::optional<double> number_of(std::string_view text) {
  double number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || problem != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  if (!(number > -kNoBound && number < kNoBound)) return std::nullopt;
  return number;
}

// The entries of what may be one value alone.
std::vector<Distribution::Entry> entries_of(const Aggregate& values) {
  if (values.values) return values.values->entries();
  return {{.value = values.min, .count = values.count}};
}

}  // namespace

struct Statistic::Name {
  std::string_view name;
  Kind kind;
};

// What is left of the values, and the values at both ends of that.
struct Statistic::Trimmed {
  double count = 0;
  double sum = 0;
  double lowest = 0;
  double highest = 0;
  double below = 0;  // how many were left out
  double above = 0;
};

std::optional<Statistic> Statistic::parse(std::string_view text) {
  static constexpr std::array<Name, 5> kSimple = {{{"SampleCount", Kind::kSampleCount},
                                                   {"Average", Kind::kAverage},
                                                   {"Sum", Kind::kSum},
                                                   {"Minimum", Kind::kMinimum},
                                                   {"Maximum", Kind::kMaximum}}};
  for (const Name& simple : kSimple) {
    if (text != simple.name) continue;
    Statistic found;
    found.kind_ = simple.kind;
    return found;
  }
  return parse_extended(text);
}

std::optional<Statistic> Statistic::parse_extended(std::string_view text) {
  static constexpr std::array<Name, 6> kExtended = {{{"pr", Kind::kPercentileRank},
                                                     {"tm", Kind::kTrimmedMean},
                                                     {"wm", Kind::kWinsorizedMean},
                                                     {"tc", Kind::kTrimmedCount},
                                                     {"ts", Kind::kTrimmedSum},
                                                     {"p", Kind::kPercentile}}};
  Statistic found;
  if (equal_ignoring_case(text, "iqm")) {
    found.kind_ = Kind::kTrimmedMean;
    found.from_ = 25;
    found.to_ = 75;
    return found;
  }
  for (const Name& extended : kExtended) {
    if (!equal_ignoring_case(text.substr(0, extended.name.size()), extended.name)) continue;
    found.kind_ = extended.kind;
    const std::string_view rest = text.substr(extended.name.size());
    const bool has_bounds = rest.size() > 2 && rest.front() == '(' && rest.back() == ')';
    if (has_bounds) {
      if (found.kind_ == Kind::kPercentile) return std::nullopt;
      if (!found.parse_bounds(rest.substr(1, rest.size() - 2))) return std::nullopt;
      if (found.kind_ == Kind::kPercentileRank && !found.is_of_values_) return std::nullopt;
      return found;
    }
    const auto percent = number_of(rest);
    if (!percent || *percent < 0 || *percent > kAll) return std::nullopt;
    if (found.kind_ == Kind::kPercentileRank) return std::nullopt;
    found.to_ = *percent;
    return found;
  }
  return std::nullopt;
}

// "10%:90%", ":300", "150:".
bool Statistic::parse_bounds(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == text.npos) return false;
  std::string_view low = text.substr(0, colon);
  std::string_view high = text.substr(colon + 1);
  if (low.empty() && high.empty()) return false;
  const auto take_percent = [](std::string_view& bound) {
    if (!bound.ends_with('%')) return false;
    bound.remove_suffix(1);
    return true;
  };
  const bool has_low_percent = take_percent(low);
  const bool has_high_percent = take_percent(high);
  if (!low.empty() && !high.empty() && has_low_percent != has_high_percent) return false;
  is_of_values_ = !has_low_percent && !has_high_percent;
  from_ = is_of_values_ ? -kNoBound : 0;
  to_ = is_of_values_ ? kNoBound : kAll;
  const auto read = [](std::string_view bound, double& into) {
    if (bound.empty()) return true;
    const auto number = number_of(bound);
    if (number) into = *number;
    return number.has_value();
  };
  if (!read(low, from_) || !read(high, to_) || from_ >= to_) return false;
  return is_of_values_ || (from_ >= 0 && to_ <= kAll);
}

Statistic::Trimmed Statistic::trim(const Aggregate& values) const {
  Trimmed left;
  const double first = is_of_values_ ? 0 : values.count * from_ / kAll;
  const double last = is_of_values_ ? values.count : values.count * to_ / kAll;
  double before = 0;
  for (const auto& [value, count] : entries_of(values)) {
    const double begin = std::max(before, first);
    const double end = std::min(before + count, last);
    const bool fits = !is_of_values_ || (value > from_ && value <= to_);
    const double counted = fits ? std::max(0.0, end - begin) : 0;
    if (counted > 0) {
      if (left.count == 0) left.lowest = value;
      left.highest = value;
      left.count += counted;
      left.sum += counted * value;
      left.below += std::max(0.0, begin - before);
      left.above += std::max(0.0, before + count - end);
    } else if (left.count == 0) {
      left.below += count;
    } else {
      left.above += count;
    }
    before += count;
  }
  return left;
}

std::optional<double> Statistic::of(const Aggregate& values) const {
  const auto result = work_out(values);
  return result && std::isfinite(*result) ? result : std::nullopt;
}

std::optional<double> Statistic::work_out(const Aggregate& values) const {
  if (values.count == 0) return std::nullopt;
  if (needs_values() && (!values.has_values || values.min < 0)) return std::nullopt;
  switch (kind_) {
    case Kind::kSampleCount:
      return values.count;
    case Kind::kAverage:
      return values.sum / values.count;
    case Kind::kSum:
      return values.sum;
    case Kind::kMinimum:
      return values.min;
    case Kind::kMaximum:
      return values.max;
    default:
      break;
  }
  if (kind_ == Kind::kPercentile) {
    const double rank = values.count * to_ / kAll;
    double before = 0;
    const auto entries = entries_of(values);
    for (const auto& [value, count] : entries) {
      before += count;
      if (before >= rank) return value;
    }
    return entries.back().value;
  }
  const Trimmed left = trim(values);
  switch (kind_) {
    case Kind::kPercentileRank:
      return kAll * left.count / values.count;
    case Kind::kTrimmedCount:
      return left.count;
    case Kind::kTrimmedSum:
      return left.sum;
    case Kind::kWinsorizedMean:
      if (left.count == 0) return std::nullopt;
      return (left.sum + left.below * left.lowest + left.above * left.highest) / values.count;
    default:
      if (left.count == 0) return std::nullopt;
      return left.sum / left.count;
  }
}

}  // namespace emu::cloudwatch
