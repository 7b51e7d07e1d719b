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

}  // namespace emu
