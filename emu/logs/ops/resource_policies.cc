// PutResourcePolicy, DescribeResourcePolicies and DeleteResourcePolicy.
#include <optional>
#include <string>
#include <utility>

#include "core/hash/ids.h"
#include "logs/errors.h"
#include "logs/limits.h"
#include "logs/service.h"

namespace emu::logs {

namespace {

constexpr std::size_t kRevisionIdSize = 32;

Error policy_does_not_exist() { return not_found("The specified resource policy does not exist."); }

Error revision_conflict() {
  return {.code = errors::kOperationAbortedException,
          .message = "The expected revision ID is not the one of the resource policy."};
}

// A group's policy is only replaced or deleted by who knows its revision.
Status check_revision(const ResourcePolicies::ByName& policies, std::string_view group,
                      const std::string& expected) {
  const auto found = policies.find(group);
  const bool is_current =
      found == policies.end() ? expected.empty() : expected == found->second.described.revision_id;
  if (!is_current) return revision_conflict();
  return {};
}

// A token is the last name of a page.
void add_page(const ResourcePolicies::ByName& policies, const DescribeResourcePolicies& in,
              DescribeResourcePoliciesResult& out) {
  const auto limit = static_cast<std::size_t>(in.limit.value_or(kDescribePage));
  auto policy = policies.upper_bound(in.next_token);
  for (; policy != policies.end(); ++policy) {
    if (out.resource_policies.size() == limit) {
      out.next_token = std::prev(policy)->first;
      return;
    }
    out.resource_policies.push_back(policy->second.described);
  }
}

}  // namespace

// Checks: Amazon CloudWatch Logs API Reference, "PutResourcePolicy".
Result<PutResourcePolicyResult> Logs::put_resource_policy(Call& call, const PutResourcePolicy& in) {
  State& here = state(call);
  if (in.policy_document.empty()) return invalid_parameter("policyDocument is required.");
  if (in.policy_name.empty() && in.resource_arn.empty()) {
    return invalid_parameter("policyName is required.");
  }
  if (in.policy_name.size() > kPolicyNameMax) return invalid_parameter("policyName is too long.");
  EMU_TRY(StoredPolicy policy, StoredPolicy::make(in));
  policy.described.last_updated_time = now_millis();
  if (in.resource_arn.empty()) {
    const auto& policies = here.policies.of_account();
    if (policies.size() >= kResourcePoliciesMax && !policies.contains(in.policy_name)) {
      return limit_exceeded();
    }
    policy.described.policy_scope = policy_scopes::kAccount;
    PutResourcePolicyResult out{.resource_policy = policy.described};
    here.policies.put_of_account(std::move(policy));
    return out;
  }
  EMU_TRY(const State::Found found, here.resolve_arn(in.resource_arn));
  EMU_CHECK(check_revision(here.policies.of_groups(), found.name, in.expected_revision_id));
  policy.described.policy_scope = policy_scopes::kResource;
  policy.described.resource_arn = in.resource_arn;
  policy.described.revision_id = hex_id(world_.random(), kRevisionIdSize);
  PutResourcePolicyResult out{.resource_policy = policy.described,
                              .revision_id = policy.described.revision_id};
  here.policies.put_of_group(std::string(found.name), std::move(policy));
  return out;
}

Result<DescribeResourcePoliciesResult> Logs::describe_resource_policies(
    Call& call, const DescribeResourcePolicies& in) {
  State& here = state(call);
  DescribeResourcePoliciesResult out;
  if (in.resource_arn.empty()) {
    add_page(in.policy_scope == policy_scopes::kResource ? here.policies.of_groups()
                                                         : here.policies.of_account(),
             in, out);
    return out;
  }
  const Result<State::Found> found = here.resolve_arn(in.resource_arn);
  // The API Reference names no error for a group that is not there: it has no policy.
  if (!found && found.error().code == errors::kResourceNotFoundException) return out;
  if (!found) return found.error();
  const auto policy = here.policies.of_groups().find(found.value().name);
  if (policy != here.policies.of_groups().end()) {
    out.resource_policies.push_back(policy->second.described);
  }
  return out;
}

Result<Nothing> Logs::delete_resource_policy(Call& call, const DeleteResourcePolicy& in) {
  State& here = state(call);
  if (in.resource_arn.empty()) {
    if (!here.policies.erase_of_account(in.policy_name)) return policy_does_not_exist();
    return Nothing{};
  }
  EMU_TRY(const State::Found found, here.resolve_arn(in.resource_arn));
  if (!here.policies.of_groups().contains(found.name)) return policy_does_not_exist();
  EMU_CHECK(check_revision(here.policies.of_groups(), found.name, in.expected_revision_id));
  here.policies.erase_of_group(found.name);
  return Nothing{};
}

}  // namespace emu::logs
