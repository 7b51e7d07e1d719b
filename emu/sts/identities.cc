
#include "iam/errors.h"
#include "sts/service.h"

namespace emu::sts {

Result<GetCallerIdentityResult> Sts::get_caller_identity(Call& call, const GetCallerIdentity&) {
  if (call.caller.kind == Caller::Kind::kAnonymous) return iam::missing_token();
  return GetCallerIdentityResult{
      .user_id = call.caller.principal_id, .account = call.account(), .arn = call.caller.arn};
}

Result<GetAccessKeyInfoResult> Sts::get_access_key_info(Call&, const GetAccessKeyInfo& in) {
  if (const iam::Session* session = directory_.session(in.access_key_id)) {
    return GetAccessKeyInfoResult{.account = session->caller.account};
  }
  const auto found = directory_.access_keys().find(in.access_key_id);
  if (found == directory_.access_keys().end()) return iam::invalid_access_key_id();
  return GetAccessKeyInfoResult{.account = found->second.account};
}

}  // namespace emu::sts
