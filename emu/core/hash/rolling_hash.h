// A running hash for traces: the same calls in the same order give the same digest on every
// machine.
//
//   Digest digest;
//   digest.add("SendMessage");
//   digest.add(std::uint64_t{1700000000000});
//   digest.hex();   // 32 hexadecimal digits; more may be added afterwards
//
// Each text counts with its length, so that "ab", "c" and "a", "bc" differ. It finds accidental
// differences; it does not resist someone who looks for collisions.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/little_endian.h"
#include "core/text/hex.h"

namespace emu {

class Digest {
 public:
  void add(std::uint64_t value) { absorb(value, kNumberTag); }

  void add(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    for (; end - at >= 16; at += 16)
      absorb(load_little_endian_64(at), load_little_endian_64(at + 8));
    const std::uint64_t head = end - at >= 8 ? load_little_endian_64(at) : 0;
    absorb(head ^ kTextTag, last_bytes(text) + text.size() * kOddB);
  }

  // The first half of the digest.
  std::uint64_t value() const { return finished(first_ ^ std::rotl(second_, 32)); }

  std::string hex() const {
    std::string out;
    out.reserve(32);
    append_hex(value(), out);
    append_hex(finished(second_ + first_ * kOddB), out);
    return out;
  }

  bool operator==(const Digest&) const = default;

 private:
  // Odd constants with about as many ones as zeros: the fractions of the square roots of 2, 3, 5
  // and 7.
  static constexpr std::uint64_t kOddA = 0x6a09e667f3bcc909;
  static constexpr std::uint64_t kOddB = 0xbb67ae8584caa73b;
  static constexpr std::uint64_t kNumberTag = 0x3c6ef372fe94f82b;
  static constexpr std::uint64_t kTextTag = 0xa54ff53a5f1d36f1;

  // Each lane takes one of the words, as a bijection of its old state; then each hears of the
  // other.
  void absorb(std::uint64_t first, std::uint64_t second) {
    first_ = std::rotl(first_ + first * kOddB, 29) * kOddA;
    second_ = std::rotl((second_ ^ second) * kOddA, 37) + kOddB;
    second_ += std::rotl(first_, 17);
    first_ ^= std::rotl(second_, 41);
  }

  // The last eight bytes; of a shorter text all of them, some perhaps twice.
  static std::uint64_t last_bytes(std::string_view text) {
    const std::size_t size = text.size();
    if (size >= 8) return load_little_endian_64(text.data() + size - 8);
    const auto byte = [text](std::size_t i) {
      return static_cast<std::uint64_t>(static_cast<std::uint8_t>(text[i]));
    };
    if (size >= 4) {
      std::uint64_t word = 0;
      for (std::size_t i = 0; i < 4; ++i)
        word |= byte(i) << (8 * i) | byte(size - 4 + i) << (8 * i + 32);
      return word;
    }
    return size == 0 ? 0 : byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
  }

  static std::uint64_t finished(std::uint64_t value) {
    value = (value ^ (value >> 32)) * kOddA;
    value = (value ^ (value >> 29)) * kOddB;
    return value ^ (value >> 32);
  }

  std::uint64_t first_ = kOddA;
  std::uint64_t second_ = kOddB;
};

}  // namespace emu
