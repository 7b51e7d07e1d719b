// What work costs, for tests that hold that it does not grow with the square of its input. It is
// the processor's time that this program takes, so that a busy machine counts for nothing.
#pragma once

#include <chrono>
#include <ctime>

namespace emu::test {

template <class Work>
std::chrono::milliseconds cpu_time(const Work& work) {
  const std::clock_t begin = std::clock();
  work();
  return std::chrono::milliseconds((std::clock() - begin) / (CLOCKS_PER_SEC / 1000));
}

}  // namespace emu::test
