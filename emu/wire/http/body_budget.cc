#include "wire/http/body_budget.h"

namespace emu::wire {

BodyBudget::BodyBudget(const Options& options)
    : moderate_bytes_(options.moderate_bytes),
      large_{.bytes_max = options.bytes_max},
      moderate_{.bytes_max = options.moderate_bytes_max} {}

BodyBudget::Lease BodyBudget::take(std::size_t bytes) {
  std::unique_lock lock(mutex_);
  Lane& lane = bytes <= moderate_bytes_ ? moderate_ : large_;
  Waiter self = {.bytes = bytes};
  lane.waiting.push_back(&self);
  admit(lane);
  self.turn.wait(lock, [&self] { return self.is_admitted; });
  return {*this, lane, bytes};
}

void BodyBudget::lift() {
  const std::lock_guard lock(mutex_);
  lifted_ = true;
  admit(large_);
  admit(moderate_);
}

std::size_t BodyBudget::taken() const {
  const std::lock_guard lock(mutex_);
  return large_.taken + moderate_.taken;
}

std::size_t BodyBudget::waiting() const {
  const std::lock_guard lock(mutex_);
  return large_.waiting.size() + moderate_.waiting.size();
}

void BodyBudget::give_back(Lane& lane, std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  lane.taken -= bytes;
  admit(lane);
}

bool BodyBudget::is_wanted(const Lane& lane) const {
  const std::lock_guard lock(mutex_);
  return !lane.waiting.empty();
}

void BodyBudget::admit(Lane& lane) {
  const auto fits = [&](std::size_t bytes) {
    return lifted_ || lane.taken == 0 || lane.taken + bytes <= lane.bytes_max;
  };
  while (!lane.waiting.empty() && fits(lane.waiting.front()->bytes)) {
    Waiter& waiter = *lane.waiting.front();
    lane.waiting.pop_front();
    lane.taken += waiter.bytes;
    waiter.is_admitted = true;
    waiter.turn.notify_one();
  }
}

}  // namespace emu::wire
