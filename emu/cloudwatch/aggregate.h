// Aggregate: what a metric's values of some time come to.
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

namespace emu::cloudwatch {

// The distinct values, in their order, each with how often it came. Beyond kDistinctValuesMax
// values that lie close together are taken for one, so that a rank is off by some percent at most.
class Distribution {
 public:
  struct Entry {
    double value;
    double count;
  };

  void add(double value, double count);
  void add(const Distribution& other);
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  void coarsen();
  double classed(double value) const;

  std::vector<Entry> entries_;
  double width_ = 0;  // of classes, as a part of the value; 0: none yet
};

struct Aggregate {
  Aggregate() = default;
  Aggregate(double value, double times)
      : count(times), sum(value * times), min(value), max(value) {}
  Aggregate(const Aggregate& other);
  Aggregate(Aggregate&&) noexcept = default;
  Aggregate& operator=(Aggregate&&) noexcept = default;

  double count = 0;
  double sum = 0;
  double min = std::numeric_limits<double>::infinity();
  double max = -std::numeric_limits<double>::infinity();
  // Null while all values are the same, or when they are not known: of a set with a minimum and a
  // maximum nobody knows what lies between.
  std::unique_ptr<Distribution> values = {};
  bool has_values = true;

  bool is_one_value() const { return min == max; }
  // With the values, or with their sums alone, which costs less.
  enum class Keep { kSums, kValues };
  void add(const Aggregate& other, Keep keep = Keep::kValues);
  // One value more, which costs next to nothing while all are the same.
  void add_value(double value) {
    if (value != min || value != max) return add(Aggregate(value, 1));
    count += 1;
    sum += value;
  }
};

}  // namespace emu::cloudwatch
