#include "logs/filter_operand.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/json/json_writer.h"
#include "core/pattern/wildcard.h"
#include "logs/filter_expression.h"

namespace emu::logs {

namespace {

bool take_quoted(std::string_view& text, std::string& out) {
  text.remove_prefix(1);
  while (!text.empty() && text.front() != '"') {
    if (text.front() == '\\' && text.size() > 1) text.remove_prefix(1);
    out += text.front();
    text.remove_prefix(1);
  }
  if (text.empty()) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::optional<double> to_number(std::string_view text) {
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

std::string to_text(double number) {
  std::string text;
  JsonWriter(text).real(number);
  return text;
}

std::optional<Comparison> take_comparison(std::string_view& text) {
  static constexpr std::array<std::pair<std::string_view, Comparison>, 6> kOperators = {{
      {"!=", Comparison::kNotEqual},
      {"<=", Comparison::kLessOrEqual},
      {">=", Comparison::kGreaterOrEqual},
      {"=", Comparison::kEqual},
      {"<", Comparison::kLess},
      {">", Comparison::kGreater},
  }};
  for (const auto& [symbol, comparison] : kOperators) {
    if (!text.starts_with(symbol)) continue;
    text.remove_prefix(symbol.size());
    return comparison;
  }
  return std::nullopt;
}

bool Operand::take(std::string_view& text, std::string_view end, Operand& operand) {
  if (text.starts_with('"')) return take_quoted(text, operand.text_);
  if (text.starts_with('%')) {
    operand.expression_ = take_expression(text);
    return operand.expression_.has_value();
  }
  std::size_t size = 0;
  while (size < text.size() && end.find(text[size]) == end.npos && text[size] != ' ') ++size;
  operand.text_ = text.substr(0, size);
  operand.number_ = to_number(operand.text_);
  text.remove_prefix(size);
  return size > 0 && operand.text_.find('%') == operand.text_.npos;
}

bool Operand::compare(Comparison comparison, double value) const {
  if (expression_) return compare(comparison, to_text(value));
  if (!number_) {
    const bool any = text_ == "*";
    return comparison == Comparison::kEqual ? any : comparison == Comparison::kNotEqual && !any;
  }
  switch (comparison) {
    case Comparison::kEqual:
      return value == *number_;
    case Comparison::kNotEqual:
      return value != *number_;
    case Comparison::kLess:
      return value < *number_;
    case Comparison::kLessOrEqual:
      return value <= *number_;
    case Comparison::kGreater:
      return value > *number_;
    case Comparison::kGreaterOrEqual:
      return value >= *number_;
  }
  return false;
}

bool Operand::compare(Comparison comparison, std::string_view value) const {
  if (comparison != Comparison::kEqual && comparison != Comparison::kNotEqual) return false;
  const bool is_equal =
      expression_ ? expression_->occurs_in(value) : pattern::matches_wildcard(text_, value, '*');
  return is_equal == (comparison == Comparison::kEqual);
}

}  // namespace emu::logs
