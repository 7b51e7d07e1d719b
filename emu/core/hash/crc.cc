#include "core/hash/crc.h"

#include <zlib.h>

#include <array>
#include <cstddef>

#include "core/base/little_endian.h"
#include "core/hash/crc64_fold.h"

namespace emu {

namespace {

// table[k][b] is the effect of byte b with k more bytes to follow: eight look-ups advance the sum
// by eight bytes.
template <typename Word>
using SliceTable = std::array<std::array<Word, 256>, 8>;

template <typename Word>
constexpr SliceTable<Word> make_slice_table(Word reflected_polynomial) {
  SliceTable<Word> table{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    Word sum = static_cast<Word>(byte);
    for (int bit = 0; bit < 8; ++bit) {
      sum = (sum >> 1) ^ ((sum & 1) != 0 ? reflected_polynomial : Word{0});
    }
    table[0][byte] = sum;
  }
  for (std::size_t slice = 1; slice < 8; ++slice) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const Word shorter = table[slice - 1][byte];
      table[slice][byte] = (shorter >> 8) ^ table[0][shorter & 0xff];
    }
  }
  return table;
}

// The sum after the data, which the checksum is the complement of.
template <typename Word>
Word update(const SliceTable<Word>& table, std::string_view data, Word sum) {
  const char* at = data.data();
  const char* const end = at + data.size();
  for (; end - at >= 8; at += 8) {
    const std::uint64_t word = load_little_endian_64(at) ^ sum;
    sum = 0;
    for (std::size_t slice = 0; slice < 8; ++slice) {
      sum ^= table[7 - slice][word >> (8 * slice) & 0xff];
    }
  }
  for (; at != end; ++at) {
    sum = (sum >> 8) ^ table[0][(sum ^ static_cast<std::uint8_t>(*at)) & 0xff];
  }
  return sum;
}

// The product of two polynomials modulo the checksum's. The coefficient of x^0 is in the highest
// bit.
template <typename Word>
Word multiply(Word a, Word b, Word reflected_polynomial) {
  Word product = 0;
  for (Word bit = Word{1} << (8 * sizeof(Word) - 1); bit != 0; bit >>= 1) {
    if ((a & bit) != 0) product ^= b;
    b = (b >> 1) ^ ((b & 1) != 0 ? reflected_polynomial : Word{0});
  }
  return product;
}

// Further bytes behind data multiply its sum by x^8 each.
// Source: M. Adler, "Fast CRC combination" (crc32_combine of zlib).
template <typename Word>
Word join(Word first, Word second, std::uint64_t second_bytes, Word reflected_polynomial) {
  Word power = Word{1} << (8 * sizeof(Word) - 1 - 8);  // x^8
  for (std::uint64_t left = second_bytes; left != 0; left >>= 1) {
    if ((left & 1) != 0) first = multiply(power, first, reflected_polynomial);
    power = multiply(power, power, reflected_polynomial);
  }
  return first ^ second;
}

constexpr std::uint32_t kCrc32Polynomial = 0xedb88320;
constexpr std::uint32_t kCrc32cPolynomial = 0x82f63b78;
constexpr SliceTable<std::uint32_t> kCrc32cTable = make_slice_table(kCrc32cPolynomial);
constexpr SliceTable<std::uint64_t> kCrc64NvmeTable = make_slice_table(kCrc64NvmePolynomial);

}  // namespace

std::uint32_t crc32(std::string_view data, std::uint32_t before) {
  // A null buffer means "the initial value" to zlib, whatever the size.
  if (data.empty()) return before;
  const auto* bytes = reinterpret_cast<const Bytef*>(data.data());
  return static_cast<std::uint32_t>(::crc32_z(before, bytes, data.size()));
}

std::uint32_t crc32c(std::string_view data, std::uint32_t before) {
  return ~update(kCrc32cTable, data, ~before);
}

std::uint64_t crc64nvme(std::string_view data, std::uint64_t before) {
  std::uint64_t sum = ~before;
  if (const auto folded = fold_crc64nvme(data, sum)) {
    const std::string_view stand_in(folded->bytes.data(), folded->bytes.size());
    sum = update(kCrc64NvmeTable, stand_in, std::uint64_t{0});
    data.remove_prefix(folded->count);
  }
  return ~update(kCrc64NvmeTable, data, sum);
}

std::uint32_t join_crc32(std::uint32_t first, std::uint32_t second, std::uint64_t second_bytes) {
  return join(first, second, second_bytes, kCrc32Polynomial);
}

std::uint32_t join_crc32c(std::uint32_t first, std::uint32_t second, std::uint64_t second_bytes) {
  return join(first, second, second_bytes, kCrc32cPolynomial);
}

std::uint64_t join_crc64nvme(std::uint64_t first, std::uint64_t second,
                             std::uint64_t second_bytes) {
  return join(first, second, second_bytes, kCrc64NvmePolynomial);
}

}  // namespace emu
