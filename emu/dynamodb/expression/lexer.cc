#include "dynamodb/expression/lexer.h"

#include "core/text/ascii.h"

namespace emu::dynamodb::expression {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

template <class Accept>
std::size_t end_of_run(std::string_view source, std::size_t at, Accept accept) {
  while (at < source.size() && accept(source[at])) ++at;
  return at;
}

std::size_t symbol_length(std::string_view rest) {
  const std::string_view two = rest.substr(0, 2);
  if (two == "<>" || two == "<=" || two == ">=") return 2;
  return std::string_view("=<>()[],.+-").find(rest.front()) != std::string_view::npos ? 1 : 0;
}

}  // namespace

Token Lexer::next() {
  at_ = end_of_run(source_, at_, is_space);
  const std::size_t start = at_;
  if (start == source_.size()) return {.type = Token::Type::kEnd, .text = {}, .offset = start};

  const auto is_word = [](char c) { return is_letter(c) || is_digit(c) || c == '_'; };
  const char first = source_[start];
  Token::Type type = Token::Type::kUnknown;
  std::size_t end = start + 1;
  if (is_letter(first)) {
    type = Token::Type::kName;
    end = end_of_run(source_, start, is_word);
  } else if (is_digit(first)) {
    type = Token::Type::kNumber;
    end = end_of_run(source_, start, is_digit);
  } else if (first == '#' || first == ':') {
    end = end_of_run(source_, start + 1, is_word);
    if (end > start + 1) {
      type = first == '#' ? Token::Type::kNamePlaceholder : Token::Type::kValue;
    }
  } else if (const std::size_t length = symbol_length(source_.substr(start)); length != 0) {
    type = Token::Type::kSymbol;
    end = start + length;
  }
  at_ = end;
  return {.type = type, .text = source_.substr(start, end - start), .offset = start};
}

}  // namespace emu::dynamodb::expression
