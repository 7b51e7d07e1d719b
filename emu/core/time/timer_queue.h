// Callbacks in the order of their times; those of the same time in the order in which they were
// added.
//
// A heap beside a table of the callbacks. Adding and taking cost O(log n). Cancelling destroys the
// callback at once and leaves its entry in the heap; when more than half of the entries are such,
// they are swept out, so cancelling costs O(1) on average.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "core/base/slot_map.h"
#include "core/task/scheduler.h"

namespace emu {

class TimerQueue {
 public:
  using Callback = std::function<void()>;

  TimerId add(Time time, Callback callback, bool daemon);

  // False when the timer was taken or cancelled before.
  bool cancel(TimerId id);

  bool empty() const { return timers_.size() == 0; }
  std::size_t size() const { return timers_.size(); }
  std::size_t foreground() const { return foreground_; }  // those that are not daemons'

  // The earliest timer. There must be one.
  Time next_time() const;
  Callback take_next();

  void clear();

 private:
  struct Entry {
    Time time;
    std::uint64_t sequence;
    TimerId id;
  };
  struct Timer {
    Callback callback;
    bool daemon = false;
  };

  static bool later(const Entry& a, const Entry& b);
  bool dead(const Entry& entry) const { return timers_.find(entry.id.value) == nullptr; }
  Callback take(TimerId id);
  void pop_entry();
  void drop_dead_entries();

  std::vector<Entry> heap_;  // The first entry is never a cancelled one.
  SlotMap<Timer> timers_;
  std::uint64_t next_sequence_ = 0;
  std::size_t foreground_ = 0;
};

}  // namespace emu
