#include "iam/identities.h"

#include <emu/arn.h>

#include <utility>

#include "core/base/assert.h"
#include "iam/policy_document.h"
#include "iam/role_session.h"

namespace emu::iam {

std::optional<RoleTerms> IamIdentities::role(std::string_view arn) {
  const RoleEntity* role = directory_.role_by_arn(arn);
  if (role == nullptr) return std::nullopt;
  return RoleTerms{.account = Arn::parse(arn)->account, .max_session = role->max_session};
}

Caller IamIdentities::assume_role(std::string_view role_arn, std::string_view session_name,
                                  std::string_view region) {
  RoleEntity* role = directory_.role_by_arn(role_arn);
  EMU_ASSERT(role != nullptr, "only a role that exists is assumed");
  return begin_role_session(*role, session_name, region, world_.now());
}

Result<std::size_t> IamIdentities::measure_policy(std::string_view document) {
  EMU_CHECK(check_policy(DocumentKind::kPermissions, document));
  return counted_size(document);
}

std::optional<std::string> IamIdentities::managed_policy(std::string_view account,
                                                         std::string_view arn) {
  const ManagedPolicy* policy = directory_.account(account).policy(arn);
  if (policy == nullptr) return std::nullopt;
  return policy->document();
}

std::string IamIdentities::merge_policies(std::span<const std::string> documents) {
  return merge_documents(documents);
}

SessionKeys IamIdentities::begin_session(Caller caller, std::chrono::seconds duration) {
  const Time now = world_.now();
  const std::string& id =
      directory_.begin_session(world_.random(), now,
                               {.expiration = now + duration,
                                .account = std::move(caller.account),
                                .arn = std::move(caller.arn),
                                .principal_id = std::move(caller.principal_id),
                                .role_arn = std::move(caller.role_arn),
                                .user_name = std::move(caller.user_name),
                                .policy = std::move(caller.session_policy),
                                .tags = std::move(caller.session_tags),
                                .transitive_tags = std::move(caller.transitive_tags)});
  const Session& session = *directory_.session(id);
  return {.access_key_id = id,
          .secret_access_key = session.secret,
          .session_token = session.token,
          .expiration = session.expiration};
}

std::optional<std::string> IamIdentities::account_of_key(std::string_view access_key_id) {
  if (const Session* session = directory_.session(access_key_id)) return session->account;
  const auto found = directory_.access_keys().find(access_key_id);
  if (found == directory_.access_keys().end()) return std::nullopt;
  return found->second.account;
}

}  // namespace emu::iam
