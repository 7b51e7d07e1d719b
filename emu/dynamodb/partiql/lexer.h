// Splits a PartiQL statement into tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace emu::dynamodb::partiql {

struct Token {
  enum class Type : std::uint8_t {
    kEnd,
    kWord,     // a keyword, or a name without quotes
    kName,     // "name": never a keyword
    kString,   // 'text'
    kNumber,   // digits with point and exponent, without a sign
    kSymbol,   // = <> != < <= > >= ( ) [ ] { } << >> , . : ? ; * + -
    kUnknown,  // what begins nothing, or a quote that never ends
  };
  Type type = Type::kEnd;
  std::string_view text = {};  // in the source, quotes included; empty at the end
};

class Lexer {
 public:
  explicit Lexer(std::string_view source) : source_(source) {}
  Token next();

 private:
  Token quoted(char quote, Token::Type type);
  Token number();
  Token taken(Token::Type type, std::size_t length);

  std::string_view source_;
  std::size_t at_ = 0;
};

// What stands between the quotes of a name or a text: a doubled quote is one.
std::string unquoted(const Token& token);

// Without regard to case.
bool is_word(const Token& token, std::string_view keyword);

}  // namespace emu::dynamodb::partiql
