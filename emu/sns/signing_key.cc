#include "sns/signing_key.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/hash/hash.h"

namespace emu::sns {

namespace {

__extension__ typedef unsigned __int128 Wide;  // NOLINT

constexpr std::uint64_t high(Wide value) { return static_cast<std::uint64_t>(value >> 64U); }
constexpr std::uint64_t low(Wide value) { return static_cast<std::uint64_t>(value); }

std::uint64_t multiply(std::uint64_t a, std::uint64_t b, std::uint64_t modulus) {
  return static_cast<std::uint64_t>(Wide{a} * b % modulus);
}

std::uint64_t power_of(std::uint64_t base, std::uint64_t exponent, std::uint64_t modulus) {
  std::uint64_t result = 1;
  for (; exponent != 0; exponent >>= 1U) {
    if ((exponent & 1U) != 0) result = multiply(result, base, modulus);
    base = multiply(base, base, modulus);
  }
  return result;
}

// Miller and Rabin's test. These bases decide all numbers of 64 bits.
bool is_prime(std::uint64_t number) {
  constexpr std::uint64_t kBases[] = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};
  for (const std::uint64_t base : kBases) {
    if (number % base == 0) return false;
  }
  const int twos = __builtin_ctzll(number - 1);
  const std::uint64_t odd = (number - 1) >> static_cast<unsigned>(twos);
  return std::all_of(std::begin(kBases), std::end(kBases), [&](std::uint64_t base) {
    std::uint64_t x = power_of(base, odd, number);
    if (x == 1 || x == number - 1) return true;
    for (int i = 1; i < twos; ++i) {
      x = multiply(x, x, number);
      if (x == number - 1) return true;
    }
    return false;
  });
}

struct Factor {
  std::uint64_t prime;
  std::uint64_t exponent;
};

// 2 (p - 1) = d e - 1, so that d is the inverse of e modulo p - 1, and has 34 bits. The first bits
// of the primes are set, so that 32 of them make 2,048 bits.
constexpr unsigned kPrivateBits = 34;
Factor draw_factor(Random& random) {
  constexpr std::uint64_t kFirstBits = std::uint64_t{63} << (kPrivateBits - 6);
  for (;;) {
    const std::uint64_t exponent = random.next() >> (64 - kPrivateBits) | kFirstBits | 1U;
    const auto prime = low((Wide{exponent} * SigningKey::kExponent + 1) / 2);
    if (is_prime(prime)) return {.prime = prime, .exponent = exponent};
  }
}

// The inverse of `value`, which has nothing in common with the modulus.
std::uint64_t inverse_of(std::uint64_t value, std::uint64_t modulus) {
  __extension__ typedef __int128 Signed;  // NOLINT
  Signed a = 0;
  Signed b = 1;
  Signed r = modulus;
  Signed s = value % modulus;
  while (s != 0) {
    const Signed quotient = r / s;
    a -= quotient * b;
    std::swap(a, b);
    r -= quotient * s;
    std::swap(r, s);
  }
  return static_cast<std::uint64_t>(a < 0 ? a + static_cast<Signed>(modulus) : a);
}

// p^-1 mod 2^64, by Newton's iteration: each step doubles the bits that are right.
std::uint64_t inverse_of_word(std::uint64_t prime) {
  std::uint64_t inverse = prime;
  for (int i = 0; i < 6; ++i) inverse *= 2 - prime * inverse;
  return inverse;
}

// a * b / 2^64 mod p, by Montgomery. The multiple of p has the same low half as the product, so
// that the difference of the high halves is what is left. It is a coin's toss whether that is
// negative, so nothing branches on it.
inline std::uint64_t reduce_product(std::uint64_t a, std::uint64_t b, std::uint64_t prime,
                                    std::uint64_t inverse) {
  const Wide product = Wide{a} * b;
  const std::uint64_t factor = low(product) * inverse;  // modulo 2^64
  const std::uint64_t multiple = high(Wide{factor} * prime);
  const std::uint64_t is_negative = high(product) < multiple ? 1 : 0;
  return high(product) - multiple + (prime & (0 - is_negative));
}

// a + b mod p, of which a is less than p.
inline std::uint64_t add_modulo(std::uint64_t a, std::uint64_t b, std::uint64_t prime) {
  b -= prime & (0 - std::uint64_t{b >= prime ? 1U : 0U});
  const std::uint64_t left = prime - a;  // until p is reached
  return b - left + (prime & (0 - std::uint64_t{b < left ? 1U : 0U}));
}

// to += by * factor in the words that `by` has; what does not fit is given back.
template <class To, class Number>
std::uint64_t add_product(To& to, const Number& by, std::uint64_t factor) {
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < by.size(); ++i) {
    const Wide sum = Wide{by[i]} * factor + to[i] + carry;
    to[i] = low(sum);
    carry = high(sum);
  }
  return carry;
}

