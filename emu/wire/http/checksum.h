// The checksums that S3 lets clients choose from, worked out piece by piece.
//
//   Checksum sum(*checksum_algorithm("x-amz-checksum-crc32c"));
//   sum.update("12345");
//   sum.update("6789");
//   sum.base64() == "4waSgw=="
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/hash/hash.h"

namespace emu::wire {

enum class ChecksumAlgorithm { kCrc32, kCrc32c, kCrc64Nvme, kSha1, kSha256 };

// By the header that carries it, in any case; nothing for another header.
std::optional<ChecksumAlgorithm> checksum_algorithm(std::string_view header);
// "x-amz-checksum-crc32"
std::string_view checksum_header(ChecksumAlgorithm algorithm);
// "CRC32", as in messages
std::string_view checksum_name(ChecksumAlgorithm algorithm);

// Whether the text is the base64 of as many bytes as that checksum has.
bool is_checksum(ChecksumAlgorithm algorithm, std::string_view base64);

class Checksum {
 public:
  explicit Checksum(ChecksumAlgorithm algorithm);

  void update(std::string_view bytes);

  // Of everything so far, after which the checksum must not be used again.
  std::string base64();

  ChecksumAlgorithm algorithm() const { return algorithm_; }

 private:
  ChecksumAlgorithm algorithm_;
  std::variant<std::uint32_t, std::uint64_t, Sha1, Sha256> state_;
};

}  // namespace emu::wire
