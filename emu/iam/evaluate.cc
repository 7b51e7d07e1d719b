#include "iam/evaluate.h"

#include <fmt/format.h>

#include <algorithm>

namespace emu::iam {

namespace {

struct Finding {
  AccessGrant grant = AccessGrant::kNone;
  std::string_view policy = {};
  std::string_view statement = {};
};

class Evaluation {
 public:
  Evaluation(const Question& question, RequestContext& context)
      : question_(question), context_(context), action_(lower_case(question.action)) {}

  Decision run() {
    if (std::optional<Decision> denied = explicit_denial()) return *denied;

    const PolicyKind resource_kind =
        question_.is_trust ? PolicyKind::kTrust : PolicyKind::kResource;
    const Finding from_resource = resource_allow();
    if (!has_own_policies()) {
      return from_resource.grant == AccessGrant::kDirect ? allowed(resource_kind, from_resource)
                                                         : refused(resource_kind);
    }
    const bool needs_resource_policy = question_.is_trust || !question_.is_same_account;
    if (needs_resource_policy && from_resource.grant == AccessGrant::kNone)
      return refused(resource_kind);
    if (question_.is_same_account) {
      if (from_resource.grant == AccessGrant::kDirect) return allowed(resource_kind, from_resource);
      if (from_resource.grant == AccessGrant::kRole) {
        return within_limits(allowed(resource_kind, from_resource));
      }
    }
    const Finding from_identity = identity_allow();
    if (from_identity.grant == AccessGrant::kNone) return refused(PolicyKind::kIdentity);
    return within_limits(allowed(PolicyKind::kIdentity, from_identity));
  }

 private:
  bool has_own_policies() const {
    return question_.caller.kind != Caller::Kind::kAnonymous &&
           question_.caller.kind != Caller::Kind::kService;
  }

  static Decision allowed(PolicyKind kind, const Finding& finding) {
    return {.is_allowed = true,
            .is_explicit = true,
            .kind = kind,
            .policy = std::string(finding.policy),
            .statement = std::string(finding.statement)};
  }
  static Decision refused(PolicyKind kind) { return {.kind = kind}; }

  bool applies(const Statement& statement) {
    return statement.applies(action_, question_.resource, context_);
  }

  // The most direct permission that a policy gives. All its statements are asked, since a later
  // statement may name the caller more directly.
  Finding best_allow(const NamedPolicy& named) {
    Finding best;
    for (const Statement& statement : named.policy->statements) {
      if (statement.effect != Effect::kAllow) continue;
      const AccessGrant grant = statement.grant_to(question_.caller);
      if (grant > best.grant && applies(statement)) best = {grant, named.name, statement.id};
    }
    return best;
  }

  // By the resource's policy, or by what it grants beside it.
  Finding resource_allow() {
    Finding best;
    if (question_.resource_policy && !question_.resource_policy_only_denies) {
      best = best_allow(*question_.resource_policy);
    }
    if (question_.resource_grant > best.grant) {
      best = {.grant = question_.resource_grant, .policy = question_.resource};
    }
    return best;
  }

  // Of an account's root nothing is asked but that the resource lets it in.
  Finding identity_allow() {
    if (question_.caller.kind == Caller::Kind::kUnnamed) return {.grant = AccessGrant::kDirect};
    for (const NamedPolicy& named : question_.identity) {
      if (Finding found = best_allow(named); found.grant != AccessGrant::kNone) return found;
    }
    return {};
  }

  std::optional<Decision> denial_in(PolicyKind kind, const NamedPolicy& named) {
    for (const Statement& statement : named.policy->statements) {
      if (statement.effect == Effect::kDeny &&
          statement.grant_to(question_.caller) != AccessGrant::kNone && applies(statement)) {
        return Decision{.is_allowed = false,
                        .is_explicit = true,
                        .kind = kind,
                        .policy = std::string(named.name),
                        .statement = statement.id};
      }
    }
    return std::nullopt;
  }

  std::optional<Decision> explicit_denial() {
    if (question_.resource_policy) {
      const PolicyKind kind = question_.is_trust ? PolicyKind::kTrust : PolicyKind::kResource;
      if (auto denied = denial_in(kind, *question_.resource_policy)) return denied;
    }
    for (const NamedPolicy& named : question_.identity) {
      if (auto denied = denial_in(PolicyKind::kIdentity, named)) return denied;
    }
    if (question_.boundary) {
      if (auto denied = denial_in(PolicyKind::kBoundary, *question_.boundary)) return denied;
    }
    if (question_.session) {
      if (auto denied = denial_in(PolicyKind::kSession, *question_.session)) return denied;
    }
    return std::nullopt;
  }

  // A permission holds as far as boundary and session policy allow the same.
  Decision within_limits(Decision decision) {
    if (question_.boundary && best_allow(*question_.boundary).grant == AccessGrant::kNone) {
      return refused(PolicyKind::kBoundary);
    }
    if (question_.session && best_allow(*question_.session).grant == AccessGrant::kNone) {
      return refused(PolicyKind::kSession);
    }
    return decision;
  }

  const Question& question_;
  RequestContext& context_;
  std::string action_;
};

std::string_view kind_text(PolicyKind kind) {
  switch (kind) {
    case PolicyKind::kIdentity:
      return "identity-based policy";
    case PolicyKind::kBoundary:
      return "permissions boundary";
    case PolicyKind::kSession:
      return "session policy";
    case PolicyKind::kResource:
      return "resource-based policy";
    case PolicyKind::kTrust:
      return "role trust policy";
  }
  return {};
}

std::string_view article(PolicyKind kind) {
  switch (kind) {
    case PolicyKind::kIdentity:
      return "an";
    case PolicyKind::kTrust:
      return "the";
    case PolicyKind::kBoundary:
    case PolicyKind::kSession:
    case PolicyKind::kResource:
      return "a";
  }
  return {};
}

}  // namespace

Decision evaluate(const Question& question, RequestContext& context) {
  return Evaluation(question, context).run();
}

std::string refusal_text(const Question& question, const Decision& decision) {
  const std::string_view who = question.caller.kind == Caller::Kind::kAnonymous
                                   ? std::string_view("anonymous")
                                   : std::string_view(question.caller.arn);
  std::string text = fmt::format("User: {} is not authorized to perform: {} on resource: {}", who,
                                 question.action, question.resource);
  if (decision.is_explicit) {
    text += fmt::format(" with an explicit deny in {} {}", article(decision.kind),
                        kind_text(decision.kind));
  } else if (decision.kind != PolicyKind::kTrust) {
    // STS names no policy when a trust policy does not let the caller in.
    text += fmt::format(" because no {} allows the {} action", kind_text(decision.kind),
                        question.action);
  }
  return text;
}

}  // namespace emu::iam
