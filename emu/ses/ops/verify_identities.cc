#include "ses/service.h"

namespace emu::ses {

// Checks: Amazon SES API Reference, "VerifyEmailIdentity".
Result<VerifyEmailIdentityResult> Ses::verify_email_identity(Call& call,
                                                             const VerifyEmailIdentity& in) {
  EMU_CHECK(Backend::check_kind(in.email_address, IdentityKind::kAddress));
  EMU_CHECK(backend_.add_identity(call, in.email_address));
  return VerifyEmailIdentityResult{};
}

// The older name of the same.
Result<Nothing> Ses::verify_email_address(Call& call, const VerifyEmailAddress& in) {
  EMU_CHECK(Backend::check_kind(in.email_address, IdentityKind::kAddress));
  EMU_CHECK(backend_.add_identity(call, in.email_address));
  return Nothing{};
}

Result<VerifyDomainIdentityResult> Ses::verify_domain_identity(Call& call,
                                                               const VerifyDomainIdentity& in) {
  EMU_CHECK(Backend::check_kind(in.domain, IdentityKind::kDomain));
  EMU_TRY(const StoredIdentity* identity, backend_.add_identity(call, in.domain));
  return VerifyDomainIdentityResult{.verification_token = identity->verification_token};
}

// Source: Amazon SES API Reference, "VerifyDomainDkim".
Result<VerifyDomainDkimResult> Ses::verify_domain_dkim(Call& call, const VerifyDomainDkim& in) {
  EMU_CHECK(Backend::check_kind(in.domain, IdentityKind::kDomain));
  EMU_TRY(StoredIdentity * identity, backend_.add_identity(call, in.domain));
  identity->has_dkim = true;
  return VerifyDomainDkimResult{.dkim_tokens = identity->dkim_tokens};
}

}  // namespace emu::ses
