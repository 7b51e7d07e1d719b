#include <emu/iam/policies.h>
#include <emu/iam/role_policies.h>
#include <emu/iam/user_policies.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

Status create_managed_policy(Making& making) {
  EMU_TRY(auto create, read_as<iam::CreatePolicy>(making.properties,
                                                  {.renamed = {{"ManagedPolicyName", "PolicyName"}},
                                                   .documents = {"PolicyDocument"},
                                                   .apart = {"Roles", "Users"}}));
  EMU_TRY(create.policy_name, making.name("ManagedPolicyName", 128));
  EMU_TRY(const auto made, making.aws.send(create));
  making.physical_id = made.policy ? made.policy->arn : "";
  making.attributes = {{"PolicyArn", making.physical_id}};
  if (made.policy) making.attributes["PolicyId"] = made.policy->policy_id;
  EMU_TRY(const auto roles, list_property(making.properties, "Roles"));
  for (const std::string& role : roles) {
    EMU_CHECK(making.aws.send(
        iam::AttachRolePolicy{.role_name = role, .policy_arn = making.physical_id}));
  }
  EMU_TRY(const auto users, list_property(making.properties, "Users"));
  for (const std::string& user : users) {
    EMU_CHECK(making.aws.send(
        iam::AttachUserPolicy{.user_name = user, .policy_arn = making.physical_id}));
  }
  return {};
}

Status remove_managed_policy(Making& making) {
  EMU_TRY(const auto roles, list_property(making.properties, "Roles"));
  for (const std::string& role : roles) {
    (void)making.aws.send(
        iam::DetachRolePolicy{.role_name = role, .policy_arn = making.physical_id});
  }
  EMU_TRY(const auto users, list_property(making.properties, "Users"));
  for (const std::string& user : users) {
    (void)making.aws.send(
        iam::DetachUserPolicy{.user_name = user, .policy_arn = making.physical_id});
  }
  EMU_CHECK(making.aws.send(iam::DeletePolicy{.policy_arn = making.physical_id}));
  return {};
}

}  // namespace

extern const ResourceType kIamManagedPolicy;
const ResourceType kIamManagedPolicy = {.name = "AWS::IAM::ManagedPolicy",
                                        .attributes = {"PolicyArn", "PolicyId"},
                                        .create = &create_managed_policy,
                                        .remove = &remove_managed_policy};

}  // namespace emu::cloudformation
