// The codes of the errors of AWS STS, as Error::code holds them.
//
//   if (answer.error().code == sts::errors::kAccessDenied) …
#pragma once

namespace emu::sts::errors {

inline constexpr const char* kAccessDenied = "AccessDenied";
inline constexpr const char* kExpiredToken = "ExpiredToken";
inline constexpr const char* kInvalidClientTokenId = "InvalidClientTokenId";
inline constexpr const char* kInvalidParameterValue = "InvalidParameterValue";
inline constexpr const char* kMalformedPolicyDocument = "MalformedPolicyDocument";
inline constexpr const char* kPackedPolicyTooLarge = "PackedPolicyTooLarge";
inline constexpr const char* kValidationError = "ValidationError";

}  // namespace emu::sts::errors
