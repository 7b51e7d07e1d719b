// What this process holds in memory, as the system counts it, against a bound.
//
// The system's own figure is asked: it takes in what no count of stored bytes would, and one
// question takes a microsecond. What the allocator keeps is given back before a call is refused.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>

#include "core/gate/memory_gauge.h"

namespace emu::cli {

class ResidentMemory final : public MemoryGauge {
 public:
  // Zero: no bound.
  explicit ResidentMemory(std::size_t bytes_max);
  ~ResidentMemory() override;
  ResidentMemory(const ResidentMemory&) = delete;
  ResidentMemory& operator=(const ResidentMemory&) = delete;

  bool has_room(std::size_t more) override;
  std::size_t bodies_bytes_max() const override;
  void give_back() override;

 private:
  std::size_t resident() const;

  const std::size_t bytes_max_;
  int statistics_;  // a file that stays open
  std::mutex mutex_;
  std::chrono::steady_clock::time_point given_back_ = {};
};

}  // namespace emu::cli
