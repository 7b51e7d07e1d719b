// Runtime: how the time of a Cloud passes and its tasks run: simulated on the caller's thread, or
// live on threads.
#pragma once

#include <emu/cloud.h>

#include <functional>
#include <memory>

#include "core/task/live_scheduler.h"
#include "core/task/sim_scheduler.h"

namespace emu {

class Runtime {
 public:
  // Throws std::invalid_argument when the clock's scale is out of range.
  explicit Runtime(const CloudOptions& options);

  Scheduler& scheduler() { return *scheduler_; }

  // Ends all tasks. Later spawns never run.
  void shut_down();

  // From outside of tasks and of the world.
  void advance(Duration duration);
  void run_until(Time time);
  bool run_until(const std::function<bool()>& done, Time limit);
  void run_until_idle();
  // Lets everyone who can go on without time passing do so, at most for a second of real time.
  void settle();

  // Virtual time is always held.
  ClockState clock();
  void hold_clock();
  void resume_clock();
  void scale_clock(double scale);

 private:
  std::unique_ptr<Scheduler> scheduler_;
  SimScheduler* sim_ = nullptr;    // one of these is it
  LiveScheduler* live_ = nullptr;  // and the other is null
};

}  // namespace emu
