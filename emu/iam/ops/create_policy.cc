// Source: AWS IAM API Reference, "CreatePolicy".
#include <fmt/format.h>

#include "core/hash/ids.h"
#include "iam/answers.h"
#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/limits.h"
#include "iam/policy_document.h"
#include "iam/service.h"

namespace emu::iam {

Result<CreatePolicyResult> Iam::create_policy(Call& call, const CreatePolicy& in) {
  Account& account = this->account(call);
  EMU_CHECK(check_policy(DocumentKind::kManaged, in.policy_document));
  if (account.policies.contains(in.policy_name)) {
    return entity_exists(fmt::format(
        "A policy called {} already exists. Duplicate names are not allowed.", in.policy_name));
  }
  if (account.policies.size() >= kPoliciesMax) {
    return quota_exceeded("PoliciesPerAccount", kPoliciesMax);
  }
  if (counted_size(in.policy_document) > kManagedPolicyMax) {
    return quota_exceeded("PolicySize", kManagedPolicyMax);
  }
  Tags tags;
  EMU_CHECK(add_tags(tags, in.tags, "TagsPerPolicy"));

  ManagedPolicy& policy = account.policies[in.policy_name];
  policy.name = in.policy_name;
  policy.id = "ANPA" + upper_alnum_id(world_.random(), kEntityIdLength);
  policy.path = in.path.empty() ? "/" : in.path;
  policy.arn = fmt::format("arn:aws:iam::{}:policy{}{}", account.id, policy.path, policy.name);
  policy.description = in.description;
  policy.created = world_.now();
  policy.tags = std::move(tags);
  policy.versions = {{.document = in.policy_document, .created = policy.created}};
  call.subject = policy.id;
  return CreatePolicyResult{.policy = describe_policy(account, policy, Detail::kCreated)};
}

}  // namespace emu::iam
