// The codes of the errors of the second API of Amazon SES, as Error::code holds them.
//
//   if (answer.error().code == sesv2::errors::kNotFoundException) …
#pragma once

namespace emu::sesv2::errors {

inline constexpr const char* kAccessDeniedException = "AccessDeniedException";
inline constexpr const char* kAlreadyExistsException = "AlreadyExistsException";
inline constexpr const char* kBadRequestException = "BadRequestException";
inline constexpr const char* kConflictException = "ConflictException";
inline constexpr const char* kInvalidNextTokenException = "InvalidNextTokenException";
inline constexpr const char* kLimitExceededException = "LimitExceededException";
inline constexpr const char* kMessageRejected = "MessageRejected";
inline constexpr const char* kNotFoundException = "NotFoundException";
inline constexpr const char* kSendingPausedException = "SendingPausedException";
inline constexpr const char* kTooManyRequestsException = "TooManyRequestsException";

}  // namespace emu::sesv2::errors
