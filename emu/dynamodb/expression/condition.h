// Whether a condition holds for an item.
#pragma once

#include "dynamodb/expression/ast.h"
#include "dynamodb/expression/placeholders.h"
#include "dynamodb/seen_item.h"

namespace emu::dynamodb::expression {

// The condition must have passed check_operands().
bool holds(const Condition& condition, SeenItem& item, const Placeholders& placeholders);

}  // namespace emu::dynamodb::expression
