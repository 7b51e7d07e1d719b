// What can be found wrong in an expression before an item is looked at: the types of the values
// given for its operands, and operands that must differ.
#pragma once

#include <emu/result.h>

#include "dynamodb/expression/ast.h"
#include "dynamodb/expression/placeholders.h"

namespace emu::dynamodb::expression {

// All placeholders must have been found defined.
Status check_operands(Kind kind, const Condition& condition, const Placeholders& placeholders);
inline Status check_operands(const Condition& condition, const Placeholders& placeholders) {
  return check_operands(Kind::kCondition, condition, placeholders);
}
Status check_operands(const Update& update, const Placeholders& placeholders);

}  // namespace emu::dynamodb::expression
