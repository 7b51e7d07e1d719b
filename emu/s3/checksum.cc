#include "s3/checksum.h"

#include <fmt/format.h>

#include <utility>

#include "core/hash/crc.h"
#include "core/hash/hash.h"
#include "core/text/ascii.h"
#include "core/text/base64.h"
#include "s3/errors.h"

namespace emu::s3 {

namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, kChecksumAlgorithmCount> kNames = {
    "CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"};

constexpr std::array<std::size_t, kChecksumAlgorithmCount> kBytes = {4, 4, 8, 20, 32};

template <class Number>
std::string big_endian(Number value) {
  std::string bytes(sizeof(Number), '\0');
  for (std::size_t i = bytes.size(); i-- > 0;) {
    bytes[i] = static_cast<char>(value & 0xff);
    value >>= 8;
  }
  return bytes;
}

std::uint64_t number_of(std::string_view big_endian) {
  std::uint64_t number = 0;
  for (const char byte : big_endian) number = number << 8 | static_cast<std::uint8_t>(byte);
  return number;
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

Error invalid_checksum_header(std::string_view header) {
  return invalid_request(fmt::format("Value for {} header is invalid.", header));
}

}  // namespace

Error bad_checksum(ChecksumAlgorithm algorithm) {
  return make_error("BadDigest",
                    fmt::format("The {} you specified did not match the calculated checksum.",
                                name_of(algorithm)),
                    400);
}

Error invalid_checksum(ChecksumAlgorithm algorithm) {
  return invalid_checksum_header("x-amz-checksum-" + lower_case(name_of(algorithm)));
}

Error unsupported_checksum_algorithm() {
  return invalid_request(
      "Checksum algorithm provided is unsupported. Please try again with any of the valid types: "
      "[CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
}

std::string_view name_of(ChecksumAlgorithm algorithm) {
  return kNames[static_cast<std::size_t>(algorithm)];
}

std::optional<ChecksumAlgorithm> checksum_algorithm(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (equal_ignoring_case(kNames[i], name)) return static_cast<ChecksumAlgorithm>(i);
  }
  return std::nullopt;
}

std::string_view name_of(ChecksumType type) {
  return type == ChecksumType::kComposite ? "COMPOSITE" : "FULL_OBJECT";
}

std::optional<ChecksumType> checksum_type(std::string_view name) {
  for (const ChecksumType type : {ChecksumType::kFullObject, ChecksumType::kComposite}) {
    if (name_of(type) == name) return type;
  }
  return std::nullopt;
}

bool is_checksum(ChecksumAlgorithm algorithm, std::string_view base64) {
  const auto bytes = base64_decode(base64);
  return bytes && bytes->size() == kBytes[static_cast<std::size_t>(algorithm)];
}

Checksum compute_checksum(ChecksumAlgorithm algorithm, std::string_view body) {
  return {.algorithm = algorithm, .value = base64_encode(raw_checksum(algorithm, body))};
}

Result<std::optional<ChecksumAlgorithm>> only_algorithm(const GivenChecksums& given) {
  std::optional<ChecksumAlgorithm> only;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (given[i].empty()) continue;
    if (only) {
      return invalid_request(
          "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
    }
    only = static_cast<ChecksumAlgorithm>(i);
  }
  return only;
}

Result<Checksum> checksum_of(std::string_view body, const GivenChecksums& given,
                             std::string_view named_algorithm, ChecksumAlgorithm otherwise) {
  EMU_TRY(const std::optional<ChecksumAlgorithm> only, only_algorithm(given));
  std::optional<ChecksumAlgorithm> named;
  if (!named_algorithm.empty()) {
    named = checksum_algorithm(named_algorithm);
    if (!named || (only && *only != *named)) {
      return invalid_checksum_header("x-amz-sdk-checksum-algorithm");
    }
  }
  if (!only) return compute_checksum(named.value_or(otherwise), body);
  return check_checksum(*only, given[static_cast<std::size_t>(*only)], body);
}

Result<Checksum> check_checksum(ChecksumAlgorithm algorithm, std::string_view claimed,
                                std::string_view body) {
  if (!is_checksum(algorithm, claimed)) return invalid_checksum(algorithm);
  Checksum right = compute_checksum(algorithm, body);
  if (claimed != right.value) return bad_checksum(algorithm);
  return right;
}

ChecksumJoiner::ChecksumJoiner(ChecksumAlgorithm algorithm, ChecksumType type)
    : algorithm_(algorithm), type_(type) {}

void ChecksumJoiner::add(const PartChecksum& part) {
  ++count_;
  const std::string value = base64_decode(part.value).value_or(std::string());
  if (type_ == ChecksumType::kComposite) {
    values_ += value;
    return;
  }
  const std::uint64_t crc = number_of(value);
  const auto half = [](std::uint64_t number) { return static_cast<std::uint32_t>(number); };
  switch (algorithm_) {
    case ChecksumAlgorithm::kCrc32:
      crc_ = join_crc32(half(crc_), half(crc), part.size);
      break;
    case ChecksumAlgorithm::kCrc32c:
      crc_ = join_crc32c(half(crc_), half(crc), part.size);
      break;
    case ChecksumAlgorithm::kCrc64nvme:
      crc_ = join_crc64nvme(crc_, crc, part.size);
      break;
    case ChecksumAlgorithm::kSha1:
    case ChecksumAlgorithm::kSha256:
      break;  // only composite
  }
}

Checksum ChecksumJoiner::join() const {
  Checksum joined{.algorithm = algorithm_, .type = type_};
  if (type_ == ChecksumType::kComposite) {
    joined.value = fmt::format("{}-{}", base64_encode(raw_checksum(algorithm_, values_)), count_);
  } else if (algorithm_ == ChecksumAlgorithm::kCrc64nvme) {
    joined.value = base64_encode(big_endian(crc_));
  } else {
    joined.value = base64_encode(big_endian(static_cast<std::uint32_t>(crc_)));
  }
  return joined;
}

}  // namespace emu::s3
