// Compressed texts.
//
//   const std::string small = compress(Compression::kGzip, text);
//   const auto plain = decompress(Compression::kGzip, small, 16 << 20);  // at most so many bytes
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace emu {

enum class Compression : std::uint8_t { kGzip, kDeflate };

std::string compress(Compression form, std::string_view text);

enum class DecompressProblem : std::uint8_t {
  kMalformed,
  kTooLong,  // a few bytes can stand for gigabytes: no more than the bound is written
};
std::variant<std::string, DecompressProblem> decompress(Compression form, std::string_view text,
                                                        std::size_t bytes_max);

}  // namespace emu
