// CREATE, ALTER, DROP, TRUNCATE and RENAME.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "rdsdata/errors.h"
#include "rdsdata/sql/translate.h"

namespace emu::rdsdata {

namespace {

class Definition {
 public:
  Definition(const TranslationContext& context, const Tokens& in)
      : context_(context), mysql_(context.dialect.is_mysql()), in_(in) {
    statement_.kind = Statement::Kind::kDefinition;
    statement_.takes_lock = true;
  }

  Result<Statement> run() {
    const Token& first = in_[0];
    at_ = 1;
    if (first.is("create")) EMU_CHECK(create());
    if (first.is("drop")) EMU_CHECK(drop());
    if (first.is("alter")) EMU_CHECK(alter());
    if (first.is("truncate")) EMU_CHECK(truncate());
    if (first.is("rename")) EMU_CHECK(rename());
    return std::move(statement_);
  }

 private:
  const Token& peek(std::size_t n = 0) const {
    static const Token kEnd;
    return at_ + n < in_.size() ? in_[at_ + n] : kEnd;
  }
  bool accept(std::string_view keyword) {
    const bool is_there = peek().is(keyword);
    if (is_there) ++at_;
    return is_there;
  }
  Error unexpected() const { return syntax_error(context_.dialect, peek().text); }
  Error without_equivalent(std::string_view verb) const {
    std::string what(verb);
    for (const char c : peek().text) what += to_upper(c);
    return no_equivalent(context_.dialect, what);
  }
  void add(const Tokens& sql) { statement_.sql.push_back(to_sql(sql)); }
  Tokens rest() {
    Tokens tokens(in_.begin() + static_cast<std::ptrdiff_t>(std::min(at_, in_.size())), in_.end());
    at_ = in_.size();
    return tokens;
  }

  Status create() {
    if (peek().is("unique") || peek().is("index")) return create_index();
    if (peek().is("database") || (mysql_ && peek().is("schema"))) return database(true);
    if (!mysql_ && peek().is("extension")) {
      statement_.kind = Statement::Kind::kSetting;
      statement_.takes_lock = false;
      return {};
    }
    const bool replaces = peek().is("or") && peek(1).is("replace");
    if (replaces) at_ += 2;
    if (peek().is("view")) return create_view(replaces);
    return without_equivalent("CREATE ");
  }

  Status database(bool creates) {
    ++at_;
    statement_.kind = Statement::Kind::kDatabase;
    statement_.takes_lock = false;
    statement_.creates = creates;
    if (accept("if")) {
      statement_.if_needed = true;
      accept("not");
      if (!accept("exists")) return unexpected();
    }
    if (!peek().is_name()) return unexpected();
    statement_.database = peek().text;
    return {};
  }

  Status create_view(bool replaces) {
    ++at_;
    EMU_TRY(const std::string name, read_table_name(context_, in_, at_));
    EMU_TRY(const Tokens query, translate_expressions(context_, rest(), statement_));
    if (replaces) add({word("DROP"), word("VIEW"), word("IF"), word("EXISTS"), quoted(name)});
    Tokens sql = {word("CREATE"), word("VIEW"), quoted(name)};
    sql.insert(sql.end(), query.begin(), query.end());
    add(sql);
    return {};
  }

  // CREATE [UNIQUE] INDEX [CONCURRENTLY] [IF NOT EXISTS] name ON table [USING BTREE] (columns)
  Status create_index() {
    Tokens sql = {word("CREATE")};
    if (accept("unique")) sql.push_back(word("UNIQUE"));
    if (!accept("index")) return unexpected();
    sql.push_back(word("INDEX"));
    accept("concurrently");
    if (accept("if")) {
      at_ += 2;
      sql.insert(sql.end(), {word("IF"), word("NOT"), word("EXISTS")});
    }
    if (!peek().is_name()) return unexpected();
    const std::string name = in_[at_++].text;
    if (accept("using")) ++at_;
    if (!accept("on")) return unexpected();
    EMU_TRY(const std::string table, read_table_name(context_, in_, at_));
    if (accept("using")) ++at_;
    sql.insert(sql.end(),
               {quoted(index_name(context_.dialect, table, name)), word("ON"), quoted(table)});
    EMU_TRY(const Tokens columns, translate_expressions(context_, without_lengths(rest()),
                                                        statement_));
    sql.insert(sql.end(), columns.begin(), columns.end());
    add(sql);
    return {};
  }

