#include "s3/copy_source.h"

#include "core/text/percent.h"
#include "s3/errors.h"
#include "s3/object_settings.h"

namespace emu::s3 {

Result<CopySourceName> parse_copy_source(std::string_view text) {
  constexpr std::string_view kVersion = "?versionId=";
  constexpr std::string_view kHeader = "x-amz-copy-source";
  std::string_view path = text;
  if (const auto version = path.find(kVersion); version != path.npos) {
    EMU_CHECK(check_version(path.substr(version + kVersion.size())));
    path = path.substr(0, version);
  }
  const auto decoded = percent_decode(path);
  if (!decoded) return invalid_argument("Invalid copy source encoding.", kHeader, text);
  std::string_view name = *decoded;
  if (name.starts_with('/')) name.remove_prefix(1);
  const auto slash = name.find('/');
  if (slash == name.npos || slash == 0 || slash + 1 == name.size()) {
    return invalid_argument(
        "Copy Source must mention the source bucket and key: sourcebucket/sourcekey", kHeader,
        text);
  }
  return CopySourceName{.bucket = std::string(name.substr(0, slash)),
                        .key = std::string(name.substr(slash + 1))};
}

}  // namespace emu::s3
