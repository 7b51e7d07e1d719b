// Placeholders: what a request says its #names and :values stand for.
#pragma once

#include <emu/dynamodb/value.h>
#include <emu/result.h>

#include <map>
#include <string>

#include "core/base/assert.h"
#include "dynamodb/expression/ast.h"
#include "dynamodb/expression/parsed.h"
#include "dynamodb/expression/texts.h"

namespace emu::dynamodb::expression {

struct Placeholders {
  const std::map<std::string, std::string>& names;
  const Item& values;

  // The name that an element of a path stands for. All placeholders must have been found defined.
  const std::string& name(const PathElement& element) const {
    if (element.type == PathElement::Type::kName) return element.text;
    auto found = names.find(element.text);
    EMU_ASSERT(found != names.end(), "undefined names are refused before evaluation");
    return found->second;
  }

  // The same of an operand that is a value.
  const AttributeValue& value(const Operand& operand) const {
    // Most requests give one value, which all operands then mean.
    if (values.size() == 1) return values.begin()->second;
    auto found = values.find(operand.value);
    EMU_ASSERT(found != values.end(), "undefined values are refused before evaluation");
    return found->second;
  }
};

// Fails when the expression uses a placeholder that the request does not define.
template <class T>
Status check_defined(Kind kind, const Parsed<T>& parsed, const Placeholders& placeholders) {
  for (const std::string& name : parsed.names) {
    if (!placeholders.names.contains(name)) return name_not_defined(kind, name);
  }
  for (const std::string& value : parsed.values) {
    if (!placeholders.values.contains(value)) return value_not_defined(kind, value);
  }
  return {};
}

}  // namespace emu::dynamodb::expression
