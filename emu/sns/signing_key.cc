#include "sns/signing_key.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <vector>

#include "core/base/assert.h"
#include "core/hash/hash.h"

namespace emu::sns {

namespace {

__extension__ typedef unsigned __int128 Wide;  // NOLINT

constexpr std::uint64_t high(Wide value) { return static_cast<std::uint64_t>(value >> 64U); }
constexpr std::uint64_t low(Wide value) { return static_cast<std::uint64_t>(value); }

// The power of a number that has nothing in common with n is 1 where the exponent is a multiple of
// every p - 1. Such a multiple is 2^7 5^3 7 11 13 17 23, of which 3 is no factor. It has an inverse
// of 3 for an exponent that is short enough to be a public one.
struct Factor {
  std::uint64_t prime;
  unsigned times;
};
constexpr Factor kFactors[] = {{2, 7}, {5, 3}, {7, 1}, {11, 1}, {13, 1}, {17, 1}, {23, 1}};

constexpr std::uint64_t product_of_factors() {
  std::uint64_t product = 1;
  for (const Factor& factor : kFactors) {
    for (unsigned i = 0; i < factor.times; ++i) product *= factor.prime;
  }
  return product;
}
static_assert(SigningKey::kExponent * 3 % product_of_factors() == 1);

std::uint64_t power_of(std::uint64_t base, std::uint64_t exponent, std::uint64_t modulus) {
  const auto multiply = [&](std::uint64_t a, std::uint64_t b) {
    return static_cast<std::uint64_t>(Wide{a} * b % modulus);
  };
  std::uint64_t result = 1;
  for (; exponent != 0; exponent >>= 1U) {
    if ((exponent & 1U) != 0) result = multiply(result, base);
    base = multiply(base, base);
  }
  return result;
}

// Miller and Rabin's test. These bases decide all numbers below 2^40.
bool is_prime(std::uint64_t number) {
  constexpr std::uint64_t kBases[] = {2, 3, 5, 7, 11};
  const int twos = std::countr_zero(number - 1);
  const std::uint64_t odd = (number - 1) >> static_cast<unsigned>(twos);
  return std::all_of(std::begin(kBases), std::end(kBases), [&](std::uint64_t base) {
    std::uint64_t x = power_of(base, odd, number);
    for (int i = 0; i < twos; ++i) {
      if (x == number - 1 || (i == 0 && x == 1)) return true;
      x = power_of(x, 2, number);
    }
    return false;
  });
}

// Who checks a key looks for small factors, up to 751.
constexpr std::uint64_t kPrimeMin = 1000;
std::vector<std::uint64_t> find_primes() {
  std::vector<std::uint64_t> divisors = {1};
  for (const Factor& factor : kFactors) {
    const std::size_t before = divisors.size();
    for (std::size_t i = 0; i < before * factor.times; ++i) {
      divisors.push_back(divisors[i] * factor.prime);
    }
  }
  std::vector<std::uint64_t> found;
  for (const std::uint64_t divisor : divisors) {
    if (divisor % 2 != 0 || divisor < kPrimeMin) continue;
    if (is_prime(divisor + 1)) found.push_back(divisor + 1);
  }
  return found;
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

// The carry.
template <class Number>
std::uint64_t add(Number& to, const Number& number) {
  return add_product(to, number, 1);
}

// What is borrowed.
template <class Number>
std::uint64_t subtract(Number& from, const Number& number) {
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const Wide difference = Wide{from[i]} - number[i] - borrow;
    from[i] = low(difference);
    borrow = high(difference) & 1U;
  }
  return borrow;
}

template <class Number>
bool is_less(const Number& a, const Number& b) {
  return std::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

template <class Number>
void write_bytes(const Number& number, char* to) {
  for (auto word = number.rbegin(); word != number.rend(); ++word) {
    for (unsigned shift = 64; shift != 0; shift -= 8) {
      *to++ = static_cast<char>(*word >> (shift - 8));
    }
  }
}

template <class Number>
void read_bytes(std::string_view bytes, Number& number) {
  number = {};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::uint64_t byte = static_cast<std::uint8_t>(bytes[bytes.size() - 1 - i]);
    number[i / 8] |= byte << (i % 8 * 8);
  }
}

// The beginnings of DigestInfo, RFC 8017 section 9.2.
constexpr std::string_view kSha1Info("\x30\x21\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00\x04\x14",
                                     15);
constexpr std::string_view kSha256Info(
    "\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20", 19);
constexpr std::size_t kDigestWordsMax = sizeof(Sha256Sum) / 8;

}  // namespace

SigningKey::SigningKey(Random random) : modulus_(draw_modulus(random)) {
  // By Newton's iteration: each step doubles the bits that are right.
  std::uint64_t inverse = modulus_[0];
  for (int i = 0; i < 6; ++i) inverse *= 2 - modulus_[0] * inverse;
  inverse_ = 0 - inverse;
  square_of_shift_ = shifted({1}, 2 * kBytes * 8);
  sha1_ = padding_of(kSha1Info, sizeof(Sha1Sum));
  sha256_ = padding_of(kSha256Info, sizeof(Sha256Sum));
}

// Takes primes in the order of their drawing as long as they fit. What then is left to fill may be
// less than any prime; some order fills it soon.
SigningKey::Words SigningKey::draw_modulus(Random& random) const {
  static const std::vector<std::uint64_t> kPrimes = find_primes();
  std::vector<std::uint64_t> left = kPrimes;
  for (;;) {
    random.shuffle(std::span(left));
    Words product = {1};
    for (const std::uint64_t prime : left) {
      Words larger = {};
      if (add_product(larger, product, prime) == 0) product = larger;
      if (product.back() >> 63U != 0) return product;
    }
  }
}

SigningKey::Words SigningKey::shifted(Words number, std::size_t bits) const {
  for (std::size_t i = 0; i < bits; ++i) {
    const std::uint64_t carry = number.back() >> 63U;
    for (std::size_t word = kWords - 1; word > 0; --word) {
      number[word] = number[word] << 1U | number[word - 1] >> 63U;
    }
    number[0] <<= 1U;
    if (carry != 0 || !is_less(number, modulus_)) subtract(number, modulus_);
  }
  return number;
}

// EMSA-PKCS1-v1_5: 0, 1, as many 255 as fit, 0, and the digest, which here is 0.
SigningKey::Padding SigningKey::padding_of(std::string_view digest_info,
                                           std::size_t digest_bytes) const {
  std::string bytes(kBytes, '\xff');
  bytes.replace(0, 2, std::string("\0\1", 2));
  const std::size_t digest_at = kBytes - digest_bytes;
  bytes.replace(digest_at, digest_bytes, digest_bytes, '\0');
  bytes.replace(digest_at - digest_info.size(), digest_info.size(), digest_info);
  bytes[digest_at - digest_info.size() - 1] = '\0';
  Words number = {};
  read_bytes(bytes, number);

  const auto tripled = [this](Words value) {
    const Words doubled = shifted(value, 1);
    if (add(value, doubled) != 0 || !is_less(value, modulus_)) subtract(value, modulus_);
    return value;
  };
  const auto product = [this](const Words& a, const Words& b) {
    return multiply_add(multiply_add(a, b, {}), square_of_shift_, {});
  };
  const std::size_t words = (digest_bytes + 7) / 8;
  const Words square = product(number, number);
  return {.words = words,
          .scale = shifted({1}, 3 * 64 * words),
          .triple = shifted(tripled(number), 2 * 64 * words),
          .square = shifted(tripled(square), 64 * words),
          .cube = product(square, number)};
}

SigningKey::Words SigningKey::multiply_add(const Words& a, std::span<const std::uint64_t> b,
                                           const Words& c) const {
  Words sum = {};
  std::uint64_t carry = 0;  // of the sum
  for (const std::uint64_t factor : b) {
    // The multiple of n makes the lowest word 0, which then goes.
    const std::uint64_t times = (sum[0] + a[0] * factor) * inverse_;
    Wide first = Wide{a[0]} * factor + sum[0];
    Wide second = Wide{modulus_[0]} * times + low(first);
    for (std::size_t i = 1; i < kWords; ++i) {
      first = Wide{a[i]} * factor + sum[i] + high(first);
      second = Wide{modulus_[i]} * times + low(first) + high(second);
      sum[i - 1] = low(second);
    }
    const Wide last = Wide{high(first)} + high(second) + carry;
    sum[kWords - 1] = low(last);
    carry = high(last);
  }
  carry += add(sum, c);
  while (carry != 0 || !is_less(sum, modulus_)) carry -= subtract(sum, modulus_);
  return sum;
}

std::string SigningKey::modulus() const {
  std::string bytes(kBytes, '\0');
  write_bytes(modulus_, bytes.data());
  return bytes;
}

std::string SigningKey::sign_sha1(std::string_view text) const {
  const Sha1Sum sum = sha1(text);
  return sign_digest(as_bytes(sum), sha1_);
}

std::string SigningKey::sign_sha256(std::string_view text) const {
  const Sha256Sum sum = sha256(text);
  return sign_digest(as_bytes(sum), sha256_);
}

std::string SigningKey::sign_digest(std::string_view digest, const Padding& padding) const {
  std::array<std::uint64_t, kDigestWordsMax> number = {};
  read_bytes(digest, number);
  const std::span<const std::uint64_t> h(number.data(), padding.words);
  Words result = multiply_add(padding.scale, h, padding.triple);
  result = multiply_add(result, h, padding.square);
  result = multiply_add(result, h, padding.cube);
  std::string bytes(kBytes, '\0');
  write_bytes(result, bytes.data());
  return bytes;
}

}  // namespace emu::sns
