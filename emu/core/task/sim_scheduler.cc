#include "core/task/sim_scheduler.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "core/base/assert.h"
#include "core/hash/random.h"
#include "core/task/follower.h"

namespace emu {
namespace {

// How often a killed task may swallow TaskKilled and wait again before that counts as a loop
// without end.
constexpr int kKillThrowsMax = 1000;

constexpr std::size_t kNamesInDeadlockText = 16;

constexpr const char* kMustNotDrive =
    "Time cannot be driven (advance, run_until, run_until_idle, reset) from within a task, such as "
    "a "
    "function's handler, or a callback. A handler lets time pass with Context::sleep().";

}  // namespace

// Held while the driving thread steps; in that time only tasks may wait.
class SimScheduler::Driving {
 public:
  explicit Driving(SimScheduler& scheduler) : scheduler_(scheduler) {
    if (scheduler.current_ != nullptr || scheduler.driving_) throw std::logic_error(kMustNotDrive);
    scheduler.driving_ = true;
  }
  ~Driving() { scheduler_.driving_ = false; }

  Driving(const Driving&) = delete;
  Driving& operator=(const Driving&) = delete;

 private:
  SimScheduler& scheduler_;
};

SimScheduler::SimScheduler(const Options& options)
    : now_(options.start),
      choice_(options.choice),
      random_state_(options.seed),
      stacks_(options.stacks) {}

SimScheduler::~SimScheduler() { shut_down(); }

void SimScheduler::shut_down() {
  {
    const Driving driving(*this);
    closing_ = true;
    tasks_.for_each([this](Task& task) { kill(task.id); });
    while (!ready_.empty()) step(now_);
  }
  EMU_ASSERT(tasks_.size() == 0, "every task that is killed comes to its end");
  timers_.clear();
}

void SimScheduler::run_until(Time time) {
  const Driving driving(*this);
  while (step(time)) {
  }
  now_ = std::max(now_, time);
}

bool SimScheduler::run_until(const std::function<bool()>& done, Time limit) {
  const Driving driving(*this);
  while (!done()) {
    if (!step(limit)) {
      now_ = std::max(now_, limit);
      return false;
    }
  }
  return true;
}

void SimScheduler::run_until_idle() {
  const Driving driving(*this);
  while (!ready_.empty() || timers_.foreground() > 0) step(Time::max());
}

void SimScheduler::run_ready() {
  const Driving driving(*this);
  while (!ready_.empty() || (follower_ != nullptr && follower_->settle())) {
    if (!ready_.empty()) step(now_);
  }
}

TaskId SimScheduler::spawn(TaskOptions options, std::function<void()> body) {
  const TaskId id{tasks_.add(Task{.options = options,
                                  .body = std::move(body),
                                  .fiber = {},
                                  .id = {},
                                  .alarm = {},
                                  .waiting = false,
                                  .killed = closing_})};
  Task& task = *tasks_.find(id.value);
  task.id = id;
  ready_.push_back(&task);
  return id;
}

TaskId SimScheduler::current() const { return current_ == nullptr ? TaskId{} : current_->id; }

void SimScheduler::yield() {
  if (current_ == nullptr) {
    const Driving driving(*this);
    for (std::size_t turns = ready_.size(); turns > 0; --turns) step(now_);
    return;
  }
  throw_if_killed(*current_);
  if (ready_.empty()) return;
  Task& task = *current_;
  ready_.push_back(&task);
  task.fiber.suspend();
  throw_if_killed(task);
}

void SimScheduler::sleep_until(Time time) {
  if (current_ == nullptr) {
    Waiter nobody;
    park_driver(nobody, time);
    return;
  }
  Task& task = *current_;
  throw_if_killed(task);
  set_alarm(task, time);
  wait(task);
  throw_if_killed(task);
}

bool SimScheduler::park(Waiter& waiter, std::optional<Time> deadline) {
  if (current_ == nullptr) return park_driver(waiter, deadline);
  Task& task = *current_;
  throw_if_killed(task);
  begin_parking(waiter, task.id);
  if (!is_woken(waiter)) {
    if (deadline) set_alarm(task, *deadline);
    wait(task);
  }
  const bool woken = end_parking(waiter);
  throw_if_killed(task);
  return woken;
}

void SimScheduler::wake(Waiter& waiter) {
  set_woken(waiter);
  if (!is_parked(waiter)) return;
  // The driving thread looks for itself after each step.
  if (Task* task = tasks_.find(parked_task(waiter).value)) make_ready(*task);
}

TimerId SimScheduler::at(Time time, std::function<void()> callback, bool daemon) {
  return timers_.add(std::max(time, now_), std::move(callback), daemon);
}

void SimScheduler::cancel(TimerId id) { timers_.cancel(id); }

void SimScheduler::kill(TaskId id) {
  Task* task = tasks_.find(id.value);
  if (task == nullptr) return;
  task->killed = true;
  make_ready(*task);
}

bool SimScheduler::alive(TaskId id) const { return tasks_.find(id.value) != nullptr; }

bool SimScheduler::step(Time limit) {
  if (!ready_.empty()) {
    if (choice_ == Choice::kSeeded) std::swap(ready_[0], ready_[choose()]);
    run(*ready_.pop_front());
    return true;
  }
  if (follower_ != nullptr && step_of_follower(limit)) return true;
  if (timers_.empty() || timers_.next_time() > limit) return false;
  now_ = timers_.next_time();
  const TimerQueue::Callback callback = timers_.take_next();
  callback();
  return true;
}

bool SimScheduler::step_of_follower(Time limit) {
  if (follower_->settle()) return true;
  const std::optional<Time> time = follower_->next_wake();
  if (!time || *time > limit || (!timers_.empty() && timers_.next_time() < *time)) return false;
  now_ = std::max(now_, *time);
  follower_->wake_next(now_);
  return true;
}

bool SimScheduler::follow(Follower* follower) {
  follower_ = follower;
  return true;
}

void SimScheduler::run(Task& task) {
  if (!task.fiber) {
    if (task.killed) {
      finish(task);
      return;
    }
    task.fiber = Fiber(stacks_, [&task] {
      try {
        task.body();
      } catch (const TaskKilled&) {
        // This is where a killed task ends.
      }
      task.body = nullptr;
    });
  }
  current_ = &task;
  const bool more = task.fiber.resume();
  current_ = nullptr;
  if (!more) finish(task);
}

void SimScheduler::finish(Task& task) {
  // Destroyed last: what the body holds may come back to this scheduler.
  const Task ended = tasks_.take(task.id.value);
}

// Ready tasks are fewer than 2^32, so the upper half of a draw, scaled, is even enough and the same
// everywhere.
std::size_t SimScheduler::choose() {
  return static_cast<std::size_t>(((splitmix64(random_state_) >> 32) * ready_.size()) >> 32);
}

void SimScheduler::make_ready(Task& task) {
  if (!task.waiting) return;
  task.waiting = false;
  timers_.cancel(std::exchange(task.alarm, {}));
  ready_.push_back(&task);
}

void SimScheduler::set_alarm(Task& task, Time time) {
  task.alarm = at(
      time, [this, &task] { make_ready(task); }, task.options.daemon);
}

void SimScheduler::wait(Task& task) {
  task.waiting = true;
  task.fiber.suspend();
}

void SimScheduler::throw_if_killed(Task& task) {
  if (!task.killed) return;
  EMU_ASSERT(++task.kill_throws <= kKillThrowsMax,
             "a killed task ends, however often it swallows TaskKilled");
  throw TaskKilled();
}

bool SimScheduler::park_driver(Waiter& waiter, std::optional<Time> deadline) {
  struct Parking {  // Leaves nothing behind, also when a callback throws.
    SimScheduler& scheduler;
    Waiter& waiter;
    TimerId alarm = {};
    bool due = false;
    ~Parking() {
      end_parking(waiter);
      scheduler.timers_.cancel(alarm);
    }
  };

  const Driving driving(*this);
  begin_parking(waiter, {});
  Parking parking{.scheduler = *this, .waiter = waiter};
  if (deadline) parking.alarm = at(*deadline, [&parking] { parking.due = true; });
  while (!is_woken(waiter) && !parking.due) {
    if (!step(Time::max())) throw std::logic_error(deadlock_text());
  }
  return is_woken(waiter);
}

std::string SimScheduler::deadlock_text() {
  std::string text =
      "deadlock: the driving thread is parked and nothing is left that could wake it; ";
  std::size_t named = 0;
  tasks_.for_each([&](const Task& task) {
    if (named++ >= kNamesInDeadlockText) return;
    text += named == 1 ? "parked tasks: " : ", ";
    text += task.options.name;
  });
  if (named == 0) text += "no task is left";
  if (named > kNamesInDeadlockText) {
    text += " and " + std::to_string(named - kNamesInDeadlockText) + " more";
  }
  return text;
}

}  // namespace emu
