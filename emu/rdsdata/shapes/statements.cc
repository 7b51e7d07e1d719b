#include <emu/describe.h>
#include <emu/rdsdata/statements.h>

namespace emu::rdsdata {

void ArrayValue::describe(StructureShape<ArrayValue>& s) {
  s.member("longValues", &ArrayValue::long_values);
  s.member("doubleValues", &ArrayValue::double_values);
  s.member("stringValues", &ArrayValue::string_values);
}

void Field::describe(StructureShape<Field>& s) {
  s.member("isNull", &Field::is_null);
  s.member("booleanValue", &Field::boolean_value);
  s.member("longValue", &Field::long_value);
  s.member("doubleValue", &Field::double_value);
  s.member("stringValue", &Field::string_value);
  s.member("blobValue", &Field::blob_value);
  s.member("arrayValue", &Field::array_value);
}

void SqlParameter::describe(StructureShape<SqlParameter>& s) {
  s.member("name", &SqlParameter::name);
  s.member("value", &SqlParameter::value);
  s.member("typeHint", &SqlParameter::type_hint)
      .one_of({"JSON", "UUID", "TIMESTAMP", "DATE", "TIME", "DECIMAL"});
}

void ResultSetOptions::describe(StructureShape<ResultSetOptions>& s) {
  s.member("decimalReturnType", &ResultSetOptions::decimal_return_type)
      .one_of({"STRING", "DOUBLE_OR_LONG"});
  s.member("longReturnType", &ResultSetOptions::long_return_type).one_of({"STRING", "LONG"});
}

void ColumnMetadata::describe(StructureShape<ColumnMetadata>& s) {
  s.member("name", &ColumnMetadata::name);
  s.member("type", &ColumnMetadata::type);
  s.member("typeName", &ColumnMetadata::type_name);
  s.member("label", &ColumnMetadata::label);
  s.member("schemaName", &ColumnMetadata::schema_name);
  s.member("tableName", &ColumnMetadata::table_name);
  s.member("isAutoIncrement", &ColumnMetadata::is_auto_increment);
  s.member("isSigned", &ColumnMetadata::is_signed);
  s.member("isCurrency", &ColumnMetadata::is_currency);
  s.member("isCaseSensitive", &ColumnMetadata::is_case_sensitive);
  s.member("nullable", &ColumnMetadata::nullable);
  s.member("precision", &ColumnMetadata::precision);
  s.member("scale", &ColumnMetadata::scale);
  s.member("arrayBaseColumnType", &ColumnMetadata::array_base_column_type);
}

void ExecuteStatementResult::describe(StructureShape<ExecuteStatementResult>& s) {
  s.member("records", &ExecuteStatementResult::records);
  s.member("columnMetadata", &ExecuteStatementResult::column_metadata);
  s.member("numberOfRecordsUpdated", &ExecuteStatementResult::number_of_records_updated);
  s.member("generatedFields", &ExecuteStatementResult::generated_fields);
  s.member("formattedRecords", &ExecuteStatementResult::formatted_records);
}

void ExecuteStatement::describe(StructureShape<ExecuteStatement>& s) {
  s.member("resourceArn", &ExecuteStatement::resource_arn).required().range(11, 2048);
  s.member("secretArn", &ExecuteStatement::secret_arn).required().range(11, 2048);
  s.member("sql", &ExecuteStatement::sql).required().range(0, 65536);
  s.member("database", &ExecuteStatement::database).range(0, 64);
  s.member("schema", &ExecuteStatement::schema).range(0, 64);
  s.member("parameters", &ExecuteStatement::parameters);
  s.member("transactionId", &ExecuteStatement::transaction_id).range(0, 192);
  s.member("includeResultMetadata", &ExecuteStatement::include_result_metadata);
  s.member("continueAfterTimeout", &ExecuteStatement::continue_after_timeout);
  s.member("resultSetOptions", &ExecuteStatement::result_set_options);
  s.member("formatRecordsAs", &ExecuteStatement::format_records_as).one_of({"NONE", "JSON"});
}

void UpdateResult::describe(StructureShape<UpdateResult>& s) {
  s.member("generatedFields", &UpdateResult::generated_fields);
}

void BatchExecuteStatementResult::describe(StructureShape<BatchExecuteStatementResult>& s) {
  s.member("updateResults", &BatchExecuteStatementResult::update_results);
}

void BatchExecuteStatement::describe(StructureShape<BatchExecuteStatement>& s) {
  s.member("resourceArn", &BatchExecuteStatement::resource_arn).required().range(11, 2048);
  s.member("secretArn", &BatchExecuteStatement::secret_arn).required().range(11, 2048);
  s.member("sql", &BatchExecuteStatement::sql).required().range(0, 65536);
  s.member("database", &BatchExecuteStatement::database).range(0, 64);
  s.member("schema", &BatchExecuteStatement::schema).range(0, 64);
  s.member("parameterSets", &BatchExecuteStatement::parameter_sets);
  s.member("transactionId", &BatchExecuteStatement::transaction_id).range(0, 192);
}

}  // namespace emu::rdsdata

namespace emu {
EMU_DESCRIBED(rdsdata::ArrayValue);
EMU_DESCRIBED(rdsdata::Field);
EMU_DESCRIBED(rdsdata::SqlParameter);
EMU_DESCRIBED(rdsdata::ResultSetOptions);
EMU_DESCRIBED(rdsdata::ColumnMetadata);
EMU_DESCRIBED(rdsdata::ExecuteStatementResult);
EMU_DESCRIBED_OPERATION(rdsdata::ExecuteStatement);
EMU_DESCRIBED(rdsdata::UpdateResult);
EMU_DESCRIBED(rdsdata::BatchExecuteStatementResult);
EMU_DESCRIBED_OPERATION(rdsdata::BatchExecuteStatement);
}  // namespace emu
