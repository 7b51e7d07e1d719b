// The codes of the errors of Amazon DynamoDB Streams, as Error::code holds them.
#pragma once

namespace emu::dynamodbstreams::errors {

inline constexpr const char* kAccessDeniedException = "AccessDeniedException";
inline constexpr const char* kExpiredIteratorException = "ExpiredIteratorException";
inline constexpr const char* kInternalServerError = "InternalServerError";
inline constexpr const char* kLimitExceededException = "LimitExceededException";
inline constexpr const char* kResourceNotFoundException = "ResourceNotFoundException";
inline constexpr const char* kTrimmedDataAccessException = "TrimmedDataAccessException";
inline constexpr const char* kValidationException = "ValidationException";

}  // namespace emu::dynamodbstreams::errors
