// What attributes and values of legacy parameters are in trees of expressions.
#pragma once

#include <emu/dynamodb/value.h>

#include <string>
#include <utility>

#include "dynamodb/expression/ast.h"

namespace emu::dynamodb::legacy {

inline expression::PathElement attribute_element(std::string name) {
  return {.type = expression::PathElement::Type::kName, .text = std::move(name)};
}

inline expression::Path attribute_path(std::string name) {
  return {attribute_element(std::move(name))};
}

inline expression::Operand attribute_operand(std::string name) {
  return {.type = expression::Operand::Type::kPath, .path = attribute_path(std::move(name))};
}

// Keeps the value in `values`, under a name that nothing else there has.
inline expression::Operand bind_value(AttributeValue value, Item& values) {
  std::string name = ":" + std::to_string(values.size());
  values.emplace(name, std::move(value));
  return {.type = expression::Operand::Type::kValue, .path = {}, .value = std::move(name)};
}

}  // namespace emu::dynamodb::legacy
