// Tags of roles, users and policies, and of sessions.
// Source: AWS IAM User Guide, "Tags for AWS Identity and Access Management resources".
#pragma once

#include <emu/iam/types.h>
#include <emu/result.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace emu::iam {

using Tags = std::map<std::string, std::string>;

// Adds tags, or replaces the values of existing keys.
// Errors: InvalidInput for the same key twice, LimitExceeded.
Status add_tags(Tags& tags, const std::vector<Tag>& added, std::string_view quota);

std::vector<Tag> tag_list(const Tags& tags);

}  // namespace emu::iam
