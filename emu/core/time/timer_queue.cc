#include "core/time/timer_queue.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"

namespace emu {
namespace {

constexpr std::size_t kSweepAtLeast = 64;  // Sweeping a smaller heap is not worth it.

}  // namespace

bool TimerQueue::later(const Entry& a, const Entry& b) {
  return a.time != b.time ? a.time > b.time : a.sequence > b.sequence;
}

TimerId TimerQueue::add(Time time, Callback callback, bool daemon) {
  const TimerId id{timers_.add({.callback = std::move(callback), .daemon = daemon})};
  heap_.push_back({.time = time, .sequence = next_sequence_++, .id = id});
  std::push_heap(heap_.begin(), heap_.end(), later);
  if (!daemon) ++foreground_;
  return id;
}

bool TimerQueue::cancel(TimerId id) {
  if (timers_.find(id.value) == nullptr) return false;
  // Destroyed last: what it holds may come back to this queue.
  const Callback dropped = take(id);
  drop_dead_entries();
  return true;
}

Time TimerQueue::next_time() const {
  EMU_ASSERT(!empty(), "there is a timer");
  return heap_.front().time;
}

TimerQueue::Callback TimerQueue::take_next() {
  EMU_ASSERT(!empty(), "there is a timer");
  Callback callback = take(heap_.front().id);
  drop_dead_entries();
  return callback;
}

void TimerQueue::clear() {
  while (!empty()) cancel(heap_.front().id);
}

TimerQueue::Callback TimerQueue::take(TimerId id) {
  Timer timer = timers_.take(id.value);
  if (!timer.daemon) --foreground_;
  return std::move(timer.callback);
}

void TimerQueue::pop_entry() {
  std::pop_heap(heap_.begin(), heap_.end(), later);
  heap_.pop_back();
}

void TimerQueue::drop_dead_entries() {
  if (heap_.size() >= kSweepAtLeast && heap_.size() > 2 * timers_.size() + 1) {
    std::erase_if(heap_, [this](const Entry& entry) { return dead(entry); });
    std::make_heap(heap_.begin(), heap_.end(), later);
  }
  while (!heap_.empty() && dead(heap_.front())) pop_entry();
}

}  // namespace emu
