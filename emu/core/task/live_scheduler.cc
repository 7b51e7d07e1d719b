#include "core/task/live_scheduler.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/base/assert.h"

namespace emu {

namespace {

constexpr std::chrono::milliseconds kReadyLimit{1000};

// What a thread is in the middle of. A thread works on one world at a time; user code in a task of
// one may call another.
struct ThreadState {
  const LiveScheduler* inside = nullptr;  // whose lock it holds
  int depth = 0;                          // how often it has entered
  bool is_lent = false;                   // it has come from outside, and runs brief tasks
  const LiveScheduler* home = nullptr;    // whose task it runs; null for a thread from elsewhere
  TaskId task = {};
};
thread_local ThreadState this_thread;  // NOLINT(readability-identifier-naming)

}  // namespace

// One wait, in the frame of the thread that waits.
struct LiveScheduler::Parked {
  std::condition_variable changed;
  bool is_ready = false;
  std::uint64_t visitor_wait = 0;  // its number, when it is a Visitor's
  bool is_ended = false;           // by the Visitor
};

// Takes the lock for work that may come from inside the world or from outside.
class LiveScheduler::Inside {
 public:
  explicit Inside(const LiveScheduler& scheduler) {
    if (this_thread.inside != &scheduler) lock_ = std::unique_lock(scheduler.mutex_);
  }

