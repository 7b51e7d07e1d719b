// The codes of the errors of AWS Systems Manager, as Error::code holds them.
#pragma once

namespace emu::ssm::errors {

inline constexpr const char* kAccessDeniedException = "AccessDeniedException";
inline constexpr const char* kHierarchyLevelLimitExceededException =
    "HierarchyLevelLimitExceededException";
inline constexpr const char* kHierarchyTypeMismatchException = "HierarchyTypeMismatchException";
inline constexpr const char* kIncompatiblePolicyException = "IncompatiblePolicyException";
inline constexpr const char* kInternalServerError = "InternalServerError";
inline constexpr const char* kInvalidAllowedPatternException = "InvalidAllowedPatternException";
inline constexpr const char* kInvalidFilterKey = "InvalidFilterKey";
inline constexpr const char* kInvalidFilterOption = "InvalidFilterOption";
inline constexpr const char* kInvalidFilterValue = "InvalidFilterValue";
inline constexpr const char* kInvalidKeyId = "InvalidKeyId";
inline constexpr const char* kInvalidNextToken = "InvalidNextToken";
inline constexpr const char* kInvalidPolicyAttributeException = "InvalidPolicyAttributeException";
inline constexpr const char* kInvalidPolicyTypeException = "InvalidPolicyTypeException";
inline constexpr const char* kInvalidResourceId = "InvalidResourceId";
inline constexpr const char* kInvalidResourceType = "InvalidResourceType";
inline constexpr const char* kParameterAlreadyExists = "ParameterAlreadyExists";
inline constexpr const char* kParameterLimitExceeded = "ParameterLimitExceeded";
inline constexpr const char* kParameterMaxVersionLimitExceeded = "ParameterMaxVersionLimitExceeded";
inline constexpr const char* kParameterNotFound = "ParameterNotFound";
inline constexpr const char* kParameterPatternMismatchException =
    "ParameterPatternMismatchException";
inline constexpr const char* kParameterVersionLabelLimitExceeded =
    "ParameterVersionLabelLimitExceeded";
inline constexpr const char* kParameterVersionNotFound = "ParameterVersionNotFound";
inline constexpr const char* kPoliciesLimitExceededException = "PoliciesLimitExceededException";
inline constexpr const char* kTooManyTagsError = "TooManyTagsError";
inline constexpr const char* kTooManyUpdates = "TooManyUpdates";
inline constexpr const char* kUnsupportedParameterType = "UnsupportedParameterType";
inline constexpr const char* kValidationException = "ValidationException";

}  // namespace emu::ssm::errors
