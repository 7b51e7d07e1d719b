// Decides whether policies allow a request, and gives the reason.
//
// Pure functions: the same question has the same answer. Source: AWS IAM User Guide, "Policy
// evaluation logic" and its pages on single accounts, cross-account access and explicit denials.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/gate/caller.h"
#include "iam/policy.h"
#include "iam/request_context.h"

namespace emu::iam {

enum class PolicyKind { kIdentity, kBoundary, kSession, kResource, kTrust };

struct NamedPolicy {
  std::string_view name;
  const CompiledPolicy* policy = nullptr;
};

struct Question {
  const Caller& caller;
  std::string_view action;
  std::string_view resource;
  bool is_same_account = true;  // of caller and resource
  std::span<const NamedPolicy> identity = {};
  std::optional<NamedPolicy> boundary = {};
  std::optional<NamedPolicy> session = {};
  std::optional<NamedPolicy> resource_policy = {};
  bool resource_policy_only_denies = false;
  // What the resource grants beside its policy.
  AccessGrant resource_grant = AccessGrant::kNone;
  // The resource is a role and its policy the trust policy, without which nobody gets in.
  bool is_trust = false;
};

// The answer, and the statement that decided it.
struct Decision {
  bool is_allowed = false;
  // A statement decided; otherwise the request is refused because no policy of that kind allows it.
  bool is_explicit = false;
  PolicyKind kind = PolicyKind::kIdentity;
  std::string policy = {};     // its name; empty when no statement decided
  std::string statement = {};  // its Sid, or its number in the policy: "#1"
};

Decision evaluate(const Question& question, RequestContext& context);

// "User: … is not authorized to perform: … on resource: … because no identity-based policy allows
// the … action".
// Source: AWS IAM User Guide, "Troubleshoot access denied error messages".
std::string refusal_text(const Question& question, const Decision& decision);

}  // namespace emu::iam
