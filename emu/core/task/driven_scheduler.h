// DrivenScheduler: a scheduler with the calls by which somebody from outside moves its time. How a
// Cloud is driven is the same whether it is simulated or live.
#pragma once

#include <functional>

#include "core/task/scheduler.h"

namespace emu {

// All of these come from outside of tasks, callbacks and the world.
class DrivenScheduler : public Scheduler {
 public:
  // Ends all tasks, whose waits throw TaskKilled, and lets them unwind. Tasks that are spawned
  // while that goes on or later never run. Whoever owns both this and what tasks use calls it
  // before the latter goes.
  virtual void shut_down() = 0;

  // Everything happens that is due up to and including the time; then now() is that time, unless it
  // is past already. hold() from another thread ends it where it is.
  virtual void run_until(Time time) = 0;

  void advance(Duration duration) { run_until(now() + duration); }

  // Until `done` holds (true; it is asked before the first step and each time that something has
  // happened) or until nothing more is due by the limit (false; now() is the limit), or hold() ends
  // it (false).
  virtual bool run_until(const std::function<bool()>& done, Time limit) = 0;

  // Until only daemons wait for a time. Tasks that are parked without a deadline stay parked.
  virtual void run_until_idle() = 0;

  // Lets everyone go on who can without time passing.
  virtual void run_ready() = 0;

  // The clock. Virtual time is always held, and its scale is 1: nothing changes that.
  struct Clock {
    Time now = {};
    bool held = true;
    double scale = 1;
  };
  virtual Clock clock() { return {.now = now()}; }
  virtual void hold() {}
  virtual void resume() {}
  virtual void set_scale(double /*scale*/) {}
};

}  // namespace emu
