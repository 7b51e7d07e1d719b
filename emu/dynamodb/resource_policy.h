// What the operations on resource policies of tables have in common.
//
// Source: Amazon DynamoDB Developer Guide, "Resource-based policy considerations". The texts of
// refusals are ours: AWS does not document its own.
#pragma once

#include <emu/result.h>

#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/table.h"

namespace emu::dynamodb {

// Whether a table with that ARN may have the policy: a well-formed document whose statements have
// principals, actions of DynamoDB, and the table or its indexes as resources.
Status check_resource_policy(std::string_view json, std::string_view table_arn);

// A policy that was checked, of a revision after the one before.
ResourcePolicySettings new_policy(std::string json, Time now,
                                  const std::optional<ResourcePolicySettings>& before);

// Errors: PolicyNotFoundException.
Status check_revision(const std::optional<std::string>& expected, const Table& table);
Error policy_not_found(std::string_view table_arn);

// The ARN of the table that an ARN of it or of one of its indexes names.
std::string_view table_part(std::string_view arn);

}  // namespace emu::dynamodb
