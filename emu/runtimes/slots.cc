#include "runtimes/slots.h"

namespace emu::runtimes {

bool Slots::take(SlotHolder& holder) {
  std::unique_lock lock(mutex_);
  while (!holder.is_stopped()) {
    if (taken_ < sandboxes_max_ && starting_ < starting_max_) {
      ++taken_;
      ++starting_;
      return true;
    }
    if (taken_ - asked_back_ >= sandboxes_max_ && !resting_.empty()) {
      SlotHolder* oldest = resting_.front();
      resting_.pop_front();
      ++asked_back_;
      oldest->give_up();  // what it gives back comes from another thread
    }
    changed_.wait(lock);
  }
  return false;
}

void Slots::has_started() {
  const std::scoped_lock lock(mutex_);
  --starting_;
  changed_.notify_all();
}

void Slots::give_back(bool while_starting) {
  const std::scoped_lock lock(mutex_);
  --taken_;
  if (asked_back_ > 0) --asked_back_;
  if (while_starting) --starting_;
  changed_.notify_all();
}

void Slots::look_again() {
  const std::scoped_lock lock(mutex_);
  changed_.notify_all();
}

void Slots::rests(SlotHolder& holder) {
  const std::scoped_lock lock(mutex_);
  resting_.push_back(&holder);
  changed_.notify_all();
}

void Slots::works(SlotHolder& holder) {
  const std::scoped_lock lock(mutex_);
  resting_.remove(&holder);
}

void Slots::wait_until_empty() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return taken_ == 0; });
}

}  // namespace emu::runtimes
