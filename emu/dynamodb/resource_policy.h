// What the operations on resource policies of tables and streams have in common.
//
// Source: Amazon DynamoDB Developer Guide, "Resource-based policy considerations". The texts of
// refusals are ours: AWS does not document its own.
#pragma once

#include <emu/result.h>

#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/stored_settings.h"

namespace emu::dynamodb {

// A table or a stream, and the place of its policy.
struct PolicyHolder {
  std::string_view arn;
  std::optional<ResourcePolicySettings>& policy;
};

// Whether a table or stream with that ARN may have the policy: a well-formed document whose
// statements have principals, actions of DynamoDB, and the table or its indexes, or the stream, as
// resources.
Status check_resource_policy(std::string_view json, std::string_view arn);

// A policy that was checked, of a revision after the one before.
ResourcePolicySettings new_policy(std::string json, Time now,
                                  const std::optional<ResourcePolicySettings>& before);

// Errors: PolicyNotFoundException.
Status check_revision(const std::optional<std::string>& expected, const PolicyHolder& holder);
Error policy_not_found(std::string_view arn);

// The ARN of the table that an ARN of it or of one of its indexes names.
std::string_view table_part(std::string_view arn);
// The ARN of the table that an ARN of a stream names; empty for any other.
std::string_view table_of_stream(std::string_view arn);

}  // namespace emu::dynamodb
