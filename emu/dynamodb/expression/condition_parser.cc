
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "dynamodb/expression/parser.h"
#include "dynamodb/expression/texts.h"
#include "dynamodb/limits.h"

namespace emu::dynamodb::expression {

namespace {

using ConditionType = Condition::Type;

struct Comparator {
  std::string_view symbol;
  ConditionType type;
};
constexpr std::array<Comparator, 6> kComparators{{{"=", ConditionType::kEqual},
                                                  {"<>", ConditionType::kNotEqual},
                                                  {"<", ConditionType::kLess},
                                                  {"<=", ConditionType::kLessOrEqual},
                                                  {">", ConditionType::kGreater},
                                                  {">=", ConditionType::kGreaterOrEqual}}};

struct TestFunction {
  std::string_view name;
  ConditionType type;
  std::size_t operands;
  bool needs_path;
};
constexpr std::array<TestFunction, 5> kTestFunctions{
    {{"attribute_exists", ConditionType::kAttributeExists, 1, true},
     {"attribute_not_exists", ConditionType::kAttributeNotExists, 1, true},
     {"attribute_type", ConditionType::kAttributeType, 2, true},
     {"begins_with", ConditionType::kBeginsWith, 2, false},
     {"contains", ConditionType::kContains, 2, false}}};

const TestFunction* find_test_function(std::string_view name) {
  const auto* found = std::find_if(kTestFunctions.begin(), kTestFunctions.end(),
                                   [name](const TestFunction& f) { return f.name == name; });
  return found == kTestFunctions.end() ? nullptr : found;
}

// NOT binds more tightly than AND, and AND more than OR.
class ConditionParser : private Parser {
 public:
  explicit ConditionParser(std::string_view source) : Parser(Kind::kCondition, source) {}

  Result<Parsed<Condition>> parse() {
    Condition tree = alternatives();
    return finish(std::move(tree));
  }

 private:
  Condition alternatives() {
    std::vector<Condition> all;
    do {
      std::vector<Condition> terms;
      do {
        terms.push_back(term());
      } while (!failed() && accept_operator("AND"));
      all.push_back(joined(ConditionType::kAnd, std::move(terms)));
    } while (!failed() && accept_operator("OR"));
    return joined(ConditionType::kOr, std::move(all));
  }

  bool accept_operator(std::string_view keyword) {
    if (!accept_keyword(keyword)) return false;
    count_operator();
    return true;
  }

  static Condition joined(ConditionType type, std::vector<Condition> children) {
    if (children.size() == 1) return std::move(children.front());
    return {.type = type, .operands = {}, .children = std::move(children)};
  }

  Condition term() {
    bool is_negated = false;
    bool has_not = false;
    while (accept_operator("NOT")) {
      is_negated = !is_negated;
      has_not = true;
    }
    Condition condition = accept_symbol("(") ? parenthesized() : comparison();
    if (has_not) condition.is_parenthesized = false;
    if (!is_negated) return condition;
    Condition negation{.type = ConditionType::kNot};
    negation.children.push_back(std::move(condition));
    return negation;
  }

  Condition parenthesized() {
    const Nesting nesting(*this);
    Condition inner = alternatives();
    expect_symbol(")");
    if (inner.is_parenthesized) fail(redundant_parentheses(kind()));
    inner.is_parenthesized = true;
    return inner;
  }

  Condition comparison() {
    Condition condition;
    if (at_function()) {
      FunctionCall call = function_call([this] { return operand(); });
      if (const TestFunction* test = find_test_function(call.name)) {
        return test_condition(*test, std::move(call));
      }
      const std::string_view name = call.name;
      condition.operands.push_back(size_operand(std::move(call)));
      if (!failed() && !at_comparison()) {
        fail(function_misused(kind(), name));
      }
    } else {
      condition.operands.push_back(operand());
    }
    read_comparison(condition);
    return condition;
  }

  Condition test_condition(const TestFunction& test, FunctionCall call) {
    require_operands(call, test.operands);
    if (test.needs_path) require_path(call);
    if (at_comparison()) fail(function_misused(kind(), call.name));
    return {.type = test.type, .operands = std::move(call.operands)};
  }

  bool at_comparison() const {
    return at_keyword("BETWEEN") || at_keyword("IN") ||
           std::any_of(kComparators.begin(), kComparators.end(),
                       [this](const Comparator& c) { return at_symbol(c.symbol); });
  }

  void read_comparison(Condition& condition) {
    if (accept_operator("BETWEEN")) {
      condition.type = ConditionType::kBetween;
      condition.operands.push_back(operand());
      if (!accept_keyword("AND")) fail_at_token();
      condition.operands.push_back(operand());
      return;
    }
    if (accept_operator("IN")) {
      condition.type = ConditionType::kIn;
      expect_symbol("(");
      do {
        condition.operands.push_back(operand());
      } while (!failed() && accept_symbol(","));
      expect_symbol(")");
      const std::size_t candidates = condition.operands.size() - 1;
      if (candidates > kInOperandsMax) fail(too_many_in_operands(kind(), candidates));
      return;
    }
    for (const Comparator& comparator : kComparators) {
      if (!accept_symbol(comparator.symbol)) continue;
      count_operator();
      condition.type = comparator.type;
      condition.operands.push_back(operand());
      return;
    }
    fail_at_token();
  }

  Operand operand() {
    if (at_function()) {
      FunctionCall call = function_call([this] { return operand(); });
      if (find_test_function(call.name) != nullptr) fail(function_misused(kind(), call.name));
      return size_operand(std::move(call));
    }
    return token().type == Token::Type::kValue ? value_operand() : path_operand();
  }

  Operand size_operand(FunctionCall call) {
    if (call.name == "if_not_exists" || call.name == "list_append") {
      fail(function_not_allowed(kind(), call.name));
    } else if (call.name != "size") {
      fail(unknown_function(kind(), call.name));
    }
    require_operands(call, 1);
    return {.type = Operand::Type::kSize, .operands = std::move(call.operands)};
  }
};

}  // namespace

Result<Parsed<Condition>> parse_condition(std::string_view source) {
  return ConditionParser(source).parse();
}

}  // namespace emu::dynamodb::expression
