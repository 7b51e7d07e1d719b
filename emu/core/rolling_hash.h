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

#include "core/hex.h"
#include "core/little_endian.h"

namespace emu {

class Digest {
 public:
  void add(std::uint64_t value) { absorb(value ^ kNumberTag); }

  void add(std::string_view text) {
    absorb(text.size() ^ kTextTag);
    const char* at = text.data();
    std::size_t left = text.size();
    if (left >= 16) {
      // Each lane takes every other word, which halves the work; then each hears of the other.
      for (; left >= 16; left -= 16, at += 16) {
        absorb_first(load_little_endian_64(at));
        absorb_second(load_little_endian_64(at + 8));
      }
      second_ += std::rotl(first_, 17);
      first_ ^= std::rotl(second_, 41);
    }
    if (left >= 8) {
      absorb(load_little_endian_64(at));
      left -= 8;
      at += 8;
    }
    if (left == 0) return;
    std::uint64_t tail = 0;
    for (std::size_t i = 0; i < left; ++i) {
      tail |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(at[i])) << (8 * i);
    }
    absorb(tail);
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

  // Each step is a bijection of a lane's old state: nothing once absorbed is lost.
  void absorb_first(std::uint64_t word) { first_ = std::rotl(first_ + word * kOddB, 29) * kOddA; }
  void absorb_second(std::uint64_t word) {
    second_ = std::rotl((second_ ^ word) * kOddA, 37) + kOddB;
  }
  void absorb(std::uint64_t word) {
    absorb_first(word);
    absorb_second(word);
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
