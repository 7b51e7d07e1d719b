#include <limits>
#include <map>

#include "iam/answers.h"
#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/limits.h"
#include "iam/paging.h"
#include "iam/service.h"

namespace emu::iam {

namespace {

// The number of a version that exists: what AWS calls "v3". Nothing when there is none.
std::optional<int> find_version(const ManagedPolicy& policy, const std::string& id) {
  for (const auto& [number, version] : policy.versions) {
    if (version_name(number) == id) return number;
  }
  return std::nullopt;
}

}  // namespace

Result<CreatePolicyVersionResult> Iam::create_policy_version(Call& call,
                                                             const CreatePolicyVersion& in) {
  if (!is_policy_arn(in.policy_arn)) return invalid_arn(in.policy_arn);
  auto policy = find_own_policy(account(call), in.policy_arn);
  if (!policy) return std::move(policy.error());
  auto document = compile(DocumentKind::kPermissions, in.policy_document);
  if (!document) return std::move(document.error());
  if (counted_size(in.policy_document) > kManagedPolicyMax) {
    return quota_exceeded("PolicySize", kManagedPolicyMax);
  }
  if ((*policy)->versions.size() >= kPolicyVersionsMax) return too_many_versions();

  const int number = (*policy)->next_version++;
  (*policy)->versions.emplace(
      number, ManagedPolicy::Version{.document = std::move(*document), .created = world_.now()});
  if (in.set_as_default) (*policy)->default_version = number;
  directory_.changed();
  call.subject = version_name(number);
  CreatePolicyVersionResult answer{.policy_version =
                                       describe_version(**policy, number, Detail::kListed)};
  return answer;
}

Result<GetPolicyVersionResult> Iam::get_policy_version(Call& call, const GetPolicyVersion& in) {
  if (!is_policy_arn(in.policy_arn)) return invalid_arn(in.policy_arn);
  const ManagedPolicy* policy = account(call).policy(in.policy_arn);
  if (policy == nullptr) return no_such_policy(in.policy_arn);
  const std::optional<int> number = find_version(*policy, in.version_id);
  if (!number) return no_such_version(in.policy_arn, in.version_id);
  return GetPolicyVersionResult{.policy_version =
                                    describe_version(*policy, *number, Detail::kFull)};
}

Result<ListPolicyVersionsResult> Iam::list_policy_versions(Call& call,
                                                           const ListPolicyVersions& in) {
  if (!is_policy_arn(in.policy_arn)) return invalid_arn(in.policy_arn);
  const ManagedPolicy* policy = account(call).policy(in.policy_arn);
  if (policy == nullptr) return no_such_policy(in.policy_arn);
  ListPolicyVersionsResult answer;
  // Newest first, so the key that pages go by falls as numbers grow.
  std::map<std::string, int> newest_first;
  for (const auto& [number, version] : policy->versions) {
    newest_first.emplace(std::to_string(std::numeric_limits<int>::max() - number), number);
  }
  auto end = list_page(newest_first, in.marker, in.max_items, [&](const std::string&, int number) {
    answer.versions.push_back(describe_version(*policy, number, Detail::kListed));
  });
  if (!end) return std::move(end.error());
  answer.is_truncated = end->is_truncated;
  answer.marker = std::move(end->marker);
  return answer;
}

Result<Nothing> Iam::set_default_policy_version(Call& call, const SetDefaultPolicyVersion& in) {
  if (!is_policy_arn(in.policy_arn)) return invalid_arn(in.policy_arn);
  auto policy = find_own_policy(account(call), in.policy_arn);
  if (!policy) return std::move(policy.error());
  const std::optional<int> number = find_version(**policy, in.version_id);
  if (!number) return no_such_version(in.policy_arn, in.version_id);
  (*policy)->default_version = *number;
  directory_.changed();
  return Nothing{};
}

Result<Nothing> Iam::delete_policy_version(Call& call, const DeletePolicyVersion& in) {
  if (!is_policy_arn(in.policy_arn)) return invalid_arn(in.policy_arn);
  auto policy = find_own_policy(account(call), in.policy_arn);
  if (!policy) return std::move(policy.error());
  const std::optional<int> number = find_version(**policy, in.version_id);
  if (!number) return no_such_version(in.policy_arn, in.version_id);
  if (*number == (*policy)->default_version) return version_is_default();
  (*policy)->versions.erase(*number);
  return Nothing{};
}

}  // namespace emu::iam
