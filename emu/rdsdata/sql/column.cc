// One column of CREATE TABLE and ALTER TABLE.
//
// What a type allows becomes a check, whose name says which text a violation has:
// "length:name:20", "range:stock", "number:stock" and "enum:state".
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "core/text/ascii.h"
#include "rdsdata/errors.h"
#include "rdsdata/limits.h"
#include "rdsdata/sql/translate.h"

namespace emu::rdsdata {

namespace {

constexpr std::array<std::string_view, 16> kConstraintWords = {
    "not",        "null",    "unique",         "primary", "check",     "references", "on",
    "constraint", "comment", "auto_increment", "collate", "generated", "default",    "character",
    "charset",    "key"};

struct IntegerType {
  std::string_view name;
  int bits;
};

constexpr std::array<IntegerType, 9> kIntegers = {{{"tinyint", 8},
                                                   {"smallint", 16},
                                                   {"int2", 16},
                                                   {"mediumint", 24},
                                                   {"int", 32},
                                                   {"integer", 32},
                                                   {"int4", 32},
                                                   {"bigint", 64},
                                                   {"int8", 64}}};

constexpr std::size_t kTypeWordMax = 64;

bool begins_constraint(const Token& token) {
  return std::any_of(kConstraintWords.begin(), kConstraintWords.end(),
                     [&](std::string_view each) { return token.is(each); });
}

class Column {
 public:
  Column(const TranslationContext& context, std::string_view table, const Tokens& in)
      : context_(context), mysql_(context.dialect.is_mysql()), table_(table), in_(in) {}

  Result<ColumnDefinition> run() {
    if (in_.size() < 2 || !in_[0].is_name() || !in_[1].is_name()) {
      return syntax_error(context_.dialect, in_.empty() ? ")" : in_.back().text);
    }
    out_.name = in_[0].text;
    at_ = 1;
    EMU_CHECK(read_type());
    while (at_ < in_.size()) EMU_CHECK(read_constraint());
    finish();
    return std::move(out_);
  }

 private:
  const Token& peek(std::size_t n = 0) const {
    static const Token kEnd;
    return at_ + n < in_.size() ? in_[at_ + n] : kEnd;
  }
  Error unexpected() const { return syntax_error(context_.dialect, peek().text); }

  Tokens take_group() {
    const std::size_t begin = at_;
    at_ = behind_group(in_, at_);
    return {in_.begin() + static_cast<std::ptrdiff_t>(begin),
            in_.begin() + static_cast<std::ptrdiff_t>(at_)};
  }

  Status read_type() {
    const std::string name = lower_case(in_[at_++].text);
    if (name == "serial" || name == "bigserial" || name == "smallserial") {
      out_.is_auto_increment = true;
      is_not_null_ = true;
      return {};
    }
    if (name == "set" || name == "geometry" || name == "point") {
      return no_equivalent(context_.dialect, "the type " + name);
    }
    EMU_CHECK(check_type_word(in_[at_ - 1]));
    type_ = name == "integer" ? "INT" : in_[at_ - 1].text;
    if (name == "enum") return read_enum();
    Tokens size;
    while (at_ < in_.size() && !begins_constraint(peek())) {
      if (peek().is_symbol("[")) return no_equivalent(context_.dialect, "array types");
      if (peek().is_symbol("(")) {
        if (!size.empty()) return unexpected();
        size = take_group();
        EMU_CHECK(check_size(name, size));
      } else if (peek().is("unsigned") || peek().is("zerofill")) {
        is_unsigned_ = true;
        ++at_;
      } else {
        EMU_CHECK(check_type_word(peek()));
        type_ += " " + in_[at_++].text;
      }
    }
    // SQLite's size stands behind all words: timestamp(3) with time zone.
    type_ += to_sql(size);
    add_type_checks(name, size);
    return {};
  }

