// Threads for connections: as many as there are connections, up to a bound, and a few that wait to
// be used again.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace emu::wire {

class WorkerPool {
 public:
  WorkerPool(std::size_t threads_max, std::size_t idle_max);
  // Waits for the tasks that run.
  ~WorkerPool();

  // Starts the task at once on a thread of its own. False when all threads are taken, or the system
  // gives no more.
  bool run(std::function<void()> task);

  // Waits until all tasks have returned. None may be given afterwards.
  void join();

 private:
  using Threads = std::list<std::thread>;

  void work(std::function<void()> task, Threads::iterator self);
  bool next_task(std::function<void()>& task);

  const std::size_t threads_max_;
  const std::size_t idle_max_;
  std::mutex mutex_;
  std::condition_variable handed_over_;
  std::condition_variable ended_;
  std::deque<std::function<void()>> pending_;  // never more than there are idle threads
  Threads threads_;
  Threads finished_;  // to be joined
  std::size_t idle_ = 0;
  bool closing_ = false;
};

}  // namespace emu::wire
