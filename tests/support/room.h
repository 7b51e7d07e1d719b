// Room: a bound for memory that a test sets.
//
//   Room room(std::size_t{2} << 20);
//   cloud.world().set_memory_gauge(&room);   // nullptr before the room goes
#pragma once

#include <cstddef>

#include "core/gate/memory_gauge.h"
#include "core/gate/world.h"

namespace emu::test {

struct Room final : MemoryGauge {
  explicit Room(std::size_t of_bytes) : bytes(of_bytes) {}
  bool has_room(std::size_t more) override { return more <= bytes; }
  std::size_t bodies_bytes_max() const override { return bytes; }
  void give_back() override {}

  std::size_t bytes;
};

}  // namespace emu::test
