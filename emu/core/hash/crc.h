// The checksums that S3 offers. Each function continues from the checksum of what came before, so
//
//   crc32c("6789", crc32c("12345")) == crc32c("123456789") == 0xe3069283
#pragma once

#include <cstdint>
#include <string_view>

namespace emu {

std::uint32_t crc32(std::string_view data, std::uint32_t before = 0);
std::uint32_t crc32c(std::string_view data, std::uint32_t before = 0);
std::uint64_t crc64nvme(std::string_view data, std::uint64_t before = 0);

// The checksum of two pieces of data behind each other, from theirs: in time that grows with the
// logarithm of the second piece's length.
//
//   join_crc32c(crc32c("12345"), crc32c("6789"), 4) == crc32c("123456789")
std::uint32_t join_crc32(std::uint32_t first, std::uint32_t second, std::uint64_t second_bytes);
std::uint32_t join_crc32c(std::uint32_t first, std::uint32_t second, std::uint64_t second_bytes);
std::uint64_t join_crc64nvme(std::uint64_t first, std::uint64_t second, std::uint64_t second_bytes);

}  // namespace emu
