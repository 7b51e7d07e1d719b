// Tags of identities, templates, configuration sets and contact lists.
// Source: Amazon SES API v2 Reference, "Tag".
#pragma once

#include <emu/result.h>
#include <emu/sesv2/values.h>

#include <map>
#include <string>
#include <vector>

namespace emu::sesv2 {

using Tags = std::map<std::string, std::string>;

// The tags with more of them, or what is wrong with those.
Result<Tags> with_tags(Tags tags, const std::vector<Tag>& more);
std::vector<Tag> tag_list(const Tags& tags);

}  // namespace emu::sesv2
