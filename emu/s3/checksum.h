// Checksums of objects: verified when the client sends them, computed when it does not.
// Source: Amazon S3 User Guide, "Checking object integrity in Amazon S3".
#pragma once

#include <emu/result.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace emu::s3 {

enum class ChecksumAlgorithm : std::uint8_t { kCrc32, kCrc32c, kCrc64nvme, kSha1, kSha256 };
inline constexpr std::size_t kChecksumAlgorithmCount = 5;

// Of all bytes, or of the checksums of an object's parts.
enum class ChecksumType : std::uint8_t { kFullObject, kComposite };

struct Checksum {
  ChecksumAlgorithm algorithm = ChecksumAlgorithm::kCrc64nvme;
  ChecksumType type = ChecksumType::kFullObject;
  std::string value = {};  // base64, big-endian; a composite one ends in "-<number of parts>"
};

// "CRC32", as in requests and listings.
std::string_view name_of(ChecksumAlgorithm algorithm);
// By the name in any case; nothing for a name that S3 does not know.
std::optional<ChecksumAlgorithm> checksum_algorithm(std::string_view name);
// "FULL_OBJECT", "COMPOSITE".
std::string_view name_of(ChecksumType type);
std::optional<ChecksumType> checksum_type(std::string_view name);

Checksum compute_checksum(ChecksumAlgorithm algorithm, std::string_view body);

// The checksums that a request may give, in the order of the enumeration; empty where it does not.
using GivenChecksums = std::array<std::string_view, kChecksumAlgorithmCount>;

template <class In>
GivenChecksums checksums_in(const In& in) {
  return {in.checksum_crc32, in.checksum_crc32c, in.checksum_crc64nvme, in.checksum_sha1,
          in.checksum_sha256};
}

// The algorithm of the only checksum that is given, or nothing. Fails when there are several.
Result<std::optional<ChecksumAlgorithm>> only_algorithm(const GivenChecksums& given);

// The checksum of a body: the given checksum, after it was found right; else by the algorithm that
// the request names, or by `otherwise`.
Result<Checksum> checksum_of(std::string_view body, const GivenChecksums& given,
                             std::string_view named_algorithm,
                             ChecksumAlgorithm otherwise = ChecksumAlgorithm::kCrc64nvme);

// A claimed checksum of a body, if it is right.
Result<Checksum> check_checksum(ChecksumAlgorithm algorithm, std::string_view claimed,
                                std::string_view body);

// One of an object that is put together of parts.
struct PartChecksum {
  std::string_view value;  // base64
  std::uint64_t size;      // of the part
};

// Puts the checksum of an object together from those of its parts, without reading them again.
class ChecksumJoiner {
 public:
  ChecksumJoiner(ChecksumAlgorithm algorithm, ChecksumType type);
  void add(const PartChecksum& part);
  Checksum join() const;

 private:
  ChecksumAlgorithm algorithm_;
  ChecksumType type_;
  std::size_t count_ = 0;
  std::string values_ = {};  // of a composite checksum, behind each other
  std::uint64_t crc_ = 0;    // of a checksum of all bytes
};

// Whether a text is the base64 of as many bytes as such a checksum has.
bool is_checksum(ChecksumAlgorithm algorithm, std::string_view base64);

Error bad_checksum(ChecksumAlgorithm algorithm);
Error invalid_checksum(ChecksumAlgorithm algorithm);  // of the header that carries it
Error unsupported_checksum_algorithm();

template <class T>
std::string& checksum_field(ChecksumAlgorithm algorithm, T& out) {
  switch (algorithm) {
    case ChecksumAlgorithm::kCrc32:
      return out.checksum_crc32;
    case ChecksumAlgorithm::kCrc32c:
      return out.checksum_crc32c;
    case ChecksumAlgorithm::kCrc64nvme:
      return out.checksum_crc64nvme;
    case ChecksumAlgorithm::kSha1:
      return out.checksum_sha1;
    case ChecksumAlgorithm::kSha256:
      break;
  }
  return out.checksum_sha256;
}

// Writes a checksum into the members of an answer.
template <class T>
void fill_checksum(const Checksum& checksum, T& out) {
  checksum_field(checksum.algorithm, out) = checksum.value;
  out.checksum_type = name_of(checksum.type);
}

}  // namespace emu::s3
