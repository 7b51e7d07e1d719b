#include <fmt/format.h>

#include "core/gate/operation_table.h"
#include "iam/errors.h"
#include "iam/service.h"

namespace emu::iam {

namespace {

// The gate asks before the service looks anything up, so an existing entity's path is not known.
template <class Op>
std::string entity_arn(const Call& call, std::string_view type, const Op& in,
                       const std::string& name) {
  std::string_view path = "/";
  if constexpr (requires { in.path; }) {
    if (!in.path.empty()) path = in.path;
  }
  return fmt::format("arn:aws:iam::{}:{}{}{}", call.account(), type, path, name);
}

template <class Op>
std::string role_arn(const Call& call, const Op& in) {
  return entity_arn(call, "role", in, in.role_name);
}

template <class Op>
std::string user_arn(const Call& call, const Op& in) {
  return entity_arn(call, "user", in, in.user_name.empty() ? call.caller.user_name : in.user_name);
}

std::string new_policy_arn(const Call& call, const CreatePolicy& in) {
  return entity_arn(call, "policy", in, in.policy_name);
}

template <class Op>
std::string policy_arn(const Call&, const Op& in) {
  return in.policy_arn;
}

template <class Op>
std::string all_roles(const Call& call, const Op& in) {
  return fmt::format("arn:aws:iam::{}:role{}", call.account(),
                     in.path_prefix.empty() ? "/" : in.path_prefix);
}

template <class Op>
std::string all_users(const Call& call, const Op& in) {
  return fmt::format("arn:aws:iam::{}:user{}", call.account(),
                     in.path_prefix.empty() ? "/" : in.path_prefix);
}

template <class Op>
std::string all_policies(const Call& call, const Op& in) {
  return fmt::format("arn:aws:iam::{}:policy{}", call.account(),
                     in.path_prefix.empty() ? "/" : in.path_prefix);
}

template <class Op>
void policy_condition(const Call&, const Op& in, std::vector<ConditionValue>& out) {
  out.push_back({.key = "iam:PolicyARN", .values = {in.policy_arn}});
}

template <class Op>
void boundary_condition(const Call&, const Op& in, std::vector<ConditionValue>& out) {
  if (in.permissions_boundary.empty()) return;
  out.push_back({.key = "iam:PermissionsBoundary", .values = {in.permissions_boundary}});
}

}  // namespace

void Iam::add_to(OperationTable& table) {
  table.add<CreateRole>(*this, &Iam::create_role, {&role_arn, &boundary_condition<CreateRole>});
  table.add<GetRole>(*this, &Iam::get_role, {&role_arn});
  table.add<ListRoles>(*this, &Iam::list_roles, {&all_roles});
  table.add<UpdateRole>(*this, &Iam::update_role, {&role_arn});
  table.add<UpdateAssumeRolePolicy>(*this, &Iam::update_assume_role_policy, {&role_arn});
  table.add<DeleteRole>(*this, &Iam::delete_role, {&role_arn});
  table.add<TagRole>(*this, &Iam::tag_role, {&role_arn});
  table.add<UntagRole>(*this, &Iam::untag_role, {&role_arn});
  table.add<PutRolePermissionsBoundary>(
      *this, &Iam::put_role_permissions_boundary,
      {&role_arn, &boundary_condition<PutRolePermissionsBoundary>});
  table.add<DeleteRolePermissionsBoundary>(*this, &Iam::delete_role_permissions_boundary,
                                           {&role_arn});
  table.add<PutRolePolicy>(*this, &Iam::put_role_policy, {&role_arn});
  table.add<GetRolePolicy>(*this, &Iam::get_role_policy, {&role_arn});
  table.add<ListRolePolicies>(*this, &Iam::list_role_policies, {&role_arn});
  table.add<DeleteRolePolicy>(*this, &Iam::delete_role_policy, {&role_arn});
  table.add<AttachRolePolicy>(*this, &Iam::attach_role_policy,
                              {&role_arn, &policy_condition<AttachRolePolicy>});
  table.add<DetachRolePolicy>(*this, &Iam::detach_role_policy,
                              {&role_arn, &policy_condition<DetachRolePolicy>});
  table.add<ListAttachedRolePolicies>(*this, &Iam::list_attached_role_policies, {&role_arn});
  table.add<ListInstanceProfilesForRole>(*this, &Iam::list_instance_profiles_for_role, {&role_arn});
  table.add<CreatePolicy>(*this, &Iam::create_policy, {&new_policy_arn});
  table.add<GetPolicy>(*this, &Iam::get_policy, {&policy_arn});
  table.add<ListPolicies>(*this, &Iam::list_policies, {&all_policies});
  table.add<DeletePolicy>(*this, &Iam::delete_policy, {&policy_arn});
  table.add<CreatePolicyVersion>(*this, &Iam::create_policy_version, {&policy_arn});
  table.add<GetPolicyVersion>(*this, &Iam::get_policy_version, {&policy_arn});
  table.add<ListPolicyVersions>(*this, &Iam::list_policy_versions, {&policy_arn});
  table.add<SetDefaultPolicyVersion>(*this, &Iam::set_default_policy_version, {&policy_arn});
  table.add<DeletePolicyVersion>(*this, &Iam::delete_policy_version, {&policy_arn});
  table.add<CreateUser>(*this, &Iam::create_user, {&user_arn, &boundary_condition<CreateUser>});
  table.add<GetUser>(*this, &Iam::get_user, {&user_arn});
  table.add<ListUsers>(*this, &Iam::list_users, {&all_users});
  table.add<DeleteUser>(*this, &Iam::delete_user, {&user_arn});
  table.add<CreateAccessKey>(*this, &Iam::create_access_key, {&user_arn});
  table.add<ListAccessKeys>(*this, &Iam::list_access_keys, {&user_arn});
  table.add<UpdateAccessKey>(*this, &Iam::update_access_key, {&user_arn});
  table.add<DeleteAccessKey>(*this, &Iam::delete_access_key, {&user_arn});
  table.add<PutUserPolicy>(*this, &Iam::put_user_policy, {&user_arn});
  table.add<GetUserPolicy>(*this, &Iam::get_user_policy, {&user_arn});
  table.add<ListUserPolicies>(*this, &Iam::list_user_policies, {&user_arn});
  table.add<DeleteUserPolicy>(*this, &Iam::delete_user_policy, {&user_arn});
  table.add<AttachUserPolicy>(*this, &Iam::attach_user_policy,
                              {&user_arn, &policy_condition<AttachUserPolicy>});
  table.add<DetachUserPolicy>(*this, &Iam::detach_user_policy,
                              {&user_arn, &policy_condition<DetachUserPolicy>});
  table.add<ListAttachedUserPolicies>(*this, &Iam::list_attached_user_policies, {&user_arn});
}

}  // namespace emu::iam
