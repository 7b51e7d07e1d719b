// What is stored of IAM.
#include "iam/state.h"

#include <emu/describe.h>

namespace emu::iam {

namespace {

// The members of roles and users alike.
template <class T>
void describe_identity(StructureShape<T>& s) {
  const auto member = [&]<class M>(std::string_view name, M Identity::*where) {
    s.member(name, static_cast<M T::*>(where));
  };
  member("Name", &Identity::name);
  member("Id", &Identity::id);
  member("Arn", &Identity::arn);
  member("Path", &Identity::path);
  member("Created", &Identity::created);
  member("Tags", &Identity::tags);
  member("InlinePolicies", &Identity::inline_policies);
  member("AttachedPolicies", &Identity::attached_policies);
  member("Boundary", &Identity::boundary);
}

}  // namespace

void ManagedPolicy::Version::describe(StructureShape<Version>& s) {
  s.member("Number", &Version::number);
  s.member("Document", &Version::document);
  s.member("Created", &Version::created);
}

void ManagedPolicy::describe(StructureShape<ManagedPolicy>& s) {
  s.member("Name", &ManagedPolicy::name);
  s.member("Id", &ManagedPolicy::id);
  s.member("Arn", &ManagedPolicy::arn);
  s.member("Path", &ManagedPolicy::path);
  s.member("Description", &ManagedPolicy::description);
  s.member("Created", &ManagedPolicy::created);
  s.member("Tags", &ManagedPolicy::tags);
  s.member("Versions", &ManagedPolicy::versions);
  s.member("DefaultVersion", &ManagedPolicy::default_version);
  s.member("NextVersion", &ManagedPolicy::next_version);
}

void InlinePolicy::describe(StructureShape<InlinePolicy>& s) {
  s.member("Name", &InlinePolicy::name);
  s.member("Document", &InlinePolicy::document);
}

void RoleEntity::describe(StructureShape<RoleEntity>& s) {
  describe_identity(s);
  s.member("Trust", &RoleEntity::trust);
  s.member("Description", &RoleEntity::description);
  s.member("MaxSession", &RoleEntity::max_session);
  s.member("LastUsed", &RoleEntity::last_used);
  s.member("LastUsedRegion", &RoleEntity::last_used_region);
}

void UserEntity::describe(StructureShape<UserEntity>& s) {
  describe_identity(s);
  s.member("AccessKeys", &UserEntity::access_keys);
}

void AccessKeyEntity::describe(StructureShape<AccessKeyEntity>& s) {
  s.member("Id", &AccessKeyEntity::id);
  s.member("Secret", &AccessKeyEntity::secret);
  s.member("Account", &AccessKeyEntity::account);
  s.member("UserName", &AccessKeyEntity::user_name);
  s.member("Created", &AccessKeyEntity::created);
  s.member("IsActive", &AccessKeyEntity::is_active);
}

void Session::describe(StructureShape<Session>& s) {
  s.member("Secret", &Session::secret);
  s.member("Token", &Session::token);
  s.member("Expiration", &Session::expiration);
  s.member("Account", &Session::account);
  s.member("Arn", &Session::arn);
  s.member("PrincipalId", &Session::principal_id);
  s.member("RoleArn", &Session::role_arn);
  s.member("UserName", &Session::user_name);
  s.member("Policy", &Session::policy);
  s.member("Tags", &Session::tags);
  s.member("TransitiveTags", &Session::transitive_tags);
}

}  // namespace emu::iam

namespace emu {

EMU_DESCRIBED(iam::ManagedPolicy);
EMU_DESCRIBED(iam::RoleEntity);
EMU_DESCRIBED(iam::UserEntity);
EMU_DESCRIBED(iam::AccessKeyEntity);
EMU_DESCRIBED(iam::Session);

}  // namespace emu
