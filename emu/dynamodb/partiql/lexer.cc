#include "dynamodb/partiql/lexer.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"

namespace emu::dynamodb::partiql {

namespace {

constexpr std::array<std::string_view, 6> kLongSymbols{"<<", ">>", "<=", ">=", "<>", "!="};
constexpr std::string_view kSymbols = "=<>()[]{},.:?;*+-";

bool begins_word(char c) { return is_letter(c) || c == '_' || c == '$'; }
bool is_in_word(char c) { return begins_word(c) || is_digit(c); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// How many characters from `at` on are digits.
std::size_t digits(std::string_view source, std::size_t at) {
  std::size_t end = at;
  while (end < source.size() && is_digit(source[end])) ++end;
  return end - at;
}

}  // namespace

Token Lexer::next() {
  while (at_ < source_.size() && is_space(source_[at_])) ++at_;
  if (at_ == source_.size()) return {};
  const std::string_view rest = source_.substr(at_);
  const char first = rest.front();
  if (first == '\'') return quoted(first, Token::Type::kString);
  if (first == '"') return quoted(first, Token::Type::kName);
  if (is_digit(first)) return number();
  if (begins_word(first)) {
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_in_word);
    return taken(Token::Type::kWord, static_cast<std::size_t>(end - rest.begin()));
  }
  for (const std::string_view symbol : kLongSymbols) {
    if (rest.starts_with(symbol)) return taken(Token::Type::kSymbol, symbol.size());
  }
  if (kSymbols.find(first) != std::string_view::npos) return taken(Token::Type::kSymbol, 1);
  return taken(Token::Type::kUnknown, 1);
}

Token Lexer::quoted(char quote, Token::Type type) {
  std::size_t end = at_ + 1;
  while (end < source_.size()) {
    if (source_[end] != quote) {
      ++end;
    } else if (end + 1 < source_.size() && source_[end + 1] == quote) {
      end += 2;
    } else {
      return taken(type, end + 1 - at_);
    }
  }
  return taken(Token::Type::kUnknown, source_.size() - at_);
}

Token Lexer::number() {
  std::size_t end = at_ + digits(source_, at_);
  if (end < source_.size() && source_[end] == '.') end += 1 + digits(source_, end + 1);
  if (end < source_.size() && (source_[end] == 'e' || source_[end] == 'E')) {
    std::size_t exponent = end + 1;
    if (exponent < source_.size() && (source_[exponent] == '+' || source_[exponent] == '-')) {
      ++exponent;
    }
    const std::size_t length = digits(source_, exponent);
    if (length > 0) end = exponent + length;
  }
  return taken(Token::Type::kNumber, end - at_);
}

Token Lexer::taken(Token::Type type, std::size_t length) {
  const Token token{.type = type, .text = source_.substr(at_, length)};
  at_ += length;
  return token;
}

std::string unquoted(const Token& token) {
  const char quote = token.text.front();
  const std::string_view inner = token.text.substr(1, token.text.size() - 2);
  std::string text;
  text.reserve(inner.size());
  for (std::size_t i = 0; i < inner.size(); ++i) {
    text += inner[i];
    if (inner[i] == quote) ++i;
  }
  return text;
}

bool is_word(const Token& token, std::string_view keyword) {
  return token.type == Token::Type::kWord && equal_ignoring_case(token.text, keyword);
}

}  // namespace emu::dynamodb::partiql
