#include "iam/lookup.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <optional>

#include "iam/errors.h"

namespace emu::iam {

namespace {

bool is_policy_arn(std::string_view arn) {
  const std::optional<Arn> parsed = Arn::parse(arn);
  return parsed && parsed->partition == "aws" && parsed->service == "iam" &&
         parsed->region.empty() && !parsed->account.empty() &&
         parsed->resource.starts_with("policy/");
}

}  // namespace

Result<RoleEntity*> find_role(Account& account, const std::string& name) {
  if (RoleEntity* role = account.role(name)) return role;
  return no_such_entity(fmt::format("The role with name {} cannot be found.", name));
}

Result<UserEntity*> find_user(Account& account, const std::string& name) {
  if (UserEntity* user = account.user(name)) return user;
  return no_such_entity(fmt::format("The user with name {} cannot be found.", name));
}

Status check_policy_arn(const std::string& arn) {
  // The text is as recorded from AWS, which leaves out the ARN.
  if (!Arn::parse(arn)) return validation_error("Invalid ARN:  Could not be parsed!");
  if (is_policy_arn(arn)) return {};
  return invalid_input(fmt::format("ARN {} is not valid.", arn));
}

Result<const ManagedPolicy*> find_policy(const Account& account, const std::string& arn) {
  EMU_CHECK(check_policy_arn(arn));
  if (const ManagedPolicy* policy = account.policy(arn)) return policy;
  return no_such_policy(arn);
}

Result<const ManagedPolicy*> find_attachable_policy(const Account& account,
                                                    const std::string& arn) {
  EMU_CHECK(check_policy_arn(arn));
  if (const ManagedPolicy* policy = account.policy(arn)) return policy;
  return no_such_entity(fmt::format("Policy {} does not exist or is not attachable.", arn));
}

Result<ManagedPolicy*> find_own_policy(Account& account, const std::string& arn) {
  EMU_CHECK(check_policy_arn(arn));
  if (ManagedPolicy* policy = account.own_policy(arn)) return policy;
  if (account.policy(arn) == nullptr) return no_such_policy(arn);
  return not_authorized(fmt::format("Policy {} is managed by AWS and cannot be changed.", arn));
}

}  // namespace emu::iam
