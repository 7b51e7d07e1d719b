// What is spelled differently wherever it stands.
#include <algorithm>
#include <array>
#include <utility>

#include "core/text/ascii.h"
#include "rdsdata/errors.h"
#include "rdsdata/limits.h"
#include "rdsdata/sql/translate.h"

namespace emu::rdsdata {

namespace {

// Reserved by SQLite alone.
constexpr std::array<std::string_view, 6> kNamesElsewhere = {
    "transaction", "commit", "autoincrement", "isnull", "notnull", "deferrable"};

// Behind these an operand begins; they are no function and no name.
constexpr std::array<std::string_view, 22> kWordsBeforeGroups = {
    "select", "where", "and",     "or",   "not", "in",       "on",     "having",
    "when",   "then",  "else",    "case", "by",  "limit",    "values", "set",
    "like",   "is",    "between", "from", "as",  "returning"};

template <std::size_t N>
bool is_any(const Token& token, const std::array<std::string_view, N>& list) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view each) { return token.is(each); });
}

// Where the operand begins that ends where `tokens` end: a literal, a name with its qualifiers, a
// group in brackets or a call.
std::size_t begin_of_operand(const Tokens& tokens) {
  if (tokens.empty()) return 0;
  std::size_t begin = tokens.size() - 1;
  if (tokens[begin].is_symbol(")")) {
    std::size_t depth = 1;
    while (begin > 0 && depth > 0) {
      --begin;
      if (tokens[begin].is_symbol(")")) ++depth;
      if (tokens[begin].is_symbol("(")) --depth;
    }
    const bool is_call = begin > 0 && tokens[begin - 1].kind == TokenKind::kWord &&
                         !is_any(tokens[begin - 1], kWordsBeforeGroups);
    return is_call ? begin - 1 : begin;
  }
  while (begin >= 2 && tokens[begin - 1].is_symbol(".")) begin -= 2;
  return begin;
}

class Expressions {
 public:
  Expressions(const TranslationContext& context, const Tokens& in, Statement& statement)
      : context_(context), mysql_(context.dialect.is_mysql()), in_(in), statement_(statement) {}

  Result<Tokens> run() {
    while (at_ < in_.size()) EMU_CHECK(next());
    return std::move(out_);
  }

 private:
  const Token& peek(std::size_t n = 0) const {
    static const Token kEnd;
    return at_ + n < in_.size() ? in_[at_ + n] : kEnd;
  }
  Status copy() {
    out_.push_back(in_[at_++]);
    return {};
  }
  Status skip(std::size_t count) {
    at_ += count;
    return {};
  }
  Status replace(std::size_t count, const Tokens& with) {
    at_ += count;
    out_.insert(out_.end(), with.begin(), with.end());
    return {};
  }

  Status next() {
    if (peek().kind == TokenKind::kSymbol) return next_symbol();
    if (peek().is_name() && peek(1).is_symbol(".")) return qualified();
    if (peek().kind != TokenKind::kWord) return copy();
    return next_word();
  }

  Status next_symbol() {
    const std::string& text = peek().text;
    if (text == "(") ++depth_;
    if (text == ")" && depth_ > 0) --depth_;
    if (text == "::") return postfix_cast();
    if (text == "@@" || text == "@") return no_equivalent(context_.dialect, "variables");
    if (text == "?") return syntax_error(context_.dialect, "?");
    if (text == "~*" || text == "!~" || text == "!~*" || (text == "~" && !mysql_)) {
      return no_equivalent(context_.dialect, "regular expressions");
    }
    if (mysql_ && text == "&&") return replace(1, {word("AND")});
    if (mysql_ && text == "||") return replace(1, {word("OR")});
    if (mysql_ && text == "<=>") return replace(1, {word("IS")});
    return copy();
  }

  // db.table and public.table lose what SQLite's one database has no name for.
  Status qualified() {
    const std::string& text = peek().text;
    if (equal_ignoring_case(text, "information_schema")) {
      const std::string view = "information_schema." + lower_case(peek(2).text);
      return replace(3, {quoted(view)});
    }
    const bool is_own = mysql_ ? text == context_.database : equal_ignoring_case(text, "public");
    if (is_own && peek(2).is_name()) return skip(2);
    EMU_CHECK(copy());
    EMU_CHECK(copy());
    if (peek().kind == TokenKind::kWord) return replace(1, {quoted(peek().text)});
    return peek().is_symbol("*") || peek().is_name() ? copy() : Status();
  }

