// Tags of secrets. Their keys are case-sensitive.
#pragma once

#include <emu/result.h>
#include <emu/secretsmanager/types.h>

#include <map>
#include <string>
#include <vector>

namespace emu::secretsmanager {

using Tags = std::map<std::string, std::string>;

// The tags with others added, which take the place of those with the same key.
// Errors: InvalidParameterException.
Result<Tags> with_tags(Tags tags, const std::vector<Tag>& added);

std::vector<Tag> tag_list(const Tags& tags);

}  // namespace emu::secretsmanager
