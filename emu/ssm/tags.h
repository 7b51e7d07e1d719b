// Tags of parameters.
#pragma once

#include <emu/result.h>
#include <emu/ssm/types.h>

#include <map>
#include <string>
#include <vector>

namespace emu::ssm {

using Tags = std::map<std::string, std::string>;

// The tags with others added, which take the place of those with the same key.
// Errors: TooManyTagsError, ValidationException for keys that begin with "aws:".
Result<Tags> with_tags(Tags tags, const std::vector<Tag>& added);

}  // namespace emu::ssm
