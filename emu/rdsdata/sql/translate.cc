#include "rdsdata/sql/translate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/text/ascii.h"
#include "rdsdata/errors.h"
#include "rdsdata/limits.h"

namespace emu::rdsdata {

namespace {

constexpr std::array<std::string_view, 5> kDefinitions = {"create", "alter", "drop", "truncate",
                                                          "rename"};

// Translation and SQLite go as deep, on the small stack of a task.
std::size_t nesting_of(const Tokens& tokens) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (const Token& token : tokens) {
    if (token.is_symbol("(")) deepest = std::max(deepest, ++depth);
    if (token.is_symbol(")") && depth > 0) --depth;
  }
  return deepest;
}

// Not FOR UPDATE, nor the function REPLACE.
bool has_change(const Tokens& tokens) {
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.is("insert") || token.is("delete")) return true;
    if (token.is("update") && !tokens[i - 1].is("for")) return true;
    if (token.is("replace") && token_at(tokens, i + 1).is("into")) return true;
  }
  return false;
}

Result<Statement> translate_query(const TranslationContext& context, const Tokens& tokens) {
  Statement statement;
  // WITH may also begin a change.
  if (tokens.front().is("with") && has_change(tokens)) {
    statement.kind = Statement::Kind::kChange;
    statement.takes_lock = true;
  }
  EMU_TRY(const Tokens translated, translate_expressions(context, tokens, statement));
  statement.sql.push_back(to_sql(translated));
  return statement;
}

// The columns that SET sets have no qualifier in SQLite, and another name of the table needs AS.
Tokens for_update(const Tokens& tokens) {
  Tokens out;
  std::size_t depth = 0;
  bool in_set = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is_symbol("(")) ++depth;
    if (tokens[i].is_symbol(")") && depth > 0) --depth;
    if (depth == 0 && tokens[i].is("set")) in_set = true;
    const bool is_alias = !in_set && i > 1 && token_at(tokens, i + 1).is("set") &&
                          tokens[i - 1].is_name() && !tokens[i - 1].is("as");
    if (is_alias) out.push_back(word("AS"));
    if (depth == 0 && tokens[i].is("where")) in_set = false;
    const bool may_be_column =
        in_set && depth == 0 && (tokens[i].is("set") || tokens[i].is_symbol(","));
    out.push_back(tokens[i]);
    if (may_be_column && token_at(tokens, i + 2).is_symbol(".") &&
        token_at(tokens, i + 4).is_symbol("=")) {
      i += 2;
    }
  }
  return out;
}

Result<Statement> translate_change(const TranslationContext& context, const Tokens& tokens) {
  const bool is_update = tokens.front().is("update");
  std::size_t i = 1;
  if (context.dialect.is_mysql() && token_at(tokens, i).is("low_priority")) ++i;
  if (context.dialect.is_mysql() && token_at(tokens, i).is("ignore")) {
    return no_equivalent(context.dialect, is_update ? "UPDATE IGNORE" : "DELETE IGNORE");
  }
  if (is_update) {
    for (std::size_t j = i; j < tokens.size() && !tokens[j].is("set"); ++j) {
      if (tokens[j].is("join") || tokens[j].is_symbol(",")) {
        return no_equivalent(context.dialect, "UPDATE of several tables");
      }
    }
  } else if (!token_at(tokens, i).is("from") ||
             std::any_of(tokens.begin(), tokens.end(),
                         [](const Token& token) { return token.is("using"); })) {
    return no_equivalent(context.dialect, "DELETE from several tables");
  }
  Statement statement{.kind = Statement::Kind::kChange, .takes_lock = true};
  EMU_TRY(const Tokens translated,
          translate_expressions(context, is_update ? for_update(tokens) : tokens,
                                statement));
  statement.sql.push_back(to_sql(translated));
  return statement;
}

// The transaction itself belongs to the API's own operations.
Result<Statement> translate_savepoint(const TranslationContext& context, const Tokens& tokens) {
  std::size_t i = 1;
  std::string sql;
  Statement::Savepoint what = Statement::Savepoint::kGoBack;
  if (tokens[0].is("savepoint")) {
    sql = "SAVEPOINT ";
    what = Statement::Savepoint::kSet;
  } else if (tokens[0].is("release")) {
    sql = "RELEASE ";
    what = Statement::Savepoint::kRelease;
    if (token_at(tokens, i).is("savepoint")) ++i;
  } else {
    sql = "ROLLBACK TO ";
    while (token_at(tokens, i).is("work") || token_at(tokens, i).is("transaction")) ++i;
    if (!token_at(tokens, i).is("to")) {
      return no_equivalent(context.dialect,
                           "ROLLBACK as a statement (RollbackTransaction does it)");
    }
    ++i;
    if (token_at(tokens, i).is("savepoint")) ++i;
  }
  if (!token_at(tokens, i).is_name())
    return syntax_error(context.dialect, token_at(tokens, i).text);
  if (i + 1 < tokens.size()) return syntax_error(context.dialect, tokens[i + 1].text);
  const std::string& text = tokens[i].text;
  if (text.size() > kSavepointNameMax) return syntax_error(context.dialect, text);
  const Token name = quoted("s " + text);
  return Statement{.kind = Statement::Kind::kSavepoint,
                   .sql = {sql + to_sql(std::span(&name, 1))},
                   .takes_lock = true,
                   .savepoint = what,
                   .table = text};
}

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc()) return std::nullopt;
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (unit == "s") return number * 1000;
  if (unit == "min") return number * 60'000;
  return unit.empty() || unit == "ms" ? std::optional(number) : std::nullopt;
}

