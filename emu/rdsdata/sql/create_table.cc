// CREATE TABLE. Keys and indexes become statements of their own, so that they keep their names.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "rdsdata/errors.h"
#include "rdsdata/sql/translate.h"

namespace emu::rdsdata {

namespace {

class CreateTable {
 public:
  CreateTable(const TranslationContext& context, const Tokens& in)
      : context_(context), mysql_(context.dialect.is_mysql()), in_(in) {
    statement_.kind = Statement::Kind::kDefinition;
    statement_.takes_lock = true;
  }

  Result<Statement> run() {
    EMU_CHECK(read_head());
    if (peek().is("as") || peek().is("select")) return as_query();
    if (!peek().is_symbol("(") || peek(1).is("like")) {
      return no_equivalent(context_.dialect, "CREATE TABLE LIKE");
    }
    const std::size_t end = behind_group(in_, at_);
    if (!in_[end - 1].is_symbol(")")) return syntax_error(context_.dialect, {});
    EMU_CHECK(read_items(at_ + 1, end));
    at_ = end;
    EMU_CHECK(read_options());
    EMU_CHECK(write());
    return std::move(statement_);
  }

 private:
  const Token& peek(std::size_t n = 0) const {
    static const Token kEnd;
    return at_ + n < in_.size() ? in_[at_ + n] : kEnd;
  }

  Status read_head() {
    at_ = 1;
    if (!peek().is("table")) {
      return no_equivalent(context_.dialect, "CREATE " + peek().text + " TABLE");
    }
    ++at_;
    head_ = "CREATE TABLE ";
    if (peek().is("if")) {
      at_ += 3;
      head_ += "IF NOT EXISTS ";
      statement_.if_needed = true;
    }
    EMU_TRY(table_, read_table_name(context_, in_, at_));
    const Token name = quoted(table_);
    head_ += to_sql(std::span(&name, 1));
    return {};
  }

  Result<Statement> as_query() {
    if (peek().is("as")) ++at_;
    const Tokens query(in_.begin() + static_cast<std::ptrdiff_t>(at_), in_.end());
    EMU_TRY(const Tokens translated, translate_expressions(context_, query, statement_));
    statement_.sql.push_back(head_ + " AS " + to_sql(translated));
    return std::move(statement_);
  }

  Status read_items(std::size_t begin, std::size_t end) {
    std::size_t depth = 1;
    std::size_t item = begin;
    for (std::size_t i = begin; i < end; ++i) {
      if (in_[i].is_symbol("(")) ++depth;
      if (in_[i].is_symbol(")")) --depth;
      if (depth != 0 && !(depth == 1 && in_[i].is_symbol(","))) continue;
      EMU_CHECK(read_item({in_.begin() + static_cast<std::ptrdiff_t>(item),
                           in_.begin() + static_cast<std::ptrdiff_t>(i)}));
      item = i + 1;
    }
    return {};
  }

  Status read_item(Tokens item) {
    if (item.empty()) return syntax_error(context_.dialect, ")");
    std::string name;
    if (item[0].is("constraint") && item.size() > 2) {
      const bool has_name = item[1].kind == TokenKind::kQuoted || !is_constraint(item[1]);
      if (has_name) name = item[1].text;
      item.erase(item.begin(), item.begin() + (has_name ? 2 : 1));
    }
    const Token& first = item[0];
    if (first.is("primary")) return read_primary_key(item);
    if (first.is("unique") || first.is("key") || first.is("index")) return read_key(item, name);
    if (first.is("foreign")) return read_foreign_key(item, name);
    if (first.is("check")) return read_check(item, name);
    if (first.is("fulltext") || first.is("spatial") || first.is("exclude") || first.is("like")) {
      return no_equivalent(context_.dialect, first.text);
    }
    EMU_TRY(ColumnDefinition column, translate_column(context_, table_, item));
    columns_.push_back(std::move(column));
    return {};
  }

  static bool is_constraint(const Token& token) {
    return token.is("primary") || token.is("unique") || token.is("foreign") || token.is("check");
  }

  // The columns of a key, without the lengths that MySQL may give to them.
  std::vector<std::string> columns_of_key(const Tokens& item) const {
    std::vector<std::string> names;
    std::size_t depth = 0;
    for (const Token& token : item) {
      if (token.is_symbol("(")) ++depth;
      if (token.is_symbol(")")) --depth;
      const bool is_order = token.is("asc") || token.is("desc");
      if (depth == 1 && token.is_name() && !is_order) names.push_back(token.text);
      if (depth == 0 && !names.empty()) break;
    }
    return names;
  }

  Status read_primary_key(const Tokens& item) {
    primary_key_ = columns_of_key(item);
    if (primary_key_.empty()) return syntax_error(context_.dialect, "PRIMARY");
    return {};
  }