  // The type becomes part of SQLite's statement as it is.
  Status check_type_word(const Token& token) const {
    const std::string& text = token.text;
    const bool is_word = token.is_name() && !text.empty() && text.size() <= kTypeWordMax &&
                         std::all_of(text.begin(), text.end(),
                                     [](char c) { return is_alphanumeric(c) || c == '_'; });
    return is_word ? Status() : Status(syntax_error(context_.dialect, text));
  }

  // "(10)" or "(10, 2)".
  Status check_size(std::string_view name, const Tokens& size) const {
    std::vector<std::int64_t> numbers;
    for (std::size_t i = 1; i + 1 < size.size(); ++i) {
      const std::string& text = size[i].text;
      if (i % 2 == 0 && size[i].is_symbol(",")) continue;
      const bool is_number = i % 2 == 1 && text.size() <= 10 &&
                             size[i].kind == TokenKind::kNumber &&
                             std::all_of(text.begin(), text.end(), &is_digit);
      if (!is_number) return syntax_error(context_.dialect, text);
      numbers.push_back(std::stoll(text));
    }
    if (numbers.empty() || numbers.size() > 2 || size.size() != 2 * numbers.size() + 1 ||
        !size.back().is_symbol(")")) {
      return syntax_error(context_.dialect, size.back().text);
    }
    const bool is_decimal = name == "decimal" || name == "numeric" || name == "dec";
    if (!is_decimal) return {};
    const std::int64_t scale = numbers.size() == 2 ? numbers[1] : 0;
    return mysql_ ? check_decimal(numbers[0], scale) : check_numeric(numbers[0], scale);
  }

  // Source: MySQL Reference Manual, "Server Error Message Reference".
  Status check_decimal(std::int64_t precision, std::int64_t scale) const {
    constexpr std::int64_t kPrecisionMax = 65;
    constexpr std::int64_t kDecimalScaleMax = 30;
    const auto refusal = [&](std::string message, int number) {
      return database_error(
          context_.dialect,
          {.message = std::move(message), .mysql_number = number, .sql_state = "42000"});
    };
    if (scale > kDecimalScaleMax) {
      return refusal(fmt::format("Too big scale {} specified for column '{}'. Maximum is {}.",
                                 scale, out_.name, kDecimalScaleMax),
                     1425);
    }
    if (precision > kPrecisionMax) {
      return refusal(fmt::format("Too-big precision {} specified for '{}'. Maximum is {}.",
                                 precision, out_.name, kPrecisionMax),
                     1426);
    }
    if (scale <= precision) return {};
    return refusal(fmt::format("For float(M,D), double(M,D) or decimal(M,D), M must be >= D "
                               "(column '{}').",
                               out_.name),
                   1427);
  }

  // Source: PostgreSQL documentation, "Numeric Types".
  Status check_numeric(std::int64_t precision, std::int64_t scale) const {
    const auto refusal = [&](std::string message) {
      return database_error(context_.dialect,
                            {.message = std::move(message), .sql_state = "22023"});
    };
    if (precision < 1 || precision > 1000) {
      return refusal(fmt::format("NUMERIC precision {} must be between 1 and 1000", precision));
    }
    if (scale <= kScaleMax) return {};
    return refusal(fmt::format("NUMERIC scale {} must be between -1000 and 1000", scale));
  }

  Status read_enum() {
    if (!peek().is_symbol("(")) return unexpected();
    type_ = "CHAR";
    is_text_ = true;
    check("enum:" + out_.name, quoted_name() + " IN " + to_sql(take_group()));
    return {};
  }

  std::string quoted_name() const {
    const Token name = quoted(out_.name);
    return to_sql(std::span(&name, 1));
  }

  void check(const std::string& name, const std::string& condition) {
    const Token constraint = quoted(name);
    checks_ +=
        fmt::format(" CONSTRAINT {} CHECK ({})", to_sql(std::span(&constraint, 1)), condition);
  }

