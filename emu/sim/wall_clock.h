// Real time, for the figures that say how fast a run was. Nothing that a run does depends on it.
#pragma once

#include <emu/time.h>

#include <chrono>

namespace emu::sim {

class WallClock {
 public:
  // Since the construction.
  Duration elapsed() const {
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - begin_);
  }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

}  // namespace emu::sim
