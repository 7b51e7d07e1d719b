// The assignments of SET.
#include <algorithm>
#include <utility>

#include "dynamodb/partiql/parser.h"

namespace emu::dynamodb::partiql {

namespace {

using expression::PathElement;
using expression::UpdateAction;

bool same(const expression::Path& a, const expression::Path& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const PathElement& x, const PathElement& y) {
                      return x.type == y.type && x.text == y.text && x.index == y.index;
                    });
}

}  // namespace

// path = operand, where set_add(path, set) and set_delete(path, set) are what ADD and DELETE are in
// an update expression.
void Parser::assignment() {
  count_operator();
  Path target = path();
  expect_symbol("=");
  if (at_function() && is_word(token_, "set_add")) {
    return set_function(target, UpdateAction::Type::kAdd);
  }
  if (at_function() && is_word(token_, "set_delete")) {
    return set_function(target, UpdateAction::Type::kDelete);
  }
  Operand operand = assigned();
  statement_.update.actions.push_back(
      {.type = UpdateAction::Type::kSet, .path = std::move(target), .operand = std::move(operand)});
}

void Parser::set_function(const Path& target, UpdateAction::Type type) {
  advance();
  expect_symbol("(");
  const Path of = path();
  if (!same(of, target)) fail("The attribute of a set function must be the one that is set");
  expect_symbol(",");
  AttributeValue elements = value();
  const bool is_set = elements.get_if<SS>() != nullptr || elements.get_if<NS>() != nullptr ||
                      elements.get_if<BS>() != nullptr;
  if (!is_set) fail("Expected a set");
  expect_symbol(")");
  statement_.update.actions.push_back(
      {.type = type, .path = target, .operand = placeholder(std::move(elements))});
}

// One operand, or a sum or difference of two.
expression::Operand Parser::assigned() {
  Operand first = assigned_term();
  const bool is_sum = at_symbol("+");
  if (!is_sum && !at_symbol("-")) return first;
  count_operator();
  advance();
  Operand both{.type = is_sum ? Operand::Type::kPlus : Operand::Type::kMinus};
  both.operands.push_back(std::move(first));
  both.operands.push_back(assigned_term());
  return both;
}

expression::Operand Parser::assigned_term() {
  if (at_value()) return placeholder(value());
  if (!at_function()) {
    Operand operand;
    operand.path = path();
    return operand;
  }
  const bool is_append = is_word(token_, "list_append");
  if (!is_append && !is_word(token_, "if_not_exists")) fail("No such function");
  count_operator();
  advance();
  expect_symbol("(");
  const Nesting nesting(*this);
  Operand call{.type = is_append ? Operand::Type::kListAppend : Operand::Type::kIfNotExists};
  call.operands.push_back(assigned_term());
  expect_symbol(",");
  call.operands.push_back(assigned_term());
  expect_symbol(")");
  if (!is_append && call.operands.front().type != Operand::Type::kPath) {
    fail("Expected an attribute");
  }
  return call;
}

}  // namespace emu::dynamodb::partiql
