// Waiting: the one interface through which code lets time pass.
//
// A task is a function that may wait in the middle. While it waits, others run; between two waits
// nothing else runs, so state needs no locks and an operation that does not wait is atomic.
//
//   scheduler.spawn({.name = "poller"}, [&] {
//     Waiter waiter;
//     queue.on_arrival(&waiter);
//     const bool arrived = scheduler.park(waiter, scheduler.now() + 20s);
//   });
//
// Code outside of any task (a test, main) is the driving thread. It may wait too, and tasks run
// while it does.
//
// A killed task unwinds: its current wait, or else its next one, throws TaskKilled, and so does
// every later one until the body is left. A body may catch TaskKilled to tidy up, and should let it
// go on. Nothing may wait in a destructor: when the task is killed, the exception would leave the
// destructor and end the program. A task lets no other exception out.
#pragma once

#include <emu/time.h>

#include <cstdint>
#include <functional>
#include <optional>

namespace emu {

class Follower;

// Thrown inside a killed task where it waits. Not a std::exception, so that `catch (const
// std::exception&)` lets it pass.
struct TaskKilled {};

// Ids are never used twice.
struct TimerId {
  std::uint64_t value = 0;  // 0: no timer
  bool operator==(const TimerId&) const = default;
};

struct TaskId {
  std::uint64_t value = 0;  // 0: the driving thread
  bool operator==(const TaskId&) const = default;
};

struct TaskOptions {
  const char* name = "task";  // For messages; must live as long as the task.
  bool daemon = false;        // A service that never ends: nobody waits for it to become idle.
};

// The place where one task is parked. It lives in the frame of the code that parks; whoever is to
// wake it keeps a pointer and must forget it before the frame is left, also when it is left by
// TaskKilled.
class Waiter {
 public:
  Waiter() = default;
  ~Waiter();

  Waiter(const Waiter&) = delete;
  Waiter& operator=(const Waiter&) = delete;

 private:
  friend class Scheduler;

  bool woken_ = false;   // woken, and no park has returned for it yet
  bool parked_ = false;  // somebody is inside park()
  TaskId task_;          // who
};

class Scheduler {
 public:
  virtual ~Scheduler() = default;

  // Around work on the world, by whoever does it; nests. Where one thread at a time is guaranteed
  // anyhow, there is nothing to do.
  virtual void enter() {}
  virtual void leave() {}

  // Runs the user's code from inside the world, with the world free for others meanwhile. The code
  // may come back to the world by making calls.
  virtual void outside(const std::function<void()>& user_code) { user_code(); }

  virtual Time now() const = 0;

  // The body runs later, never inside spawn. A task that is killed before it began never runs at
  // all.
  virtual TaskId spawn(TaskOptions options, std::function<void()> body) = 0;

  // The running task; 0 on the driving thread and in callbacks.
  virtual TaskId current() const = 0;

  // Lets others run that are ready now. Time does not pass.
  virtual void yield() = 0;

  // Waits until now() >= time; gives others that are ready a turn even if that is so already.
  virtual void sleep_until(Time time) = 0;

  // Waits for wake(waiter), or for the deadline. True: woken; false: the deadline has come. A wake
  // that came before park is remembered and makes it return at once; one that comes after the
  // deadline and before the task continues counts too, so no wake is lost. Each return uses the
  // wake up: a waiter may be parked again.
  virtual bool park(Waiter& waiter, std::optional<Time> deadline) = 0;

  // Two wakes before the next park are one.
  virtual void wake(Waiter& waiter) = 0;

  // Calls back at the time, or as soon as possible if it has passed. The callback must not wait.
  // Callbacks for the same time come in the order in which they were set. A daemon's timer does not
  // keep others waiting for idleness.
  virtual TimerId at(Time time, std::function<void()> callback, bool daemon = false) = 0;

  // Nothing happens when the timer has fired or was cancelled.
  virtual void cancel(TimerId id) = 0;

  // Unwinds the task, see above. It is over when its turn has come, not when kill returns. Nothing
  // happens when it has ended. A task may kill itself: it goes on to its next wait.
  virtual void kill(TaskId id) = 0;

  virtual bool alive(TaskId id) const = 0;

  // Whose time is this scheduler's from now on; null: nobody's. It outlives its entry here. False
  // where time cannot wait for it.
  virtual bool follow(Follower* /*follower*/) { return false; }

 protected:
  // What an implementation does with waiters.
  static void begin_parking(Waiter& waiter, TaskId task);
  static bool end_parking(Waiter& waiter);  // Uses up the wake and says whether there was one.
  static void set_woken(Waiter& waiter) { waiter.woken_ = true; }
  static bool is_woken(const Waiter& waiter) { return waiter.woken_; }
  static bool is_parked(const Waiter& waiter) { return waiter.parked_; }
  static TaskId parked_task(const Waiter& waiter) { return waiter.task_; }
};

// Works on the world while it lives.
class WorldEntry {
 public:
  explicit WorldEntry(Scheduler& scheduler) : scheduler_(scheduler) { scheduler_.enter(); }
  ~WorldEntry() { scheduler_.leave(); }
  WorldEntry(const WorldEntry&) = delete;
  WorldEntry& operator=(const WorldEntry&) = delete;

 private:
  Scheduler& scheduler_;
};

}  // namespace emu