  Status read_key(const Tokens& item, std::string name) {
    const bool is_unique = item[0].is("unique");
    std::size_t i = 1;
    if (i < item.size() && (item[i].is("key") || item[i].is("index"))) ++i;
    if (i < item.size() && item[i].is_name() && !item[i].is("using")) name = item[i].text;
    const std::vector<std::string> columns = columns_of_key(item);
    if (columns.empty()) return syntax_error(context_.dialect, item.back().text);
    if (name.empty()) {
      name = mysql_ ? columns.front() : fmt::format("{}_{}_key", table_, fmt::join(columns, "_"));
    }
    Tokens sql = {word("CREATE")};
    if (is_unique) sql.push_back(word("UNIQUE"));
    sql.insert(sql.end(), {word("INDEX"), quoted(index_name(context_.dialect, table_, name)),
                           word("ON"), quoted(table_), symbol("(")});
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (c != 0) sql.push_back(symbol(","));
      sql.push_back(quoted(columns[c]));
    }
    sql.push_back(symbol(")"));
    also_.push_back(to_sql(sql));
    return {};
  }

  Status read_foreign_key(Tokens item, const std::string& name) {
    // MySQL lets an index name stand before the columns.
    if (item.size() > 2 && item[2].is_name()) item.erase(item.begin() + 2);
    Statement ignored;
    EMU_TRY(const Tokens translated, translate_expressions(context_, item, ignored));
    const Token constraint = quoted(name.empty() ? table_ + "_ibfk_1" : name);
    constraints_.push_back("CONSTRAINT " + to_sql(std::span(&constraint, 1)) + " " +
                           to_sql(translated));
    return {};
  }

  Status read_check(const Tokens& item, const std::string& name) {
    Statement ignored;
    EMU_TRY(const Tokens translated, translate_expressions(context_, item, ignored));
    ++checks_;
    const Token constraint =
        quoted(!name.empty() ? name
               : mysql_      ? fmt::format("{}_chk_{}", table_, checks_)
                             : fmt::format("{}_check{}", table_,
                                      checks_ == 1 ? "" : std::to_string(checks_ - 1)));
    constraints_.push_back("CONSTRAINT " + to_sql(std::span(&constraint, 1)) + " " +
                           to_sql(translated));
    return {};
  }

  // Of MySQL's only the first automatic value has a meaning here.
  Status read_options() {
    for (; at_ < in_.size(); ++at_) {
      if (peek().is("partition") || !mysql_) {
        return no_equivalent(context_.dialect, peek().text + " of tables");
      }
      if (!peek().is("auto_increment")) continue;
      ++at_;
      if (peek().is_symbol("=")) ++at_;
      const std::string& text = peek().text;
      std::from_chars(text.data(), text.data() + text.size(), first_value_);
    }
    return {};
  }

  Status write() {
    std::string sql = head_ + " (";
    for (ColumnDefinition& column : columns_) {
      if (sql.back() != '(') sql += ", ";
      const bool is_key =
          column.is_primary_key || (primary_key_.size() == 1 && primary_key_[0] == column.name);
      sql += to_sql(column.tokens);
      if (column.is_auto_increment) {
        if (!is_key) {
          return no_equivalent(context_.dialect,
                               "an automatic value in a column that is not the primary key");
        }
        sql += " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL";
        primary_key_.clear();
      }
      also_.insert(also_.end(), column.also.begin(), column.also.end());
    }
    for (const std::string& name : primary_key_) {
      const Token key = quoted(name);
      sql += fmt::format(", CONSTRAINT \"null:{}\" CHECK ({} IS NOT NULL)", name,
                         to_sql(std::span(&key, 1)));
    }
    if (!primary_key_.empty()) sql += ", PRIMARY KEY (" + quoted_list(primary_key_) + ")";
    for (const std::string& constraint : constraints_) sql += ", " + constraint;
    statement_.sql.push_back(sql + ")");
    statement_.table = table_;
    // Of a table that is there already, keys and indexes are not made again.
    for (std::string& each : also_) statement_.sql.push_back(std::move(each));
    if (first_value_ > 1) {
      const Token name = string_token(table_);
      statement_.sql.push_back(
          fmt::format("INSERT INTO sqlite_sequence (name, seq) VALUES ({}, {})",
                      to_sql(std::span(&name, 1)), first_value_ - 1));
    }
    return {};
  }

  static std::string quoted_list(const std::vector<std::string>& names) {
    Tokens tokens;
    for (const std::string& name : names) {
      if (!tokens.empty()) tokens.push_back(symbol(","));
      tokens.push_back(quoted(name));
    }
    return to_sql(tokens);
  }

  const TranslationContext& context_;
  const bool mysql_;
  const Tokens& in_;
  std::size_t at_ = 0;
  std::string head_;
  std::string table_;
  std::vector<ColumnDefinition> columns_;
  std::vector<std::string> primary_key_;
  std::vector<std::string> constraints_;
  std::vector<std::string> also_;
  std::int64_t first_value_ = 0;
  int checks_ = 0;
  Statement statement_;
};

}  // namespace

// Where the table is there already and may be, nothing is left to do.
Result<Statement> translate_create_table(const TranslationContext& context, const Tokens& tokens) {
  EMU_TRY(Statement statement, CreateTable(context, tokens).run());
  if (statement.if_needed && !context.tables.columns_of(statement.table).empty()) {
    statement.sql.resize(1);
  }
  return statement;
}

}  // namespace emu::rdsdata
