#include "cloudwatch/alarm_rule.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "cloudwatch/errors.h"
#include "cloudwatch/limits.h"
#include "core/text/ascii.h"

namespace emu::cloudwatch {

namespace {

constexpr std::array<std::string_view, 3> kStates = {"ALARM", "OK", "INSUFFICIENT_DATA"};

Error invalid_rule(std::string_view why) {
  return validation(fmt::format("AlarmRule is invalid: {}", why));
}

}  // namespace

class AlarmRuleParser {
 public:
  explicit AlarmRuleParser(std::string_view text) : rest_(text) {}

  Result<AlarmRule> parse() {
    EMU_CHECK(any());
    skip_spaces();
    if (!rest_.empty()) return invalid_rule(fmt::format("unexpected text '{}'", rest_));
    if (rule_.steps_.size() > kRuleElementsMax) return invalid_rule("it has too many elements");
    if (rule_.children_.size() > kRuleChildrenMax) return invalid_rule("it names too many alarms");
    return std::move(rule_);
  }

 private:
  using Kind = AlarmRule::Kind;

  void skip_spaces() {
    while (!rest_.empty() && std::string_view(" \t\r\n").find(rest_.front()) != rest_.npos) {
      rest_.remove_prefix(1);
    }
  }

  bool take(char c) {
    skip_spaces();
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // A word that is not the beginning of a longer one.
  bool take_word(std::string_view word) {
    skip_spaces();
    if (!rest_.starts_with(word)) return false;
    if (rest_.size() > word.size()) {
      const char next = rest_[word.size()];
      if (next == '_' || is_digit(next) || (next >= 'A' && next <= 'Z')) return false;
    }
    rest_.remove_prefix(word.size());
    return true;
  }

  void add(Kind kind) { rule_.steps_.push_back({.kind = kind}); }

  // AND binds tighter than OR.
  Status any() {
    if (++depth_ > kExpressionDepthMax) return invalid_rule("it is nested too deep");
    EMU_CHECK(all());
    while (take_word("OR")) {
      EMU_CHECK(all());
      add(Kind::kOr);
    }
    --depth_;
    return {};
  }

  Status all() {
    EMU_CHECK(one());
    while (take_word("AND")) {
      EMU_CHECK(one());
      add(Kind::kAnd);
    }
    return {};
  }

  Status one() {
    if (take_word("NOT")) {
      if (++depth_ > kExpressionDepthMax) return invalid_rule("it is nested too deep");
      EMU_CHECK(one());
      --depth_;
      add(Kind::kNot);
      return {};
    }
    if (take('(')) {
      EMU_CHECK(any());
      return take(')') ? Status() : invalid_rule("a ')' is missing");
    }
    if (take_word("TRUE")) return add(Kind::kTrue), Status();
    if (take_word("FALSE")) return add(Kind::kFalse), Status();
    for (const std::string_view state : kStates) {
      if (take_word(state)) return state_of_child(state);
    }
    return invalid_rule(
        fmt::format("ALARM, OK, INSUFFICIENT_DATA, NOT, TRUE, FALSE or '(' was "
                    "expected at '{}'",
                    rest_));
  }

  Status state_of_child(std::string_view state) {
    if (!take('(')) return invalid_rule("the name of an alarm in parentheses was expected");
    skip_spaces();
    std::string child;
    const char quote = rest_.empty() ? '\0' : rest_.front();
    if (quote == '"' || quote == '\'') {
      const std::size_t end = rest_.find(quote, 1);
      if (end == rest_.npos) return invalid_rule("a name does not end");
      child = rest_.substr(1, end - 1);
      rest_.remove_prefix(end + 1);
    } else {
      const std::size_t end = rest_.find(')');
      if (end == rest_.npos) return invalid_rule("a ')' is missing");
      child = trim(rest_.substr(0, end));
      rest_.remove_prefix(end);
    }
    if (child.empty()) return invalid_rule("the name of an alarm is empty");
    if (!take(')')) return invalid_rule("a ')' is missing");
    rule_.children_.insert(child);
    rule_.steps_.push_back({.kind = Kind::kState, .state = state, .child = std::move(child)});
    return {};
  }

  std::string_view rest_;
  std::size_t depth_ = 0;
  AlarmRule rule_;
};

Result<AlarmRule> AlarmRule::parse(std::string_view text) { return AlarmRuleParser(text).parse(); }

bool AlarmRule::holds(
    const std::function<std::string_view(const std::string& child)>& state_of) const {
  std::vector<bool> stack;
  const auto pop = [&stack] {
    const bool top = stack.back();
    stack.pop_back();
    return top;
  };
  for (const Step& step : steps_) {
    switch (step.kind) {
      case Kind::kState:
        stack.push_back(state_of(step.child) == step.state);
        break;
      case Kind::kTrue:
      case Kind::kFalse:
        stack.push_back(step.kind == Kind::kTrue);
        break;
      case Kind::kNot:
        stack.back() = !stack.back();
        break;
      case Kind::kAnd:
      case Kind::kOr: {
        const bool right = pop();
        const bool left = pop();
        stack.push_back(step.kind == Kind::kAnd ? left && right : left || right);
        break;
      }
    }
  }
  return stack.back();
}

}  // namespace emu::cloudwatch
