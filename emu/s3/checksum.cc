#include "s3/checksum.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <utility>

#include "core/hash/crc.h"
#include "core/hash/hash.h"
#include "core/text/base64.h"
#include "s3/errors.h"

namespace emu::s3 {

namespace {

struct Known {
  ChecksumAlgorithm algorithm;
  std::string_view name;
  std::string_view header;
  std::string PutObject::*given;
};

constexpr std::size_t kKnownCount = 5;

// In the order of the enumeration.
const std::array<Known, kKnownCount>& all_known() {
  static const std::array<Known, kKnownCount> kKnown = {{
      {ChecksumAlgorithm::kCrc32, "CRC32", "x-amz-checksum-crc32", &PutObject::checksum_crc32},
      {ChecksumAlgorithm::kCrc32c, "CRC32C", "x-amz-checksum-crc32c", &PutObject::checksum_crc32c},
      {ChecksumAlgorithm::kCrc64nvme, "CRC64NVME", "x-amz-checksum-crc64nvme",
       &PutObject::checksum_crc64nvme},
      {ChecksumAlgorithm::kSha1, "SHA1", "x-amz-checksum-sha1", &PutObject::checksum_sha1},
      {ChecksumAlgorithm::kSha256, "SHA256", "x-amz-checksum-sha256", &PutObject::checksum_sha256},
  }};
  return kKnown;
}

template <class Number>
std::string big_endian(Number value) {
  std::string bytes(sizeof(Number), '\0');
  for (std::size_t i = bytes.size(); i-- > 0;) {
    bytes[i] = static_cast<char>(value & 0xff);
    value >>= 8;
  }
  return bytes;
}

std::string raw_checksum(ChecksumAlgorithm algorithm, std::string_view body) {
  switch (algorithm) {
    case ChecksumAlgorithm::kCrc32:
      return big_endian(crc32(body));
    case ChecksumAlgorithm::kCrc32c:
      return big_endian(crc32c(body));
    case ChecksumAlgorithm::kCrc64nvme:
      return big_endian(crc64nvme(body));
    case ChecksumAlgorithm::kSha1:
      return std::string(as_bytes(sha1(body)));
    case ChecksumAlgorithm::kSha256:
      return std::string(as_bytes(sha256(body)));
  }
  return {};
}

Error bad_checksum(std::string_view algorithm) {
  return make_error(
      "BadDigest",
      fmt::format("The {} you specified did not match the calculated checksum.", algorithm), 400);
}

Error invalid_checksum_header(std::string_view header) {
  return invalid_request(fmt::format("Value for {} header is invalid.", header));
}

}  // namespace

std::string_view name_of(ChecksumAlgorithm algorithm) {
  return all_known()[static_cast<std::size_t>(algorithm)].name;
}

std::optional<ChecksumAlgorithm> checksum_algorithm(std::string_view name) {
  for (const Known& known : all_known()) {
    if (known.name == name) return known.algorithm;
  }
  return std::nullopt;
}

Checksum compute_checksum(ChecksumAlgorithm algorithm, std::string_view body) {
  return {.algorithm = algorithm, .value = base64_encode(raw_checksum(algorithm, body))};
}

Result<Checksum> checksum_of(const PutObject& in) {
  const Known* given = nullptr;
  for (const Known& known : all_known()) {
    if ((in.*known.given).empty()) continue;
    if (given != nullptr) {
      return invalid_request(
          "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
    }
    given = &known;
  }
  std::optional<ChecksumAlgorithm> named;
  if (!in.checksum_algorithm.empty()) {
    named = checksum_algorithm(in.checksum_algorithm);
    if (!named || (given != nullptr && given->algorithm != *named)) {
      return invalid_checksum_header("x-amz-sdk-checksum-algorithm");
    }
  }
  if (given == nullptr) {
    return compute_checksum(named.value_or(ChecksumAlgorithm::kCrc64nvme), in.body);
  }
  Checksum right = compute_checksum(given->algorithm, in.body);
  const std::string& claimed = in.*given->given;
  if (claimed.size() != right.value.size() || !base64_decode(claimed)) {
    return invalid_checksum_header(given->header);
  }
  if (claimed != right.value) return bad_checksum(given->name);
  return right;
}

}  // namespace emu::s3
