#include "iam/authorizer.h"

#include <emu/arn.h>

#include <utility>

#include "iam/errors.h"
#include "iam/limits.h"
#include "iam/role_session.h"

namespace emu::iam {

namespace {

constexpr std::string_view kAssumeRole = "sts:AssumeRole";

bool is_of_same_account(const Caller& caller, std::string_view resource, std::string_view owner) {
  if (!owner.empty()) return owner == caller.account;
  const std::optional<Arn> arn = Arn::parse(resource);
  // AWS's own policies belong to everyone.
  return !arn || arn->account.empty() || arn->account == "aws" || arn->account == "*" ||
         arn->account == caller.account;
}

// All resources here are of the partition aws. A service that reads past an ARN's partition would
// know a resource by a second name, which leads past denials: so nobody has rights in another one.
bool is_of_another_partition(std::string_view resource) {
  return resource.starts_with("arn:") && !resource.starts_with("arn:aws:");
}

bool is_about_assuming(std::string_view action) {
  return action == kAssumeRole || action == "sts:TagSession" || action == "sts:SetSourceIdentity";
}

CallerPtr caller_of(const Session& session, std::string_view region) {
  Caller::Kind kind = Caller::Kind::kUnnamed;
  if (!session.role_arn.empty()) kind = Caller::Kind::kRole;
  if (!session.user_name.empty()) kind = Caller::Kind::kUser;
  return std::make_shared<const Caller>(Caller{.kind = kind,
                                               .account = session.account,
                                               .region = std::string(region),
                                               .arn = session.arn,
                                               .principal_id = session.principal_id,
                                               .role_arn = session.role_arn,
                                               .user_name = session.user_name,
                                               .session_policy = session.policy,
                                               .session_tags = session.tags,
                                               .transitive_tags = session.transitive_tags});
}

Error unknown_access_key() {
  return {.code = "InvalidClientTokenId",
          .message = "The security token included in the request is invalid.",
          .status = 403};
}

Error expired_token() {
  return {.code = "ExpiredToken",
          .message = "The security token included in the request is expired",
          .status = 403};
}

}  // namespace

IamAuthorizer::IamAuthorizer(World& world, Directory& directory)
    : world_(world), directory_(directory), compiled_(directory), decisions_(kDecisionsKept) {}

std::optional<std::string> IamAuthorizer::refusal(const AccessRequest& request) {
  ResourceTerms terms = world_.resource_policies().terms(request);
  DecisionCache::Entry& slot = decisions_.slot_of(request);
  if (DecisionCache::answers(slot, request, directory_.version(), terms)) return slot.refusal;
  Ruling ruling = rule(request, terms);
  std::optional<std::string> refusal;
  if (!ruling.decision.is_allowed) refusal = std::move(ruling.refusal);
  if (ruling.may_be_kept) {
    DecisionCache::fill(slot, request, directory_.version(), std::move(terms), refusal);
  }
  return refusal;
}

Decision IamAuthorizer::explain(const AccessRequest& request) {
  return rule(request, world_.resource_policies().terms(request)).decision;
}

IamAuthorizer::Ruling IamAuthorizer::rule(const AccessRequest& request,
                                          const ResourceTerms& terms) {
  const Caller& caller = request.caller;
  const Identity* identity = directory_.identity_of(caller);
  Tags tags = caller.session_tags;

  Question question{.caller = caller, .action = request.action, .resource = request.resource};
  question.is_same_account = is_of_same_account(caller, request.resource, terms.owner);
  question.resource_policy_only_denies = terms.policy_only_denies;
  question.resource_grant = terms.grant;
  question.is_trust = is_about_assuming(request.action);
  if (!question.is_trust && is_of_another_partition(request.resource)) {
    const Decision refused{.kind = PolicyKind::kIdentity};
    return {.decision = refused, .refusal = refusal_text(question, refused)};
  }
  if (identity != nullptr) {
    const CompiledPolicies::OfIdentity& policies = compiled_.of_identity(*identity);
    question.identity = policies.own;
    question.boundary = policies.boundary;
    tags.insert(identity->tags.begin(), identity->tags.end());
  }
  const auto session = compiled_.of_session(caller.session_policy);
  if (session != nullptr) {
    question.session = NamedPolicy{.name = "session policy", .policy = session.get()};
  }
  CompiledPolicies::PolicyPtr of_resource;
  if (!question.is_trust) {
    of_resource = compiled_.of_resource(terms.policy);
  } else if (const RoleEntity* role = directory_.role_by_arn(request.resource)) {
    of_resource = compiled_.of_trust(*role);
  }
  if (of_resource != nullptr) {
    question.resource_policy = NamedPolicy{.name = request.resource, .policy = of_resource.get()};
  }

  std::vector<ConditionValue> keys(request.context.begin(), request.context.end());
  if (request.received != nullptr) request.received->add_to(keys);
  world_.resource_policies().add_keys(request, keys);
  RequestContext context(
      {.caller = caller, .now = world_.now(), .keys = keys, .principal_tags = &tags});
  Ruling ruling{.decision = evaluate(question, context)};
  if (!ruling.decision.is_allowed) ruling.refusal = refusal_text(question, ruling.decision);
  ruling.may_be_kept = !context.varies() && caller.session_tags.empty();
  return ruling;
}

Error IamAuthorizer::refused_key(std::string_view access_key_id) const {
  // Of a session that is forgotten, no more is known than that it has expired.
  const bool is_of_session = access_key_id.starts_with("ASIA");
  return is_of_session && directory_.has_issued(access_key_id) ? expired_token()
                                                               : unknown_access_key();
}

Result<CallerPtr> IamAuthorizer::identify(std::string_view access_key_id, std::string_view region) {
  if (const Session* session = directory_.session(access_key_id)) {
    if (session->expiration <= world_.now()) return expired_token();
    return caller_of(*session, region);
  }
  const auto found = directory_.access_keys().find(access_key_id);
  if (found == directory_.access_keys().end() || !found->second.is_active) {
    return refused_key(access_key_id);
  }
  const AccessKeyEntity& key = found->second;
  if (key.user_name.empty()) return world_.unnamed_caller(key.account, region);
  const UserEntity& user = *directory_.account(key.account).user(key.user_name);
  return CallerPtr(std::make_shared<const Caller>(Caller{.kind = Caller::Kind::kUser,
                                                         .account = key.account,
                                                         .region = std::string(region),
                                                         .arn = user.arn,
                                                         .principal_id = user.id,
                                                         .user_name = user.name}));
}

Result<KeySecret> IamAuthorizer::secret_of(std::string_view access_key_id) {
  if (const Session* session = directory_.session(access_key_id)) {
    if (session->expiration <= world_.now()) return expired_token();
    return KeySecret{.secret_access_key = session->secret, .session_token = session->token};
  }
  const auto found = directory_.access_keys().find(access_key_id);
  if (found == directory_.access_keys().end() || !found->second.is_active) {
    return refused_key(access_key_id);
  }
  return KeySecret{.secret_access_key = found->second.secret};
}

Result<CallerPtr> IamAuthorizer::assume_for_service(std::string_view role_arn,
                                                    std::string_view service_principal,
                                                    std::string_view session_name,
                                                    std::string_view region) {
  RoleEntity* role = directory_.role_by_arn(role_arn);
  const std::string account = role == nullptr ? "" : Arn::parse(role_arn)->account;
  const CallerPtr service = world_.service_caller(service_principal, {}, account, region);
  if (auto text = refusal({.caller = *service, .action = kAssumeRole, .resource = role_arn})) {
    return not_authorized(*text);
  }
  Caller caller = begin_role_session(*role, session_name, region, world_.now());
  caller.region = region;
  return CallerPtr(std::make_shared<const Caller>(std::move(caller)));
}

}  // namespace emu::iam
