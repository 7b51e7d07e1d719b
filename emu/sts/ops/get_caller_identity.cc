// GetCallerIdentity and GetAccessKeyInfo: whom the caller's key, or another key, belongs to.
// Source: AWS STS API Reference, "GetCallerIdentity", "GetAccessKeyInfo".
#include "sts/arns.h"
#include "sts/errors.h"
#include "sts/service.h"

namespace emu::sts {

Result<GetCallerIdentityResult> Sts::get_caller_identity(Call& call, const GetCallerIdentity&) {
  if (call.caller.kind == Caller::Kind::kAnonymous) return missing_token();
  return GetCallerIdentityResult{.user_id = call.caller.principal_id,
                                 .account = call.account(),
                                 .arn = shown_arn(call, call.caller.arn)};
}

Result<GetAccessKeyInfoResult> Sts::get_access_key_info(Call&, const GetAccessKeyInfo& in) {
  std::optional<std::string> account = identities_.account_of_key(in.access_key_id);
  if (!account) return validation_error("The access key id is invalid.");
  return GetAccessKeyInfoResult{.account = std::move(*account)};
}

}  // namespace emu::sts
