// Source: AWS STS API Reference, "GetSessionToken".
#include <algorithm>
#include <utility>

#include "sts/errors.h"
#include "sts/limits.h"
#include "sts/service.h"

namespace emu::sts {

namespace {

// What a user's temporary credentials may not be used for.
constexpr const char* kSessionPolicy =
    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},)"
    R"({"Effect":"Deny","Action":["iam:*","sts:DecodeAuthorizationMessage","sts:GetAccessKeyInfo",)"
    R"("sts:GetFederationToken","sts:GetSessionToken"],"Resource":"*"}]})";

}  // namespace

Result<GetSessionTokenResult> Sts::get_session_token(Call& call, const GetSessionToken& in) {
  const Caller& caller = call.caller;
  const bool is_root = caller.kind == Caller::Kind::kUnnamed;
  if (caller.kind == Caller::Kind::kAnonymous) return missing_token();
  if (!is_root && (caller.kind != Caller::Kind::kUser || !caller.session_policy.empty())) {
    return not_authorized("Cannot call GetSessionToken with session credentials");
  }
  std::chrono::seconds duration =
      in.duration_seconds.value_or(is_root ? kRootSessionMax : kUserSessionDefault);
  if (is_root) duration = std::min(duration, kRootSessionMax);
  Caller session = caller;
  session.region.clear();
  if (!is_root) session.session_policy = kSessionPolicy;
  GetSessionTokenResult answer{.credentials = begin_session(std::move(session), duration)};
  call.subject = answer.credentials.access_key_id;
  return answer;
}

}  // namespace emu::sts
