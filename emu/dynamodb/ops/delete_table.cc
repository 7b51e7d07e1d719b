#include <string_view>

#include "dynamodb/errors.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

Error table_is_protected() {
  return validation(
      "Resource cannot be deleted as it is currently protected against deletion. Disable deletion "
      "protection first.");
}

// What is left to say of a table that goes. Source: Amazon DynamoDB API Reference, "DeleteTable",
// the example.
TableDescription describe_deleted(const Table& table, Time now) {
  const TableDescription all = describe(table, now);
  return {.table_name = all.table_name,
          .table_status = table_statuses::kDeleting,
          .provisioned_throughput = all.provisioned_throughput,
          .table_arn = all.table_arn,
          .table_id = all.table_id,
          .deletion_protection_enabled = all.deletion_protection_enabled};
}

}  // namespace

// Source: Amazon DynamoDB API Reference, "DeleteTable".
Result<DeleteTableResult> Dynamodb::delete_table(Call& call, const DeleteTable& in) {
  EMU_TRY(Table* const table, table_named(call, in.table_name));
  const std::string_view status = table->settings.status(world_.now());
  if (status == table_statuses::kCreating || status == table_statuses::kUpdating) {
    return table_in_use(table->settings.name, status);
  }
  // Deleting what is being deleted is no error.
  if (status == table_statuses::kActive) {
    if (table->settings.is_protected) return table_is_protected();
    // Source: Amazon DynamoDB API Reference, "DeleteTable": the stream goes on as a disabled one.
    if (table->stream) disable_stream(*table);
    end_expiry(*table);
    begin_change(table->settings, table_statuses::kDeleting);
  }
  return DeleteTableResult{.table_description = describe_deleted(*table, world_.now())};
}

}  // namespace emu::dynamodb
