// Between the API's fields and SQLite's values.
#pragma once

#include <emu/rdsdata.h>
#include <emu/result.h>
#include <sqlite3.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rdsdata/engine/connection.h"

namespace emu::rdsdata {

// What a column was declared as, or what an expression turned out to be.
struct ColumnType {
  enum class Kind : std::uint8_t {
    kUnknown,  // an expression: each value says what it is
    kBoolean,
    kInteger,
    kReal,
    kDecimal,
    kText,
    kBytes,
  };
  Kind kind = Kind::kUnknown;
  std::string name = {};  // as the database calls it: "VARCHAR", "int4"
  int jdbc_type = 0;      // of java.sql.Types
  int precision = 0;
  int scale = 0;
};

ColumnType column_type(const Dialect& dialect, std::string_view declared);

struct ReturnTypes {
  bool decimals_as_numbers = false;
  bool longs_as_text = false;
};

// The value of a column of the row that the statement stands at.
Field field_of(sqlite3_stmt* statement, int column, const ColumnType& type,
               const ReturnTypes& wanted);
// The bytes of a text or of bytes, before they are copied; 0 of everything else.
std::size_t size_of(sqlite3_stmt* statement, int column);
// About what it adds to an answer.
std::size_t bytes_of(const Field& field);

// Gives the parameters of a statement their values. They must outlive its run.
// Errors: BadRequestException for one that is missing or does not fit its hint.
Status bind(sqlite3_stmt* statement, const std::vector<SqlParameter>& parameters);

ColumnMetadata metadata_of(Connection& connection, sqlite3_stmt* statement, int column,
                           const ColumnType& type);

}  // namespace emu::rdsdata