  // MySQL lets a key be the beginning of a column: name(10).
  static Tokens without_lengths(const Tokens& tokens) {
    Tokens out;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool is_length = tokens[i].is_symbol("(") && i > 0 && i + 2 < tokens.size() &&
                             tokens[i + 1].kind == TokenKind::kNumber &&
                             tokens[i + 2].is_symbol(")");
      if (is_length) {
        i += 2;
      } else {
        out.push_back(tokens[i]);
      }
    }
    return out;
  }

  Status drop() {
    if (peek().is("database") || (mysql_ && peek().is("schema"))) return database(false);
    const Token what = peek();
    if (!what.is("table") && !what.is("view") && !what.is("index")) {
      return without_equivalent("DROP ");
    }
    ++at_;
    accept("concurrently");
    const bool if_exists = accept("if");
    if (if_exists && !accept("exists")) return unexpected();
    do {
      EMU_TRY(std::string name, read_table_name(context_, in_, at_));
      if (what.is("index") && mysql_) {
        if (!accept("on")) return unexpected();
        EMU_TRY(const std::string table, read_table_name(context_, in_, at_));
        name = index_name(context_.dialect, table, name);
      }
      Tokens sql = {word("DROP"), what};
      if (if_exists) sql.insert(sql.end(), {word("IF"), word("EXISTS")});
      sql.push_back(quoted(name));
      add(sql);
    } while (peek().is_symbol(",") && ++at_ < in_.size());
    return {};
  }

  Status truncate() {
    accept("table");
    EMU_TRY(const std::string table, read_table_name(context_, in_, at_));
    const bool restarts = mysql_ || peek().is("restart");
    add({word("DELETE"), word("FROM"), quoted(table)});
    if (restarts) {
      add({word("DELETE"), word("FROM"), word("sqlite_sequence"), word("WHERE"), word("name"),
           symbol("="), string_token(table)});
    }
    return {};
  }

  Status rename() {
    if (!accept("table")) return unexpected();
    EMU_TRY(const std::string from, read_table_name(context_, in_, at_));
    if (!accept("to")) return unexpected();
    EMU_TRY(const std::string to, read_table_name(context_, in_, at_));
    add({word("ALTER"), word("TABLE"), quoted(from), word("RENAME"), word("TO"), quoted(to)});
    return {};
  }

  Status alter() {
    if (!accept("table")) return without_equivalent("ALTER ");
    if (accept("if")) ++at_;
    accept("only");
    EMU_TRY(table_, read_table_name(context_, in_, at_));
    std::size_t depth = 0;
    std::size_t begin = at_;
    for (; at_ < in_.size(); ++at_) {
      if (peek().is_symbol("(")) ++depth;
      if (peek().is_symbol(")")) --depth;
      if (depth != 0 || !peek().is_symbol(",")) continue;
      EMU_CHECK(alteration(begin, at_));
      begin = at_ + 1;
    }
    return alteration(begin, in_.size());
  }

  Status alteration(std::size_t begin, std::size_t end) {
    const Tokens action(in_.begin() + static_cast<std::ptrdiff_t>(begin),
                        in_.begin() + static_cast<std::ptrdiff_t>(end));
    if (action.size() < 2) return syntax_error(context_.dialect, table_);
    if (action[0].is("add")) return add_to_table(action);
    if (action[0].is("drop")) return drop_from_table(action);
    if (action[0].is("rename")) return rename_in_table(action);
    return no_equivalent(context_.dialect, "ALTER TABLE … " + action[0].text);
  }