// from -= by * factor, in the words that `by` has; what is borrowed.
template <class From, class Number>
std::uint64_t subtract_product(From& from, const Number& by, std::uint64_t factor) {
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i < by.size(); ++i) {
    const Wide product = Wide{by[i]} * factor + borrow;
    borrow = high(product) + (from[i] < low(product) ? 1U : 0U);
    from[i] -= low(product);
  }
  return borrow;
}

template <class Number>
bool is_less(const Number& a, const Number& b) {
  return std::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

template <class Number>
std::string bytes_of(const Number& number) {
  std::string bytes;
  for (auto word = number.rbegin(); word != number.rend(); ++word) {
    for (unsigned shift = 64; shift != 0; shift -= 8) {
      bytes += static_cast<char>(*word >> (shift - 8));
    }
  }
  return bytes;
}

// PKCS #1 puts 0, 1, and 255s before a digest. Of both digests' blocks the last words differ.
constexpr std::size_t kVaryingWords = 7;
constexpr std::uint64_t kFirstWord = 0x0001'FFFF'FFFF'FFFF;

// The beginnings of DigestInfo, RFC 8017 section 9.2.
constexpr std::string_view kSha1Info("\x30\x21\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00\x04\x14",
                                     15);
constexpr std::string_view kSha256Info(
    "\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20", 19);

}  // namespace

SigningKey::SigningKey(Random random) {
  for (std::size_t i = 0; i < kPrimes;) {
    const Factor factor = draw_factor(random);
    const auto end = primes_.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(primes_.begin(), end, factor.prime) != end) continue;
    primes_[i] = factor.prime;
    exponent_[i] = factor.exponent;
    ++i;
  }
  // The product of all, and of all but one.
  const auto product = [&](std::size_t without) {
    Words result = {1};
    for (std::size_t i = 0; i < kPrimes; ++i) {
      if (i == without) continue;
      Words times = {};
      add_product(times, result, primes_[i]);
      result = times;
    }
    return result;
  };
  modulus_ = product(kPrimes);
  for (std::size_t i = 0; i < kPrimes; ++i) {
    const std::uint64_t p = primes_[i];
    inverse_[i] = inverse_of_word(p);
    const std::uint64_t shift = low((Wide{1} << 64U) % p);
    square_[i] = multiply(shift, shift, p);
    padding_[i] = kFirstWord % p;
    for (std::size_t word = kVaryingWords; word + 1 < kPrimes; ++word) {
      padding_[i] = static_cast<std::uint64_t>((Wide{padding_[i]} << 64U | ~std::uint64_t{0}) % p);
    }
    quotient_[i] = product(i);
    std::uint64_t others = 1;
    for (std::size_t j = 0; j < kPrimes; ++j) {
      if (j != i) others = multiply(others, primes_[j] % p, p);
    }
    cofactor_[i] = multiply(inverse_of(others, p), shift, p);
  }
}

std::string SigningKey::modulus() const { return bytes_of(modulus_); }

std::string SigningKey::sign_sha1(std::string_view text) const {
  const Sha1Sum sum = sha1(text);
  return sign_digest(std::string(kSha1Info).append(as_bytes(sum)));
}

