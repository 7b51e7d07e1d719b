// Checksums of objects: verified when the client sends them, computed when it does not.
// Source: Amazon S3 User Guide, "Checking object integrity in Amazon S3".
#pragma once

#include <emu/result.h>
#include <emu/s3/writing.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace emu::s3 {

enum class ChecksumAlgorithm : std::uint8_t { kCrc32, kCrc32c, kCrc64nvme, kSha1, kSha256 };

struct Checksum {
  ChecksumAlgorithm algorithm = ChecksumAlgorithm::kCrc64nvme;
  std::string value = {};  // base64, big-endian
};

// "CRC32", as in requests and listings.
std::string_view name_of(ChecksumAlgorithm algorithm);
// Nothing for a name that S3 does not know.
std::optional<ChecksumAlgorithm> checksum_algorithm(std::string_view name);

Checksum compute_checksum(ChecksumAlgorithm algorithm, std::string_view body);

// The checksum to store: the given checksum, after it was found right; else a checksum by the
// algorithm that is named, or by CRC64NVME.
Result<Checksum> checksum_of(const PutObject& in);

// Writes a checksum into the members of an answer.
template <class T>
void fill_checksum(const Checksum& checksum, T& out) {
  switch (checksum.algorithm) {
    case ChecksumAlgorithm::kCrc32:
      out.checksum_crc32 = checksum.value;
      break;
    case ChecksumAlgorithm::kCrc32c:
      out.checksum_crc32c = checksum.value;
      break;
    case ChecksumAlgorithm::kCrc64nvme:
      out.checksum_crc64nvme = checksum.value;
      break;
    case ChecksumAlgorithm::kSha1:
      out.checksum_sha1 = checksum.value;
      break;
    case ChecksumAlgorithm::kSha256:
      out.checksum_sha256 = checksum.value;
      break;
  }
  out.checksum_type = "FULL_OBJECT";
}

}  // namespace emu::s3
