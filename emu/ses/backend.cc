#include "ses/backend.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "core/hash/ids.h"
#include "core/mail/mail_address.h"
#include "core/policy/document.h"
#include "core/text/ascii.h"
#include "core/time/http_date.h"
#include "ses/errors.h"
#include "ses/limits.h"

namespace emu::ses {

namespace {

constexpr std::size_t kDkimTokens = 3;
constexpr std::size_t kDkimTokenLetters = 32;

bool is_domain_name(std::string_view name) {
  return name.find('.') != name.npos && name.size() <= kDomainMax && name.front() != '.' &&
         name.back() != '.' && name.find("..") == name.npos &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_alphanumeric(c) || c == '-' || c == '.' || c == '_'; });
}

// Source: Amazon SES Developer Guide, "Amazon SES policy anatomy": a statement says who may do what
// with which identity.
bool is_of_identity(const policy::Statement& statement) {
  return statement.principal && statement.action && statement.resource;
}

// Null when there is none.
std::shared_ptr<const std::string> joined(
    const std::map<std::string, std::string, std::less<>>& policies) {
  if (policies.empty()) return nullptr;
  policy::Document all;
  for (const auto& [name, text] : policies) {
    policy::Document one;
    if (policy::read(text, one)) continue;
    if (all.statements.empty() || one.version > all.version) all.version = one.version;
    for (policy::Statement& statement : one.statements) {
      statement.sid.clear();  // may be another policy's, too
      all.statements.push_back(std::move(statement));
    }
  }
  return std::make_shared<const std::string>(policy::write(all));
}

Error too_large_template() {
  return error(errors::kInvalidTemplate, "The template is larger than 500 KB");
}

// Checks: Amazon SES API Reference, "CreateTemplate".
Status check_template(const StoredTemplate& given) {
  if (given.subject.empty()) {
    return error(errors::kInvalidTemplate, "The subject must be specified.");
  }
  if (given.subject.size() + given.text.size() + given.html.size() > kTemplateBytesMax) {
    return too_large_template();
  }
  EMU_CHECK(MailTemplate::parse(given.subject));
  EMU_CHECK(MailTemplate::parse(given.text));
  EMU_CHECK(MailTemplate::parse(given.html));
  return {};
}

}  // namespace

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= kNameMax &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_alphanumeric(c) || c == '-' || c == '_'; });
}

Backend::Backend(World& world)
    : world_(world), outbox_(world.interfaces().one<Outbox>()), publisher_(world) {}

void Backend::forget(std::optional<std::string_view> account) {
  publisher_.drop(account);
  regions_.forget(account);
}

Status Backend::check_kind(std::string_view name, IdentityKind kind) {
  if (kind == IdentityKind::kDomain) {
    if (is_domain_name(name)) return {};
    return invalid_parameter(fmt::format("Invalid domain name {}.", name));
  }
  std::string_view why;
  if (name.size() <= kAddressMax && parse_mail_address(name, why) &&
      bare_mail_address(name) == name) {
    return {};
  }
  return invalid_parameter(fmt::format("Invalid email address {}.", name));
}

Result<StoredIdentity*> Backend::add_identity(const Call& call, std::string_view name) {
  const bool is_domain = name.find('@') == name.npos;
  EMU_CHECK(check_kind(name, is_domain ? IdentityKind::kDomain : IdentityKind::kAddress));
  RegionState& state = this->state(call);
  const std::string key = identity_key(name);
  if (const auto found = state.identities.find(key); found != state.identities.end()) {
    return &found->second;
  }
  if (state.identities.size() >= kIdentitiesMax) {
    return limit_exceeded(fmt::format("You can have at most {} identities.", kIdentitiesMax));
  }
  StoredIdentity& added = state.identities[key];
  added.name = key;
  added.is_domain = is_domain;
  added.created = world_.now();
  if (is_domain) {
    added.verification_token = base62_id(world_.random(), 43) + "=";
    for (std::size_t i = 0; i < kDkimTokens; ++i) {
      added.dkim_tokens.push_back(lower_case(base62_id(world_.random(), kDkimTokenLetters)));
    }
  }
  return &added;
}

StoredIdentity* Backend::find_identity(const Call& call, std::string_view name) {
  RegionState& state = this->state(call);
  const auto found = state.identities.find(identity_key(name));
  return found == state.identities.end() ? nullptr : &found->second;
}

StoredIdentity* Backend::find_by_arn(std::string_view arn) const {
  constexpr std::string_view kIdentity = "identity/";
  const std::optional<Arn> parsed = Arn::parse(arn);
  if (!parsed || parsed->service != "ses" || !parsed->resource.starts_with(kIdentity)) {
    return nullptr;
  }
  RegionState* state = regions_.find(parsed->account, parsed->region);
  if (state == nullptr) return nullptr;
  const auto found = state->identities.find(
      identity_key(std::string_view(parsed->resource).substr(kIdentity.size())));
  return found == state->identities.end() ? nullptr : &found->second;
}

