#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "iam/errors.h"
#include "iam/identity.h"
#include "iam/limits.h"
#include "iam/policy_document.h"
#include "iam/role_session.h"
#include "sts/service.h"

namespace emu::sts {

namespace {

constexpr std::size_t kWhole = 100;  // percent

// Session policies of a request, and how much of their room they take with the tags.
struct SessionLimits {
  std::string policy = {};  // empty when nothing narrows the session
  iam::Tags tags = {};
  std::size_t packed_size = 0;
};

Result<SessionLimits> session_limits(const iam::Account& account, const AssumeRole& in) {
  SessionLimits limits;
  std::vector<std::string> documents;
  if (!in.policy.empty()) {
    auto read = iam::read_policy(iam::DocumentKind::kPermissions, in.policy);
    if (!read) return std::move(read.error());
    documents.push_back(in.policy);
    limits.packed_size += iam::counted_size(in.policy);
  }
  if (in.policy_arns.size() > iam::kSessionPolicyArnsMax) return iam::too_many_session_policies();
  for (const PolicyDescriptorType& descriptor : in.policy_arns) {
    const iam::ManagedPolicy* policy = account.policy(descriptor.arn);
    if (policy == nullptr) return iam::no_such_session_policy(descriptor.arn);
    documents.push_back(policy->document().text);
    limits.packed_size += descriptor.arn.size();
  }
  for (const Tag& tag : in.tags) {
    if (!limits.tags.emplace(tag.key, tag.value).second) return iam::duplicate_tags();
    limits.packed_size += tag.key.size() + tag.value.size();
  }
  if (limits.packed_size > iam::kPackedPolicyMax) {
    return iam::packed_policy_too_large(limits.packed_size * kWhole / iam::kPackedPolicyMax);
  }
  if (!documents.empty()) limits.policy = iam::merge_documents(documents);
  return limits;
}

}  // namespace

// Whether the caller may has been asked by the gate: the role's trust policy decides.
Result<AssumeRoleResult> Sts::assume_role(Call& call, const AssumeRole& in) {
  iam::RoleEntity* role = directory_.role_by_arn(in.role_arn);
  if (role == nullptr) {
    return iam::not_authorized(
        fmt::format("User: {} is not authorized to perform: sts:AssumeRole on resource: {}",
                    call.caller.arn, in.role_arn));
  }
  const std::chrono::seconds duration = in.duration_seconds.value_or(iam::kSessionDefault);
  if (call.caller.kind == Caller::Kind::kRole && duration > iam::kChainedSessionMax) {
    return iam::chained_session_too_long();
  }
  if (duration > role->max_session) return iam::session_too_long();
  const std::string account = Arn::parse(in.role_arn)->account;
  auto limits = session_limits(directory_.account(account), in);
  if (!limits) return std::move(limits.error());

  role->last_used = world_.now();
  role->last_used_region = call.region();
  Caller caller = iam::role_session(*role, account, in.role_session_name);
  caller.session_policy = std::move(limits->policy);
  caller.session_tags = std::move(limits->tags);
  AssumeRoleResult answer{
      .assumed_role_user = {.assumed_role_id = caller.principal_id, .arn = caller.arn},
      .source_identity = in.source_identity};
  if (limits->packed_size > 0) {
    answer.packed_policy_size = static_cast<std::int32_t>(
        std::max<std::size_t>(1, limits->packed_size * kWhole / iam::kPackedPolicyMax));
  }
  answer.credentials = begin_session(std::move(caller), duration);
  call.subject = answer.credentials.access_key_id;
  return answer;
}

Credentials Sts::begin_session(Caller caller, std::chrono::seconds duration) {
  const Time expiration = world_.now() + duration;
  const std::string& id = directory_.begin_session(
      world_.random(), world_.now(),
      {.caller = std::move(caller), .secret = {}, .token = {}, .expiration = expiration});
  const iam::Session& session = *directory_.session(id);
  return {.access_key_id = id,
          .secret_access_key = session.secret,
          .session_token = session.token,
          .expiration = session.expiration};
}

}  // namespace emu::sts
