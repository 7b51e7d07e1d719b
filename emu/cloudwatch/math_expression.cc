#include "cloudwatch/math_expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "cloudwatch/errors.h"
#include "cloudwatch/limits.h"
#include "core/text/ascii.h"

namespace emu::cloudwatch {

namespace {

struct MathFunction {
  std::string_view name;
  std::size_t arguments_min;
  std::size_t arguments_max;
};
constexpr std::array<MathFunction, 27> kFunctions = {
    {{"ABS", 1, 1},     {"AVG", 1, 1},          {"CEIL", 1, 1},        {"DATAPOINT_COUNT", 1, 1},
     {"DIFF", 1, 1},    {"DIFF_TIME", 1, 1},    {"EPOCH", 1, 1},       {"EXP", 1, 1},
     {"FILL", 2, 2},    {"FIRST", 1, 1},        {"FLOOR", 1, 1},       {"IF", 2, 3},
     {"LAST", 1, 1},    {"LOG", 1, 1},          {"LOG10", 1, 1},       {"MAX", 1, 1},
     {"METRICS", 0, 1}, {"METRIC_COUNT", 1, 1}, {"MIN", 1, 1},         {"PERIOD", 1, 1},
     {"RATE", 1, 1},    {"REMOVE_EMPTY", 1, 1}, {"RUNNING_SUM", 1, 1}, {"SQRT", 1, 1},
     {"STDDEV", 1, 1},  {"SUM", 1, 1},          {"TIME_SERIES", 1, 1}}};

// What binds tighter has more.
int precedence(std::string_view op) {
  if (op == "||") return 1;
  if (op == "&&") return 2;
  if (op == "==" || op == "!=") return 3;
  if (op == "<" || op == ">" || op == "<=" || op == ">=") return 4;
  if (op == "+" || op == "-") return 5;
  if (op == "*" || op == "/") return 6;
  return op == "^" ? 8 : 0;
}
constexpr int kUnary = 7;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Result<MathNode> parse() {
    EMU_TRY(MathNode node, binary(0));
    skip_spaces();
    if (at_ != text_.size()) return unexpected();
    return node;
  }

 private:
  Error unexpected() const {
    if (at_ >= text_.size()) return validation("Unexpected end of the expression.");
    return validation(fmt::format("Unexpected character '{}' at position {} of the expression.",
                                  text_[at_], at_));
  }

  void skip_spaces() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != text_.npos) ++at_;
  }

  bool take(std::string_view wanted) {
    skip_spaces();
    if (text_.substr(at_, wanted.size()) != wanted) return false;
    at_ += wanted.size();
    return true;
  }

  // "AND" and "OR" are words, which names may begin with.
  bool take_word(std::string_view word) {
    skip_spaces();
    if (!equal_ignoring_case(text_.substr(at_, word.size()), word)) return false;
    const std::size_t end = at_ + word.size();
    if (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) return false;
    at_ = end;
    return true;
  }

  // The operator that comes next, empty when there is none that binds that tight.
  std::string_view take_operator(int least) {
    static constexpr std::array<std::string_view, 14> kOperators = {
        "||", "&&", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "^", {}};
    const std::size_t before = at_;
    std::string_view found;
    if (take_word("OR")) {
      found = "||";
    } else if (take_word("AND")) {
      found = "&&";
    } else {
      for (const std::string_view op : kOperators) {
        if (!op.empty() && take(op)) {
          found = op;
          break;
        }
      }
    }
    if (!found.empty() && precedence(found) > least) return found;
    at_ = before;
    return {};
  }

  Result<MathNode> binary(int least) {
    if (++depth_ > kExpressionDepthMax) return validation("The expression is nested too deep.");
    EMU_TRY(MathNode left, unary());
    for (;;) {
      const std::string_view op = take_operator(least);
      if (op.empty()) break;
      EMU_TRY(MathNode right, binary(precedence(op)));
      MathNode joined{.kind = MathNode::Kind::kOperator, .text = std::string(op)};
      joined.parts.push_back(std::move(left));
      joined.parts.push_back(std::move(right));
      left = std::move(joined);
    }
    --depth_;
    return left;
  }

  Result<MathNode> unary() {
    if (!take("-")) return primary();
    EMU_TRY(MathNode operand, binary(kUnary));
    MathNode negated{.kind = MathNode::Kind::kOperator, .text = "-"};
    negated.parts.push_back(std::move(operand));
    return negated;
  }

  Result<MathNode> primary() {
    if (take("(")) {
      EMU_TRY(MathNode inner, binary(0));
      if (!take(")")) return unexpected();
      return inner;
    }
    skip_spaces();
    if (at_ == text_.size()) return unexpected();
    const char c = text_[at_];
    if (c == '"' || c == '\'') return quoted(c);
    if (is_digit(c) || c == '.') return number();
    if (!is_letter(c)) return unexpected();
    return name_or_call();
  }

  Result<MathNode> quoted(char quote) {
    const std::size_t end = text_.find(quote, at_ + 1);
    if (end == text_.npos) return validation("A text of the expression does not end.");
    MathNode text{.kind = MathNode::Kind::kText,
                  .text = std::string(text_.substr(at_ + 1, end - at_ - 1))};
    at_ = end + 1;
    return text;
  }

  Result<MathNode> number() {
    MathNode found{.kind = MathNode::Kind::kNumber};
    const char* begin = text_.data() + at_;
    const auto [end, problem] = std::from_chars(begin, text_.data() + text_.size(), found.number);
    if (problem != std::errc()) return unexpected();
    at_ += static_cast<std::size_t>(end - begin);
    return found;
  }

  Result<MathNode> name_or_call() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]))) ++at_;
    MathNode found{.kind = MathNode::Kind::kName,
                   .text = std::string(text_.substr(begin, at_ - begin))};
    if (!take("(")) return found;
    found.kind = MathNode::Kind::kCall;
    for (char& c : found.text) {
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    if (!take(")")) {
      do {
        EMU_TRY(found.parts.emplace_back(), binary(0));
      } while (take(","));
      if (!take(")")) return unexpected();
    }
    if (!is_math_function(found.text, found.parts.size())) {
      return validation(
          fmt::format("Unsupported function or wrong number of arguments: {}.", found.text));
    }
    return found;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

Result<MathNode> parse_math(std::string_view expression) { return Parser(expression).parse(); }

bool is_math_function(std::string_view name, std::size_t arguments) {
  return std::any_of(kFunctions.begin(), kFunctions.end(), [&](const MathFunction& each) {
    return each.name == name && arguments >= each.arguments_min && arguments <= each.arguments_max;
  });
}

// REPEAT and LINEAR are words of FILL.
void each_name(const MathNode& node, const std::function<void(const std::string&)>& visit) {
  if (node.kind == MathNode::Kind::kName) visit(node.text);
  const bool is_fill = node.kind == MathNode::Kind::kCall && node.text == "FILL";
  for (std::size_t i = 0; i < node.parts.size(); ++i) {
    const std::string& text = node.parts[i].text;
    if (is_fill && i == 1 && (text == "REPEAT" || text == "LINEAR")) continue;
    each_name(node.parts[i], visit);
  }
}

}  // namespace emu::cloudwatch
