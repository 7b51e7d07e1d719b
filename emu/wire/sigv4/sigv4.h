// Signature Version 4: who signed a request, and whether the signature is right.
//
//   const RequestParts parts(request);
//   EMU_TRY(const auto authorization, parse_authorization(parts, SignatureDialect::kS3));
//   if (!authorization) …                           // anonymous
//   auto verified = verify_signature(parts, *authorization,
//                                    {.secret_access_key = secret, .now = now, …}, keys);
//
// Parsing looks up nothing, and costs little: account and region come from it even where nobody
// verifies.
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/request_parts.h"
#include "wire/sigv4/sigv4_key.h"

namespace emu::wire {

inline constexpr std::string_view kSigv4Algorithm = "AWS4-HMAC-SHA256";
inline constexpr std::string_view kUnsignedPayload = "UNSIGNED-PAYLOAD";

// How a service words its refusals, and what it makes of the path.
enum class SignatureDialect { kS3, kQuery, kJson, kRestJson };

struct Authorization {
  bool presigned = false;  // in the query rather than in a header
  std::string access_key_id = {};
  CredentialScope scope = {};
  std::string time = {};  // as it was signed: 20130524T000000Z
  Time signed_at = {};
  std::vector<std::string> signed_headers = {};  // in lower case
  std::string signature = {};
  std::int64_t expires_seconds = 0;  // when presigned
  std::string session_token = {};    // of temporary credentials
};

// Nothing when the request is not signed at all; whether that is an error, the service decides.
Result<std::optional<Authorization>> parse_authorization(const RequestParts& parts,
                                                         SignatureDialect dialect);

// The error of a service that has no anonymous callers.
Error missing_authentication_token(SignatureDialect dialect);

// Whether the credentials are for that service and, unless it is empty, that region.
Status check_scope(const Authorization& authorization, SignatureDialect dialect,
                   std::string_view service, std::string_view region = {});
// S3's error for credentials of another region.
Error wrong_region(std::string_view given, std::string_view expected, bool presigned);

// Whether the request was signed just now or, when it is presigned, has not expired.
Status check_time(const Authorization& authorization, Time now, SignatureDialect dialect);

struct VerifyOptions {
  std::string_view secret_access_key;
  Time now;
  SignatureDialect dialect = SignatureDialect::kS3;
};

// The time, the signature and the hash of the body, in this order. The signatures of the chunks of
// a streaming body are the affair of wire/aws_chunked.h.
Status verify_signature(const RequestParts& parts, const Authorization& authorization,
                        const VerifyOptions& options, SigningKeys& keys);

}  // namespace emu::wire