  Status next_word() {
    const Token& token = peek();
    if (token.is("cast") && peek(1).is_symbol("(")) return begin_cast();
    if (token.is("as") && !casts_.empty() && casts_.back().depth == depth_) return end_cast();
    if (token.is("interval")) return interval();
    if (token.is("for") || token.is("lock")) return locking_clause();
    if (token.is("current_timestamp") || token.is("localtimestamp")) return moment("now");
    if (token.is("current_date")) return moment("curdate");
    if (token.is("current_time") || token.is("localtime")) return moment("curtime");
    if (token.is("ilike")) return replace(1, {word("MATCH")});
    if (token.is("regexp") || token.is("rlike") || token.is("similar")) {
      return no_equivalent(context_.dialect, token.text);
    }
    if (mysql_ && token.is("values") && peek(1).is_symbol("(") && peek(2).is_name() &&
        peek(3).is_symbol(")") && in_update_of_insert_) {
      return replace(4, {word("excluded"), symbol("."), quoted(peek(2).text)});
    }
    if (mysql_ && token.is("on") && peek(1).is("conflict")) in_update_of_insert_ = true;
    if (is_any(token, kNamesElsewhere)) return replace(1, {quoted(token.text)});
    if ((token.is("left") || token.is("right")) && peek(1).is_symbol("(")) {
      return replace(1, {quoted(lower_case(token.text))});
    }
    if ((token.is("date") || token.is("timestamp") || token.is("time")) &&
        peek(1).kind == TokenKind::kString) {
      return skip(1);
    }
    if (token.is("greatest")) return replace(1, {word("max")});
    if (token.is("least")) return replace(1, {word("min")});
    if (token.is("if") && peek(1).is_symbol("(")) return replace(1, {word("iif")});
    if (mysql_ && token.is("straight_join")) return replace(1, {word("JOIN")});
    if (mysql_ && token.is("separator")) return replace(1, {symbol(",")});
    if (!mysql_ && token.is("only") && !out_.empty() && out_.back().is("from")) return skip(1);
    return copy();
  }

  // CURRENT_TIMESTAMP, with or without a precision, and its like.
  Status moment(std::string_view function) {
    EMU_CHECK(replace(1, {word(function), symbol("("), symbol(")")}));
    if (peek().is_symbol("(")) at_ = behind_group(in_, at_);
    return {};
  }

  // What lies behind the place is moved to make room before it, which a long chain does each time
  // with all that it is made of.
  Status move_from(std::size_t begin) {
    moved_ += out_.size() - std::min(begin, out_.size());
    if (moved_ <= kMovedTokensMax) return {};
    return no_equivalent(context_.dialect, "casts and intervals that deep in each other");
  }

  Status wrap_cast(std::size_t begin, const Token& type) {
    EMU_CHECK(move_from(begin));
    Tokens operand(out_.begin() + static_cast<std::ptrdiff_t>(begin), out_.end());
    out_.resize(begin);
    append_cast(std::move(operand), type);
    return {};
  }

  // Dates are texts, which a cast of SQLite's to a date would make numbers.
  void append_cast(Tokens operand, const Token& type) {
    const bool is_function = type.is("date") || type.is("time") || type.is("boolean");
    out_.push_back(word(is_function ? "emu_" + lower_case(type.text) : "CAST"));
    out_.push_back(symbol("("));
    out_.insert(out_.end(), operand.begin(), operand.end());
    if (!is_function) out_.insert(out_.end(), {word("AS"), type});
    out_.push_back(symbol(")"));
  }

  Status postfix_cast() {
    ++at_;
    if (!peek().is_name()) return syntax_error(context_.dialect, "::");
    const std::size_t begin = begin_of_operand(out_);
    return wrap_cast(begin, cast_type(in_, at_));
  }

  // CAST(x AS type): what stands between is translated like everything else, so that casts in
  // each other need no stack.
  Status begin_cast() {
    casts_.push_back({.depth = ++depth_, .begin = out_.size()});
    return skip(2);
  }

  Status end_cast() {
    ++at_;
    if (!peek().is_name()) return syntax_error(context_.dialect, "AS");
    const Token type = cast_type(in_, at_);
    if (!peek().is_symbol(")")) return syntax_error(context_.dialect, peek().text);
    EMU_CHECK(wrap_cast(casts_.back().begin, type));
    casts_.pop_back();
    --depth_;
    return skip(1);
  }

  // DATE_ADD(x, INTERVAL 1 DAY), x + INTERVAL 1 DAY and x + interval '1 day'.
  Status interval() {
    ++at_;
    Tokens amount;
    Token unit;
    if (!mysql_ && peek().kind == TokenKind::kString && !peek(1).is_name()) {
      amount = {string_token(in_[at_++].text)};
      unit = string_token("");
    } else {
      EMU_TRY(amount, read_amount());
      if (!peek().is_name()) return syntax_error(context_.dialect, peek().text);
      unit = string_token(lower_case(in_[at_++].text));
    }
    if (out_.empty()) return syntax_error(context_.dialect, "INTERVAL");
    if (out_.back().is_symbol(",")) {
      out_.insert(out_.end(), amount.begin(), amount.end());
      out_.insert(out_.end(), {symbol(","), unit});
      return {};
    }
    const bool adds = out_.back().is_symbol("+");
    if (!adds && !out_.back().is_symbol("-")) {
      return no_equivalent(context_.dialect, "INTERVAL as a value");
    }
    out_.pop_back();
    const std::size_t begin = begin_of_operand(out_);
    EMU_CHECK(move_from(begin));
    const Tokens call = {word(adds ? "date_add" : "date_sub"), symbol("(")};
    out_.insert(out_.begin() + static_cast<std::ptrdiff_t>(begin), call.begin(), call.end());
    out_.push_back(symbol(","));
    out_.insert(out_.end(), amount.begin(), amount.end());
    out_.insert(out_.end(), {symbol(","), unit, symbol(")")});
    return {};
  }

