#include "runtime.h"

#include <stdexcept>

#include "core/task/live_scheduler.h"
#include "core/task/sim_scheduler.h"
#include "core/time/live_clock.h"

namespace emu {

namespace {

SimScheduler::Options simulated_options(const CloudOptions& options) {
  return {.start = options.start,
          .choice = options.interleaving == Interleaving::kSeeded ? SimScheduler::Choice::kSeeded
                                                                  : SimScheduler::Choice::kFifo,
          .seed = options.seed};
}

LiveScheduler::Options live_options(const CloudOptions& options) {
  return {.start = options.start,
          .scale = checked_scale(options.live->scale),
          .held = options.live->held};
}

}  // namespace

double checked_scale(double scale) {
  // Written so that a NaN is refused too.
  if (!(scale >= kClockScaleMin && scale <= kClockScaleMax)) {
    throw std::invalid_argument("the scale of a clock is from 0.000001 to 1,000,000");
  }
  return scale;
}

std::unique_ptr<DrivenScheduler> make_scheduler(const CloudOptions& options) {
  if (options.live) return std::make_unique<LiveScheduler>(live_options(options));
  return std::make_unique<SimScheduler>(simulated_options(options));
}

}  // namespace emu
