// Parsed<T>: the tree of an expression with the placeholders it uses.
#pragma once

#include <emu/result.h>

#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/expression/ast.h"

namespace emu::dynamodb::expression {

template <class T>
struct Parsed {
  T tree;
  std::vector<std::string> names;   // "#n", in order and each once
  std::vector<std::string> values;  // ":v", in order and each once
  // The attributes that paths begin with, each once: all that an evaluation needs of an item.
  std::vector<PathElement> attributes = {};
};

// Each fails with a ValidationException that names the expression: "Invalid UpdateExpression: …".
Result<Parsed<Update>> parse_update(std::string_view source);
// `kind` says which of the request's conditions it is, all of which have one grammar.
Result<Parsed<Condition>> parse_condition(Kind kind, std::string_view source);
inline Result<Parsed<Condition>> parse_condition(std::string_view source) {
  return parse_condition(Kind::kCondition, source);
}
Result<Parsed<Projection>> parse_projection(std::string_view source);

}  // namespace emu::dynamodb::expression
