// The codes of the errors of AWS Lambda, as Error::code holds them.
//
//   if (answer.error().code == lambda::errors::kTooManyRequestsException) …
#pragma once

namespace emu::lambda::errors {

inline constexpr const char* kAccessDeniedException = "AccessDeniedException";
inline constexpr const char* kCodeStorageExceededException = "CodeStorageExceededException";
inline constexpr const char* kInvalidParameterValueException = "InvalidParameterValueException";
inline constexpr const char* kInvalidRequestContentException = "InvalidRequestContentException";
inline constexpr const char* kPolicyLengthExceededException = "PolicyLengthExceededException";
inline constexpr const char* kPreconditionFailedException = "PreconditionFailedException";
inline constexpr const char* kRequestEntityTooLargeException = "RequestEntityTooLargeException";
inline constexpr const char* kRequestTooLargeException = "RequestTooLargeException";
inline constexpr const char* kResourceConflictException = "ResourceConflictException";
inline constexpr const char* kResourceInUseException = "ResourceInUseException";
inline constexpr const char* kResourceNotFoundException = "ResourceNotFoundException";
inline constexpr const char* kResourceNotReadyException = "ResourceNotReadyException";
inline constexpr const char* kTooManyRequestsException = "TooManyRequestsException";
inline constexpr const char* kValidationException = "ValidationException";

}  // namespace emu::lambda::errors