  void add_type_checks(std::string_view name, const Tokens& size) {
    is_text_ = name.ends_with("char") || name.ends_with("text") || name == "character";
    if (is_text_ && size.size() == 3) {
      check(fmt::format("length:{}:{}", out_.name, size[1].text),
            fmt::format("char_length({}) <= {}", quoted_name(), size[1].text));
    }
    const auto* integer = std::find_if(kIntegers.begin(), kIntegers.end(),
                                       [&](const IntegerType& each) { return each.name == name; });
    if (integer != kIntegers.end()) add_integer_checks(integer->bits);
    if (is_unsigned_ && integer == kIntegers.end()) {
      check("range:" + out_.name, quoted_name() + " >= 0");
    }
  }

  void add_integer_checks(int bits) {
    check("number:" + out_.name, fmt::format("typeof({}) <> 'text'", quoted_name()));
    if (bits == 64 && is_unsigned_) check("range:" + out_.name, quoted_name() + " >= 0");
    if (bits == 64) return;
    const std::int64_t values = std::int64_t{1} << bits;
    const std::int64_t least = is_unsigned_ ? 0 : -values / 2;
    check("range:" + out_.name,
          fmt::format("{} BETWEEN {} AND {}", quoted_name(), least, least + values - 1));
  }

  Status read_constraint() {
    if (peek().is("constraint")) {
      constraint_ = peek(1).text;
      at_ += 2;
      return {};
    }
    if (peek().is("not") && peek(1).is("null")) return is_not_null_ = true, skip(2);
    if (peek().is("null")) return skip(1);
    if (peek().is("auto_increment")) return out_.is_auto_increment = true, skip(1);
    if (peek().is("primary") && peek(1).is("key")) return out_.is_primary_key = true, skip(2);
    if (peek().is("unique")) return read_unique();
    if (peek().is("comment")) return skip(2);
    if (peek().is("charset")) return skip(2);
    if (peek().is("character") && peek(1).is("set")) return skip(3);
    if (peek().is("collate")) return read_collation();
    if (peek().is("default")) return read_default();
    if (peek().is("on") && peek(1).is("update")) return read_on_update();
    if (peek().is("check")) return read_check();
    if (peek().is("references")) return read_reference();
    if (peek().is("generated") || peek().is("as")) return read_generated();
    return unexpected();
  }

  Status skip(std::size_t count) {
    at_ += count;
    return {};
  }

  Status read_unique() {
    ++at_;
    if (peek().is("key")) ++at_;
    std::string name = constraint_;
    if (name.empty()) {
      name = mysql_ ? out_.name : fmt::format("{}_{}_key", table_, out_.name);
    }
    const Tokens sql = {word("CREATE"), word("UNIQUE"),
                        word("INDEX"),  quoted(index_name(context_.dialect, table_, name)),
                        word("ON"),     quoted(table_),
                        symbol("("),    quoted(out_.name),
                        symbol(")")};
    out_.also.push_back(to_sql(sql));
    return {};
  }

  // Texts of MySQL are compared without regard to case, unless a collation says otherwise.
  Status read_collation() {
    const std::string name = lower_case(peek(1).text);
    is_case_sensitive_ = name.ends_with("_bin") || name.ends_with("_cs") || name == "binary";
    return skip(2);
  }

  // Up to the next constraint.
  Status read_default() {
    Tokens value;
    do {
      ++at_;
      if (at_ >= in_.size()) return unexpected();
      if (peek().is_symbol("(")) {
        const Tokens group = take_group();
        value.insert(value.end(), group.begin(), group.end());
        --at_;
      } else {
        value.push_back(peek());
      }
    } while (at_ + 1 < in_.size() && !begins_constraint(peek(1)));
    ++at_;
    Statement ignored;
    EMU_TRY(const Tokens translated, translate_expressions(context_, value, ignored));
    default_ = to_sql(translated);
    return {};
  }

