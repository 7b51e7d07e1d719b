// How requests name tables: by a name, which is of the caller's account, or by the table's ARN.
//
// Sources: Amazon DynamoDB API Reference, TableName of the operations; Developer Guide, "Naming
// rules" and "Resource-based policy considerations" (tables of other accounts are named by ARN).
#pragma once

#include <emu/result.h>

#include <optional>
#include <string>
#include <string_view>

#include "core/gate/call.h"

namespace emu::dynamodb {

// Whether the operation is one of those on tables that word what is wrong with TableName
// themselves, not by the rules of the API model. AWS does not document the text.
bool is_of_table(const Call& call);
Error table_name_of_wrong_length();

// Whether a text names a table of the caller's account and region, as most requests do.
bool is_plain_name(std::string_view name_or_arn);

// Refers to the request and the caller.
struct TableAddress {
  std::string_view account;
  std::string_view region;
  std::string_view name;
};

// Errors: ValidationException for an ARN that is no table's, ResourceNotFoundException for one of
// another region: a region does not know the tables of others.
Result<TableAddress> address_of(const Call& call, std::string_view name_or_arn);
// The same for a parameter that takes ARNs only, ResourceArn.
Result<TableAddress> address_of_arn(const Call& call, std::string_view arn);

// Nothing when the ARN is not one of a table.
std::optional<TableAddress> parse_table_arn(std::string_view arn);

// The ARN that the table has or would have; of what names no table, the text itself.
std::string arn_of_table(const Call& call, std::string_view name_or_arn);

}  // namespace emu::dynamodb
