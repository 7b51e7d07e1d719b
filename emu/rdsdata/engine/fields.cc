#include "rdsdata/engine/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "core/json/json_view.h"
#include "core/text/ascii.h"
#include "rdsdata/engine/dates.h"
#include "rdsdata/errors.h"
#include "rdsdata/limits.h"

namespace emu::rdsdata {

namespace {

using Kind = ColumnType::Kind;

struct KnownType {
  std::string_view declared;
  Kind kind;
  int jdbc_type;
  std::string_view mysql;
  std::string_view postgresql;
  int precision;
};

constexpr KnownType kTypes[] = {
    {"bool", Kind::kBoolean, -7, "BIT", "bool", 1},
    {"boolean", Kind::kBoolean, -7, "BIT", "bool", 1},
    {"bit", Kind::kBoolean, -7, "BIT", "bit", 1},
    {"tinyint", Kind::kInteger, -6, "TINYINT", "int2", 3},
    {"smallint", Kind::kInteger, 5, "SMALLINT", "int2", 5},
    {"int2", Kind::kInteger, 5, "SMALLINT", "int2", 5},
    {"mediumint", Kind::kInteger, 4, "MEDIUMINT", "int4", 7},
    {"int", Kind::kInteger, 4, "INT", "int4", 10},
    {"integer", Kind::kInteger, 4, "INT", "int4", 10},
    {"int4", Kind::kInteger, 4, "INT", "int4", 10},
    {"bigint", Kind::kInteger, -5, "BIGINT", "int8", 19},
    {"int8", Kind::kInteger, -5, "BIGINT", "int8", 19},
    {"year", Kind::kInteger, 91, "YEAR", "int4", 4},
    {"float", Kind::kReal, 7, "FLOAT", "float8", 12},
    {"real", Kind::kReal, 8, "DOUBLE", "float4", 22},
    {"double", Kind::kReal, 8, "DOUBLE", "float8", 22},
    {"float4", Kind::kReal, 7, "FLOAT", "float4", 8},
    {"float8", Kind::kReal, 8, "DOUBLE", "float8", 17},
    {"decimal", Kind::kDecimal, 3, "DECIMAL", "numeric", 10},
    {"numeric", Kind::kDecimal, 3, "DECIMAL", "numeric", 10},
    {"dec", Kind::kDecimal, 3, "DECIMAL", "numeric", 10},
    {"char", Kind::kText, 1, "CHAR", "bpchar", 1},
    {"character", Kind::kText, 1, "CHAR", "bpchar", 1},
    {"varchar", Kind::kText, 12, "VARCHAR", "varchar", 255},
    {"date", Kind::kText, 91, "DATE", "date", 10},
    {"time", Kind::kText, 92, "TIME", "time", 8},
    {"datetime", Kind::kText, 93, "DATETIME", "timestamp", 19},
    {"timestamp", Kind::kText, 93, "TIMESTAMP", "timestamp", 29},
    {"timestamptz", Kind::kText, 93, "TIMESTAMP", "timestamptz", 35},
    {"json", Kind::kText, -1, "JSON", "json", 0},
    {"jsonb", Kind::kText, 1111, "JSON", "jsonb", 0},
    {"uuid", Kind::kText, 1111, "CHAR", "uuid", 36},
    {"text", Kind::kText, -1, "TEXT", "text", 65535},
    {"tinytext", Kind::kText, 12, "TINYTEXT", "text", 255},
    {"mediumtext", Kind::kText, -1, "MEDIUMTEXT", "text", 16777215},
    {"longtext", Kind::kText, -1, "LONGTEXT", "text", 2147483647},
    {"blob", Kind::kBytes, -4, "BLOB", "bytea", 65535},
    {"longblob", Kind::kBytes, -4, "LONGBLOB", "bytea", 2147483647},
    {"mediumblob", Kind::kBytes, -4, "MEDIUMBLOB", "bytea", 16777215},
    {"tinyblob", Kind::kBytes, -4, "TINYBLOB", "bytea", 255},
    {"binary", Kind::kBytes, -2, "BINARY", "bytea", 1},
    {"varbinary", Kind::kBytes, -3, "VARBINARY", "bytea", 255},
    {"bytea", Kind::kBytes, -2, "BLOB", "bytea", 2147483647},
};

// The numbers in "DECIMAL(10, 2)", which may also be those of a query that made the table.
void read_size(std::string_view declared, ColumnType& type) {
  const auto open = declared.find('(');
  if (open == declared.npos) return;
  std::string_view rest = declared.substr(open + 1);
  std::string_view first = trim(take_until(rest, ','));
  std::from_chars(first.data(), first.data() + first.size(), type.precision);
  rest = trim(rest);
  std::from_chars(rest.data(), rest.data() + rest.size(), type.scale);
  type.scale = std::clamp(type.scale, 0, kScaleMax);
}

// With as many digits behind the point as the column has.
Field decimal_field(sqlite3_stmt* statement, int column, const ColumnType& type,
                    const ReturnTypes& wanted) {
  const bool is_whole = sqlite3_column_type(statement, column) == SQLITE_INTEGER;
  if (wanted.decimals_as_numbers && type.scale == 0) {
    return {.long_value = sqlite3_column_int64(statement, column)};
  }
  if (wanted.decimals_as_numbers) return {.double_value = sqlite3_column_double(statement, column)};
  if (is_whole && type.scale == 0)
    return {.string_value = std::string(column_text(statement, column))};
  return {.string_value =
              fmt::format("{:.{}f}", sqlite3_column_double(statement, column), type.scale)};
}

Field long_field(std::int64_t value, const ReturnTypes& wanted) {
  if (wanted.longs_as_text) return {.string_value = std::to_string(value)};
  return {.long_value = value};
}

bool fits_hint(std::string_view hint, const std::string& text) {
  if (hint == "DATE") return text.size() == 10 && read_date(text);
  if (hint == "TIMESTAMP") return read_date(text).has_value();
  if (hint == "TIME") return read_date("2000-01-01 " + text).has_value();
  if (hint == "UUID") return text.size() == 36 && text[8] == '-' && text[13] == '-';
  std::string why;
  if (hint == "JSON") return JsonDocument::parse(text, why).has_value();
  double number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc() && end == text.data() + text.size();
}

Status bind_field(sqlite3_stmt* statement, int index, const SqlParameter& parameter) {
  const Field none{.is_null = true};
  const Field& field = parameter.value ? *parameter.value : none;
  if (field.array_value) return array_parameters();
  if (field.string_value) {
    if (parameter.type_hint && !fits_hint(*parameter.type_hint, *field.string_value)) {
      return error(errors::kBadRequestException,
                   fmt::format("The value of parameter {} is not a valid {}.",
                               parameter.name.value_or(""), *parameter.type_hint));
    }
    sqlite3_bind_text64(statement, index, field.string_value->data(), field.string_value->size(),
                        SQLITE_STATIC, SQLITE_UTF8);
  } else if (field.blob_value) {
    sqlite3_bind_blob64(statement, index, field.blob_value->empty() ? "" : field.blob_value->data(),
                        field.blob_value->size(), SQLITE_STATIC);
  } else if (field.long_value) {
    sqlite3_bind_int64(statement, index, *field.long_value);
  } else if (field.double_value) {
    sqlite3_bind_double(statement, index, *field.double_value);
  } else if (field.boolean_value) {
    sqlite3_bind_int(statement, index, *field.boolean_value ? 1 : 0);
  } else {
    sqlite3_bind_null(statement, index);
  }
  return {};
}

}  // namespace

ColumnType column_type(const Dialect& dialect, std::string_view declared) {
  const std::string text = lower_case(declared);
  const std::string word = text.substr(0, text.find_first_of(" ("));
  ColumnType type;
  for (const KnownType& known : kTypes) {
    if (known.declared != word) continue;
    type = {.kind = known.kind,
            .name = std::string(dialect.is_mysql() ? known.mysql : known.postgresql),
            .jdbc_type = known.jdbc_type,
            .precision = known.precision};
  }
  if (type.name.empty()) {
    type.name = word;
    return type;
  }
  if (text.starts_with("character varying")) type = column_type(dialect, "varchar");
  read_size(text, type);
  // MySQL has no truth values of its own.
  const bool is_flag = dialect.is_mysql() && word == "tinyint" && type.precision == 1;
  if (is_flag) type = column_type(dialect, "bit");
  return type;
}

Field field_of(sqlite3_stmt* statement, int column, const ColumnType& type,
               const ReturnTypes& wanted) {
  const int stored = sqlite3_column_type(statement, column);
  if (stored == SQLITE_NULL) return {.is_null = true};
  if (stored == SQLITE_BLOB) {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
    return {.blob_value = Blob(std::string(bytes == nullptr ? "" : bytes, size))};
  }
  if (type.kind == Kind::kText || stored == SQLITE_TEXT) {
    return {.string_value = std::string(column_text(statement, column))};
  }
  if (type.kind == Kind::kBoolean) {
    return {.boolean_value = sqlite3_column_int(statement, column) != 0};
  }
  if (type.kind == Kind::kDecimal) return decimal_field(statement, column, type, wanted);
  if (type.kind == Kind::kReal || stored == SQLITE_FLOAT) {
    return {.double_value = sqlite3_column_double(statement, column)};
  }
  return long_field(sqlite3_column_int64(statement, column), wanted);
}

std::size_t size_of(sqlite3_stmt* statement, int column) {
  const int stored = sqlite3_column_type(statement, column);
  if (stored != SQLITE_TEXT && stored != SQLITE_BLOB) return 0;
  return static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
}

std::size_t bytes_of(const Field& field) {
  constexpr std::size_t kNumber = 8;
  if (field.string_value) return field.string_value->size();
  if (field.blob_value) return field.blob_value->size();
  return kNumber;
}

Status bind(sqlite3_stmt* statement, const std::vector<SqlParameter>& parameters) {
  const int count = sqlite3_bind_parameter_count(statement);
  if (count == 0) return {};
  // The last one of a name counts.
  std::unordered_map<std::string_view, const SqlParameter*> by_name;
  for (const SqlParameter& each : parameters) {
    if (each.name) by_name.insert_or_assign(*each.name, &each);
  }
  for (int index = 1; index <= count; ++index) {
    const char* sql_name = sqlite3_bind_parameter_name(statement, index);
    const std::string_view name = sql_name == nullptr ? "?" : sql_name + 1;
    const auto found = by_name.find(name);
    if (found == by_name.end()) return missing_parameter(name);
    EMU_CHECK(bind_field(statement, index, *found->second));
  }
  return {};
}

// Nullable: 0 no, 1 yes, 2 unknown, as JDBC has it.
ColumnMetadata metadata_of(Connection& connection, sqlite3_stmt* statement, int column,
                           const ColumnType& type) {
  const auto text = [](const char* value) { return std::string(value == nullptr ? "" : value); };
  const std::string table = text(sqlite3_column_table_name(statement, column));
  const std::string origin = text(sqlite3_column_origin_name(statement, column));
  const std::string label = text(sqlite3_column_name(statement, column));
  int not_null = 0;
  int is_key = 0;
  int is_automatic = 0;
  if (!origin.empty()) {
    sqlite3_table_column_metadata(connection.handle(), "main", table.c_str(), origin.c_str(),
                                  nullptr, nullptr, &not_null, &is_key, &is_automatic);
  }
  const bool is_number =
      type.kind == Kind::kInteger || type.kind == Kind::kReal || type.kind == Kind::kDecimal;
  ColumnMetadata metadata{.name = origin.empty() ? label : origin,
                          .type = type.jdbc_type,
                          .type_name = type.name,
                          .label = label,
                          .schema_name = {},
                          .table_name = table};
  metadata.is_auto_increment = is_automatic != 0;
  metadata.is_signed = is_number;
  metadata.is_currency = false;
  metadata.is_case_sensitive = type.kind == Kind::kText && !connection.dialect().is_mysql();
  metadata.nullable = origin.empty() ? 2 : not_null != 0 || is_key != 0 ? 0 : 1;
  metadata.precision = type.precision;
  metadata.scale = type.scale;
  metadata.array_base_column_type = 0;
  return metadata;
}

}  // namespace emu::rdsdata
