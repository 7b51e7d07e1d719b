#include "iam/trust.h"

#include <emu/arn.h>

#include "iam/errors.h"
#include "iam/limits.h"
#include "iam/policy_document.h"

namespace emu::iam {

namespace {

// Principals of other accounts are taken as they are.
bool may_be_trusted(Account& account, const std::string& principal) {
  const Arn arn = Arn::parse(principal).value_or(Arn());
  if (arn.account != account.id) return true;
  if (arn.resource.starts_with("role/")) {
    const RoleEntity* role = account.role(arn.name());
    return role != nullptr && role->arn == principal;
  }
  if (arn.resource.starts_with("user/")) {
    const UserEntity* user = account.user(arn.name());
    return user != nullptr && user->arn == principal;
  }
  return true;
}

}  // namespace

Status check_trust_policy(Account& account, const std::string& document) {
  EMU_TRY(const auto policy, read_policy(DocumentKind::kTrust, document));
  if (counted_size(document) > kTrustPolicyMax) {
    return quota_exceeded("ACLSizePerRole", kTrustPolicyMax);
  }
  for (const Statement& statement : policy->statements) {
    for (const std::string& principal : statement.principals.arns) {
      if (!may_be_trusted(account, principal)) return malformed_principal("AWS", principal);
    }
  }
  return {};
}

}  // namespace emu::iam
