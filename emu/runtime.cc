#include "runtime.h"

#include <chrono>
#include <stdexcept>
#include <utility>

namespace emu {

namespace {

constexpr double kClockScaleMax = 1'000'000;
constexpr std::chrono::milliseconds kSettleLimit{1000};

double checked_scale(double scale) {
  // Written so that a NaN is refused too.
  if (!(scale > 0 && scale <= kClockScaleMax)) {
    throw std::invalid_argument("the scale of a clock is above 0 and at most 1,000,000");
  }
  return scale;
}

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

Runtime::Runtime(const CloudOptions& options) {
  if (options.live) {
    auto scheduler = std::make_unique<LiveScheduler>(live_options(options));
    live_ = scheduler.get();
    scheduler_ = std::move(scheduler);
  } else {
    auto scheduler = std::make_unique<SimScheduler>(simulated_options(options));
    sim_ = scheduler.get();
    scheduler_ = std::move(scheduler);
  }
}

void Runtime::shut_down() {
  if (live_ != nullptr) {
    live_->shut_down();
  } else {
    sim_->shut_down();
  }
}

void Runtime::advance(Duration duration) {
  if (live_ != nullptr) {
    live_->advance(duration);
  } else {
    sim_->run_until(sim_->now() + duration);
  }
}

void Runtime::run_until(Time time) {
  if (live_ != nullptr) {
    live_->advance_to(time);
  } else {
    sim_->run_until(time);
  }
}

bool Runtime::run_until(const std::function<bool()>& done, Time limit) {
  return live_ != nullptr ? live_->advance_until(done, limit) : sim_->run_until(done, limit);
}

void Runtime::run_until_idle() {
  if (live_ != nullptr) {
    live_->advance_until_idle();
  } else {
    sim_->run_until_idle();
  }
}

void Runtime::settle() {
  if (live_ != nullptr) {
    live_->settle(kSettleLimit);
  } else {
    sim_->run_ready();
  }
}

ClockState Runtime::clock() {
  if (live_ == nullptr) return {.now = sim_->now()};
  const LiveScheduler::ClockState state = live_->clock();
  return {.now = state.now, .held = state.held, .scale = state.scale};
}

void Runtime::hold_clock() {
  if (live_ != nullptr) live_->hold();
}

void Runtime::resume_clock() {
  if (live_ != nullptr) live_->resume();
}

void Runtime::scale_clock(double scale) {
  checked_scale(scale);
  if (live_ != nullptr) live_->set_scale(scale);
}

}  // namespace emu
