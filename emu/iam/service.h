// IAM: the identities of all accounts, and what they may do.
//
// Every operation looks up, validates in AWS's order, applies and answers; a refused call changes
// nothing. State belongs to an account and holds in all its regions.
#pragma once

#include <emu/iam.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "iam/authorizer.h"
#include "iam/directory.h"
#include "iam/identities.h"

namespace emu::iam {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class Iam final : public Service {
 public:
  // Becomes the world's authorizer, and offers Identities to STS.
  explicit Iam(World& world);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override;

  Result<CreateRoleResult> create_role(Call& call, const CreateRole& in);
  Result<GetRoleResult> get_role(Call& call, const GetRole& in);
  Result<ListRolesResult> list_roles(Call& call, const ListRoles& in);
  Result<UpdateRoleResult> update_role(Call& call, const UpdateRole& in);
  Result<Nothing> update_assume_role_policy(Call& call, const UpdateAssumeRolePolicy& in);
  Result<Nothing> delete_role(Call& call, const DeleteRole& in);
  Result<Nothing> tag_role(Call& call, const TagRole& in);
  Result<Nothing> untag_role(Call& call, const UntagRole& in);
  Result<Nothing> put_role_permissions_boundary(Call& call, const PutRolePermissionsBoundary& in);
  Result<Nothing> delete_role_permissions_boundary(Call& call,
                                                   const DeleteRolePermissionsBoundary& in);

  Result<Nothing> put_role_policy(Call& call, const PutRolePolicy& in);
  Result<GetRolePolicyResult> get_role_policy(Call& call, const GetRolePolicy& in);
  Result<ListRolePoliciesResult> list_role_policies(Call& call, const ListRolePolicies& in);
  Result<Nothing> delete_role_policy(Call& call, const DeleteRolePolicy& in);
  Result<Nothing> attach_role_policy(Call& call, const AttachRolePolicy& in);
  Result<Nothing> detach_role_policy(Call& call, const DetachRolePolicy& in);
  Result<ListAttachedRolePoliciesResult> list_attached_role_policies(
      Call& call, const ListAttachedRolePolicies& in);
  Result<ListInstanceProfilesForRoleResult> list_instance_profiles_for_role(
      Call& call, const ListInstanceProfilesForRole& in);

  Result<CreatePolicyResult> create_policy(Call& call, const CreatePolicy& in);
  Result<GetPolicyResult> get_policy(Call& call, const GetPolicy& in);
  Result<ListPoliciesResult> list_policies(Call& call, const ListPolicies& in);
  Result<Nothing> delete_policy(Call& call, const DeletePolicy& in);
  Result<CreatePolicyVersionResult> create_policy_version(Call& call,
                                                          const CreatePolicyVersion& in);
  Result<GetPolicyVersionResult> get_policy_version(Call& call, const GetPolicyVersion& in);
  Result<ListPolicyVersionsResult> list_policy_versions(Call& call, const ListPolicyVersions& in);
  Result<Nothing> set_default_policy_version(Call& call, const SetDefaultPolicyVersion& in);
  Result<Nothing> delete_policy_version(Call& call, const DeletePolicyVersion& in);

  Result<CreateUserResult> create_user(Call& call, const CreateUser& in);
  Result<GetUserResult> get_user(Call& call, const GetUser& in);
  Result<ListUsersResult> list_users(Call& call, const ListUsers& in);
  Result<Nothing> delete_user(Call& call, const DeleteUser& in);
  Result<CreateAccessKeyResult> create_access_key(Call& call, const CreateAccessKey& in);
  Result<ListAccessKeysResult> list_access_keys(Call& call, const ListAccessKeys& in);
  Result<Nothing> update_access_key(Call& call, const UpdateAccessKey& in);
  Result<Nothing> delete_access_key(Call& call, const DeleteAccessKey& in);

  Result<Nothing> put_user_policy(Call& call, const PutUserPolicy& in);
  Result<GetUserPolicyResult> get_user_policy(Call& call, const GetUserPolicy& in);
  Result<ListUserPoliciesResult> list_user_policies(Call& call, const ListUserPolicies& in);
  Result<Nothing> delete_user_policy(Call& call, const DeleteUserPolicy& in);
  Result<Nothing> attach_user_policy(Call& call, const AttachUserPolicy& in);
  Result<Nothing> detach_user_policy(Call& call, const DetachUserPolicy& in);
  Result<ListAttachedUserPoliciesResult> list_attached_user_policies(
      Call& call, const ListAttachedUserPolicies& in);

 private:
  // Whose access keys a call is about: a user's, or the account's own without a name.
  struct KeyOwner {
    std::string name;
    std::vector<std::string>* keys;
  };
  Result<KeyOwner> key_owner(const Call& call, const std::string& given_name);

  Account& account(const Call& call) { return directory_.account(call.account()); }

  World& world_;
  Directory directory_;
  IamAuthorizer authorizer_;
  IamIdentities identities_;
};

}  // namespace emu::iam