std::string SigningKey::sign_sha256(std::string_view text) const {
  const Sha256Sum sum = sha256(text);
  return sign_digest(std::string(kSha256Info).append(as_bytes(sum)));
}

// EMSA-PKCS1-v1_5: 0, 1, as many 255 as fit, 0, and the digest.
std::string SigningKey::sign_digest(std::string_view digest_info) const {
  std::string end(kVaryingWords * 8, '\xff');
  const std::size_t begin = end.size() - digest_info.size();
  end[begin - 1] = 0;
  digest_info.copy(&end[begin], digest_info.size());
  Words message = {};
  for (std::size_t i = 0; i < end.size(); ++i) {
    std::uint64_t& word = message[kVaryingWords - 1 - i / 8];
    word = word << 8U | static_cast<std::uint8_t>(end[i]);
  }
  return bytes_of(combine(power(residues_of(message))));
}

SigningKey::Lanes SigningKey::residues_of(const Words& message) const {
  Lanes residues = padding_;
  for (std::size_t word = kVaryingWords; word-- > 0;) {
    for (std::size_t i = 0; i < kPrimes; ++i) {
      const std::uint64_t prime = primes_[i];
      residues[i] = add_modulo(reduce_product(residues[i], square_[i], prime, inverse_[i]),
                               message[word], prime);
    }
  }
  for (std::size_t i = 0; i < kPrimes; ++i) {
    residues[i] = reduce_product(residues[i], square_[i], primes_[i], inverse_[i]);
  }
  return residues;
}

// Two bits of the exponents at a time, and modulo each prime by itself, all of them side by side: a
// step waits for the one before it, but not for those of other primes.
SigningKey::Lanes SigningKey::power(const Lanes& base) const {
  std::array<Lanes, 4> powers = {};
  powers[1] = base;
  for (std::size_t i = 0; i < kPrimes; ++i) {
    powers[0][i] = reduce_product(1, square_[i], primes_[i], inverse_[i]);
    powers[2][i] = reduce_product(base[i], base[i], primes_[i], inverse_[i]);
    powers[3][i] = reduce_product(powers[2][i], base[i], primes_[i], inverse_[i]);
  }
  Lanes result = powers[0];
  for (unsigned bit = kPrivateBits; bit > 0;) {
    bit -= 2;
    for (std::size_t i = 0; i < kPrimes; ++i) {
      const std::uint64_t prime = primes_[i];
      const std::uint64_t squared = reduce_product(result[i], result[i], prime, inverse_[i]);
      const std::uint64_t fourth = reduce_product(squared, squared, prime, inverse_[i]);
      const std::uint64_t factor = powers[exponent_[i] >> bit & 3U][i];
      result[i] = reduce_product(fourth, factor, prime, inverse_[i]);
    }
  }
  return result;
}

// The Chinese remainder theorem. The residues come times 2^64, as do the cofactors; two reductions
// take both factors away.
SigningKey::Words SigningKey::combine(const Lanes& residues) const {
  std::array<std::uint64_t, kPrimes + 1> sum = {};
  for (std::size_t i = 0; i < kPrimes; ++i) {
    const std::uint64_t plain = reduce_product(residues[i], 1, primes_[i], inverse_[i]);
    const std::uint64_t share = reduce_product(plain, cofactor_[i], primes_[i], inverse_[i]);
    sum[kPrimes] += add_product(sum, quotient_[i], share);
  }
  // Each share is less than the modulus: at most 31 of it are too much. The first words say how
  // many, or one less.
  std::array<std::uint64_t, kPrimes + 1> modulus = {};
  std::copy_n(modulus_.begin(), kPrimes, modulus.begin());
  const Wide first = Wide{sum[kPrimes]} << 64U | sum[kPrimes - 1];
  subtract_product(sum, modulus, low(first / (Wide{modulus_[kPrimes - 1]} + 1)));
  while (!is_less(sum, modulus)) subtract_product(sum, modulus, 1);
  Words result = {};
  std::copy_n(sum.begin(), kPrimes, result.begin());
  return result;
}

}  // namespace emu::sns
