// Signature Version 2 in the query of a URL of S3, which boto3 and the AWS CLI still make for the
// oldest regions:
//
//   /photos/a.jpg?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Expires=1175139620&Signature=Npg…
//
// It names no region, and expires at a second of Unix time.
// Sources: Amazon S3 API Reference, "Signing and authenticating REST requests", "Query string
// request authentication alternative" (of signature version 2).
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <optional>
#include <string>
#include <string_view>

#include "core/gate/request_parts.h"

namespace emu::wire {

struct Sigv2Authorization {
  std::string access_key_id = {};
  std::string signature = {};  // in base64
  std::string expires = {};    // as it was signed
  Time expires_at = {};
  std::string session_token = {};  // of temporary credentials
};

// Nothing when the URL is not presigned in this way.
Result<std::optional<Sigv2Authorization>> parse_sigv2(const RequestParts& parts);

// The path is in path style, as sent otherwise: "/photos/a%20b.jpg".
std::string sigv2_string_to_sign(const RequestParts& parts, std::string_view path,
                                 const Sigv2Authorization& authorization);

// The signature of a text, in base64.
std::string sign_sigv2_text(std::string_view secret_access_key, std::string_view text);

// Whether the URL has not expired.
Status check_sigv2_time(const Sigv2Authorization& authorization, Time now);
// Whether its signature is right.
Status verify_sigv2(const RequestParts& parts, std::string_view path,
                    const Sigv2Authorization& authorization, std::string_view secret_access_key);

}  // namespace emu::wire
