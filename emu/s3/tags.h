// Tags of objects and buckets.
// Source: Amazon S3 User Guide, "Categorizing your objects using tags".
#pragma once

#include <emu/result.h>
#include <emu/s3/types.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace emu::s3 {

// The tags of an x-amz-tagging header, "a=1&b=2", checked.
Result<std::vector<Tag>> parse_tag_header(std::string_view header);

Status check_object_tags(const std::vector<Tag>& tags);
Status check_bucket_tags(const std::vector<Tag>& tags);

}  // namespace emu::s3
