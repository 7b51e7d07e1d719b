// SigningKey: an RSA key of 2,048 bits that signs what SNS delivers.
//
// To who verifies a signature it is a key like any other. Its modulus is a product of primes that
// have few bits, where a key that protects something has two long ones. All primes are one more
// than a divisor of the same number, so that the private exponent is 3: with what all messages have
// in common worked out before, a signature takes a few hundred multiplications of words. It
// protects nothing, as whoever asks gets signatures from here.
// Source: RFC 8017, "PKCS #1: RSA Cryptography Specifications Version 2.2", which allows any number
// of primes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/hash/random.h"

namespace emu::sns {

class SigningKey {
 public:
  // Within the 31 bits that all who verify take.
  static constexpr std::uint64_t kExponent = 2'087'418'667;
  static constexpr std::size_t kBytes = 256;

  // Equal streams give equal keys.
  explicit SigningKey(Random random);

  // RSASSA-PKCS1-v1_5 signatures of the text's digest.
  std::string sign_sha1(std::string_view text) const;
  std::string sign_sha256(std::string_view text) const;

  // Most significant byte first.
  std::string modulus() const;

 private:
  static constexpr std::size_t kWords = kBytes / 8;
  using Words = std::array<std::uint64_t, kWords>;  // least significant word first

  // Of the messages with one kind of digest. A message is its padding and the digest: a sum, whose
  // third power is ((h + 3 p) h + 3 p^2) h + p^3. What is constant is kept modulo n, times what the
  // multiplications divide by after it.
  struct Padding {
    std::size_t words = 0;  // that a digest has
    Words scale = {};       // of the digest itself
    Words triple = {};      // 3 p
    Words square = {};      // 3 p^2
    Words cube = {};        // p^3
  };

  Words draw_modulus(Random& random) const;
  Padding padding_of(std::string_view digest_info, std::size_t digest_bytes) const;
  std::string sign_digest(std::string_view digest, const Padding& padding) const;

  // a * b / 2^(64 * words of b) + c modulo n, by Montgomery. `a` and `c` are less than n.
  Words multiply_add(const Words& a, std::span<const std::uint64_t> b, const Words& c) const;
  Words shifted(Words number, std::size_t bits) const;  // modulo n

  Words modulus_ = {};          // n
  std::uint64_t inverse_ = 0;   // -n^-1 mod 2^64
  Words square_of_shift_ = {};  // 2^4096 modulo n
  Padding sha1_ = {};
  Padding sha256_ = {};
};

}  // namespace emu::sns
