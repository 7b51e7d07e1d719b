// The codes of the errors of AWS Secrets Manager, as Error::code holds them.
#pragma once

namespace emu::secretsmanager::errors {

inline constexpr const char* kAccessDeniedException = "AccessDeniedException";
inline constexpr const char* kDecryptionFailure = "DecryptionFailure";
inline constexpr const char* kEncryptionFailure = "EncryptionFailure";
inline constexpr const char* kInternalServiceError = "InternalServiceError";
inline constexpr const char* kInvalidNextTokenException = "InvalidNextTokenException";
inline constexpr const char* kInvalidParameterException = "InvalidParameterException";
inline constexpr const char* kInvalidRequestException = "InvalidRequestException";
inline constexpr const char* kLimitExceededException = "LimitExceededException";
inline constexpr const char* kMalformedPolicyDocumentException = "MalformedPolicyDocumentException";
inline constexpr const char* kPreconditionNotMetException = "PreconditionNotMetException";
inline constexpr const char* kPublicPolicyException = "PublicPolicyException";
inline constexpr const char* kResourceExistsException = "ResourceExistsException";
inline constexpr const char* kResourceNotFoundException = "ResourceNotFoundException";
inline constexpr const char* kValidationException = "ValidationException";

}  // namespace emu::secretsmanager::errors
