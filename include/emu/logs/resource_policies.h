// Resource policies: which AWS services may write to log groups. Include <emu/logs.h>.
//
// They count for services only, and for CreateLogStream and PutLogEvents; what users and roles may
// do is IAM's.
// Source: Amazon CloudWatch Logs API Reference, the page of each operation.
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::logs {

// How far a policy reaches.
namespace policy_scopes {
inline constexpr const char* kAccount = "ACCOUNT";    // all groups of the account and region
inline constexpr const char* kResource = "RESOURCE";  // one group
}  // namespace policy_scopes

struct ResourcePolicy {
  std::string policy_name = {};
  std::string policy_document = {};
  std::int64_t last_updated_time = 0;
  std::string policy_scope = {};
  std::string resource_arn = {};  // these two: of a group's only
  std::string revision_id = {};
  static void describe(StructureShape<ResourcePolicy>& s);
};

struct PutResourcePolicyResult {
  std::optional<ResourcePolicy> resource_policy = {};
  std::string revision_id = {};
  static void describe(StructureShape<PutResourcePolicyResult>& s);
};

// Makes or replaces a policy: one of up to ten of the account by its name, or the one of a group by
// the group's ARN. Replacing a group's takes its revision id.
struct PutResourcePolicy {
  static constexpr OperationName kOperation{"logs", "PutResourcePolicy"};
  using Result = PutResourcePolicyResult;
  std::string policy_name = {};
  std::string policy_document = {};
  std::string resource_arn = {};
  std::string expected_revision_id = {};
  static void describe(StructureShape<PutResourcePolicy>& s);
};

struct DescribeResourcePoliciesResult {
  std::vector<ResourcePolicy> resource_policies = {};  // by name, or by group
  std::string next_token = {};
  static void describe(StructureShape<DescribeResourcePoliciesResult>& s);
};

struct DescribeResourcePolicies {
  static constexpr OperationName kOperation{"logs", "DescribeResourcePolicies"};
  using Result = DescribeResourcePoliciesResult;
  std::string next_token = {};
  std::optional<std::int32_t> limit = {};  // 1–50, by default 50
  std::string resource_arn = {};           // only that group's
  std::string policy_scope = {};           // one of policy_scopes; ACCOUNT when absent
  static void describe(StructureShape<DescribeResourcePolicies>& s);
};

struct DeleteResourcePolicy {
  static constexpr OperationName kOperation{"logs", "DeleteResourcePolicy"};
  using Result = Nothing;
  std::string policy_name = {};
  std::string resource_arn = {};
  std::string expected_revision_id = {};
  static void describe(StructureShape<DeleteResourcePolicy>& s);
};

}  // namespace emu::logs