// Checks: Amazon SES API Reference, "PutIdentityPolicy".
Status Backend::put_policy(StoredIdentity& identity, const std::string& name,
                           const std::string& policy) {
  if (!is_name(name)) return invalid_parameter("Policy name is not valid.");
  policy::Document document;
  if (policy.size() > kPolicyBytesMax || policy::read(policy, document) ||
      !std::all_of(document.statements.begin(), document.statements.end(), &is_of_identity)) {
    return error(errors::kInvalidPolicy, "The provided policy is invalid.");
  }
  if (!identity.policies.contains(name) && identity.policies.size() >= kPoliciesMax) {
    return limit_exceeded(fmt::format("An identity can have at most {} policies.", kPoliciesMax));
  }
  identity.policies.insert_or_assign(name, policy);
  identity.policy = joined(identity.policies);
  return {};
}

void Backend::delete_policy(StoredIdentity& identity, std::string_view name) {
  const auto found = identity.policies.find(name);
  if (found == identity.policies.end()) return;
  identity.policies.erase(found);
  identity.policy = joined(identity.policies);
}

// Source: Amazon SES Developer Guide, "Using a custom MAIL FROM domain": it is below the identity's
// own domain, or below one that the identity's is below.
Status Backend::set_mail_from(StoredIdentity& identity, const std::string& domain,
                              const std::string& behavior_on_mx_failure) {
  const std::string own(identity.is_domain ? std::string_view(identity.name)
                                           : mail_domain(identity.name));
  if (!domain.empty() && (!is_domain_name(domain) || !lower_case(domain).ends_with("." + own))) {
    return invalid_parameter(fmt::format(
        "Provided MAIL-FROM domain <{}> is not subdomain of the domain of the identity <{}>.",
        domain, own));
  }
  identity.mail_from_domain = lower_case(domain);
  identity.behavior_on_mx_failure = behavior_on_mx_failure;
  return {};
}

Status Backend::create_template(const Call& call, StoredTemplate created) {
  if (!is_name(created.name)) {
    return error(errors::kInvalidTemplate, "Template name is not valid.");
  }
  auto& templates = state(call).templates;
  if (templates.contains(created.name)) {
    return error(errors::kAlreadyExists, fmt::format("Template {} already exists", created.name));
  }
  EMU_CHECK(check_template(created));
  if (templates.size() >= kTemplatesMax) {
    return limit_exceeded(fmt::format("You can have at most {} templates.", kTemplatesMax));
  }
  created.created = world_.now();
  std::string name = created.name;
  templates.emplace(std::move(name), std::move(created));
  return {};
}

Status Backend::update_template(const Call& call, const StoredTemplate& changed) {
  auto& templates = state(call).templates;
  const auto found = templates.find(changed.name);
  if (found == templates.end()) return template_does_not_exist(changed.name);
  EMU_CHECK(check_template(changed));
  found->second.subject = changed.subject;
  found->second.text = changed.text;
  found->second.html = changed.html;
  return {};
}

Result<const StoredTemplate*> Backend::find_template(const Call& call, std::string_view name) {
  const auto& templates = state(call).templates;
  const auto found = templates.find(name);
  if (found == templates.end()) return template_does_not_exist(name);
  return &found->second;
}

// Amazon SES API Reference, "TestRenderTemplate".
Result<std::string> Backend::test_render(const Call& call, std::string_view name,
                                         std::string_view data) {
  EMU_TRY(const StoredTemplate* found, find_template(call, name));
  TemplateData parsed;
  EMU_CHECK(parsed.add(data));
  EMU_TRY(const Rendered rendered, render(*found, parsed));
  Mail mail;
  mail.subject = rendered.subject;
  mail.text = rendered.text;
  mail.html = rendered.html;
  return mime_of(mail, {.message_id = draw_message_id(), .date = http_date(now())});
}

Result<Backend::Rendered> Backend::render(const StoredTemplate& from, const TemplateData& data) {
  Rendered out;
  EMU_TRY(out.subject, render_template(from.subject, data));
  EMU_TRY(out.text, render_template(from.text, data));
  EMU_TRY(out.html, render_template(from.html, data));
  return out;
}

void Backend::fill_in(Mail& mail, const Result<Rendered>& rendered, const std::string& name) {
  if (!rendered) {
    mail.template_name = name;
    mail.rendering_error = rendered.error().message;
    return;
  }
  mail.subject = rendered->subject;
  mail.text = rendered->text;
  mail.html = rendered->html;
}

}  // namespace emu::ses
