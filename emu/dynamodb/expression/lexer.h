// Splits an expression into tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace emu::dynamodb::expression {

struct Token {
  enum class Type : std::uint8_t {
    kEnd,
    kName,             // letters, digits and '_', beginning with a letter; keywords too
    kNamePlaceholder,  // #name
    kValue,            // :value
    kNumber,           // digits
    kSymbol,           // = <> < <= > >= ( ) [ ] , . + -
    kUnknown,          // a character that begins nothing
  };
  Type type = Type::kEnd;
  std::string_view text = {};  // in the source; empty at the end
  std::size_t offset = 0;
};

class Lexer {
 public:
  explicit Lexer(std::string_view source) : source_(source) {}
  Token next();
  std::string_view source() const { return source_; }

 private:
  std::string_view source_;
  std::size_t at_ = 0;
};

}  // namespace emu::dynamodb::expression
