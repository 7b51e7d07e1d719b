// Reading and writing 64-bit words in little-endian order on any machine. Compilers turn both into
// one instruction.
#pragma once

#include <cstdint>

namespace emu {

inline std::uint64_t load_little_endian_64(const char* from) {
  const auto byte = [from](int i) {
    return static_cast<std::uint64_t>(static_cast<std::uint8_t>(from[i])) << (8 * i);
  };
  return byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7);
}

inline void store_little_endian_64(std::uint64_t value, std::uint8_t* to) {
  for (int i = 0; i < 8; ++i) to[i] = static_cast<std::uint8_t>(value >> (8 * i));
}

}  // namespace emu
