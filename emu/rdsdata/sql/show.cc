// SHOW TABLES, SHOW DATABASES, SHOW COLUMNS, SHOW INDEX and DESCRIBE.
#include <fmt/format.h>

#include "rdsdata/errors.h"
#include "rdsdata/sql/translate.h"

namespace emu::rdsdata {

namespace {

std::string sql_of(const Token& token) { return to_sql(std::span(&token, 1)); }

Result<Statement> columns_of(const TranslationContext& context, const Tokens& tokens,
                             std::size_t i) {
  EMU_TRY(const std::string table, read_table_name(context, tokens, i));
  if (context.tables.columns_of(table).empty()) {
    return no_such_table(context.dialect, context.database, table);
  }
  return Statement{.sql = {fmt::format("SELECT name AS \"Field\", lower(type) AS \"Type\", "
                                       "iif(\"notnull\" OR pk, 'NO', 'YES') AS \"Null\", "
                                       "iif(pk, 'PRI', '') AS \"Key\", dflt_value AS \"Default\", "
                                       "'' AS \"Extra\" FROM pragma_table_info({})",
                                       sql_of(string_token(table)))}};
}

}  // namespace

Result<Statement> translate_show(const TranslationContext& context, const Tokens& tokens) {
  if (!context.dialect.is_mysql()) return no_equivalent(context.dialect, tokens[0].text);
  if (!tokens[0].is("show")) return columns_of(context, tokens, 1);
  const std::size_t i = token_at(tokens, 1).is("full") ? 2 : 1;
  if (token_at(tokens, i).is("tables")) {
    return Statement{
        .sql = {fmt::format("SELECT table_name AS {} FROM \"information_schema.tables\" ORDER BY 1",
                            sql_of(quoted(fmt::format("Tables_in_{}", context.database))))}};
  }
  if (token_at(tokens, i).is("databases") || token_at(tokens, i).is("schemas")) {
    return Statement{.sql = {"SELECT schema_name AS \"Database\" FROM "
                             "\"information_schema.schemata\" ORDER BY 1"}};
  }
  if (token_at(tokens, i).is("columns") || token_at(tokens, i).is("fields")) {
    return columns_of(context, tokens, i + 2);
  }
  return no_equivalent(context.dialect, "SHOW " + token_at(tokens, i).text);
}

}  // namespace emu::rdsdata