 private:
  std::unique_lock<std::mutex> lock_;
};

LiveScheduler::LiveScheduler(const Options& options)
    : clock_(options.start, options.scale, options.held),
      held_(options.held),
      settle_limit_(options.settle_limit),
      threads_max_(options.threads_max),
      timer_thread_([this] { run_timers(); }) {}

LiveScheduler::~LiveScheduler() { shut_down(); }

void LiveScheduler::shut_down() {
  {
    std::unique_lock lock(mutex_);
    if (closing_) return;
    closing_ = true;
    tasks_.for_each([this](Task& task) {
      task.killed = true;
      if (task.parked != nullptr) ready(*task.parked);
    });
    for (auto& [waiter, parked] : parked_) ready(*parked);
    tasks_ended_.wait(lock, [this] { return tasks_.size() == 0 && parked_.empty(); });
    for (Worker& worker : workers_) {
      worker.ending = true;
      worker.wanted.notify_one();
    }
    timers_changed_.notify_all();
  }
  for (Worker& worker : workers_) worker.thread.join();
  timer_thread_.join();
  timers_.clear();
}

// ---- The world's lock ----

void LiveScheduler::enter() {
  ThreadState& self = this_thread;
  if (self.inside == this) {
    ++self.depth;
    return;
  }
  EMU_ASSERT(self.inside == nullptr, "a thread works on one world at a time");
  mutex_.lock();
  self.inside = this;
  self.depth = 1;
  if (current() != TaskId{}) return;
  self.is_lent = true;
  ++working_;  // a task counts from its start to its end
}

void LiveScheduler::leave() {
  ThreadState& self = this_thread;
  EMU_ASSERT(self.inside == this, "who leaves has entered");
  if (--self.depth > 0) return;
  if (current() == TaskId{}) release();
  if (!brief_.empty()) run_brief_tasks();
  self.inside = nullptr;
  self.is_lent = false;
  mutex_.unlock();
}

void LiveScheduler::release() {
  if (--working_ == 0) settled_.notify_all();
}

void LiveScheduler::outside(const std::function<void()>& user_code) {
  ThreadState& self = this_thread;
  EMU_ASSERT(self.inside == this, "user code is called from inside the world");
  struct Out {
    LiveScheduler& scheduler;
    ThreadState& self;
    int depth = std::exchange(self.depth, 0);
    Out(LiveScheduler& s, ThreadState& t) : scheduler(s), self(t) {
      scheduler.hand_over_brief_tasks();
      self.inside = nullptr;
      scheduler.mutex_.unlock();
    }
    ~Out() {
      scheduler.mutex_.lock();
      self.inside = &scheduler;
      self.depth = depth;
    }
  };
  const Out out(*this, self);
  user_code();
}

// ---- Tasks ----

TaskId LiveScheduler::spawn(TaskOptions options, std::function<void()> body) {
  const Inside inside(*this);
  const TaskId id = add_task(options, std::move(body));
  if (!closing_) hand_over(id);
  return id;
}

TaskId LiveScheduler::spawn_brief(TaskOptions options, std::function<void()> body) {
  if (this_thread.inside != this || !this_thread.is_lent) return spawn(options, std::move(body));
  const TaskId id = add_task(options, std::move(body));
  if (closing_) return id;
  ++working_;
  brief_.push_back(id);
  return id;
}

TaskId LiveScheduler::add_task(const TaskOptions& options, std::function<void()> body) {
  const TaskId id{tasks_.add(Task{.id = {}, .body = std::move(body), .daemon = options.daemon})};
  tasks_.find(id.value)->id = id;
  if (closing_) tasks_.take(id.value);
  return id;
}

void LiveScheduler::hand_over(TaskId task) {
  if (!idle_.empty()) {
    ++working_;
    Worker* worker = idle_.back();
    idle_.pop_back();
    worker->task = task;
    worker->wanted.notify_one();
  } else if (start_worker(task)) {
    ++working_;
  } else {
    postponed_.push_back(task);
  }
}

void LiveScheduler::run_brief_tasks() {
  const ThreadState self = this_thread;
  while (!brief_.empty()) {
    const TaskId id = brief_.front();
    brief_.pop_front();
    this_thread = {.inside = this, .depth = 1, .is_lent = true, .home = this, .task = id};
    run_task(id);
  }
  this_thread = self;
}

void LiveScheduler::hand_over_brief_tasks() {
  for (; !brief_.empty(); brief_.pop_front()) {
    hand_over(brief_.front());
    release();
  }
}

// False when there is no thread more. There is always one, which will take what is postponed.
bool LiveScheduler::start_worker(TaskId task) {
  if (workers_.size() >= threads_max_) return false;
  Worker& worker = workers_.emplace_back();
  worker.task = task;
  try {
    worker.thread = std::thread([this, &worker] { run_worker(worker); });
  } catch (const std::system_error&) {
    workers_.pop_back();
    if (workers_.empty()) throw;
    return false;
  }
  return true;
}

bool LiveScheduler::take_postponed(Worker& worker) {
  if (postponed_.empty()) return false;
  worker.task = postponed_.front();
  postponed_.pop_front();
  ++working_;
  return true;
}

void LiveScheduler::run_worker(Worker& worker) {
  std::unique_lock lock(mutex_);
  while (true) {
    worker.wanted.wait(lock, [&] { return worker.ending || worker.task != TaskId{}; });
    if (worker.task == TaskId{}) return;
    this_thread = {.inside = this, .depth = 1, .home = this, .task = worker.task};
    run_task(worker.task);
    this_thread = {};
    worker.task = {};
    if (!take_postponed(worker)) idle_.push_back(&worker);
  }
}

void LiveScheduler::run_task(TaskId id) {
  Task& task = *tasks_.find(id.value);
  if (!task.killed) {
    try {
      task.body();
    } catch (const TaskKilled&) {
      // This is where a killed task ends.
    }
  }
  {
    // Destroyed before the task counts as ended: what the body holds may come back to this
    // scheduler.
    const std::function<void()> body = std::move(tasks_.find(id.value)->body);
  }
  tasks_.take(id.value);
  release();
  tasks_ended_.notify_all();
}

TaskId LiveScheduler::current() const {
  return this_thread.home == this ? this_thread.task : TaskId{};
}

bool LiveScheduler::is_killed(TaskId id) const {
  const Task* task = tasks_.find(id.value);
  return closing_ || (task != nullptr && task->killed);
}

void LiveScheduler::throw_if_killed() const {
  if (is_killed(current())) throw TaskKilled();
}

void LiveScheduler::kill(TaskId id) {
  const Inside inside(*this);
  Task* task = tasks_.find(id.value);
  if (task == nullptr) return;
  task->killed = true;
  if (task->parked != nullptr) ready(*task->parked);
}

bool LiveScheduler::alive(TaskId id) const {
  const Inside inside(*this);
  return tasks_.find(id.value) != nullptr;
}

bool LiveScheduler::is_on_lent_thread() const {
  return this_thread.inside == this && this_thread.is_lent && current() != TaskId{};
}

// ---- Waiting ----

void LiveScheduler::yield() {
  const Inside inside(*this);
  throw_if_killed();
}

void LiveScheduler::sleep_until(Time time) {
  Waiter nobody;
  park(nobody, time);
}

// Who makes a thread ready counts it as working at once, so that time does not move on before it
// has had its turn.
void LiveScheduler::ready(Parked& parked) {
  if (std::exchange(parked.is_ready, true)) return;
  ++working_;
  parked.changed.notify_one();
}

void LiveScheduler::sleep(Waiter& waiter, Parked& parked) {
  hand_over_brief_tasks();
  parked_.emplace(&waiter, &parked);
  const ThreadState self = this_thread;
  this_thread = {.home = self.home, .task = self.task};
  release();
  std::unique_lock lock(mutex_, std::adopt_lock);
  parked.changed.wait(lock, [&] { return parked.is_ready; });
  lock.release();
  this_thread = self;
  parked_.erase(&waiter);
  if (closing_) tasks_ended_.notify_all();
}

bool LiveScheduler::park(Waiter& waiter, std::optional<Time> deadline) {
  const WorldEntry entry(*this);
  throw_if_killed();
  begin_parking(waiter, current());
  Parked parked;
  if (!is_woken(waiter)) {
    Task* task = tasks_.find(current().value);
    Visitor* visitor = task == nullptr ? visitor_of_this_thread() : nullptr;
    TimerId alarm;
    if (deadline) {
      const bool is_daemon = task != nullptr && task->daemon;
      alarm = at(
          *deadline, [this, &parked] { ready(parked); }, is_daemon);
    }
    if (task != nullptr) task->parked = &parked;
    if (visitor != nullptr) begin_visitor_wait(*visitor, parked);
    sleep(waiter, parked);
    if (visitor != nullptr) {
      visitor_waits_.erase(parked.visitor_wait);
      visitor->wait_ends();
    }
    if (task != nullptr) task->parked = nullptr;
    timers_.cancel(alarm);
  }
  const bool woken = end_parking(waiter);
  throw_if_killed();
  if (parked.is_ended) throw TaskKilled();
  return woken;
}

void LiveScheduler::begin_visitor_wait(Visitor& visitor, Parked& parked) {
  const std::uint64_t id = ++last_visitor_wait_;
  parked.visitor_wait = id;
  visitor_waits_.emplace(id, &parked);
  if (visitor.wait_begins(wait_of_this_thread(), [this, id] { end_visitor_wait(id); })) return;
  parked.is_ended = true;
  ready(parked);
}

void LiveScheduler::end_visitor_wait(std::uint64_t id) {
  const Inside inside(*this);
  const auto found = visitor_waits_.find(id);
  if (found == visitor_waits_.end()) return;
  found->second->is_ended = true;
  ready(*found->second);
}

std::size_t LiveScheduler::waiting_visitors() const {
  const Inside inside(*this);
  return visitor_waits_.size();
}

void LiveScheduler::wake(Waiter& waiter) {
  const Inside inside(*this);
  set_woken(waiter);
  const auto parked = parked_.find(&waiter);
  if (parked != parked_.end()) ready(*parked->second);
}

// ---- Time ----

Time LiveScheduler::now() const {
  const Inside inside(*this);
  return clock_.now();
}

TimerId LiveScheduler::at(Time time, std::function<void()> callback, bool daemon) {
  const Inside inside(*this);
  const bool is_first = timers_.empty() || time < timers_.next_time();
  const TimerId id = timers_.add(std::max(time, clock_.now()), std::move(callback), daemon);
  if (is_first) timers_changed_.notify_all();
  return id;
}

void LiveScheduler::cancel(TimerId id) {
  const Inside inside(*this);
  timers_.cancel(id);
}

// A callback works on the world like a call does.
void LiveScheduler::fire_next(std::unique_lock<std::mutex>& lock) {
  TimerQueue::Callback callback = timers_.take_next();
  this_thread = {.inside = this, .depth = 1};
  ++working_;
  callback();
  callback = nullptr;  // what it holds may come back to this scheduler
  release();
  this_thread = {};
  EMU_ASSERT(lock.owns_lock(), "a callback does not wait");
}

void LiveScheduler::run_timers() {
  std::unique_lock lock(mutex_);
  while (!closing_) {
    const auto due =
        timers_.empty() || advancing_ ? std::nullopt : clock_.real(timers_.next_time());
    if (!due) {
      timers_changed_.wait(lock);
    } else if (LiveClock::Real::now() < *due) {
      timers_changed_.wait_until(lock, *due);
    } else {
      fire_next(lock);
    }
  }
}

void LiveScheduler::settle(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds limit) {
  settled_.wait_for(lock, limit, [this] { return working_ == 0 || closing_; });
}

void LiveScheduler::run_ready() {
  std::unique_lock lock(mutex_);
  const LiveClock::Real::time_point limit = LiveClock::Real::now() + kReadyLimit;
  const auto is_at_rest = [this] { return working_ == 0 || closing_; };
  // On a held clock nobody else fires what is due, unless somebody moves the time by hand.
  const auto is_due = [this] {
    return !advancing_ && !timers_.empty() && timers_.next_time() <= clock_.now();
  };
  while (settled_.wait_until(lock, limit, is_at_rest) && !closing_ && is_due() &&
         LiveClock::Real::now() < limit) {
    fire_next(lock);
  }
}

// Moves the time by hand: one does at a time, and the clock stands still between the steps.
class LiveScheduler::Advancing {
 public:
  explicit Advancing(LiveScheduler& scheduler)
      : scheduler_(scheduler), holds_(scheduler.holds_), lock_(scheduler.mutex_) {
    scheduler_.advanced_.wait(lock_,
                              [this] { return !scheduler_.advancing_ || scheduler_.closing_; });
    scheduler_.advancing_ = true;
    scheduler_.clock_.hold();
    scheduler_.settle(lock_, scheduler_.settle_limit_);
  }
  ~Advancing() {
    if (!scheduler_.held_) scheduler_.clock_.resume();
    scheduler_.advancing_ = false;
    scheduler_.advanced_.notify_one();
    scheduler_.timers_changed_.notify_all();
  }
  Advancing(const Advancing&) = delete;
  Advancing& operator=(const Advancing&) = delete;

