#include "s3/copy_source.h"

#include "core/text/percent.h"
#include "s3/bucket_name.h"
#include "s3/errors.h"
#include "s3/version_id.h"

namespace emu::s3 {

Result<CopySourceName> parse_copy_source(std::string_view text) {
  constexpr std::string_view kVersion = "?versionId=";
  constexpr std::string_view kHeader = "x-amz-copy-source";
  std::string_view path = text;
  std::string_view version_id;
  if (const auto version = path.find(kVersion); version != path.npos) {
    version_id = path.substr(version + kVersion.size());
    EMU_CHECK(check_version_id(version_id));
    path = path.substr(0, version);
  }
  const auto decoded = percent_decode(path, Plus::kIsSpace);
  if (!decoded) return invalid_argument("Invalid copy source encoding", kHeader, text);
  std::string_view name = *decoded;
  if (name.starts_with('/')) name.remove_prefix(1);
  const auto slash = name.find('/');
  if (!is_bucket_name(name.substr(0, slash))) {
    return invalid_argument("Invalid copy source bucket name", kHeader, text);
  }
  if (slash == name.npos || slash + 1 == name.size()) {
    return invalid_argument("Invalid copy source object key", kHeader, text);
  }
  return CopySourceName{.bucket = std::string(name.substr(0, slash)),
                        .key = std::string(name.substr(slash + 1)),
                        .version_id = std::string(version_id)};
}

}  // namespace emu::s3
