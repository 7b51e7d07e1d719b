#include "iam/authorizer.h"

#include <emu/arn.h>

#include <utility>

#include "iam/errors.h"
#include "iam/limits.h"
#include "iam/role_session.h"

namespace emu::iam {

namespace {

constexpr std::string_view kAssumeRole = "sts:AssumeRole";

bool is_of_same_account(const Caller& caller, std::string_view resource) {
  const std::optional<Arn> arn = Arn::parse(resource);
  // Buckets name no account, and AWS's own policies belong to everyone.
  return !arn || arn->account.empty() || arn->account == "aws" || arn->account == "*" ||
         arn->account == caller.account;
}

bool is_about_assuming(std::string_view action) {
  return action == kAssumeRole || action == "sts:TagSession" || action == "sts:SetSourceIdentity";
}

std::vector<NamedPolicy> policies_of(const Identity& identity) {
  std::vector<NamedPolicy> policies;
  for (const auto& [name, document] : identity.inline_policies) {
    policies.push_back({.name = name, .policy = document.policy.get()});
  }
  for (const auto& [arn, managed] : identity.attached_policies) {
    policies.push_back({.name = arn, .policy = managed->document().policy.get()});
  }
  return policies;
}

}  // namespace

IamAuthorizer::IamAuthorizer(World& world, Directory& directory)
    : world_(world), directory_(directory), decisions_(kDecisionsKept) {}

std::optional<std::string> IamAuthorizer::refusal(const AccessRequest& request) {
  if (request.caller.kind == Caller::Kind::kUnnamed) return std::nullopt;
  auto resource_policy = world_.resource_policies().of(request.resource);
  DecisionCache::Entry& place = decisions_.place(request);
  if (DecisionCache::answers(place, request, directory_.version(), resource_policy)) {
    return place.refusal;
  }
  Ruling ruling = rule(request, resource_policy);
  std::optional<std::string> refusal;
  if (!ruling.decision.is_allowed) refusal = std::move(ruling.refusal);
  if (ruling.may_be_kept) {
    DecisionCache::fill(place, request, directory_.version(), std::move(resource_policy), refusal);
  }
  return refusal;
}

Decision IamAuthorizer::explain(const AccessRequest& request) {
  if (request.caller.kind == Caller::Kind::kUnnamed) return {.is_allowed = true};
  return rule(request, world_.resource_policies().of(request.resource)).decision;
}

IamAuthorizer::Ruling IamAuthorizer::rule(
    const AccessRequest& request, const std::shared_ptr<const std::string>& resource_policy) {
  const Caller& caller = request.caller;
  const Identity* identity = directory_.identity_of(caller);
  std::vector<NamedPolicy> own;
  Tags tags = caller.session_tags;

  Question question{.caller = caller, .action = request.action, .resource = request.resource};
  question.is_same_account = is_of_same_account(caller, request.resource);
  if (identity != nullptr) {
    own = policies_of(*identity);
    tags.insert(identity->tags.begin(), identity->tags.end());
    if (identity->boundary != nullptr) {
      question.boundary = NamedPolicy{.name = identity->boundary->arn,
                                      .policy = identity->boundary->document().policy.get()};
    }
  }
  question.identity = own;
  if (const CompiledPolicy* session = compiled_.of_session(caller.session_policy)) {
    question.session = NamedPolicy{.name = "session policy", .policy = session};
  }
  if (is_about_assuming(request.action)) {
    question.is_trust = true;
    if (const RoleEntity* role = directory_.role_by_arn(request.resource)) {
      question.resource_policy = NamedPolicy{.name = role->arn, .policy = role->trust.policy.get()};
    }
  } else if (const CompiledPolicy* policy = compiled_.of_resource(resource_policy)) {
    question.resource_policy = NamedPolicy{.name = request.resource, .policy = policy};
  }

  RequestContext context(
      {.caller = caller, .now = world_.now(), .keys = request.context, .principal_tags = &tags});
  Ruling ruling{.decision = evaluate(question, context)};
  if (!ruling.decision.is_allowed) ruling.refusal = refusal_text(question, ruling.decision);
  ruling.may_be_kept = !context.varies() && caller.session_tags.empty();
  return ruling;
}

Result<CallerPtr> IamAuthorizer::identify(std::string_view access_key_id, std::string_view region) {
  if (const Session* session = directory_.session(access_key_id)) {
    if (session->expiration <= world_.now()) return expired_token();
    auto caller = std::make_shared<Caller>(session->caller);
    caller->region = region;
    return CallerPtr(std::move(caller));
  }
  const auto found = directory_.access_keys().find(access_key_id);
  if (found == directory_.access_keys().end() || !found->second.is_active) {
    return unknown_access_key();
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
    return unknown_access_key();
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
  role->last_used = world_.now();
  role->last_used_region = region;
  Caller caller = role_session(*role, account, session_name);
  caller.region = region;
  return CallerPtr(std::make_shared<const Caller>(std::move(caller)));
}

}  // namespace emu::iam