  // Whether somebody has asked for the clock to be held since this began.
  bool is_ended() const { return scheduler_.holds_ != holds_; }

  // The next thing that is due by the limit happens. False when there is none, or it is ended.
  bool step(Time limit) {
    TimerQueue& timers = scheduler_.timers_;
    if (is_ended() || scheduler_.closing_) return false;
    if (timers.empty() || timers.next_time() > limit) return false;
    jump(timers.next_time());
    scheduler_.fire_next(lock_);
    scheduler_.settle(lock_, scheduler_.settle_limit_);
    return true;
  }
  void jump(Time time) { scheduler_.clock_.jump(std::max(scheduler_.clock_.now(), time)); }

  // When all that was due has happened.
  void arrive(Time time) {
    if (!is_ended() && !scheduler_.closing_) jump(time);
  }

  bool ask(const std::function<bool()>& done) {
    struct Outside {
      std::unique_lock<std::mutex>& lock;
      explicit Outside(std::unique_lock<std::mutex>& l) : lock(l) { lock.unlock(); }
      ~Outside() { lock.lock(); }
    } const outside(lock_);
    return done();
  }

 private:
  LiveScheduler& scheduler_;
  const unsigned holds_;
  std::unique_lock<std::mutex> lock_;
};

void LiveScheduler::run_until(Time time) {
  Advancing advancing(*this);
  if (time < clock_.now()) return;
  while (advancing.step(time)) {
  }
  advancing.arrive(time);
}

bool LiveScheduler::run_until(const std::function<bool()>& done, Time limit) {
  Advancing advancing(*this);
  while (!advancing.ask(done)) {
    if (advancing.step(limit)) continue;
    advancing.arrive(limit);
    return false;
  }
  return true;
}

void LiveScheduler::run_until_idle() {
  Advancing advancing(*this);
  while (advancing.step(timers_.foreground() > 0 ? Time::max() : clock_.now())) {
  }
}

LiveScheduler::Clock LiveScheduler::clock() {
  const Inside inside(*this);
  return {.now = clock_.now(), .held = held_, .scale = clock_.scale()};
}

void LiveScheduler::hold() {
  ++holds_;
  const Inside inside(*this);
  held_ = true;
  clock_.hold();
  timers_changed_.notify_all();
}

void LiveScheduler::resume() {
  const Inside inside(*this);
  held_ = false;
  if (!advancing_) clock_.resume();
  timers_changed_.notify_all();
}

void LiveScheduler::set_scale(double scale) {
  const Inside inside(*this);
  clock_.set_scale(scale);
  timers_changed_.notify_all();
}

}  // namespace emu
