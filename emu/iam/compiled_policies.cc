#include "iam/compiled_policies.h"

#include <utility>

#include "iam/limits.h"
#include "iam/policy_document.h"

namespace emu::iam {

namespace {

std::shared_ptr<const CompiledPolicy> compile_or_empty(DocumentKind kind,
                                                       std::string_view document) {
  auto policy = read_policy(kind, document);
  return policy ? std::move(*policy) : std::make_shared<const CompiledPolicy>();
}

}  // namespace

const CompiledPolicy* CompiledPolicies::of_resource(
    const std::shared_ptr<const std::string>& document) {
  if (document == nullptr) return nullptr;
  const auto found = of_resources_.find(document.get());
  if (found != of_resources_.end()) return found->second.policy.get();
  if (of_resources_.size() >= kCompiledPoliciesKept) of_resources_.clear();
  OfResource compiled{.document = document,
                      .policy = compile_or_empty(DocumentKind::kResource, *document)};
  return of_resources_.emplace(document.get(), std::move(compiled)).first->second.policy.get();
}

const CompiledPolicy* CompiledPolicies::of_session(std::string_view document) {
  if (document.empty()) return nullptr;
  const auto found = of_sessions_.find(document);
  if (found != of_sessions_.end()) return found->second.get();
  if (of_sessions_.size() >= kCompiledPoliciesKept) of_sessions_.clear();
  auto policy = compile_or_empty(DocumentKind::kPermissions, document);
  return of_sessions_.emplace(std::string(document), std::move(policy)).first->second.get();
}

}  // namespace emu::iam
