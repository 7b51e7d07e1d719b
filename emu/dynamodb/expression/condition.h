// Whether a condition holds for an item.
#pragma once

#include <emu/dynamodb/value.h>

#include "dynamodb/expression/ast.h"
#include "dynamodb/expression/placeholders.h"

namespace emu::dynamodb::expression {

// An item that does not exist is an empty one. The condition must have passed check_operands().
bool holds(const Condition& condition, const Item& item, const Placeholders& placeholders);

}  // namespace emu::dynamodb::expression
