#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/resource_policy.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

namespace {

Error removes_own_access() {
  return validation(
      "The policy would keep you from changing it in the future. Set "
      "ConfirmRemoveSelfResourceAccess to confirm that.");
}

}  // namespace

// Source: Amazon DynamoDB API Reference, "PutResourcePolicy".
Result<PutResourcePolicyResult> Dynamodb::put_resource_policy(Call& call,
                                                              const PutResourcePolicy& in) {
  EMU_TRY(const PolicyHolder holder, settled_policy_holder(call, in.resource_arn));
  EMU_CHECK(check_resource_policy(in.policy, holder.arn));
  EMU_CHECK(check_revision(in.expected_revision_id, holder));
  std::optional<ResourcePolicySettings>& policy = holder.policy;
  if (policy && *policy->document == in.policy) {
    return PutResourcePolicyResult{.revision_id = policy->revision_id};
  }

  std::optional<ResourcePolicySettings> before = policy;
  policy = new_policy(in.policy, world_.now(), before);
  // IAM is asked about the policy in its place, and it goes again when it shuts the caller out.
  if (!in.confirm_remove_self_resource_access && shuts_out(call, holder.arn)) {
    policy = std::move(before);
    return removes_own_access();
  }
  return PutResourcePolicyResult{.revision_id = policy->revision_id};
}

bool Dynamodb::shuts_out(const Call& call, std::string_view arn) {
  if (world_.authorizer() == nullptr) return false;
  static constexpr std::array<std::string_view, 3> kActions = {
      "dynamodb:PutResourcePolicy", "dynamodb:DeleteResourcePolicy", "dynamodb:GetResourcePolicy"};
  for (const std::string_view action : kActions) {
    const auto refusal =
        world_.authorizer()->refusal({.caller = call.caller, .action = action, .resource = arn});
    if (refusal && refusal->find("explicit deny") != refusal->npos) return true;
  }
  return false;
}

}  // namespace emu::dynamodb
