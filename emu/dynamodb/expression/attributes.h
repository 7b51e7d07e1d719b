// The attributes that a tree speaks of, for trees that no parser of expressions has made.
#pragma once

#include <vector>

#include "dynamodb/expression/ast.h"

namespace emu::dynamodb::expression {

// Each attribute that a path begins with, once, in the order of their names.
std::vector<PathElement> attributes_of(const Condition& condition);
std::vector<PathElement> attributes_of(const Update& update);
std::vector<PathElement> attributes_of(const std::vector<Path>& paths);

}  // namespace emu::dynamodb::expression
