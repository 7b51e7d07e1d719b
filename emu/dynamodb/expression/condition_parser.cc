
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

// NOT binds more tightly than AND, and AND more than OR. Open parentheses are on a stack of the
// parser's own: 4 KB of them are no deep recursion.
class ConditionParser : private Parser {
 public:
  ConditionParser(Kind kind, std::string_view source) : Parser(kind, source) {}

  Result<Parsed<Condition>> parse() {
    groups_.emplace_back();
    do {
      open_groups();
      add(comparison());
      close_groups();
    } while (!failed() && accept_joint());
    if (groups_.size() > 1) fail_at_token();
    return finish(joined(groups_.front()));
  }

 private:
  // What stands in parentheses, or the whole expression.
  struct Group {
    std::vector<Condition> alternatives = {};  // of OR, but for the last
    std::vector<Condition> terms = {};         // of AND, in the last alternative
    // Of the term that comes next.
    bool is_negated = false;
    bool has_not = false;

    bool is_new() const { return alternatives.empty() && terms.empty() && !has_not; }
  };

  void open_groups() {
    while (!failed()) {
      if (accept_operator("NOT")) {
        groups_.back().is_negated = !groups_.back().is_negated;
        groups_.back().has_not = true;
      } else if (accept_symbol("(")) {
        groups_.emplace_back();
      } else {
        return;
      }
    }
  }

  void close_groups() {
    while (!failed() && groups_.size() > 1 && accept_symbol(")")) {
      Condition inner = joined(groups_.back());
      groups_.pop_back();
      if (inner.is_parenthesized) fail(redundant_parentheses(kind()));
      inner.is_parenthesized = true;
      add(std::move(inner));
    }
  }

  // Adds a term to the innermost group.
  void add(Condition term) {
    Group& group = groups_.back();
    if (std::exchange(group.has_not, false)) term.is_parenthesized = false;
    if (std::exchange(group.is_negated, false)) {
      Condition negation{.type = ConditionType::kNot};
      negation.children.push_back(std::move(term));
      term = std::move(negation);
    }
    group.terms.push_back(std::move(term));
  }

  bool accept_joint() {
    if (accept_operator("AND")) return true;
    if (!accept_operator("OR")) return false;
    Group& group = groups_.back();
    group.alternatives.push_back(joined(ConditionType::kAnd, std::exchange(group.terms, {})));
    return true;
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
  static Condition joined(Group& group) {
    group.alternatives.push_back(joined(ConditionType::kAnd, std::move(group.terms)));
    return joined(ConditionType::kOr, std::move(group.alternatives));
  }

  Condition comparison() {
    Condition condition;
    std::optional<std::string_view> function;
    if (at_function()) {
      FunctionCall call = function_call([this] { return operand(); });
      if (const TestFunction* test = find_test_function(call.name)) {
        return test_condition(*test, std::move(call));
      }
      function = call.name;
      condition.operands.push_back(size_operand(std::move(call)));
    } else {
      condition.operands.push_back(bare_operand());
    }
    close_operand();
    if (function && !failed() && !at_comparison()) fail(function_misused(kind(), *function));
    read_comparison(condition);
    return condition;
  }

  // The parenthesis before an operand looked like that of a condition.
  void close_operand() {
    bool is_parenthesized = false;
    while (!failed() && groups_.size() > 1 && groups_.back().is_new() && accept_symbol(")")) {
      groups_.pop_back();
      if (std::exchange(is_parenthesized, true)) fail(redundant_parentheses(kind()));
    }
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
    return in_parentheses([this] {
      if (!at_function()) return bare_operand();
      FunctionCall call = function_call([this] { return operand(); });
      if (find_test_function(call.name) != nullptr) fail(function_misused(kind(), call.name));
      return size_operand(std::move(call));
    });
  }

  Operand bare_operand() {
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

  std::vector<Group> groups_ = {};
};

}  // namespace

Result<Parsed<Condition>> parse_condition(Kind kind, std::string_view source) {
  return ConditionParser(kind, source).parse();
}

}  // namespace emu::dynamodb::expression
