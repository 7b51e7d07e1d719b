// The names of versions: 32 characters that tell people nothing, as AWS's do. Inside they carry the
// version's number in its bucket, so that a version is found by its id without a second index.
//
//   const VersionId id = VersionId::make(world.random(), 7);
//   std::string(id)                    // "Wk3.0dTq…", in no order
//   VersionId::parse(text)->number()   // 7
#pragma once

#include <emu/result.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/hash/random.h"

namespace emu::s3 {

class VersionId {
 public:
  // Of the null version, which has no id.
  VersionId() = default;
  static VersionId make(Random& random, std::uint64_t number);
  // Nothing for a text that is not of AWS's form.
  static std::optional<VersionId> parse(std::string_view text);

  bool empty() const { return *this == VersionId(); }
  std::uint64_t number() const { return words_[0] ^ words_[2]; }
  operator std::string() const;  // NOLINT: empty for the null version

  friend bool operator==(const VersionId&, const VersionId&) = default;

 private:
  // Two random words, and the number under the first of them as a mask.
  std::array<std::uint64_t, 3> words_ = {};
};

// As requests and listings name a version, "null" the null version.
inline constexpr std::string_view kNullVersion = "null";
std::string name_of(const VersionId& version_id);

// Of a version id in a request: AWS's form, "null" or nothing.
Status check_version_id(std::string_view version_id, std::string_view parameter = "versionId");

}  // namespace emu::s3
