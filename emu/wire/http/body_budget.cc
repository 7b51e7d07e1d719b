#include "wire/http/body_budget.h"

namespace emu::wire {

BodyBudget::BodyBudget(std::size_t bytes_max, std::chrono::milliseconds counted_for)
    : bytes_max_(bytes_max), counted_for_(counted_for) {}

BodyBudget::Lease BodyBudget::take(std::size_t bytes) {
  std::unique_lock lock(mutex_);
  Waiter self = {.bytes = bytes};
  waiting_.push_back(&self);
  admit();
  while (!self.number) {
    // Only the first in the row has an end to wait for; the others are woken when they are first.
    if (waiting_.front() == &self) {
      // A copy, since what it belongs to may be given back meanwhile.
      const Clock::time_point until = taken_.begin()->second.until;
      self.turn.wait_until(lock, until);
      admit();
    } else {
      self.turn.wait(lock);
    }
  }
  return {*this, *self.number};
}

void BodyBudget::lift() {
  const std::lock_guard lock(mutex_);
  lifted_ = true;
  admit();
}

std::size_t BodyBudget::taken() const {
  const std::lock_guard lock(mutex_);
  return bytes_taken_;
}

std::size_t BodyBudget::waiting() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

void BodyBudget::give_back(std::uint64_t number) {
  const std::lock_guard lock(mutex_);
  const auto found = taken_.find(number);
  if (found == taken_.end()) return;  // it has taken too long to count
  bytes_taken_ -= found->second.bytes;
  taken_.erase(found);
  admit();
}

void BodyBudget::admit() {
  forget_slow();
  while (!waiting_.empty() && fits(waiting_.front()->bytes)) {
    Waiter& waiter = *waiting_.front();
    waiting_.pop_front();
    taken_.emplace(next_number_,
                   Taken{.bytes = waiter.bytes, .until = Clock::now() + counted_for_});
    bytes_taken_ += waiter.bytes;
    waiter.number = next_number_++;
    waiter.turn.notify_one();
  }
  if (!waiting_.empty()) waiting_.front()->turn.notify_one();
}

void BodyBudget::forget_slow() {
  const Clock::time_point now = Clock::now();
  while (!taken_.empty() && taken_.begin()->second.until <= now) {
    bytes_taken_ -= taken_.begin()->second.bytes;
    taken_.erase(taken_.begin());
  }
}

bool BodyBudget::fits(std::size_t bytes) const {
  return lifted_ || taken_.empty() || bytes_taken_ + bytes <= bytes_max_;
}

}  // namespace emu::wire
