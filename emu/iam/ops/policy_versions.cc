// Source: AWS IAM API Reference, "CreatePolicyVersion", "GetPolicyVersion", "ListPolicyVersions",
// "SetDefaultPolicyVersion", "DeletePolicyVersion".
#include <fmt/format.h>

#include <limits>
#include <map>

#include "iam/answers.h"
#include "iam/errors.h"
#include "iam/limits.h"
#include "iam/lookup.h"
#include "iam/paging.h"
#include "iam/policy_document.h"
#include "iam/service.h"

namespace emu::iam {

namespace {

// The number of a version that exists: 3 for "v3".
// Errors: NoSuchEntity.
Result<int> find_version(const ManagedPolicy& policy, const std::string& id) {
  for (const ManagedPolicy::Version& version : policy.versions) {
    if (version_name(version.number) == id) return version.number;
  }
  return no_such_entity(
      fmt::format("Policy {} version {} does not exist or is not attachable.", policy.arn, id));
}

}  // namespace

Result<CreatePolicyVersionResult> Iam::create_policy_version(Call& call,
                                                             const CreatePolicyVersion& in) {
  EMU_TRY(ManagedPolicy* policy, find_own_policy(account(call), in.policy_arn));
  EMU_CHECK(check_policy(DocumentKind::kManaged, in.policy_document));
  if (counted_size(in.policy_document) > kManagedPolicyMax) {
    return quota_exceeded("PolicySize", kManagedPolicyMax);
  }
  if (policy->versions.size() >= kPolicyVersionsMax) {
    return limit_exceeded(
        "A managed policy can have up to 5 versions. Before you create a new version, you must "
        "delete an existing version.");
  }

  const int number = policy->next_version++;
  policy->versions.insert(
      policy->versions.begin(),
      {.number = number, .document = in.policy_document, .created = world_.now()});
  if (in.set_as_default) policy->default_version = number;
  directory_.changed();
  call.subject = version_name(number);
  return CreatePolicyVersionResult{.policy_version =
                                       describe_version(*policy, number, Detail::kListed)};
}

Result<GetPolicyVersionResult> Iam::get_policy_version(Call& call, const GetPolicyVersion& in) {
  EMU_TRY(const ManagedPolicy* policy, find_policy(account(call), in.policy_arn));
  EMU_TRY(const int number, find_version(*policy, in.version_id));
  return GetPolicyVersionResult{.policy_version = describe_version(*policy, number, Detail::kFull)};
}

Result<ListPolicyVersionsResult> Iam::list_policy_versions(Call& call,
                                                           const ListPolicyVersions& in) {
  EMU_TRY(const ManagedPolicy* policy, find_policy(account(call), in.policy_arn));
  ListPolicyVersionsResult answer;
  // Newest first, so the key that pages go by falls as numbers grow.
  std::map<std::string, int> newest_first;
  for (const ManagedPolicy::Version& version : policy->versions) {
    newest_first.emplace(std::to_string(std::numeric_limits<int>::max() - version.number),
                         version.number);
  }
  EMU_CHECK(list_page(newest_first, in, answer, [&](const std::string&, int number) {
    answer.versions.push_back(describe_version(*policy, number, Detail::kListed));
  }));
  return answer;
}

Result<Nothing> Iam::set_default_policy_version(Call& call, const SetDefaultPolicyVersion& in) {
  EMU_TRY(ManagedPolicy* policy, find_own_policy(account(call), in.policy_arn));
  EMU_TRY(const int number, find_version(*policy, in.version_id));
  policy->default_version = number;
  directory_.changed();
  return Nothing{};
}

Result<Nothing> Iam::delete_policy_version(Call& call, const DeletePolicyVersion& in) {
  EMU_TRY(ManagedPolicy* policy, find_own_policy(account(call), in.policy_arn));
  EMU_TRY(const int number, find_version(*policy, in.version_id));
  if (number == policy->default_version) {
    return delete_conflict("Cannot delete the default version of a policy.");
  }
  std::erase_if(policy->versions, [&](const auto& version) { return version.number == number; });
  return Nothing{};
}

}  // namespace emu::iam