  // A trigger does it, unless the column was set.
  Status read_on_update() {
    if (!peek(2).is("current_timestamp") && !peek(2).is("now")) return unexpected();
    at_ += 3;
    if (peek().is_symbol("(")) take_group();
    const Token table = quoted(table_);
    const Token trigger = quoted("touch " + table_ + "." + out_.name);
    out_.also.push_back(fmt::format(
        "CREATE TRIGGER {0} AFTER UPDATE ON {1} WHEN NEW.{2} IS OLD.{2} BEGIN UPDATE {1} SET {2} = "
        "now() WHERE rowid = NEW.rowid; END",
        to_sql(std::span(&trigger, 1)), to_sql(std::span(&table, 1)), quoted_name()));
    return {};
  }

  Status read_check() {
    ++at_;
    if (!peek().is_symbol("(")) return unexpected();
    Statement ignored;
    EMU_TRY(const Tokens condition, translate_expressions(context_, take_group(), ignored));
    std::string name = std::exchange(constraint_, {});
    if (name.empty()) {
      name = mysql_ ? table_ + "_chk_1" : fmt::format("{}_{}_check", table_, out_.name);
    }
    check(name, to_sql(condition));
    return {};
  }

  // MySQL 8 reads it and does nothing about it.
  // Source: MySQL Reference Manual, "FOREIGN KEY Constraints".
  Status read_reference() {
    Tokens reference = {in_[at_++]};
    EMU_TRY(const std::string table, read_table_name(context_, in_, at_));
    reference.push_back(quoted(table));
    while (at_ < in_.size()) {
      const bool is_part = peek().is("on") || (!begins_constraint(peek()) && !peek().is("as")) ||
                           reference.back().is("set");
      if (!is_part) break;
      reference.push_back(in_[at_++]);
    }
    if (!mysql_) reference_ = to_sql(reference);
    return {};
  }

  Status read_generated() {
    while (at_ < in_.size() && !peek().is("as")) ++at_;
    if (peek(1).is("identity")) {
      out_.is_auto_increment = true;
      at_ += 2;
      if (peek().is_symbol("(")) take_group();
      return {};
    }
    ++at_;
    if (!peek().is_symbol("(")) return unexpected();
    Statement ignored;
    EMU_TRY(const Tokens expression, translate_expressions(context_, take_group(), ignored));
    generated_ = to_sql(expression);
    if (peek().is("stored") || peek().is("virtual")) generated_ += " " + in_[at_++].text;
    return {};
  }

  // An automatic key is SQLite's own kind of it, which has no other type.
  void finish() {
    out_.tokens.push_back(quoted(out_.name));
    if (out_.is_auto_increment) return;
    std::string rest = type_;
    if (is_not_null_) rest += " NOT NULL";
    if (out_.is_primary_key) rest += is_not_null_ ? " PRIMARY KEY" : " NOT NULL PRIMARY KEY";
    if (!default_.empty()) rest += " DEFAULT (" + default_ + ")";
    if (mysql_ && is_text_ && !is_case_sensitive_) rest += " COLLATE NOCASE";
    if (!generated_.empty()) rest += " GENERATED ALWAYS AS " + generated_;
    rest += checks_;
    if (!reference_.empty()) rest += " " + reference_;
    out_.tokens.push_back(word(rest));
  }

  const TranslationContext& context_;
  const bool mysql_;
  const std::string table_;
  const Tokens& in_;
  std::size_t at_ = 0;
  ColumnDefinition out_;
  std::string type_;
  std::string checks_;
  std::string constraint_;
  std::string default_;
  std::string generated_;
  std::string reference_;
  bool is_unsigned_ = false;
  bool is_not_null_ = false;
  bool is_text_ = false;
  bool is_case_sensitive_ = false;
};

}  // namespace

Result<ColumnDefinition> translate_column(const TranslationContext& context, std::string_view table,
                                          const Tokens& tokens) {
  return Column(context, table, tokens).run();
}

}  // namespace emu::rdsdata
