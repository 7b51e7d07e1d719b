// When requests arrive, phase by phase.
//
// Let N(t) be the number of requests expected by the time t, the integral of the rate. Even
// arrivals are the times at which N is 0, 1, 2 …; Poisson arrivals those at which it is a sum of
// exponentially distributed steps, which is exact on ramps too. Only operations that IEEE 754
// rounds in one way are used, so equal seeds give equal times everywhere.
#pragma once

#include <emu/sim/scenario.h>
#include <emu/time.h>

#include <cstddef>
#include <optional>
#include <vector>

#include "core/hash/random.h"

namespace emu::sim {

class ArrivalTimes {
 public:
  ArrivalTimes(std::vector<Phase> phases, Arrivals kind, Random random);

  // The next arrival, as a time since the begin; nothing after the last one.
  std::optional<Duration> next();

 private:
  std::vector<Phase> phases_;
  Arrivals kind_;
  Random random_;
  double due_;                 // N at the next arrival
  std::size_t phase_ = 0;      // the one that is under way
  double arrived_before_ = 0;  // N at its begin
  Duration begin_ = {};        // of that phase
};

// How long the phases last together.
Duration total_duration(const std::vector<Phase>& phases);

}  // namespace emu::sim
