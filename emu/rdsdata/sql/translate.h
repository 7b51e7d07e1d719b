// From MySQL's and PostgreSQL's spelling to SQLite's.
//
//   translate({.dialect = …, .database = "shop", .schema = tables},
//             "INSERT IGNORE INTO `stock` VALUES (:id, NOW())")
//   → INSERT OR IGNORE INTO "stock" VALUES ( :id , now ( ) )
//
// What SQLite has no equivalent for is refused by its name. emu/rdsdata/README.md lists both.
#pragma once

#include <emu/result.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rdsdata/sql/engine.h"
#include "rdsdata/sql/statement.h"
#include "rdsdata/sql/token.h"

namespace emu::rdsdata {

// What a translation has to know of the tables that are there.
class TableLookup {
 public:
  virtual ~TableLookup() = default;
  // In their order; empty when there is no such table.
  virtual std::vector<std::string> columns_of(std::string_view table) const = 0;
  // The expression that DEFAULT stands for.
  virtual std::string default_of(std::string_view table, std::string_view column) const = 0;
};

struct TranslationContext {
  const Dialect& dialect;
  std::string_view database;
  const TableLookup& tables;
};

// Errors: DatabaseErrorException.
Result<Statement> translate(const TranslationContext& context, std::string_view sql);

// The parts of it, each in a file of its own.

// Names, operators, casts and functions, wherever they stand. `statement` learns of FOR UPDATE.
Result<Tokens> translate_expressions(const TranslationContext& context, const Tokens& tokens,
                                     Statement& statement);
// The type that a value is cast to, as tokens behind a type's name are read; moves `at` behind it.
Token cast_type(const Tokens& tokens, std::size_t& at);

Result<Statement> translate_insert(const TranslationContext& context, Tokens tokens);
Result<Statement> translate_create_table(const TranslationContext& context, const Tokens& tokens);
Result<Statement> translate_definition(const TranslationContext& context, const Tokens& tokens);
Result<Statement> translate_show(const TranslationContext& context, const Tokens& tokens);

// A definition of a column, from `at` to the comma or bracket that ends it. Unique columns and
// changes with each update become statements of their own.
struct ColumnDefinition {
  std::string name = {};
  Tokens tokens = {};
  bool is_primary_key = false;
  bool is_auto_increment = false;
  std::vector<std::string> also = {};
};
Result<ColumnDefinition> translate_column(const TranslationContext& context, std::string_view table,
                                          const Tokens& tokens);

// The name of an index: MySQL's belong to their table, SQLite's to the database.
std::string index_name(const Dialect& dialect, std::string_view table, std::string_view index);

// Reads "a", "db.a" and "public.a"; moves `at` behind it.
// Errors: DatabaseErrorException for another database.
Result<std::string> read_table_name(const TranslationContext& context, const Tokens& tokens,
                                    std::size_t& at);

}  // namespace emu::rdsdata
