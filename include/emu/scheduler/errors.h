// The codes of the errors of EventBridge Scheduler, as Error::code holds them.
#pragma once

namespace emu::scheduler::errors {

inline constexpr const char* kAccessDeniedException = "AccessDeniedException";
inline constexpr const char* kConflictException = "ConflictException";
inline constexpr const char* kInternalServerException = "InternalServerException";
inline constexpr const char* kResourceNotFoundException = "ResourceNotFoundException";
inline constexpr const char* kServiceQuotaExceededException = "ServiceQuotaExceededException";
inline constexpr const char* kThrottlingException = "ThrottlingException";
inline constexpr const char* kValidationException = "ValidationException";

}  // namespace emu::scheduler::errors
