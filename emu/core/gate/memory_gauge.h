// MemoryGauge: how a process that has a bound for its memory tells the gate.
//
// A call that may store something is refused while there is no room, in the words that its service
// has for callers who are too fast: they wait and try again. Calls that read or remove go on.
#pragma once

#include <cstddef>

namespace emu {

class MemoryGauge {
 public:
  virtual ~MemoryGauge() = default;

  // Whether so many bytes more may be stored. Asked before each call that may store something, by
  // any thread.
  virtual bool has_room(std::size_t more) = 0;

  // How much the bodies of requests may take together while they are received.
  virtual std::size_t bodies_bytes_max() const = 0;

  // Much has been let go: what the allocator keeps of it goes back to the system.
  virtual void give_back() = 0;
};

}  // namespace emu
