// Where a copy comes from.
// Source: Amazon S3 API Reference, "CopyObject".
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>

namespace emu::s3 {

struct CopySourceName {
  std::string bucket;
  std::string key;
};

// Reads "bucket/key" or "/bucket/key", percent-encoded, with "?versionId=null" or without.
Result<CopySourceName> parse_copy_source(std::string_view text);

}  // namespace emu::s3
