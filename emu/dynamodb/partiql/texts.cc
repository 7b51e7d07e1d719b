#include "dynamodb/partiql/texts.h"

#include <fmt/format.h>

#include <utility>

#include "dynamodb/errors.h"

namespace emu::dynamodb::partiql {

Error not_well_formed(std::string_view why) {
  return validation(fmt::format("Statement wasn't well formed, can't be processed: {}", why));
}

Error parameters_do_not_match() {
  return validation("Number of parameters in request and statement don't match.");
}

Error keys_missing_in_where() {
  return validation("Where clause does not contain a mandatory equality on all key attributes");
}

Error order_without_where() {
  return validation("Must have WHERE clause in the statement when using ORDER BY clause.");
}

Error order_without_hash_key() {
  return validation(
      "Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY "
      "clause.");
}

Error order_by_no_key(std::string_view attribute) {
  return validation(fmt::format(
      "Variable reference {} in ORDER BY clause must be part of the primary key", attribute));
}

Error token_does_not_fit() { return validation("The NextToken is not of this statement"); }

Error reads_and_writes_mixed() {
  return validation("Mixing read and write operations in one request is not supported.");
}

Error exists_outside_transaction() {
  return validation("Unsupported operation: EXISTS can only be used in ExecuteTransaction");
}

Error several_items() {
  return validation("A SELECT in a batch or a transaction must be of one item by its whole key");
}

Error writes_to_index() {
  return validation("An index can only be read: name the table in a statement that writes");
}

Error in_statement(Error error) {
  constexpr std::string_view kEnd = "Expression: ";
  const std::size_t end = error.message.find(kEnd);
  if (error.message.starts_with("Invalid ") && end != std::string::npos) {
    error.message.erase(0, end + kEnd.size());
  }
  return error;
}

Status in_statement(Status status) {
  if (status) return status;
  return in_statement(std::move(status.error()));
}

}  // namespace emu::dynamodb::partiql
