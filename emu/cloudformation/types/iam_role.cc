#include <emu/iam/role_policies.h>
#include <emu/iam/roles.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

constexpr std::size_t kRoleNameMax = 64;

Status put_role_policies(Making& making, const std::string& role) {
  EMU_TRY(const auto attached, list_property(making.properties, "ManagedPolicyArns"));
  for (const std::string& arn : attached) {
    EMU_CHECK(making.aws.send(iam::AttachRolePolicy{.role_name = role, .policy_arn = arn}));
  }
  const Json* policies = find_property(making.properties, "Policies");
  if (policies == nullptr) return {};
  if (!policies->is_array())
    return property_error("Value of property Policies must be of type List");
  for (const Json& policy : *policies) {
    if (!policy.is_object()) return property_error("Value of property Policies must be an object");
    EMU_CHECK(check_properties(policy, {"PolicyName", "PolicyDocument"}));
    iam::PutRolePolicy put;
    put.role_name = role;
    EMU_TRY(put.policy_name, required_text(policy, "PolicyName"));
    EMU_TRY(put.policy_document, document_property(policy, "PolicyDocument"));
    EMU_CHECK(making.aws.send(put));
  }
  return {};
}

Result<iam::CreateRole> read_role(const Json& properties) {
  return read_as<iam::CreateRole>(properties, {.documents = {"AssumeRolePolicyDocument"},
                                               .apart = {"ManagedPolicyArns", "Policies"}});
}

Status create_role(Making& making) {
  EMU_TRY(auto create, read_role(making.properties));
  EMU_TRY(create.role_name, making.name("RoleName", kRoleNameMax));
  EMU_TRY(const auto made, making.aws.send(create));
  making.physical_id = create.role_name;
  making.attributes = {{"Arn", made.role.arn}, {"RoleId", made.role.role_id}};
  return put_role_policies(making, create.role_name);
}

// What is attached to a role keeps it from being deleted.
Status strip_role(Making& making) {
  const std::string& role = making.physical_id;
  EMU_TRY(const auto attached, making.aws.send(iam::ListAttachedRolePolicies{.role_name = role}));
  for (const auto& policy : attached.attached_policies) {
    EMU_CHECK(
        making.aws.send(iam::DetachRolePolicy{.role_name = role, .policy_arn = policy.policy_arn}));
  }
  EMU_TRY(const auto own, making.aws.send(iam::ListRolePolicies{.role_name = role}));
  for (const std::string& name : own.policy_names) {
    EMU_CHECK(making.aws.send(iam::DeleteRolePolicy{.role_name = role, .policy_name = name}));
  }
  return {};
}

Status remove_role(Making& making) {
  EMU_CHECK(strip_role(making));
  EMU_CHECK(making.aws.send(iam::DeleteRole{.role_name = making.physical_id}));
  return {};
}

// Takes away what the role's earlier properties gave it, and gives what the new ones say; policies
// that others have put there stay.
Result<bool> update_role(Making& making, const Json& before) {
  for (const char* name : {"RoleName", "Path"}) {
    if (making.properties.value(name, Json()) != before.value(name, Json())) return false;
  }
  EMU_TRY(const auto role, read_role(making.properties));
  EMU_CHECK(making.aws.send(iam::UpdateAssumeRolePolicy{
      .role_name = making.physical_id, .policy_document = role.assume_role_policy_document}));
  EMU_TRY(const auto attached, list_property(before, "ManagedPolicyArns"));
  for (const std::string& arn : attached) {
    (void)making.aws.send(
        iam::DetachRolePolicy{.role_name = making.physical_id, .policy_arn = arn});
  }
  if (const Json* policies = find_property(before, "Policies")) {
    for (const Json& policy : *policies) {
      EMU_TRY(const std::string name, text_property(policy, "PolicyName"));
      (void)making.aws.send(
          iam::DeleteRolePolicy{.role_name = making.physical_id, .policy_name = name});
    }
  }
  EMU_CHECK(put_role_policies(making, making.physical_id));
  return true;
}

}  // namespace

extern const ResourceType kIamRole;
const ResourceType kIamRole = {.name = "AWS::IAM::Role",
                               .attributes = {"Arn", "RoleId"},
                               .create = &create_role,
                               .remove = &remove_role,
                               .update = &update_role};

}  // namespace emu::cloudformation
