// The simulated scheduler: tasks are fibers on the caller's thread, time is virtual, and a run is a
// function of its seed.
//
//   SimScheduler scheduler({.start = from_epoch_millis(0)});
//   scheduler.spawn({.name = "sleeper"}, [&] { scheduler.sleep_until(scheduler.now() + 15s); });
//   scheduler.run_until_idle();   // at once; now() is 15 s later
//
// The order of steps: while any task is ready, one of them runs until it waits or ends; otherwise
// the earliest timer fires and time jumps to it. So a callback comes before the tasks that it makes
// ready, and these come before the next timer, even one of the same instant. Under Choice::kFifo
// ready tasks run in the order in which they became ready; under kSeeded each choice is drawn from
// the seed. Both are the same on every machine. A Follower that lives in this time is asked before
// each timer, and goes first when both are due at one instant.
//
// The calls that drive come from outside of tasks and callbacks; from inside they throw
// std::logic_error. All of them may be used on one thread at a time only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/base/ring.h"
#include "core/base/slot_map.h"
#include "core/task/driven_scheduler.h"
#include "core/task/fiber.h"
#include "core/time/timer_queue.h"

namespace emu {

class SimScheduler final : public DrivenScheduler {
 public:
  enum class Choice { kFifo, kSeeded };

  struct Options {
    Time start = {};
    Choice choice = Choice::kFifo;
    std::uint64_t seed = 0;
    FiberPoolOptions stacks = {};
  };

  explicit SimScheduler(const Options& options);

  ~SimScheduler() override;

  SimScheduler(const SimScheduler&) = delete;
  SimScheduler& operator=(const SimScheduler&) = delete;

  // The destructor does it too. Timers are dropped.
  void shut_down() override;

  void run_until(Time time) override;
  bool run_until(const std::function<bool()>& done, Time limit) override;
  void run_until_idle() override;  // time stays at the last event
  void run_ready() override;

  Time now() const override { return now_; }
  TaskId spawn(TaskOptions options, std::function<void()> body) override;
  TaskId current() const override;
  void yield() override;
  void sleep_until(Time time) override;

  // On the driving thread, without a deadline and with nothing left that could wake it: throws
  // std::logic_error, whose text names the tasks that are parked.
  bool park(Waiter& waiter, std::optional<Time> deadline) override;

  void wake(Waiter& waiter) override;
  TimerId at(Time time, std::function<void()> callback, bool daemon = false) override;
  void cancel(TimerId id) override;
  void kill(TaskId id) override;
  bool alive(TaskId id) const override;
  bool follow(Follower* follower) override;

 private:
  struct Task {
    TaskOptions options;
    std::function<void()> body;
    Fiber fiber;  // none before the first turn
    TaskId id;
    TimerId alarm;  // ends the current wait
    bool waiting = false;
    bool killed = false;
    int kill_throws = 0;
  };
  class Driving;

  bool step(Time limit);
  bool step_of_follower(Time limit);
  void run(Task& task);
  void finish(Task& task);
  std::size_t choose();
  void make_ready(Task& task);
  void set_alarm(Task& task, Time time);
  void wait(Task& task);
  static void throw_if_killed(Task& task);
  bool park_driver(Waiter& waiter, std::optional<Time> deadline);
  std::string deadlock_text();

  Time now_;
  Choice choice_;
  std::uint64_t random_state_;
  Task* current_ = nullptr;
  bool driving_ = false;
  bool closing_ = false;
  FiberPool stacks_;
  SlotMap<Task> tasks_;
  Ring<Task*> ready_;
  TimerQueue timers_;
  Follower* follower_ = nullptr;
};

}  // namespace emu
