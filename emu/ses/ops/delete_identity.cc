#include "ses/service.h"

namespace emu::ses {

// Without effect for one that is not there.
Result<DeleteIdentityResult> Ses::delete_identity(Call& call, const DeleteIdentity& in) {
  backend_.state(call).identities.erase(identity_key(in.identity));
  return DeleteIdentityResult{};
}

Result<Nothing> Ses::delete_verified_email_address(Call& call,
                                                   const DeleteVerifiedEmailAddress& in) {
  backend_.state(call).identities.erase(identity_key(in.email_address));
  return Nothing{};
}

}  // namespace emu::ses
