#include "rdsdata/sql/token.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/ascii.h"
#include "rdsdata/errors.h"

namespace emu::rdsdata {

namespace {

bool begins_word(char c) { return is_letter(c) || c == '_' || static_cast<unsigned char>(c) > 127; }
bool continues_word(char c) { return begins_word(c) || is_digit(c) || c == '$'; }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_hex_digit(char c) { return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f'); }

// Longer ones first.
constexpr std::array<std::string_view, 19> kLongSymbols = {
    "->>", "<=>", "!~*", "->", "::", ":=", "<>", "!=", ">=", "<=",
    "||",  "&&",  "<<",  ">>", "~*", "!~", "@@", "@>", "<@"};

class Lexer {
 public:
  Lexer(const Dialect& dialect, std::string_view sql) : mysql_(dialect.is_mysql()), sql_(sql) {
    dialect_ = dialect;
  }

  Result<Tokens> run() {
    while (skip_space()) EMU_CHECK(next());
    if (open_comment_) return syntax_error(dialect_, "/*");
    return std::move(tokens_);
  }

 private:
  char at(std::size_t n = 0) const { return here_ + n < sql_.size() ? sql_[here_ + n] : '\0'; }
  bool starts_with(std::string_view text) const { return sql_.substr(here_).starts_with(text); }
  void push(TokenKind kind, std::string text) {
    tokens_.push_back({.kind = kind, .text = std::move(text)});
  }

  // Goes to the next token; false at the end.
  bool skip_space() {
    while (here_ < sql_.size()) {
      if (is_space(at())) {
        ++here_;
      } else if (begins_line_comment()) {
        here_ = std::min(sql_.find('\n', here_), sql_.size());
      } else if (starts_with("/*")) {
        skip_comment();
      } else {
        return true;
      }
    }
    return false;
  }

  // MySQL wants a space behind the dashes, and knows another sign.
  bool begins_line_comment() const {
    if (!mysql_) return starts_with("--");
    return at() == '#' || (starts_with("--") && (here_ + 2 >= sql_.size() || is_space(at(2))));
  }

  // PostgreSQL's may lie in each other.
  void skip_comment() {
    std::size_t depth = 0;
    do {
      if (starts_with("/*") && (depth == 0 || !mysql_)) {
        ++depth;
        here_ += 2;
      } else if (starts_with("*/")) {
        --depth;
        here_ += 2;
      } else {
        ++here_;
      }
    } while (depth > 0 && here_ < sql_.size());
    open_comment_ = depth > 0;
  }

  Status next() {
    const char c = at();
    if (c == '\'') return read_string(mysql_);
    if (c == '"') return mysql_ ? read_string(true) : read_name('"');
    if (c == '`' && mysql_) return read_name('`');
    if ((to_lower(c) == 'e' || to_lower(c) == 'n') && at(1) == '\'') return read_prefixed(c);
    if (to_lower(c) == 'x' && at(1) == '\'') return read_bytes();
    if (c == '$' && !mysql_) return read_dollars();
    if (is_digit(c) || (c == '.' && is_digit(at(1)))) return read_number();
    if (begins_word(c)) return read_word();
    if (c == ':' && begins_word(at(1))) return read_parameter();
    return read_symbol();
  }

  Status read_prefixed(char prefix) {
    ++here_;
    return read_string(mysql_ || to_lower(prefix) == 'e');
  }

  Status read_string(bool has_escapes) {
    const char quote = at();
    std::string text;
    for (++here_; here_ < sql_.size(); ++here_) {
      if (at() == quote && at(1) != quote) {
        ++here_;
        push(TokenKind::kString, std::move(text));
        return {};
      }
      if (at() == quote) {
        ++here_;
      } else if (at() == '\\' && has_escapes && here_ + 1 < sql_.size()) {
        ++here_;
        append_escaped(text);
        continue;
      }
      text += at();
    }
    return syntax_error(dialect_, std::string(1, quote));
  }

  // The patterns of LIKE keep their escapes. Source: MySQL Reference Manual, "String Literals".
  void append_escaped(std::string& text) const {
    constexpr std::string_view kNames = "ntrb0Z";
    constexpr std::string_view kMeanings("\n\t\r\b\0\x1a", 6);
    if (at() == '%' || at() == '_') text += '\\';
    const auto name = kNames.find(at());
    text += name == kNames.npos ? at() : kMeanings[name];
  }

  Status read_name(char quote) {
    std::string text;
    for (++here_; here_ < sql_.size(); ++here_) {
      if (at() == quote && at(1) != quote) {
        ++here_;
        push(TokenKind::kQuoted, std::move(text));
        return {};
      }
      if (at() == quote) ++here_;
      text += at();
    }
    return syntax_error(dialect_, std::string(1, quote));
  }

  Status read_bytes() {
    const auto end = sql_.find('\'', here_ + 2);
    if (end == sql_.npos) return syntax_error(dialect_, "'");
    const std::string_view digits = sql_.substr(here_ + 2, end - here_ - 2);
    if (digits.size() % 2 != 0 || !std::all_of(digits.begin(), digits.end(), &is_hex_digit)) {
      return syntax_error(dialect_, sql_.substr(here_, end - here_ + 1));
    }
    push(TokenKind::kBytes, std::string(digits));
    here_ = end + 1;
    return {};
  }

  // $tag$ … $tag$
  Status read_dollars() {
    std::size_t end = here_ + 1;
    while (end < sql_.size() && continues_word(sql_[end]) && sql_[end] != '$') ++end;
    if (end >= sql_.size() || sql_[end] != '$') return syntax_error(dialect_, "$");
    const std::string_view tag = sql_.substr(here_, end + 1 - here_);
    const auto close = sql_.find(tag, end + 1);
    if (close == sql_.npos) return syntax_error(dialect_, tag);
    push(TokenKind::kString, std::string(sql_.substr(end + 1, close - end - 1)));
    here_ = close + tag.size();
    return {};
  }

  Status read_number() {
    const std::size_t begin = here_;
    while (is_alphanumeric(at()) || at() == '.' ||
           ((at() == '+' || at() == '-') && to_lower(sql_[here_ - 1]) == 'e')) {
      ++here_;
    }
    push(TokenKind::kNumber, std::string(sql_.substr(begin, here_ - begin)));
    return {};
  }

  Status read_word() {
    const std::size_t begin = here_;
    while (here_ < sql_.size() && continues_word(at())) ++here_;
    push(TokenKind::kWord, std::string(sql_.substr(begin, here_ - begin)));
    return {};
  }

  Status read_parameter() {
    const std::size_t begin = ++here_;
    while (here_ < sql_.size() && continues_word(at()) && at() != '$') ++here_;
    push(TokenKind::kParameter, std::string(sql_.substr(begin, here_ - begin)));
    return {};
  }

  Status read_symbol() {
    for (const std::string_view known : kLongSymbols) {
      if (!starts_with(known)) continue;
      here_ += known.size();
      push(TokenKind::kSymbol, std::string(known));
      return {};
    }
    if (static_cast<unsigned char>(at()) < ' ') return syntax_error(dialect_, "\\0");
    push(TokenKind::kSymbol, std::string(1, at()));
    ++here_;
    return {};
  }

  Dialect dialect_;
  const bool mysql_;
  const std::string_view sql_;
  std::size_t here_ = 0;
  bool open_comment_ = false;
  Tokens tokens_;
};

void append_in_quotes(std::string_view text, char quote, std::string& out) {
  out += quote;
  for (const char c : text) {
    if (c == quote) out += quote;
    out += c;
  }
  out += quote;
}

// SQLite ends its own text at a byte of zero.
void append_literal(std::string_view text, std::string& out) {
  if (text.find('\0') == text.npos) return append_in_quotes(text, '\'', out);
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "CAST(x'";
  for (const char c : text) {
    out += kDigits[static_cast<unsigned char>(c) >> 4];
    out += kDigits[static_cast<unsigned char>(c) & 15];
  }
  out += "' AS TEXT)";
}

}  // namespace

bool Token::is(std::string_view other) const {
  return kind == TokenKind::kWord && equal_ignoring_case(text, other);
}

bool Token::is_symbol(std::string_view other) const {
  return kind == TokenKind::kSymbol && text == other;
}

Token word(std::string_view text) { return {.kind = TokenKind::kWord, .text = std::string(text)}; }
Token symbol(std::string_view text) {
  return {.kind = TokenKind::kSymbol, .text = std::string(text)};
}
Token quoted(std::string_view text) {
  return {.kind = TokenKind::kQuoted, .text = std::string(text)};
}
Token string_token(std::string_view text) {
  return {.kind = TokenKind::kString, .text = std::string(text)};
}

Result<Tokens> tokenize(const Dialect& dialect, std::string_view sql) {
  return Lexer(dialect, sql).run();
}

std::string to_sql(std::span<const Token> tokens) {
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += ' ';
    switch (token.kind) {
      case TokenKind::kQuoted:
        append_in_quotes(token.text, '"', out);
        break;
      case TokenKind::kString:
        append_literal(token.text, out);
        break;
      case TokenKind::kBytes:
        out += "x'" + token.text + "'";
        break;
      case TokenKind::kParameter:
        out += ":" + token.text;
        break;
      default:
        out += token.text;
    }
  }
  return out;
}

const Token& token_at(const Tokens& tokens, std::size_t place) {
  static const Token kEnd;
  return place < tokens.size() ? tokens[place] : kEnd;
}

std::size_t selects_of(const Tokens& tokens) {
  const auto selects = std::count_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.is("select") || token.is("values");
  });
  return static_cast<std::size_t>(selects);
}

std::size_t behind_group(std::span<const Token> tokens, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t i = open; i < tokens.size(); ++i) {
    if (tokens[i].is_symbol("(")) ++depth;
    if (tokens[i].is_symbol(")") && --depth == 0) return i + 1;
  }
  return tokens.size();
}

}  // namespace emu::rdsdata
