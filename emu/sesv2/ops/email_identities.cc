#include <fmt/format.h>

#include <utility>

#include "ses/limits.h"
#include "ses/page.h"
#include "sesv2/errors.h"
#include "sesv2/service.h"
#include "sesv2/tags.h"

namespace emu::sesv2 {

namespace {

constexpr const char* kVerified = "SUCCESS";
constexpr std::string_view kHostedZone = "dkim.amazonses.com";

std::string type_of(const ses::StoredIdentity& identity) {
  return identity.is_domain ? "DOMAIN" : "EMAIL_ADDRESS";
}

// An address has no DKIM of its own.
DkimAttributes dkim_of(const ses::StoredIdentity& identity) {
  DkimAttributes out{.signing_enabled = identity.has_dkim, .status = "NOT_STARTED"};
  if (!identity.is_domain) return out;
  const bool is_external = !identity.dkim_selector.empty();
  out.status = kVerified;
  out.tokens = is_external ? std::vector{identity.dkim_selector} : identity.dkim_tokens;
  out.signing_attributes_origin = is_external ? "EXTERNAL" : "AWS_SES";
  if (is_external) return out;
  out.signing_hosted_zone = kHostedZone;
  out.next_signing_key_length = identity.dkim_key_length;
  out.current_signing_key_length = identity.dkim_key_length;
  out.last_key_generation_timestamp = identity.created;
  return out;
}

Status check_signing(const DkimSigningAttributes& signing, bool is_external) {
  if (!is_external) return {};
  if (signing.domain_signing_selector && signing.domain_signing_private_key) return {};
  return bad_request(
      "DomainSigningSelector and DomainSigningPrivateKey are required for external signing.");
}

void set_signing(ses::StoredIdentity& identity, const DkimSigningAttributes& signing) {
  identity.dkim_selector = signing.domain_signing_selector.value_or(std::string());
  if (signing.next_signing_key_length) identity.dkim_key_length = *signing.next_signing_key_length;
}

}  // namespace

// Checks: Amazon SES API v2 Reference, "CreateEmailIdentity".
Result<CreateEmailIdentityResult> SesV2::create_email_identity(Call& call,
                                                               const CreateEmailIdentity& in) {
  if (backend_.find_identity(call, in.email_identity) != nullptr) {
    return already_exists(fmt::format("Email identity {} already exists.", in.email_identity));
  }
  EMU_TRY(auto tags, with_tags({}, in.tags));
  const std::string set = in.configuration_set_name.value_or(std::string());
  EMU_CHECK(check_configuration_set(call, set));
  if (in.dkim_signing_attributes) {
    const auto& signing = *in.dkim_signing_attributes;
    EMU_CHECK(check_signing(signing,
                            signing.domain_signing_selector || signing.domain_signing_private_key));
  }
  EMU_TRY(ses::StoredIdentity * identity,
          translated(backend_.add_identity(call, in.email_identity)));
  identity->has_dkim = identity->is_domain;
  identity->configuration_set = set;
  identity->tags = std::move(tags);
  if (in.dkim_signing_attributes) set_signing(*identity, *in.dkim_signing_attributes);
  return CreateEmailIdentityResult{.identity_type = type_of(*identity),
                                   .verified_for_sending_status = true,
                                   .dkim_attributes = dkim_of(*identity)};
}

Result<GetEmailIdentityResult> SesV2::get_email_identity(Call& call, const GetEmailIdentity& in) {
  EMU_TRY(const ses::StoredIdentity* identity, require_identity(call, in.email_identity));
  GetEmailIdentityResult out{.identity_type = type_of(*identity),
                             .feedback_forwarding_status = identity->forwards_feedback,
                             .verified_for_sending_status = true};
  out.dkim_attributes = dkim_of(*identity);
  out.mail_from_attributes = MailFromAttributes{
      .mail_from_domain = identity->mail_from_domain,
      .mail_from_domain_status = identity->mail_from_domain.empty() ? std::string() : kVerified,
      .behavior_on_mx_failure = identity->behavior_on_mx_failure == ses::kRejectMessage
                                    ? "REJECT_MESSAGE"
                                    : "USE_DEFAULT_VALUE"};
  out.policies = {identity->policies.begin(), identity->policies.end()};
  out.tags = tag_list(identity->tags);
  out.configuration_set_name = identity->configuration_set;
  out.verification_status = kVerified;
  out.verification_info = VerificationInfo{.last_checked_timestamp = identity->created,
                                           .last_success_timestamp = identity->created};
  return out;
}

Result<Nothing> SesV2::delete_email_identity(Call& call, const DeleteEmailIdentity& in) {
  EMU_CHECK(require_identity(call, in.email_identity));
  backend_.state(call).identities.erase(ses::identity_key(in.email_identity));
  return Nothing{};
}

Result<ListEmailIdentitiesResult> SesV2::list_email_identities(Call& call,
                                                               const ListEmailIdentities& in) {
  ListEmailIdentitiesResult out;
  EMU_TRY(out.next_token,
          translated(ses::visit_page(
              backend_.state(call).identities, {in.next_token, in.page_size},
              {.usual = ses::kPageMax, .max = ses::kPageMax},
              [&](const ses::StoredIdentity& identity) {
                out.email_identities.push_back({.identity_type = type_of(identity),
                                                .identity_name = identity.name,
                                                .sending_enabled = true,
                                                .verification_status = kVerified});
                return true;
              })));
  return out;
}

Result<Nothing> SesV2::put_email_identity_dkim_attributes(
    Call& call, const PutEmailIdentityDkimAttributes& in) {
  EMU_TRY(ses::StoredIdentity * identity, require_identity(call, in.email_identity));
  identity->has_dkim = in.signing_enabled.value_or(false);
  return Nothing{};
}

Result<PutEmailIdentityDkimSigningAttributesResult>
SesV2::put_email_identity_dkim_signing_attributes(Call& call,
                                                  const PutEmailIdentityDkimSigningAttributes& in) {
  EMU_TRY(ses::StoredIdentity * identity, require_identity(call, in.email_identity));
  if (!identity->is_domain) return bad_request("DKIM signing is configured for domains only.");
  const DkimSigningAttributes signing = in.signing_attributes.value_or(DkimSigningAttributes());
  EMU_CHECK(check_signing(signing, in.signing_attributes_origin == "EXTERNAL"));
  set_signing(*identity, signing);
  DkimAttributes dkim = dkim_of(*identity);
  return PutEmailIdentityDkimSigningAttributesResult{
      .dkim_status = std::move(dkim.status),
      .dkim_tokens = std::move(dkim.tokens),
      .signing_hosted_zone = std::move(dkim.signing_hosted_zone)};
}

Result<Nothing> SesV2::put_email_identity_feedback_attributes(
    Call& call, const PutEmailIdentityFeedbackAttributes& in) {
  EMU_TRY(ses::StoredIdentity * identity, require_identity(call, in.email_identity));
  identity->forwards_feedback = in.email_forwarding_enabled.value_or(false);
  return Nothing{};
}

Result<Nothing> SesV2::put_email_identity_mail_from_attributes(
    Call& call, const PutEmailIdentityMailFromAttributes& in) {
  EMU_TRY(ses::StoredIdentity * identity, require_identity(call, in.email_identity));
  const bool rejects = in.behavior_on_mx_failure == "REJECT_MESSAGE";
  EMU_CHECK(translated(ses::Backend::set_mail_from(
      *identity, in.mail_from_domain.value_or(std::string()),
      std::string(rejects ? ses::kRejectMessage : ses::kUseDefaultValue))));
  return Nothing{};
}

Result<Nothing> SesV2::put_email_identity_configuration_set_attributes(
    Call& call, const PutEmailIdentityConfigurationSetAttributes& in) {
  EMU_TRY(ses::StoredIdentity * identity, require_identity(call, in.email_identity));
  const std::string set = in.configuration_set_name.value_or(std::string());
  EMU_CHECK(check_configuration_set(call, set));
  identity->configuration_set = set;
  return Nothing{};
}

}  // namespace emu::sesv2
