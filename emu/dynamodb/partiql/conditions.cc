// The conditions of WHERE.
#include <array>
#include <string_view>
#include <utility>

#include "dynamodb/limits.h"
#include "dynamodb/partiql/parser.h"
#include "dynamodb/partiql/texts.h"

namespace emu::dynamodb::partiql {

namespace {

using Type = expression::Condition::Type;

struct Named {
  std::string_view name;
  Type type;
};
constexpr std::array kComparators = {
    Named{"=", Type::kEqual},           Named{"<>", Type::kNotEqual},
    Named{"!=", Type::kNotEqual},       Named{"<=", Type::kLessOrEqual},
    Named{">=", Type::kGreaterOrEqual}, Named{"<", Type::kLess},
    Named{">", Type::kGreater},
};
constexpr std::array kFunctions = {
    Named{"begins_with", Type::kBeginsWith},
    Named{"contains", Type::kContains},
    Named{"attribute_type", Type::kAttributeType},
};

expression::Condition negated(expression::Condition condition) {
  expression::Condition negation{.type = Type::kNot};
  negation.children.push_back(std::move(condition));
  return negation;
}

}  // namespace

// Children of one kind in a row stand side by side, however many there are.
expression::Condition Parser::condition() {
  Condition first = conjunction();
  if (!at_keyword("OR")) return first;
  Condition all{.type = Type::kOr};
  all.children.push_back(std::move(first));
  while (accept_keyword("OR")) {
    count_operator();
    all.children.push_back(conjunction());
  }
  return all;
}

expression::Condition Parser::conjunction() {
  Condition first = negation();
  if (!at_keyword("AND")) return first;
  Condition all{.type = Type::kAnd};
  all.children.push_back(std::move(first));
  while (accept_keyword("AND")) {
    count_operator();
    all.children.push_back(negation());
  }
  return all;
}

expression::Condition Parser::negation() {
  if (!accept_keyword("NOT")) return term();
  count_operator();
  const Nesting nesting(*this);
  return negated(negation());
}

expression::Condition Parser::term() {
  if (accept_symbol("(")) {
    const Nesting nesting(*this);
    Condition inner = condition();
    expect_symbol(")");
    inner.is_parenthesized = true;
    return inner;
  }
  if (at_function() && !is_word(token_, "size")) return function();
  return comparison();
}

expression::Condition Parser::function() {
  Condition call;
  bool is_known = false;
  for (const Named& function : kFunctions) {
    if (!is_word(token_, function.name)) continue;
    call.type = function.type;
    is_known = true;
  }
  if (is_word(token_, "exists")) fail(exists_outside_transaction());
  if (!is_known) fail("No such function");
  count_operator();
  advance();
  expect_symbol("(");
  const Nesting nesting(*this);
  Operand first;
  first.path = path();
  call.operands.push_back(std::move(first));
  expect_symbol(",");
  call.operands.push_back(operand());
  expect_symbol(")");
  return call;
}

expression::Condition Parser::comparison() { return behind_operand(operand()); }

expression::Condition Parser::behind_operand(Operand left) {
  count_operator();
  for (const Named& comparator : kComparators) {
    if (!accept_symbol(comparator.name)) continue;
    Condition compared{.type = comparator.type};
    compared.operands.push_back(std::move(left));
    compared.operands.push_back(operand());
    return compared;
  }
  if (accept_keyword("IS")) return is_something(std::move(left));
  const bool is_negated = accept_keyword("NOT");
  Condition condition;
  if (accept_keyword("BETWEEN")) {
    condition.type = Type::kBetween;
    condition.operands.push_back(std::move(left));
    condition.operands.push_back(operand());
    expect_keyword("AND");
    condition.operands.push_back(operand());
  } else if (accept_keyword("IN")) {
    condition = in_list(std::move(left));
  } else {
    fail("Unexpected term");
  }
  return is_negated ? negated(std::move(condition)) : condition;
}

// What is missing is not NULL and not something else than NULL either.
expression::Condition Parser::is_something(Operand left) {
  const bool is_negated = accept_keyword("NOT");
  if (left.type != Operand::Type::kPath) fail("Expected an attribute before IS");
  if (accept_keyword("MISSING")) {
    Condition condition{.type = is_negated ? Type::kAttributeExists : Type::kAttributeNotExists};
    condition.operands.push_back(std::move(left));
    return condition;
  }
  expect_keyword("NULL");
  Condition exists{.type = Type::kAttributeExists};
  exists.operands.push_back(left);
  Condition is_null{.type = is_negated ? Type::kNotEqual : Type::kEqual};
  is_null.operands.push_back(std::move(left));
  is_null.operands.push_back(placeholder(Null()));
  Condition both{.type = Type::kAnd};
  both.children.push_back(std::move(exists));
  both.children.push_back(std::move(is_null));
  return both;
}

expression::Condition Parser::in_list(Operand left) {
  Condition condition{.type = Type::kIn};
  condition.operands.push_back(std::move(left));
  const bool is_bracket = accept_symbol("[");
  if (!is_bracket) expect_symbol("(");
  do {
    condition.operands.push_back(operand());
  } while (accept_symbol(","));
  expect_symbol(is_bracket ? "]" : ")");
  if (condition.operands.size() > kInOperandsMax + 1) fail("Too many values for IN");
  return condition;
}

expression::Operand Parser::operand() {
  if (at_value()) return placeholder(value());
  if (at_function() && is_word(token_, "size")) {
    count_operator();
    advance();
    expect_symbol("(");
    const Nesting nesting(*this);
    Operand size{.type = Operand::Type::kSize};
    Operand& of = size.operands.emplace_back();
    of.path = path();
    expect_symbol(")");
    return size;
  }
  Operand operand;
  operand.path = path();
  return operand;
}

}  // namespace emu::dynamodb::partiql
