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

void register_operations(Iam& iam, OperationTable& table) {
  table.add_service({.name = "iam", .access_denied = &access_denied, .invalid = &invalid_request});
  table.add<CreateRole>(iam, &Iam::create_role,
                        {"iam:CreateRole", &role_arn<CreateRole>, &boundary_condition<CreateRole>});
  table.add<GetRole>(iam, &Iam::get_role, {"iam:GetRole", &role_arn<GetRole>});
  table.add<ListRoles>(iam, &Iam::list_roles, {"iam:ListRoles", &all_roles<ListRoles>});
  table.add<UpdateRole>(iam, &Iam::update_role, {"iam:UpdateRole", &role_arn<UpdateRole>});
  table.add<UpdateAssumeRolePolicy>(
      iam, &Iam::update_assume_role_policy,
      {"iam:UpdateAssumeRolePolicy", &role_arn<UpdateAssumeRolePolicy>});
  table.add<DeleteRole>(iam, &Iam::delete_role, {"iam:DeleteRole", &role_arn<DeleteRole>});
  table.add<TagRole>(iam, &Iam::tag_role, {"iam:TagRole", &role_arn<TagRole>});
  table.add<UntagRole>(iam, &Iam::untag_role, {"iam:UntagRole", &role_arn<UntagRole>});
  table.add<PutRolePermissionsBoundary>(
      iam, &Iam::put_role_permissions_boundary,
      {"iam:PutRolePermissionsBoundary", &role_arn<PutRolePermissionsBoundary>,
       &boundary_condition<PutRolePermissionsBoundary>});
  table.add<DeleteRolePermissionsBoundary>(
      iam, &Iam::delete_role_permissions_boundary,
      {"iam:DeleteRolePermissionsBoundary", &role_arn<DeleteRolePermissionsBoundary>});
  table.add<PutRolePolicy>(iam, &Iam::put_role_policy,
                           {"iam:PutRolePolicy", &role_arn<PutRolePolicy>});
  table.add<GetRolePolicy>(iam, &Iam::get_role_policy,
                           {"iam:GetRolePolicy", &role_arn<GetRolePolicy>});
  table.add<ListRolePolicies>(iam, &Iam::list_role_policies,
                              {"iam:ListRolePolicies", &role_arn<ListRolePolicies>});
  table.add<DeleteRolePolicy>(iam, &Iam::delete_role_policy,
                              {"iam:DeleteRolePolicy", &role_arn<DeleteRolePolicy>});
  table.add<AttachRolePolicy>(
      iam, &Iam::attach_role_policy,
      {"iam:AttachRolePolicy", &role_arn<AttachRolePolicy>, &policy_condition<AttachRolePolicy>});
  table.add<DetachRolePolicy>(
      iam, &Iam::detach_role_policy,
      {"iam:DetachRolePolicy", &role_arn<DetachRolePolicy>, &policy_condition<DetachRolePolicy>});
  table.add<ListAttachedRolePolicies>(
      iam, &Iam::list_attached_role_policies,
      {"iam:ListAttachedRolePolicies", &role_arn<ListAttachedRolePolicies>});
  table.add<CreatePolicy>(iam, &Iam::create_policy, {"iam:CreatePolicy", &new_policy_arn});
  table.add<GetPolicy>(iam, &Iam::get_policy, {"iam:GetPolicy", &policy_arn<GetPolicy>});
  table.add<ListPolicies>(iam, &Iam::list_policies,
                          {"iam:ListPolicies", &all_policies<ListPolicies>});
  table.add<DeletePolicy>(iam, &Iam::delete_policy,
                          {"iam:DeletePolicy", &policy_arn<DeletePolicy>});
  table.add<CreatePolicyVersion>(iam, &Iam::create_policy_version,
                                 {"iam:CreatePolicyVersion", &policy_arn<CreatePolicyVersion>});
  table.add<GetPolicyVersion>(iam, &Iam::get_policy_version,
                              {"iam:GetPolicyVersion", &policy_arn<GetPolicyVersion>});
  table.add<ListPolicyVersions>(iam, &Iam::list_policy_versions,
                                {"iam:ListPolicyVersions", &policy_arn<ListPolicyVersions>});
  table.add<SetDefaultPolicyVersion>(
      iam, &Iam::set_default_policy_version,
      {"iam:SetDefaultPolicyVersion", &policy_arn<SetDefaultPolicyVersion>});
  table.add<DeletePolicyVersion>(iam, &Iam::delete_policy_version,
                                 {"iam:DeletePolicyVersion", &policy_arn<DeletePolicyVersion>});
  table.add<CreateUser>(iam, &Iam::create_user,
                        {"iam:CreateUser", &user_arn<CreateUser>, &boundary_condition<CreateUser>});
  table.add<GetUser>(iam, &Iam::get_user, {"iam:GetUser", &user_arn<GetUser>});
  table.add<ListUsers>(iam, &Iam::list_users, {"iam:ListUsers", &all_users<ListUsers>});
  table.add<DeleteUser>(iam, &Iam::delete_user, {"iam:DeleteUser", &user_arn<DeleteUser>});
  table.add<CreateAccessKey>(iam, &Iam::create_access_key,
                             {"iam:CreateAccessKey", &user_arn<CreateAccessKey>});
  table.add<ListAccessKeys>(iam, &Iam::list_access_keys,
                            {"iam:ListAccessKeys", &user_arn<ListAccessKeys>});
  table.add<UpdateAccessKey>(iam, &Iam::update_access_key,
                             {"iam:UpdateAccessKey", &user_arn<UpdateAccessKey>});
  table.add<DeleteAccessKey>(iam, &Iam::delete_access_key,
                             {"iam:DeleteAccessKey", &user_arn<DeleteAccessKey>});
  table.add<PutUserPolicy>(iam, &Iam::put_user_policy,
                           {"iam:PutUserPolicy", &user_arn<PutUserPolicy>});
  table.add<GetUserPolicy>(iam, &Iam::get_user_policy,
                           {"iam:GetUserPolicy", &user_arn<GetUserPolicy>});
  table.add<ListUserPolicies>(iam, &Iam::list_user_policies,
                              {"iam:ListUserPolicies", &user_arn<ListUserPolicies>});
  table.add<DeleteUserPolicy>(iam, &Iam::delete_user_policy,
                              {"iam:DeleteUserPolicy", &user_arn<DeleteUserPolicy>});
  table.add<AttachUserPolicy>(
      iam, &Iam::attach_user_policy,
      {"iam:AttachUserPolicy", &user_arn<AttachUserPolicy>, &policy_condition<AttachUserPolicy>});
  table.add<DetachUserPolicy>(
      iam, &Iam::detach_user_policy,
      {"iam:DetachUserPolicy", &user_arn<DetachUserPolicy>, &policy_condition<DetachUserPolicy>});
  table.add<ListAttachedUserPolicies>(
      iam, &Iam::list_attached_user_policies,
      {"iam:ListAttachedUserPolicies", &user_arn<ListAttachedUserPolicies>});
}

}  // namespace emu::iam
