// Resource policies of tables and streams: what others may do with them, those of other accounts
// among them.
//
//   aws.send(dynamodb::PutResourcePolicy{.resource_arn = table_arn, .policy = R"({…})"}).value();
//
// IAM decides by the policy at once; AWS promises it for some seconds later. A policy of a table is
// that of its indexes, too. Source: Amazon DynamoDB API Reference, the pages of the operations.
#pragma once

#include <emu/given_empty.h>
#include <emu/shape.h>

#include <optional>
#include <string>

namespace emu::dynamodb {

struct PutResourcePolicyResult {
  std::string revision_id = {};
  static void describe(StructureShape<PutResourcePolicyResult>& s);
};

// Fails with PolicyNotFoundException when another revision was expected, with ValidationException
// for a policy that is malformed, longer than 20 KB, about something else, or that would keep the
// caller from changing it again, unless that is confirmed. The same policy again keeps its
// revision.
struct PutResourcePolicy {
  static constexpr OperationName kOperation{"dynamodb", "PutResourcePolicy"};
  using Result = PutResourcePolicyResult;
  std::string resource_arn;
  std::string policy;
  std::optional<std::string> expected_revision_id = {};  // or NO_POLICY: there is none yet
  bool confirm_remove_self_resource_access = false;
  GivenEmpty given_empty = {};
  static void describe(StructureShape<PutResourcePolicy>& s);
};

struct GetResourcePolicyResult {
  std::string policy = {};
  std::string revision_id = {};
  static void describe(StructureShape<GetResourcePolicyResult>& s);
};

// Fails with PolicyNotFoundException.
struct GetResourcePolicy {
  static constexpr OperationName kOperation{"dynamodb", "GetResourcePolicy"};
  using Result = GetResourcePolicyResult;
  std::string resource_arn;
  static void describe(StructureShape<GetResourcePolicy>& s);
};

struct DeleteResourcePolicyResult {
  std::string revision_id = {};  // of the policy that was there; empty when there was none
  static void describe(StructureShape<DeleteResourcePolicyResult>& s);
};

struct DeleteResourcePolicy {
  static constexpr OperationName kOperation{"dynamodb", "DeleteResourcePolicy"};
  using Result = DeleteResourcePolicyResult;
  std::string resource_arn;
  std::optional<std::string> expected_revision_id = {};
  static void describe(StructureShape<DeleteResourcePolicy>& s);
};

}  // namespace emu::dynamodb
