#include "sim/arrivals.h"

#include <cmath>
#include <utility>

namespace emu::sim {

namespace {

double seconds(const Phase& phase) { return static_cast<double>(phase.duration.count()) / 1e6; }

// How many requests a phase brings.
double size_of(const Phase& phase) { return (phase.rate + phase.ramp_to) / 2 * seconds(phase); }

// The time in a phase by which `count` requests are due: rate·t + slope·t²/2 = count, solved in the
// form that does not lose digits when the slope is small.
Duration time_of(const Phase& phase, double count) {
  if (count <= 0) return Duration(0);
  const double slope = (phase.ramp_to - phase.rate) / seconds(phase);
  const double square = phase.rate * phase.rate + 2 * slope * count;
  const double root = square > 0 ? std::sqrt(square) : 0;
  return Duration(static_cast<std::int64_t>(2 * count / (phase.rate + root) * 1e6));
}

}  // namespace

ArrivalTimes::ArrivalTimes(std::vector<Phase> phases, Arrivals kind, Random random)
    : phases_(std::move(phases)),
      kind_(kind),
      random_(random),
      due_(kind == Arrivals::kEven ? 0 : random_.exponential(1)) {}

std::optional<Duration> ArrivalTimes::next() {
  while (phase_ < phases_.size() && due_ >= arrived_before_ + size_of(phases_[phase_])) {
    arrived_before_ += size_of(phases_[phase_]);
    begin_ += phases_[phase_].duration;
    ++phase_;
  }
  if (phase_ == phases_.size()) return std::nullopt;
  const Duration at = begin_ + time_of(phases_[phase_], due_ - arrived_before_);
  due_ += kind_ == Arrivals::kEven ? 1 : random_.exponential(1);
  return at;
}

Duration total_duration(const std::vector<Phase>& phases) {
  Duration total{};
  for (const Phase& phase : phases) total += phase.duration;
  return total;
}

}  // namespace emu::sim
