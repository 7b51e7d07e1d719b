
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

  // operand, operand + operand or operand - operand
  Operand set_value() {
    Operand left = operand();
    if (!at_symbol("+") && !at_symbol("-")) return left;
    const Operand::Type type = at_symbol("+") ? Operand::Type::kPlus : Operand::Type::kMinus;
    count_operator();
    advance();
    Operand sum{.type = type};
    sum.operands.push_back(std::move(left));
    sum.operands.push_back(operand());
    return sum;
  }

  Operand operand() {
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
    result.operands = std::move(call.operands);
    return result;
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
