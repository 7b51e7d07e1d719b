
#include <array>
#include <utility>

#include "dynamodb/expression/parser.h"
#include "dynamodb/expression/texts.h"

namespace emu::dynamodb::expression {

namespace {

class UpdateParser : private Parser {
 public:
  explicit UpdateParser(std::string_view source) : Parser(Kind::kUpdate, source) {}

  Result<Parsed<Update>> parse() {
    while (!failed() && !at_end()) section();
    return finish(std::move(update_));
  }

 private:
  using Action = UpdateAction::Type;
  struct Section {
    std::string_view keyword;
    Action action;
  };

  void section() {
    static constexpr std::array<Section, 4> kSections{{{"SET", Action::kSet},
                                                       {"REMOVE", Action::kRemove},
                                                       {"ADD", Action::kAdd},
                                                       {"DELETE", Action::kDelete}}};
    for (const Section& section : kSections) {
      if (!accept_keyword(section.keyword)) continue;
      if (std::exchange(seen_[static_cast<std::size_t>(section.action)], true)) {
        fail(section_repeated(section.keyword));
      }
      do {
        update_.actions.push_back(action(section.action));
      } while (!failed() && accept_symbol(","));
      return;
    }
    fail_at_token();
  }

  UpdateAction action(Action type) {
    UpdateAction action{.type = type, .path = path()};
    if (type == Action::kRemove) {
      count_operator();
    } else if (type == Action::kSet) {
      count_operator();
      expect_symbol("=");
      action.operand = set_value();
    } else {
      count_operator();
      action.operand = value_operand();
    }
    return action;
  }

  // operand, operand + operand or operand - operand, in parentheses or not.
  Operand set_value() {
    if (!at_symbol("(")) return sum(operand());
    Operand inner = in_parentheses([this] { return sum(bare_operand()); });
    return is_sum(inner) ? inner : sum(std::move(inner));
  }

  static bool is_sum(const Operand& operand) {
    return operand.type == Operand::Type::kPlus || operand.type == Operand::Type::kMinus;
  }

  Operand sum(Operand left) {
    if (!at_symbol("+") && !at_symbol("-")) return left;
    const Operand::Type type = at_symbol("+") ? Operand::Type::kPlus : Operand::Type::kMinus;
    count_operator();
    advance();
    Operand whole{.type = type};
    whole.operands.push_back(std::move(left));
    whole.operands.push_back(operand());
    return whole;
  }

  Operand operand() {
    return in_parentheses([this] { return bare_operand(); });
  }

  Operand bare_operand() {
    if (at_function()) return function();
    return token().type == Token::Type::kValue ? value_operand() : path_operand();
  }

  Operand function() {
    FunctionCall call = function_call([this] { return operand(); });
    Operand result{.type = Operand::Type::kListAppend};
    if (call.name == "if_not_exists") {
      result.type = Operand::Type::kIfNotExists;
    } else if (is_condition_function(call.name)) {
      fail(function_not_allowed(kind(), call.name));
    } else if (call.name != "list_append") {
      fail(unknown_function(kind(), call.name));
    }
    require_operands(call, 2);
    if (result.type == Operand::Type::kIfNotExists) require_path(call);
    if (result.type == Operand::Type::kListAppend) refuse_inner_append(call);
    result.operands = std::move(call.operands);
    return result;
  }

  // Source: Amazon DynamoDB Developer Guide, "Using update expressions", list_append: its operands
  // are lists, which may come from if_not_exists().
  void refuse_inner_append(const FunctionCall& call) {
    for (const Operand& operand : call.operands) {
      if (operand.type == Operand::Type::kListAppend) fail(function_misused(kind(), call.name));
    }
  }

  static bool is_condition_function(std::string_view name) {
    return name == "attribute_exists" || name == "attribute_not_exists" ||
           name == "attribute_type" || name == "begins_with" || name == "contains" ||
           name == "size";
  }

  Update update_;
  std::array<bool, 4> seen_ = {};
};

}  // namespace

Result<Parsed<Update>> parse_update(std::string_view source) {
  return UpdateParser(source).parse();
}

}  // namespace emu::dynamodb::expression
