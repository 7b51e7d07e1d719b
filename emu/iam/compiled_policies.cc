#include "iam/compiled_policies.h"

#include <emu/arn.h>

#include <utility>

#include "iam/limits.h"
#include "iam/policy_compiler.h"
#include "iam/policy_document.h"

namespace emu::iam {

namespace {

using PolicyPtr = CompiledPolicies::PolicyPtr;

PolicyPtr compile_once(std::unordered_map<std::string, PolicyPtr>& kept, DocumentKind kind,
                       const std::string& document) {
  const auto found = kept.find(document);
  if (found != kept.end()) return found->second;
  if (kept.size() >= kCompiledPoliciesKept) kept.clear();
  auto policy = read_policy(kind, document);
  PolicyPtr compiled = policy ? *std::move(policy) : policy_that_denies_everything();
  return kept.emplace(document, std::move(compiled)).first->second;
}

}  // namespace

const CompiledPolicies::OfIdentity& CompiledPolicies::of_identity(const Identity& identity) {
  auto found = of_identities_.find(identity.arn);
  if (found == of_identities_.end()) {
    if (of_identities_.size() >= kCompiledPoliciesKept) of_identities_.clear();
    found = of_identities_.try_emplace(identity.arn).first;
  }
  KeptOfIdentity& kept = found->second;
  if (kept.version != directory_.version()) {
    kept = {.version = directory_.version()};
    fill(identity, kept);
  }
  return kept.policies;
}

void CompiledPolicies::fill(const Identity& identity, KeptOfIdentity& kept) {
  const Account& account = directory_.account(Arn::parse(identity.arn)->account);
  for (const InlinePolicy& policy : identity.inline_policies) {
    kept.policies.own.push_back(add(policy.name, policy.document, kept));
  }
  for (const std::string& arn : identity.attached_policies) {
    kept.policies.own.push_back(add(arn, account.policy(arn)->document(), kept));
  }
  if (identity.boundary.empty()) return;
  kept.policies.boundary =
      add(identity.boundary, account.policy(identity.boundary)->document(), kept);
}

NamedPolicy CompiledPolicies::add(std::string_view name, const std::string& document,
                                  KeptOfIdentity& kept) {
  kept.owners.push_back(compile_once(permissions_, DocumentKind::kPermissions, document));
  return {.name = name, .policy = kept.owners.back().get()};
}

PolicyPtr CompiledPolicies::of_resource(const std::shared_ptr<const std::string>& document) {
  if (document == nullptr) return nullptr;
  const auto found = of_resources_.find(document.get());
  if (found != of_resources_.end()) return found->second.policy;
  if (of_resources_.size() >= kCompiledPoliciesKept) of_resources_.clear();
  KeptOfResource kept{.document = document, .policy = read_resource_policy(*document)};
  return of_resources_.emplace(document.get(), std::move(kept)).first->second.policy;
}

PolicyPtr CompiledPolicies::of_trust(const RoleEntity& role) {
  return compile_once(trusts_, DocumentKind::kTrust, role.trust);
}

PolicyPtr CompiledPolicies::of_session(const std::string& document) {
  if (document.empty()) return nullptr;
  return compile_once(permissions_, DocumentKind::kPermissions, document);
}

}  // namespace emu::iam
