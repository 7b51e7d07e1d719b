// The codes of the errors of Amazon CloudWatch Logs, as Error::code holds them.
//
//   if (answer.error().code == logs::errors::kResourceNotFoundException) …
#pragma once

namespace emu::logs::errors {

inline constexpr const char* kAccessDeniedException = "AccessDeniedException";
inline constexpr const char* kInvalidParameterException = "InvalidParameterException";
inline constexpr const char* kLimitExceededException = "LimitExceededException";
inline constexpr const char* kOperationAbortedException = "OperationAbortedException";
inline constexpr const char* kResourceAlreadyExistsException = "ResourceAlreadyExistsException";
inline constexpr const char* kResourceNotFoundException = "ResourceNotFoundException";
inline constexpr const char* kTooManyTagsException = "TooManyTagsException";
inline constexpr const char* kValidationException = "ValidationException";

}  // namespace emu::logs::errors
