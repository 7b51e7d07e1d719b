#include "iam/answers.h"

#include "core/text/percent.h"
#include "iam/identity.h"

namespace emu::iam {

Role describe_role(const RoleEntity& role, Detail detail) {
  Role answer{.path = role.path,
              .role_name = role.name,
              .role_id = role.id,
              .arn = role.arn,
              .create_date = role.created,
              .assume_role_policy_document = percent_encode(role.trust),
              .description = role.description};
  if (detail != Detail::kCreated) answer.max_session_duration = role.max_session;
  if (detail != Detail::kListed) {
    answer.permissions_boundary = boundary_of(role);
    answer.tags = tag_list(role.tags);
  }
  if (detail == Detail::kFull) {
    answer.role_last_used =
        RoleLastUsed{.last_used_date = role.last_used, .region = role.last_used_region};
  }
  return answer;
}

User describe_user(const UserEntity& user, Detail detail) {
  User answer{.path = user.path,
              .user_name = user.name,
              .user_id = user.id,
              .arn = user.arn,
              .create_date = user.created};
  if (detail != Detail::kListed) {
    answer.permissions_boundary = boundary_of(user);
    answer.tags = tag_list(user.tags);
  }
  return answer;
}

Policy describe_policy(const Account& account, const ManagedPolicy& policy, Detail detail) {
  Policy answer{.policy_name = policy.name,
                .policy_id = policy.id,
                .arn = policy.arn,
                .path = policy.path,
                .default_version_id = version_name(policy.default_version),
                .create_date = policy.created,
                .update_date = policy.updated()};
  const auto use = account.policy_uses.find(policy.arn);
  if (use != account.policy_uses.end()) {
    answer.attachment_count = use->second.attachments;
    answer.permissions_boundary_usage_count = use->second.boundaries;
  }
  if (detail == Detail::kFull) answer.description = policy.description;
  const bool tells_tags =
      detail == Detail::kFull || (detail == Detail::kCreated && !policy.tags.empty());
  if (tells_tags) answer.tags = tag_list(policy.tags);
  return answer;
}

std::string version_name(int number) { return "v" + std::to_string(number); }

PolicyVersion describe_version(const ManagedPolicy& policy, int number, Detail detail) {
  const ManagedPolicy::Version& version = policy.version(number);
  PolicyVersion answer{.version_id = version_name(number),
                       .is_default_version = number == policy.default_version,
                       .create_date = version.created};
  if (detail == Detail::kFull) answer.document = percent_encode(version.document);
  return answer;
}

}  // namespace emu::iam
