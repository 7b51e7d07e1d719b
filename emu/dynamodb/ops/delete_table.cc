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
    begin_change(table->settings, table_statuses::kDeleting);
  }
  DeleteTableResult result{.table_description = describe(*table, world_.now())};
  result.table_description.table_status = table_statuses::kDeleting;
  return result;
}

}  // namespace emu::dynamodb
