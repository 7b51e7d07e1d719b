// How many sandboxes there are at a time, and how many of them start: an interpreter that loads an
// SDK keeps a core busy for seconds.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <list>
#include <mutex>

namespace emu::runtimes {

// Who takes a place and may be asked to give it back while it rests.
class SlotHolder {
 public:
  virtual ~SlotHolder() = default;
  virtual bool is_stopped() const = 0;
  // Ends it; waits for nobody.
  virtual void give_up() = 0;
};

class Slots {
 public:
  Slots(std::size_t sandboxes_max, std::size_t starting_max)
      : sandboxes_max_(sandboxes_max), starting_max_(starting_max) {}

  // Waits for a place; false when the holder is stopped meanwhile. Who rests for the longest gives
  // its own to who waits.
  bool take(SlotHolder& holder);
  void has_started();
  void give_back(bool while_starting);
  // Somebody was stopped, who may wait.
  void look_again();

  void rests(SlotHolder& holder);
  void works(SlotHolder& holder);

  // When all places have been given back.
  void wait_until_empty();

 private:
  const std::size_t sandboxes_max_;
  const std::size_t starting_max_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t taken_ = 0;
  std::size_t starting_ = 0;
  std::size_t asked_back_ = 0;      // of those that are taken
  std::list<SlotHolder*> resting_;  // for the longest first
};

}  // namespace emu::runtimes
