// The words of a statement, as MySQL and PostgreSQL write them, and how SQLite writes the same.
//
// Translation works on these and never on text, so that nothing inside of a literal, a quoted name
// or a comment is ever taken for a word of the language.
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rdsdata/sql/engine.h"

namespace emu::rdsdata {

enum class TokenKind : std::uint8_t {
  kWord,       // a keyword or a name
  kQuoted,     // a name in quotes; its text has none
  kString,     // the text that the literal stands for
  kBytes,      // of a hexadecimal literal: its digits
  kNumber,     //
  kParameter,  // ":name"; its text is the name
  kSymbol,     //
};

struct Token {
  TokenKind kind = TokenKind::kSymbol;
  std::string text = {};

  // A word of the language, in any case.
  bool is(std::string_view word) const;
  bool is_symbol(std::string_view symbol) const;
  // Whether it can be the name of a table or a column.
  bool is_name() const { return kind == TokenKind::kWord || kind == TokenKind::kQuoted; }
};

using Tokens = std::vector<Token>;

Token word(std::string_view text);
Token symbol(std::string_view text);
Token quoted(std::string_view text);
Token string_token(std::string_view text);

// Errors: DatabaseErrorException for a literal or a comment without an end.
Result<Tokens> tokenize(const Dialect& dialect, std::string_view sql);

// As SQLite reads it.
std::string to_sql(std::span<const Token> tokens);

// The token at a place; an empty one behind the end.
const Token& token_at(const Tokens& tokens, std::size_t place);

// How many queries there are: each may lie in the one before it.
std::size_t selects_of(const Tokens& tokens);

// The place behind the bracket that closes the one at `open`; the size when nothing does.
std::size_t behind_group(std::span<const Token> tokens, std::size_t open);

}  // namespace emu::rdsdata
