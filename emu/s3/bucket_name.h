// What a bucket may be called.
// Source: Amazon S3 User Guide, "General purpose bucket naming rules".
#pragma once

#include <string_view>

namespace emu::s3 {

bool is_bucket_name(std::string_view name);

// Whether a text has the form of a region: "eu-west-1".
bool is_region_name(std::string_view text);

}  // namespace emu::s3
