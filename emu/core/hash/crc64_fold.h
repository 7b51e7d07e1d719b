// CRC-64/NVME of long data by carry-less multiplication, where the processor has it: some twenty
// times as fast as by tables.
// Source: V. Gopal and others, "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ
// Instruction".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace emu {

// Coefficients of the polynomial, the highest in the lowest bit, without that of x^64.
inline constexpr std::uint64_t kCrc64NvmePolynomial = 0x9a6c9329ac4bc9b5;

// What stands for the beginning of the data: after these bytes a sum that began with nothing is as
// it would be after all of them.
struct Crc64Folded {
  std::array<char, 16> bytes;
  std::size_t count;  // of the bytes of the data that it stands for
};

// `sum` is the state before the data. None when the data is too short to gain anything, or the
// processor cannot do it.
std::optional<Crc64Folded> fold_crc64nvme(std::string_view data, std::uint64_t sum);

}  // namespace emu
