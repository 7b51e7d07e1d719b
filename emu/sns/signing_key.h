// SigningKey: an RSA key of 2,048 bits that signs what SNS delivers.
//
// To who verifies a signature it is a key like any other. Its modulus has 32 prime factors of 64
// bits, where a key that protects something has two, and its private exponents are short. Anybody
// can find both out, but it is made in a millisecond instead of a hundred, and signs in a hundredth
// of one. It protects nothing: whoever asks gets signatures from here.
// Source: RFC 8017, "PKCS #1: RSA Cryptography Specifications Version 2.2", which allows any number
// of primes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/hash/random.h"

namespace emu::sns {

class SigningKey {
 public:
  // A prime, and the largest that all who verify take.
  static constexpr std::uint64_t kExponent = 0x7FFF'FFFF;
  static constexpr std::size_t kBytes = 256;

  // Equal streams give equal keys.
  explicit SigningKey(Random random);

  // RSASSA-PKCS1-v1_5 signatures of the text's digest.
  std::string sign_sha1(std::string_view text) const;
  std::string sign_sha256(std::string_view text) const;

  // Most significant byte first.
  std::string modulus() const;

 private:
  static constexpr std::size_t kPrimes = 32;
  using Lanes = std::array<std::uint64_t, kPrimes>;  // a number for each prime
  using Words = std::array<std::uint64_t, kPrimes>;  // least significant word first

  std::string sign_digest(std::string_view digest_info) const;
  // The message's residues, times 2^64.
  Lanes residues_of(const Words& message) const;
  Lanes power(const Lanes& base) const;
  Words combine(const Lanes& residues) const;

  Lanes primes_ = {};
  Lanes inverse_ = {};                        // p^-1 mod 2^64
  Lanes square_ = {};                         // 2^128 mod p
  Lanes exponent_ = {};                       // of the private key, mod p - 1
  Lanes padding_ = {};                        // what all messages begin with, mod p
  Lanes cofactor_ = {};                       // (n / p)^-1 mod p, times 2^64
  std::array<Words, kPrimes> quotient_ = {};  // n / p
  Words modulus_ = {};
};

}  // namespace emu::sns
