// Those who wait for a message of one queue, first come, first served.
//
//   WaitingLine::Entry entry(life.waiting);
//   entry.wait_until(deadline);
//   if (entry.closed()) return queue_does_not_exist();
//
// A wake is for one of them. Who is woken tries to receive, and lines up again where it was when
// nothing was left. While anyone waits, a timer watches for the next message that becomes visible
// by itself; nobody waiting, no timer.
#pragma once

#include <emu/time.h>

#include <cstdint>
#include <functional>
#include <list>
#include <optional>

#include "core/task/scheduler.h"

namespace emu::sqs {

class WaitingLine {
 public:
  // `on_due` is called when the time given to expect() has come; it calls wake() and expect().
  WaitingLine(Scheduler& scheduler, std::function<void()> on_due)
      : scheduler_(scheduler), on_due_(std::move(on_due)) {}
  ~WaitingLine() { abandon(); }
  WaitingLine(const WaitingLine&) = delete;
  WaitingLine& operator=(const WaitingLine&) = delete;

  // A task in the line. It lives in that task's frame and leaves the line with it, also when the
  // task is killed; a wake that it has not used goes to the next.
  class Entry {
   public:
    explicit Entry(WaitingLine& line);
    ~Entry();
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;

    // True: woken; false: the deadline has come.
    bool wait_until(Time deadline);
    // Whether the queue has been deleted; the line must not be used any more.
    bool closed() const { return line_ == nullptr; }

   private:
    friend class WaitingLine;
    WaitingLine* line_;
    Scheduler& scheduler_;
    std::list<Entry*>::iterator position_;
    Waiter waiter_;
    bool woken_ = false;
  };

  bool empty() const { return entries_.empty(); }

  // Wakes up to so many of those who are not woken yet.
  void wake(std::int64_t count);

  // A message becomes visible then; nothing: none will by itself.
  void expect(std::optional<Time> due);

  // Wakes everyone for good.
  void close();

 private:
  void leave(Entry& entry);
  void abandon();

  Scheduler& scheduler_;
  std::function<void()> on_due_;
  std::list<Entry*> entries_;
  std::optional<Time> expected_;  // when the timer is set
  TimerId timer_;
};

}  // namespace emu::sqs
