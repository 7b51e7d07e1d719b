// The one lock for changes that a database has: SQLite lets one connection write at a time.
//
// A transaction takes it with its first change, or its first SELECT … FOR UPDATE, and has it until
// it ends. Others wait in the order in which they came, on the world's clock. Who changes something
// without a transaction holds it for no time, but waits for it like the others.
#pragma once

#include <emu/time.h>

#include <list>
#include <string>
#include <string_view>

#include "core/task/scheduler.h"

namespace emu::rdsdata {

class WriteLock {
 public:
  explicit WriteLock(Scheduler& scheduler) : scheduler_(scheduler) {}
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;

  // A task in the line. It lives in that task's frame and leaves the line with it, also when the
  // task is killed.
  class Place {
   public:
    explicit Place(WriteLock& lock);
    ~Place();
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    bool is_first() const { return lock_.line_.front() == this; }
    // Until the lock may be free, or the time has come.
    void wait_until(Time time);

   private:
    friend class WriteLock;
    WriteLock& lock_;
    std::list<Place*>::iterator position_;
    Waiter waiter_;
  };

  // The transaction that has it; empty: none.
  const std::string& owner() const { return owner_; }
  bool has_waiters() const { return !line_.empty(); }
  void give_to(std::string_view owner) { owner_ = owner; }
  void release();
  // Wakes everybody.
  void wake_all();

 private:
  Scheduler& scheduler_;
  std::string owner_;
  std::list<Place*> line_;
};

}  // namespace emu::rdsdata
