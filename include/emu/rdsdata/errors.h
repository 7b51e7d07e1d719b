// The codes of the errors of AWS RDS DataService, as Error::code holds them.
#pragma once

namespace emu::rdsdata::errors {

inline constexpr const char* kAccessDeniedException = "AccessDeniedException";
inline constexpr const char* kBadRequestException = "BadRequestException";
inline constexpr const char* kDatabaseErrorException = "DatabaseErrorException";
inline constexpr const char* kDatabaseNotFoundException = "DatabaseNotFoundException";
inline constexpr const char* kDatabaseResumingException = "DatabaseResumingException";
inline constexpr const char* kDatabaseUnavailableException = "DatabaseUnavailableException";
inline constexpr const char* kForbiddenException = "ForbiddenException";
inline constexpr const char* kHttpEndpointNotEnabledException = "HttpEndpointNotEnabledException";
inline constexpr const char* kInternalServerErrorException = "InternalServerErrorException";
inline constexpr const char* kInvalidResourceStateException = "InvalidResourceStateException";
inline constexpr const char* kInvalidSecretException = "InvalidSecretException";
inline constexpr const char* kSecretsErrorException = "SecretsErrorException";
inline constexpr const char* kServiceUnavailableError = "ServiceUnavailableError";
inline constexpr const char* kStatementTimeoutException = "StatementTimeoutException";
inline constexpr const char* kTransactionNotFoundException = "TransactionNotFoundException";
inline constexpr const char* kUnsupportedResultException = "UnsupportedResultException";
inline constexpr const char* kValidationException = "ValidationException";

}  // namespace emu::rdsdata::errors