  // A literal, a parameter, a name or a group.
  Result<Tokens> read_amount() {
    std::size_t end = at_;
    if (peek().is_symbol("-")) ++end;
    end = end < in_.size() && in_[end].is_symbol("(") ? behind_group(in_, end) : end + 1;
    end = std::min(end, in_.size());
    const Tokens amount(in_.begin() + static_cast<std::ptrdiff_t>(at_),
                        in_.begin() + static_cast<std::ptrdiff_t>(end));
    at_ = end;
    const bool is_nested = std::any_of(amount.begin(), amount.end(),
                                       [](const Token& token) { return token.is("interval"); });
    if (is_nested) return no_equivalent(context_.dialect, "intervals in each other");
    return translate_expressions(context_, amount, statement_);
  }

  // FOR UPDATE, FOR NO KEY UPDATE, FOR SHARE, FOR KEY SHARE and LOCK IN SHARE MODE, with OF,
  // NOWAIT and SKIP LOCKED.
  Status locking_clause() {
    const bool is_lock = peek().is("lock") && peek(1).is("in") && peek(2).is("share");
    const bool is_for = peek().is("for") && (peek(1).is("update") || peek(1).is("share") ||
                                             peek(1).is("no") || peek(1).is("key"));
    if (!is_lock && !is_for) return copy();
    if (is_lock) {
      at_ += 4;
    } else {
      while (!peek().is("update") && !peek().is("share") && at_ < in_.size()) ++at_;
      ++at_;
    }
    statement_.takes_lock = true;
    if (peek().is("of")) {
      at_ += 2;
      while (peek().is_symbol(",")) at_ += 2;
    }
    if (peek().is("nowait")) {
      statement_.wait = Statement::Wait::kNot;
      ++at_;
    } else if (peek().is("skip") && peek(1).is("locked")) {
      statement_.wait = Statement::Wait::kSkip;
      at_ += 2;
    }
    return {};
  }

  const TranslationContext& context_;
  const bool mysql_;
  const Tokens& in_;
  Statement& statement_;
  std::size_t at_ = 0;
  bool in_update_of_insert_ = false;
  std::size_t depth_ = 0;  // of brackets
  std::size_t moved_ = 0;  // tokens, in all
  struct OpenCast {
    std::size_t depth;
    std::size_t begin;  // of its operand
  };
  std::vector<OpenCast> casts_;
  Tokens out_;
};

struct TypeName {
  std::string_view name;
  std::string_view cast;
};

constexpr TypeName kCasts[] = {
    {"signed", "INTEGER"},  {"unsigned", "INTEGER"}, {"int", "INTEGER"},     {"integer", "INTEGER"},
    {"bigint", "INTEGER"},  {"smallint", "INTEGER"}, {"int2", "INTEGER"},    {"int4", "INTEGER"},
    {"int8", "INTEGER"},    {"float", "REAL"},       {"double", "REAL"},     {"real", "REAL"},
    {"float4", "REAL"},     {"float8", "REAL"},      {"decimal", "NUMERIC"}, {"numeric", "NUMERIC"},
    {"bytea", "BLOB"},      {"binary", "BLOB"},      {"date", "date"},       {"time", "time"},
    {"boolean", "boolean"}, {"bool", "boolean"},
};

}  // namespace

// Whatever is no number, no bytes and no date is text.
Token cast_type(const Tokens& tokens, std::size_t& at) {
  const std::string name = lower_case(tokens[at].text);
  ++at;
  const auto follows = [&](std::string_view next) {
    return at < tokens.size() && tokens[at].is(next);
  };
  if (follows("precision") || follows("varying") || follows("integer")) ++at;
  if (at < tokens.size() && tokens[at].is_symbol("(")) at = behind_group(tokens, at);
  if (follows("with") || follows("without")) at += 3;  // time zone
  for (const TypeName& type : kCasts) {
    if (type.name == name) return word(type.cast);
  }
  return word("TEXT");
}

Result<Tokens> translate_expressions(const TranslationContext& context, const Tokens& tokens,
                                     Statement& statement) {
  return Expressions(context, tokens, statement).run();
}

}  // namespace emu::rdsdata
