// Source: AWS STS API Reference, "AssumeRole".
#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "sts/arns.h"
#include "sts/errors.h"
#include "sts/limits.h"
#include "sts/service.h"
#include "sts/session_tags.h"

namespace emu::sts {

namespace {

constexpr std::size_t kWhole = 100;  // percent

// What the request narrows its session by, and how much of the room for that it takes.
struct SessionLimits {
  std::string policy = {};  // empty when nothing narrows the session
  std::size_t packed_size = 0;
};

Result<SessionLimits> session_limits(Identities& identities, std::string_view account,
                                     const AssumeRole& in) {
  SessionLimits limits;
  std::vector<std::string> documents;
  if (!in.policy.empty()) {
    EMU_TRY(const std::size_t size, identities.measure_policy(in.policy));
    documents.push_back(in.policy);
    limits.packed_size += size;
  }
  if (in.policy_arns.size() > kSessionPolicyArnsMax) {
    return validation_error("The number of session policies exceeds the limit of 10.");
  }
  for (const PolicyDescriptorType& descriptor : in.policy_arns) {
    auto document = identities.managed_policy(account, descriptor.arn);
    if (!document) {
      return Error{
          .code = "MalformedPolicyDocument",
          .message = fmt::format("Policy {} does not exist or is not attachable.", descriptor.arn)};
    }
    documents.push_back(std::move(*document));
    limits.packed_size += descriptor.arn.size();
  }
  for (const Tag& tag : in.tags) limits.packed_size += tag.key.size() + tag.value.size();
  if (limits.packed_size > kPackedPolicyMax) {
    return Error{.code = "PackedPolicyTooLarge",
                 .message = fmt::format("Packed policy consumes {}% of allotted space, please use "
                                        "smaller policy.",
                                        limits.packed_size * kWhole / kPackedPolicyMax)};
  }
  if (!documents.empty()) limits.policy = identities.merge_policies(documents);
  return limits;
}

// The text is as recorded from AWS.
Error no_role_arn(const std::string& text) {
  return validation_error(fmt::format("{} is invalid", text));
}

Status check_duration(const Call& call, const RoleTerms& role, std::chrono::seconds duration) {
  if (call.caller.kind == Caller::Kind::kRole && duration > kChainedSessionMax) {
    return validation_error(
        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role "
        "chaining");
  }
  if (duration > role.max_session) {
    return validation_error(
        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
  }
  return {};
}

}  // namespace

// Whether the caller may assume what is no role is not looked at.
std::optional<Error> Sts::instead_of_reason(const Call& call, std::string_view resource) const {
  if (call.operation.name.name != AssumeRole::kOperation.name || Arn::parse(resource)) return {};
  return no_role_arn(std::string(resource));
}

// The gate has asked whether the caller may assume the role, which its trust policy decides.
Result<AssumeRoleResult> Sts::assume_role(Call& call, const AssumeRole& in) {
  if (!Arn::parse(in.role_arn)) return no_role_arn(in.role_arn);
  EMU_TRY(SessionTags tags, session_tags(call.caller, in));
  const std::string role_arn = known_role_arn(call, in.role_arn);
  const std::optional<RoleTerms> role = identities_.role(role_arn);
  if (!role) {
    return not_authorized(
        fmt::format("User: {} is not authorized to perform: sts:AssumeRole on resource: {}",
                    call.caller.arn, in.role_arn));
  }
  const std::chrono::seconds duration = in.duration_seconds.value_or(kRoleSessionDefault);
  EMU_CHECK(check_duration(call, *role, duration));
  EMU_TRY(SessionLimits limits, session_limits(identities_, role->account, in));

  Caller caller = identities_.assume_role(role_arn, in.role_session_name, call.region());
  caller.session_policy = std::move(limits.policy);
  caller.session_tags = std::move(tags.tags);
  caller.transitive_tags = std::move(tags.transitive);
  AssumeRoleResult answer{.assumed_role_user = {.assumed_role_id = caller.principal_id,
                                                .arn = shown_arn(call, caller.arn)},
                          .source_identity = in.source_identity};
  if (limits.packed_size > 0) {
    answer.packed_policy_size = static_cast<std::int32_t>(
        std::max<std::size_t>(1, limits.packed_size * kWhole / kPackedPolicyMax));
  }
  answer.credentials = begin_session(std::move(caller), duration);
  call.subject = answer.credentials.access_key_id;
  return answer;
}

}  // namespace emu::sts
