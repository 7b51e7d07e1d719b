#include "wire/http/worker_pool.h"

#include <iterator>
#include <system_error>
#include <utility>

namespace emu::wire {

WorkerPool::WorkerPool(std::size_t threads_max, std::size_t idle_max)
    : threads_max_(threads_max), idle_max_(idle_max) {}

WorkerPool::~WorkerPool() { join(); }

bool WorkerPool::run(std::function<void()> task) {
  const std::lock_guard lock(mutex_);
  if (idle_ > pending_.size()) {
    pending_.push_back(std::move(task));
    handed_over_.notify_one();
    return true;
  }
  for (std::thread& thread : finished_) thread.join();
  finished_.clear();
  if (closing_ || threads_.size() >= threads_max_) return false;
  const auto self = threads_.emplace(threads_.end());
  try {
    *self = std::thread([this, self, task]() mutable { work(std::move(task), self); });
  } catch (const std::system_error&) {
    threads_.erase(self);
    return false;
  }
  return true;
}

void WorkerPool::work(std::function<void()> task, Threads::iterator self) {
  do {
    task();
    task = nullptr;
  } while (next_task(task));
  const std::lock_guard lock(mutex_);
  finished_.splice(finished_.end(), threads_, self);
  ended_.notify_all();
}

bool WorkerPool::next_task(std::function<void()>& task) {
  std::unique_lock lock(mutex_);
  if (pending_.empty() && idle_ >= idle_max_) return false;
  ++idle_;
  handed_over_.wait(lock, [this] { return closing_ || !pending_.empty(); });
  --idle_;
  if (pending_.empty()) return false;
  task = std::move(pending_.front());
  pending_.pop_front();
  return true;
}

void WorkerPool::join() {
  std::unique_lock lock(mutex_);
  closing_ = true;
  handed_over_.notify_all();
  ended_.wait(lock, [this] { return threads_.empty(); });
  for (std::thread& thread : finished_) thread.join();
  finished_.clear();
}

}  // namespace emu::wire
