#include "s3/version_id.h"

#include <algorithm>
#include <cstddef>

#include "core/base/little_endian.h"
#include "core/hash/hash.h"
#include "core/text/base64.h"
#include "s3/errors.h"

namespace emu::s3 {

namespace {

constexpr std::size_t kWords = 3;
constexpr std::size_t kWordBytes = sizeof(std::uint64_t);
constexpr std::size_t kTextLength = kWords * kWordBytes / 3 * 4;

}  // namespace

VersionId VersionId::make(Random& random, std::uint64_t number) {
  VersionId id;
  id.words_[0] = random.next();
  id.words_[1] = random.next();
  id.words_[2] = number ^ id.words_[0];
  return id;
}

// Base64 with AWS's two other characters: its version ids have dots and no dashes.
VersionId::operator std::string() const {
  if (empty()) return {};
  std::array<std::uint8_t, kWords * kWordBytes> bytes;
  for (std::size_t i = 0; i < kWords; ++i) {
    store_little_endian_64(words_[i], &bytes[i * kWordBytes]);
  }
  std::string text = base64_url_encode(as_bytes(bytes));
  std::replace(text.begin(), text.end(), '-', '.');
  return text;
}

std::optional<VersionId> VersionId::parse(std::string_view text) {
  if (text.size() != kTextLength || text.find('-') != text.npos) return std::nullopt;
  std::string encoded(text);
  std::replace(encoded.begin(), encoded.end(), '.', '-');
  const auto bytes = base64_url_decode(encoded);
  if (!bytes) return std::nullopt;
  VersionId id;
  for (std::size_t i = 0; i < kWords; ++i) {
    id.words_[i] = load_little_endian_64(bytes->data() + i * kWordBytes);
  }
  // Policies know the null version by its one name, "null".
  if (id.empty()) return std::nullopt;
  return id;
}

std::string name_of(const VersionId& version_id) {
  return version_id.empty() ? std::string(kNullVersion) : std::string(version_id);
}

Status check_version_id(std::string_view version_id, std::string_view parameter) {
  if (version_id.empty() || version_id == kNullVersion || VersionId::parse(version_id)) return {};
  return invalid_argument("Invalid version id specified", parameter, version_id);
}

}  // namespace emu::s3
