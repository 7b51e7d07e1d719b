// The rules for the tags of tables, shared by CreateTable and TagResource.
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/result.h>

#include <vector>

namespace emu::dynamodb {

Status check_tags(const std::vector<Tag>& tags);

// The tags with others added, or refused because there would be too many.
Result<std::vector<Tag>> with_tags(std::vector<Tag> tags, const std::vector<Tag>& added);

}  // namespace emu::dynamodb
