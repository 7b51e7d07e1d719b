// The codes of the errors of AWS IAM, as Error::code holds them.
//
//   if (answer.error().code == iam::errors::kNoSuchEntity) …
#pragma once

namespace emu::iam::errors {

inline constexpr const char* kAccessDenied = "AccessDenied";
inline constexpr const char* kDeleteConflict = "DeleteConflict";
inline constexpr const char* kEntityAlreadyExists = "EntityAlreadyExists";
inline constexpr const char* kInvalidInput = "InvalidInput";
inline constexpr const char* kLimitExceeded = "LimitExceeded";
inline constexpr const char* kMalformedPolicyDocument = "MalformedPolicyDocument";
inline constexpr const char* kNoSuchEntity = "NoSuchEntity";
inline constexpr const char* kValidationError = "ValidationError";

}  // namespace emu::iam::errors
