#include "cloudwatch/aggregate.h"

#include <algorithm>
#include <cmath>

#include "cloudwatch/limits.h"

namespace emu::cloudwatch {

namespace {

constexpr double kFirstWidth = 0.01;

}  // namespace

void Distribution::add(double value, double count) {
  const double of_class = classed(value);
  const auto at =
      std::lower_bound(entries_.begin(), entries_.end(), of_class,
                       [](const Entry& entry, double wanted) { return entry.value < wanted; });
  if (at != entries_.end() && at->value == of_class) {
    at->count += count;
    return;
  }
  entries_.insert(at, {.value = of_class, .count = count});
  if (entries_.size() > kDistinctValuesMax) coarsen();
}

void Distribution::add(const Distribution& other) {
  for (const Entry& entry : other.entries_) add(entry.value, entry.count);
}

// The class of a value is known by its upper end.
double Distribution::classed(double value) const {
  if (width_ == 0 || value == 0) return value;
  const double step = std::log1p(width_);
  return std::copysign(std::exp(std::ceil(std::log(std::fabs(value)) / step) * step), value);
}

void Distribution::coarsen() {
  while (entries_.size() > kDistinctValuesMax) {
    width_ = width_ == 0 ? kFirstWidth : width_ * 2;
    std::vector<Entry> fewer;
    for (const Entry& entry : entries_) {
      const double of_class = classed(entry.value);
      if (!fewer.empty() && fewer.back().value == of_class) {
        fewer.back().count += entry.count;
      } else {
        fewer.push_back({.value = of_class, .count = entry.count});
      }
    }
    entries_ = std::move(fewer);
  }
}

Aggregate::Aggregate(const Aggregate& other)
    : count(other.count),
      sum(other.sum),
      min(other.min),
      max(other.max),
      values(other.values ? std::make_unique<Distribution>(*other.values) : nullptr),
      has_values(other.has_values) {}

void Aggregate::add(const Aggregate& other, Keep keep) {
  if (other.count == 0) return;
  const double min_before = min;
  const double count_before = count;
  const bool was_one_value = is_one_value();
  has_values = has_values && other.has_values;
  count += other.count;
  sum += other.sum;
  min = std::min(min, other.min);
  max = std::max(max, other.max);
  if (keep == Keep::kSums || !has_values) {
    values.reset();
    return;
  }
  if (is_one_value()) return;
  if (!values) {
    values = std::make_unique<Distribution>();
    if (was_one_value && count_before > 0) values->add(min_before, count_before);
  }
  if (other.values) {
    values->add(*other.values);
  } else {
    values->add(other.min, other.count);
  }
}

}  // namespace emu::cloudwatch
