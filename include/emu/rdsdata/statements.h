// ExecuteStatement, BatchExecuteStatement. Include <emu/rdsdata.h>.
#pragma once

#include <emu/blob.h>
#include <emu/given_empty.h>
#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::rdsdata {

// Arrays are refused, as the API does.
struct ArrayValue {
  std::vector<std::int64_t> long_values = {};
  std::vector<double> double_values = {};
  std::vector<std::string> string_values = {};
  static void describe(StructureShape<ArrayValue>& s);
};

struct Field {
  std::optional<bool> is_null = {};
  std::optional<bool> boolean_value = {};
  std::optional<std::int64_t> long_value = {};
  std::optional<double> double_value = {};
  std::optional<std::string> string_value = {};
  std::optional<Blob> blob_value = {};
  std::optional<ArrayValue> array_value = {};
  static void describe(StructureShape<Field>& s);
};

struct SqlParameter {
  std::optional<std::string> name = {};
  std::optional<Field> value = {};
  std::optional<std::string> type_hint = {};
  static void describe(StructureShape<SqlParameter>& s);
};

struct ResultSetOptions {
  std::optional<std::string> decimal_return_type = {};
  std::optional<std::string> long_return_type = {};
  static void describe(StructureShape<ResultSetOptions>& s);
};

struct ColumnMetadata {
  std::string name = {};
  std::optional<std::int32_t> type = {};
  std::string type_name = {};
  std::string label = {};
  std::string schema_name = {};
  std::string table_name = {};
  std::optional<bool> is_auto_increment = {};
  std::optional<bool> is_signed = {};
  std::optional<bool> is_currency = {};
  std::optional<bool> is_case_sensitive = {};
  std::optional<std::int32_t> nullable = {};
  std::optional<std::int32_t> precision = {};
  std::optional<std::int32_t> scale = {};
  std::optional<std::int32_t> array_base_column_type = {};
  static void describe(StructureShape<ColumnMetadata>& s);
};

struct ExecuteStatementResult {
  std::vector<std::vector<Field>> records = {};
  std::vector<ColumnMetadata> column_metadata = {};
  std::optional<std::int64_t> number_of_records_updated = {};
  std::vector<Field> generated_fields = {};
  std::string formatted_records = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<ExecuteStatementResult>& s);
};

struct ExecuteStatement {
  static constexpr OperationName kOperation{"rdsdata", "ExecuteStatement", "POST", "/Execute"};
  using Result = ExecuteStatementResult;
  std::string resource_arn;
  std::string secret_arn;
  std::string sql;
  std::optional<std::string> database = {};
  std::optional<std::string> schema = {};
  std::vector<SqlParameter> parameters = {};
  std::optional<std::string> transaction_id = {};
  std::optional<bool> include_result_metadata = {};
  std::optional<bool> continue_after_timeout = {};
  std::optional<ResultSetOptions> result_set_options = {};
  std::optional<std::string> format_records_as = {};
  static void describe(StructureShape<ExecuteStatement>& s);
};

struct UpdateResult {
  std::vector<Field> generated_fields = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<UpdateResult>& s);
};

struct BatchExecuteStatementResult {
  std::vector<UpdateResult> update_results = {};
  GivenEmpty given_empty = {};
  static void describe(StructureShape<BatchExecuteStatementResult>& s);
};

struct BatchExecuteStatement {
  static constexpr OperationName kOperation{"rdsdata", "BatchExecuteStatement", "POST",
                                            "/BatchExecute"};
  using Result = BatchExecuteStatementResult;
  std::string resource_arn;
  std::string secret_arn;
  std::string sql;
  std::optional<std::string> database = {};
  std::optional<std::string> schema = {};
  std::vector<std::vector<SqlParameter>> parameter_sets = {};
  std::optional<std::string> transaction_id = {};
  static void describe(StructureShape<BatchExecuteStatement>& s);
};

}  // namespace emu::rdsdata
