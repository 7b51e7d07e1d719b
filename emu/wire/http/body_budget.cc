#include "wire/http/body_budget.h"

namespace emu::wire {

BodyBudget::BodyBudget(std::initializer_list<LaneOptions> lanes) {
  for (const LaneOptions& lane : lanes) {
    lanes_.push_back({.body_bytes_max = lane.body_bytes_max, .bytes_max = lane.bytes_max});
  }
}

BodyBudget::Lane& BodyBudget::lane_for(std::size_t bytes) {
  for (Lane& lane : lanes_) {
    if (bytes <= lane.body_bytes_max) return lane;
  }
  return lanes_.back();
}

BodyBudget::Lease BodyBudget::take(std::size_t bytes) {
  std::unique_lock lock(mutex_);
  Lane& lane = lane_for(bytes);
  Waiter self = {.bytes = bytes};
  lane.waiting.push_back(&self);
  admit(lane);
  self.turn.wait(lock, [&self] { return self.is_admitted; });
  return {*this, lane, bytes};
}

void BodyBudget::lift() {
  const std::lock_guard lock(mutex_);
  lifted_ = true;
  for (Lane& lane : lanes_) admit(lane);
}

std::size_t BodyBudget::taken() const {
  const std::lock_guard lock(mutex_);
  std::size_t bytes = 0;
  for (const Lane& lane : lanes_) bytes += lane.taken;
  return bytes;
}

std::size_t BodyBudget::waiting() const {
  const std::lock_guard lock(mutex_);
  std::size_t bodies = 0;
  for (const Lane& lane : lanes_) bodies += lane.waiting.size();
  return bodies;
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
