// AWS's words for signatures that are missing, malformed, late or wrong. S3 has its own; the
// protocols of the other services share the words and differ in the codes.
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <string>
#include <string_view>

#include "wire/sigv4/sigv4.h"

namespace emu::wire::errors {

Error incomplete_signature(SignatureDialect dialect, std::string message);
Error signature_refused(SignatureDialect dialect, std::string message);
Error signature_does_not_match(SignatureDialect dialect);

// S3: a header that is not in the form of one, or credentials for elsewhere.
Error header_malformed(std::string_view detail);
Error query_malformed(std::string message);
Error access_denied(std::string message);
Error unsupported_authorization(std::string_view value);
Error request_time_too_skewed(const Authorization& authorization, Time now);
Error request_expired(const Authorization& authorization, Time now);
Error request_not_yet_valid(const Authorization& authorization, Time now);
// Of signature version 2.
Error sigv2_expired(Time expires_at, Time now);
Error headers_not_signed(std::string_view names);
Error content_hash_mismatch(std::string_view given, std::string_view computed);
Error missing_content_hash();
Error invalid_content_hash(std::string_view value);
// What S3 computed, as it shows it to those who look for the difference.
struct Mismatch {
  std::string_view access_key_id;
  std::string_view signature;  // as it was given
  std::string_view to_sign;
  std::string_view canonical_request = {};  // of signature version 4, but for forms
};
Error s3_signature_does_not_match(const Mismatch& mismatch);

}  // namespace emu::wire::errors