  Status add_to_table(Tokens action) {
    std::string name;
    action.erase(action.begin());
    if (action[0].is("constraint") && action.size() > 2) {
      name = action[1].text;
      action.erase(action.begin(), action.begin() + 2);
    }
    const bool is_unique = action[0].is("unique");
    if (is_unique || action[0].is("index") || action[0].is("key")) {
      return add_key(action, is_unique, std::move(name));
    }
    if (!name.empty() || action[0].is("primary") || action[0].is("foreign") ||
        action[0].is("check")) {
      return no_equivalent(context_.dialect, "ALTER TABLE … ADD CONSTRAINT");
    }
    if (action[0].is("column")) action.erase(action.begin());
    if (action.size() > 3 && action[0].is("if")) action.erase(action.begin(), action.begin() + 3);
    // Where a column stands makes no difference but in SELECT *.
    const auto position = std::find_if(action.begin(), action.end(), [](const Token& token) {
      return token.is("after") || token.is("first");
    });
    action.erase(position, action.end());
    EMU_TRY(const ColumnDefinition column, translate_column(context_, table_, action));
    if (column.is_auto_increment || column.is_primary_key) {
      return no_equivalent(context_.dialect, "ALTER TABLE … ADD PRIMARY KEY");
    }
    Tokens sql = {word("ALTER"), word("TABLE"), quoted(table_), word("ADD"), word("COLUMN")};
    sql.insert(sql.end(), column.tokens.begin(), column.tokens.end());
    add(sql);
    for (const std::string& also : column.also) statement_.sql.push_back(also);
    return {};
  }

  Status add_key(const Tokens& action, bool is_unique, std::string name) {
    std::size_t i = 1;
    if (i < action.size() && (action[i].is("key") || action[i].is("index"))) ++i;
    if (i < action.size() && action[i].is_name()) name = action[i++].text;
    const Tokens columns =
        without_lengths({action.begin() + static_cast<std::ptrdiff_t>(i), action.end()});
    if (columns.size() < 3) return syntax_error(context_.dialect, action.back().text);
    if (name.empty()) {
      name = mysql_ ? columns[1].text : fmt::format("{}_{}_key", table_, columns[1].text);
    }
    Tokens sql = {word("CREATE")};
    if (is_unique) sql.push_back(word("UNIQUE"));
    sql.insert(sql.end(), {word("INDEX"), quoted(index_name(context_.dialect, table_, name)),
                           word("ON"), quoted(table_)});
    sql.insert(sql.end(), columns.begin(), columns.end());
    add(sql);
    return {};
  }

  Status drop_from_table(const Tokens& action) {
    const Token& what = action[1];
    if (what.is("primary") || what.is("foreign") || what.is("check")) {
      return no_equivalent(context_.dialect, "ALTER TABLE … DROP " + what.text);
    }
    const bool is_index = what.is("index") || what.is("key") || what.is("constraint");
    const bool has_word = is_index || what.is("column");
    if (action.size() < (has_word ? 3 : 2)) return unexpected();
    const std::string& name = action[has_word ? 2 : 1].text;
    if (is_index) {
      add({word("DROP"), word("INDEX"), quoted(index_name(context_.dialect, table_, name))});
    } else {
      add({word("ALTER"), word("TABLE"), quoted(table_), word("DROP"), word("COLUMN"),
           quoted(name)});
    }
    return {};
  }

  Status rename_in_table(const Tokens& action) {
    Tokens sql = {word("ALTER"), word("TABLE"), quoted(table_)};
    sql.insert(sql.end(), action.begin(), action.end());
    add(sql);
    return {};
  }

  const TranslationContext& context_;
  const bool mysql_;
  const Tokens& in_;
  std::size_t at_ = 0;
  std::string table_;
  Statement statement_;
};

}  // namespace

Result<Statement> translate_definition(const TranslationContext& context, const Tokens& tokens) {
  const bool is_table = tokens.size() > 1 && tokens[0].is("create") &&
                        (tokens[1].is("table") || tokens[1].is("temporary") ||
                         tokens[1].is("temp") || tokens[1].is("unlogged"));
  if (is_table) return translate_create_table(context, tokens);
  return Definition(context, tokens).run();
}

}  // namespace emu::rdsdata
