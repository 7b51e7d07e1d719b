#include "ses/limits.h"
#include "ses/page.h"
#include "ses/service.h"

namespace emu::ses {

Result<ListIdentitiesResult> Ses::list_identities(Call& call, const ListIdentities& in) {
  ListIdentitiesResult out;
  EMU_TRY(out.next_token,
          visit_page(backend_.state(call).identities, {in.next_token, in.max_items},
                     {.usual = kIdentitiesPageMax, .max = kIdentitiesPageMax},
                     [&](const StoredIdentity& identity) {
                       if (in.identity_type &&
                           (*in.identity_type == "Domain") != identity.is_domain) {
                         return false;
                       }
                       out.identities.push_back(identity.name);
                       return true;
                     }));
  return out;
}

Result<ListVerifiedEmailAddressesResult> Ses::list_verified_email_addresses(
    Call& call, const ListVerifiedEmailAddresses&) {
  ListVerifiedEmailAddressesResult out;
  for (const auto& [key, identity] : backend_.state(call).identities) {
    if (!identity.is_domain) out.verified_email_addresses.push_back(identity.name);
  }
  return out;
}

}  // namespace emu::ses
