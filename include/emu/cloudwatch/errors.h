// The codes of the errors of Amazon CloudWatch, as Error::code holds them.
#pragma once

namespace emu::cloudwatch::errors {

inline constexpr const char* kAccessDenied = "AccessDenied";
inline constexpr const char* kDashboardNotFoundError = "DashboardNotFoundError";
inline constexpr const char* kInternalServiceError = "InternalServiceError";
inline constexpr const char* kInvalidFormat = "InvalidFormat";
inline constexpr const char* kInvalidNextToken = "InvalidNextToken";
inline constexpr const char* kInvalidParameterCombination = "InvalidParameterCombination";
inline constexpr const char* kInvalidParameterInput = "InvalidParameterInput";
inline constexpr const char* kInvalidParameterValue = "InvalidParameterValue";
inline constexpr const char* kLimitExceeded = "LimitExceeded";
inline constexpr const char* kMissingParameter = "MissingParameter";
inline constexpr const char* kResourceNotFound = "ResourceNotFound";
inline constexpr const char* kResourceNotFoundException = "ResourceNotFoundException";
inline constexpr const char* kValidationError = "ValidationError";

}  // namespace emu::cloudwatch::errors
