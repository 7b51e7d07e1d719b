#include <emu/iam/role_policies.h>
#include <emu/iam/user_policies.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

Status check_policy(const Json& properties) {
  EMU_CHECK(
      check_properties(properties, {"PolicyName", "PolicyDocument", "Roles", "Users", "Groups"}));
  if (find_property(properties, "Groups") == nullptr) return {};
  return property_error("Groups are not supported: IAM has no groups here");
}

Status put_policy(Making& making) {
  EMU_TRY(const std::string name, required_text(making.properties, "PolicyName"));
  EMU_TRY(const std::string document, document_property(making.properties, "PolicyDocument"));
  EMU_TRY(const auto roles, list_property(making.properties, "Roles"));
  EMU_TRY(const auto users, list_property(making.properties, "Users"));
  if (roles.empty() && users.empty()) {
    return property_error("At least one of [Groups,Roles,Users] must be non-empty.");
  }
  for (const std::string& role : roles) {
    EMU_CHECK(making.aws.send(
        iam::PutRolePolicy{.role_name = role, .policy_name = name, .policy_document = document}));
  }
  for (const std::string& user : users) {
    EMU_CHECK(making.aws.send(
        iam::PutUserPolicy{.user_name = user, .policy_name = name, .policy_document = document}));
  }
  return {};
}

Status create_policy(Making& making) {
  EMU_CHECK(check_policy(making.properties));
  making.physical_id = making.new_name(128);
  making.attributes = {{"Id", making.physical_id}};
  return put_policy(making);
}

// A role that is gone has taken its policies along.
Status take_policy_from(Making& making, const Json& properties) {
  EMU_TRY(const std::string name, text_property(properties, "PolicyName"));
  EMU_TRY(const auto roles, list_property(properties, "Roles"));
  EMU_TRY(const auto users, list_property(properties, "Users"));
  for (const std::string& role : roles) {
    (void)making.aws.send(iam::DeleteRolePolicy{.role_name = role, .policy_name = name});
  }
  for (const std::string& user : users) {
    (void)making.aws.send(iam::DeleteUserPolicy{.user_name = user, .policy_name = name});
  }
  return {};
}

Status remove_policy(Making& making) { return take_policy_from(making, making.properties); }

Result<bool> update_policy(Making& making, const Json& before) {
  EMU_CHECK(check_policy(making.properties));
  EMU_CHECK(take_policy_from(making, before));
  EMU_CHECK(put_policy(making));
  return true;
}

}  // namespace

extern const ResourceType kIamPolicy;
const ResourceType kIamPolicy = {.name = "AWS::IAM::Policy",
                                 .attributes = {"Id"},
                                 .create = &create_policy,
                                 .remove = &remove_policy,
                                 .update = &update_policy};

}  // namespace emu::cloudformation