// SET [SESSION | LOCAL] innodb_lock_wait_timeout = 5 and lock_timeout = '5s' count; names,
// time zones in UTC and the like change nothing here.
Result<Statement> translate_set(const TranslationContext& context, const Tokens& tokens) {
  constexpr std::array<std::string_view, 5> kHarmless = {"names", "time_zone", "timezone",
                                                         "client_encoding", "sql_mode"};
  std::size_t i = 1;
  while (token_at(tokens, i).is("session") || token_at(tokens, i).is("local") ||
         token_at(tokens, i).is_symbol("@@")) {
    ++i;
    if (token_at(tokens, i).is_symbol(".")) ++i;
  }
  const Token& name = token_at(tokens, i);
  Statement statement{.kind = Statement::Kind::kSetting};
  if (name.is("innodb_lock_wait_timeout") || name.is("lock_timeout")) {
    const std::optional<std::int64_t> value = number_in(token_at(tokens, i + 2).text);
    if (!value || *value < 0) return syntax_error(context.dialect, token_at(tokens, i + 2).text);
    const std::int64_t millis = std::min<std::int64_t>(*value, 1'000'000'000);
    statement.lock_timeout = name.is("lock_timeout") ? std::chrono::milliseconds(millis)
                                                     : std::chrono::milliseconds(millis * 1000);
    return statement;
  }
  const bool is_harmless = std::any_of(kHarmless.begin(), kHarmless.end(),
                                       [&](std::string_view each) { return name.is(each); });
  if (is_harmless) return statement;
  return no_equivalent(context.dialect, "SET " + name.text);
}

}  // namespace

std::string index_name(const Dialect& dialect, std::string_view table, std::string_view index) {
  if (!dialect.is_mysql()) return std::string(index);
  return std::string(table).append(".").append(index);
}

Result<std::string> read_table_name(const TranslationContext& context, const Tokens& tokens,
                                    std::size_t& i) {
  if (!token_at(tokens, i).is_name())
    return syntax_error(context.dialect, token_at(tokens, i).text);
  if (!token_at(tokens, i + 1).is_symbol(".")) return tokens[i++].text;
  const std::string& schema = tokens[i].text;
  const bool is_own = context.dialect.is_mysql() ? schema == context.database
                                                 : equal_ignoring_case(schema, "public");
  if (!is_own) return no_equivalent(context.dialect, "the other schema " + schema);
  i += 2;
  if (!token_at(tokens, i).is_name())
    return syntax_error(context.dialect, token_at(tokens, i).text);
  return tokens[i++].text;
}

Result<Statement> translate(const TranslationContext& context, std::string_view sql) {
  EMU_TRY(Tokens tokens, tokenize(context.dialect, sql));
  while (!tokens.empty() && tokens.back().is_symbol(";")) tokens.pop_back();
  if (tokens.empty()) return empty_statement(context.dialect);
  if (std::any_of(tokens.begin(), tokens.end(),
                  [](const Token& token) { return token.is_symbol(";"); })) {
    return multi_statements();
  }
  if (nesting_of(tokens) > kNestingMax) {
    return no_equivalent(context.dialect, "brackets that deep");
  }
  if (selects_of(tokens) > kSelectsMax) {
    return no_equivalent(context.dialect, "that many SELECTs in a statement");
  }
  const Token first = tokens.front();
  if (first.is("select") || first.is("with") || first.is("values") || first.is_symbol("(")) {
    return translate_query(context, tokens);
  }
  if (first.is("insert") || (first.is("replace") && context.dialect.is_mysql())) {
    return translate_insert(context, std::move(tokens));
  }
  if (first.is("update") || first.is("delete")) return translate_change(context, tokens);
  if (std::any_of(kDefinitions.begin(), kDefinitions.end(),
                  [&](std::string_view each) { return first.is(each); })) {
    return translate_definition(context, tokens);
  }
  if (first.is("savepoint") || first.is("release") || first.is("rollback")) {
    return translate_savepoint(context, tokens);
  }
  if (first.is("show") || first.is("describe") || first.is("desc")) {
    return translate_show(context, tokens);
  }
  if (first.is("set")) return translate_set(context, tokens);
  if (first.kind != TokenKind::kWord) return syntax_error(context.dialect, first.text);
  return no_equivalent(context.dialect, first.text);
}

}  // namespace emu::rdsdata
