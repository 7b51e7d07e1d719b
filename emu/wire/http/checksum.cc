#include "wire/http/checksum.h"

#include <array>
#include <cstddef>

#include "core/hash/crc.h"
#include "core/text/ascii.h"
#include "core/text/base64.h"

namespace emu::wire {

namespace {

struct Description {
  std::string_view header;
  std::string_view name;
  std::size_t bytes;
};

constexpr std::array<Description, 5> kDescriptions = {{{"x-amz-checksum-crc32", "CRC32", 4},
                                                       {"x-amz-checksum-crc32c", "CRC32C", 4},
                                                       {"x-amz-checksum-crc64nvme", "CRC64NVME", 8},
                                                       {"x-amz-checksum-sha1", "SHA1", 20},
                                                       {"x-amz-checksum-sha256", "SHA256", 32}}};

const Description& describe(ChecksumAlgorithm algorithm) {
  return kDescriptions[static_cast<std::size_t>(algorithm)];
}

// The most significant byte first.
std::string bytes_of(std::uint64_t value, std::size_t count) {
  std::string bytes(count, '\0');
  for (std::size_t i = count; i > 0; --i) {
    bytes[i - 1] = static_cast<char>(value & 0xff);
    value >>= 8;
  }
  return bytes;
}

}  // namespace

std::optional<ChecksumAlgorithm> checksum_algorithm(std::string_view header) {
  for (std::size_t i = 0; i < kDescriptions.size(); ++i) {
    if (equal_ignoring_case(kDescriptions[i].header, header)) {
      return static_cast<ChecksumAlgorithm>(i);
    }
  }
  return std::nullopt;
}

std::string_view checksum_header(ChecksumAlgorithm algorithm) { return describe(algorithm).header; }

std::string_view checksum_name(ChecksumAlgorithm algorithm) { return describe(algorithm).name; }

bool is_checksum(ChecksumAlgorithm algorithm, std::string_view base64) {
  const auto bytes = base64_decode(base64);
  return bytes && bytes->size() == describe(algorithm).bytes;
}

Checksum::Checksum(ChecksumAlgorithm algorithm) : algorithm_(algorithm) {
  if (algorithm == ChecksumAlgorithm::kCrc64Nvme) state_ = std::uint64_t{0};
  if (algorithm == ChecksumAlgorithm::kSha1) state_.emplace<Sha1>();
  if (algorithm == ChecksumAlgorithm::kSha256) state_.emplace<Sha256>();
}

void Checksum::update(std::string_view bytes) {
  switch (algorithm_) {
    case ChecksumAlgorithm::kCrc32:
      state_ = crc32(bytes, std::get<std::uint32_t>(state_));
      break;
    case ChecksumAlgorithm::kCrc32c:
      state_ = crc32c(bytes, std::get<std::uint32_t>(state_));
      break;
    case ChecksumAlgorithm::kCrc64Nvme:
      state_ = crc64nvme(bytes, std::get<std::uint64_t>(state_));
      break;
    case ChecksumAlgorithm::kSha1:
      std::get<Sha1>(state_).update(bytes);
      break;
    case ChecksumAlgorithm::kSha256:
      std::get<Sha256>(state_).update(bytes);
      break;
  }
}

std::string Checksum::base64() {
  switch (algorithm_) {
    case ChecksumAlgorithm::kCrc32:
    case ChecksumAlgorithm::kCrc32c:
      return base64_encode(bytes_of(std::get<std::uint32_t>(state_), 4));
    case ChecksumAlgorithm::kCrc64Nvme:
      return base64_encode(bytes_of(std::get<std::uint64_t>(state_), 8));
    case ChecksumAlgorithm::kSha1:
      return base64_encode(as_bytes(std::get<Sha1>(state_).finish()));
    case ChecksumAlgorithm::kSha256:
      break;
  }
  return base64_encode(as_bytes(std::get<Sha256>(state_).finish()));
}

}  // namespace emu::wire
