// The live scheduler: tasks are threads, time is the machine's, scaled or held.
//
// One lock stands around the world. A thread works on the world between enter() and leave(), which
// the gate calls; the lock is let go while the thread waits (park, sleep_until) and while it runs
// the user's code (outside). So services see one caller at a time, as under the simulated
// scheduler, and nobody's slow code holds up anybody else.
//
// run_until() moves time in steps: all that is due at one instant happens, and the tasks that it
// woke come to rest, before time goes on to the next. A test that holds the clock sees the same
// order that a simulation has.
//
// A brief task that a call from outside has spawned runs on the thread of that call, when the call
// leaves the world. So does no other: user code and other tasks would be held up.
//
// When there are as many threads as there may be, or the machine gives no more, a task begins when
// another one has ended.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

#include "core/base/slot_map.h"
#include "core/task/brief_tasks.h"
#include "core/task/driven_scheduler.h"
#include "core/task/visitor.h"
#include "core/time/live_clock.h"
#include "core/time/timer_queue.h"

namespace emu {

class LiveScheduler final : public DrivenScheduler, public BriefTasks {
 public:
  struct Options {
    Time start = {};
    double scale = 1.0;
    bool held = false;
    // How long run_until() waits, in real time, for code that works on at one instant before it
    // moves on.
    std::chrono::milliseconds settle_limit = std::chrono::seconds(10);
    std::size_t threads_max = 8192;  // for tasks
  };

  explicit LiveScheduler(const Options& options);
  ~LiveScheduler() override;
  LiveScheduler(const LiveScheduler&) = delete;
  LiveScheduler& operator=(const LiveScheduler&) = delete;

  // The waits of other threads end as those of tasks do. Returns when every task has ended.
  void shut_down() override;

  // These move the time by hand, held or not; one does at a time, and hold() ends all of them.
  // `done` is asked outside of the world.
  void run_until(Time time) override;
  bool run_until(const std::function<bool()>& done, Time limit) override;
  void run_until_idle() override;
  // Waits until all that is due has happened and every thread has come to rest, at most a second of
  // real time.
  void run_ready() override;

  Clock clock() override;
  void hold() override;
  void resume() override;
  void set_scale(double scale) override;

  void enter() override;
  void leave() override;
  void outside(const std::function<void()>& user_code) override;

  Time now() const override;
  TaskId spawn(TaskOptions options, std::function<void()> body) override;
  TaskId current() const override;
  void yield() override;
  void sleep_until(Time time) override;
  bool park(Waiter& waiter, std::optional<Time> deadline) override;
  void wake(Waiter& waiter) override;
  TimerId at(Time time, std::function<void()> callback, bool daemon = false) override;
  void cancel(TimerId id) override;
  void kill(TaskId id) override;
  bool alive(TaskId id) const override;

  TaskId spawn_brief(TaskOptions options, std::function<void()> body) override;
  bool is_on_lent_thread() const override;

  // How many calls wait on behalf of a Visitor.
  std::size_t waiting_visitors() const;

 private:
  struct Parked;
  struct Task {
    TaskId id;
    std::function<void()> body;
    bool daemon = false;
    bool killed = false;
    Parked* parked = nullptr;
  };
  struct Worker {
    std::thread thread;
    std::condition_variable wanted;
    TaskId task;
    bool ending = false;
  };
  class Inside;
  class Advancing;

  void run_timers();
  void run_worker(Worker& worker);
  void run_task(TaskId id);
  // The id of no task when the world comes to its end.
  TaskId add_task(const TaskOptions& options, std::function<void()> body);
  // Gives the task to a thread of its own, now or when there is one.
  void hand_over(TaskId task);
  void run_brief_tasks();
  void hand_over_brief_tasks();
  bool start_worker(TaskId task);
  bool take_postponed(Worker& worker);
  void throw_if_killed() const;
  bool is_killed(TaskId id) const;
  void ready(Parked& parked);
  // Until the waiter is woken or the wait is ended otherwise.
  void sleep(Waiter& waiter, Parked& parked);
  void begin_visitor_wait(Visitor& visitor, Parked& parked);
  void end_visitor_wait(std::uint64_t id);
  void fire_next(std::unique_lock<std::mutex>& lock);
  void settle(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds limit);
  void release();

  mutable std::mutex mutex_;  // the lock around the world
  LiveClock clock_;           // held too while somebody moves the time by hand
  bool held_;                 // what clock() tells
  const std::chrono::milliseconds settle_limit_;
  const std::size_t threads_max_;
  TimerQueue timers_;
  mutable SlotMap<Task> tasks_;
  std::unordered_map<const Waiter*, Parked*> parked_;
  std::unordered_map<std::uint64_t, Parked*> visitor_waits_;
  std::uint64_t last_visitor_wait_ = 0;
  std::condition_variable timers_changed_;
  std::condition_variable settled_;
  std::condition_variable tasks_ended_;
  std::size_t working_ = 0;  // threads that work on the world or run a task, and do not wait
  bool advancing_ = false;   // somebody moves the time by hand
  // Counted before the lock is asked for: who moves the time by hand may never wait for it.
  std::atomic<unsigned> holds_ = 0;
  std::condition_variable advanced_;
  bool closing_ = false;
  std::list<Worker> workers_;  // stable addresses
  std::deque<Worker*> idle_;
  std::deque<TaskId> postponed_;  // tasks that wait for a worker
  // Those that the thread inside will run when it leaves. Nobody else finds any here: a thread that
  // lets the lock go before hands them over.
  std::deque<TaskId> brief_;
  std::thread timer_thread_;
};

}  // namespace emu
