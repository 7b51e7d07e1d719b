// The codes of the errors of EventBridge, as Error::code holds them.
#pragma once

namespace emu::eventbridge::errors {

inline constexpr const char* kAccessDeniedException = "AccessDeniedException";
inline constexpr const char* kConcurrentModificationException = "ConcurrentModificationException";
inline constexpr const char* kInternalException = "InternalException";
inline constexpr const char* kInvalidEventPatternException = "InvalidEventPatternException";
inline constexpr const char* kInvalidStateException = "InvalidStateException";
inline constexpr const char* kLimitExceededException = "LimitExceededException";
inline constexpr const char* kManagedRuleException = "ManagedRuleException";
inline constexpr const char* kOperationDisabledException = "OperationDisabledException";
inline constexpr const char* kPolicyLengthExceededException = "PolicyLengthExceededException";
inline constexpr const char* kResourceAlreadyExistsException = "ResourceAlreadyExistsException";
inline constexpr const char* kResourceNotFoundException = "ResourceNotFoundException";
inline constexpr const char* kValidationException = "ValidationException";

// Of entries of PutEvents that failed.
inline constexpr const char* kInvalidArgument = "InvalidArgument";
inline constexpr const char* kMalformedDetail = "MalformedDetail";
inline constexpr const char* kNotAuthorizedForSourceException = "NotAuthorizedForSourceException";

}  // namespace emu::eventbridge::errors
