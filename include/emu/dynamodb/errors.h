// The codes of the errors of Amazon DynamoDB, as Error::code holds them.
//
//   if (answer.error().code == dynamodb::errors::kConditionalCheckFailedException) …
#pragma once

namespace emu::dynamodb::errors {

inline constexpr const char* kAccessDeniedException = "AccessDeniedException";
inline constexpr const char* kBackupInUseException = "BackupInUseException";
inline constexpr const char* kBackupNotFoundException = "BackupNotFoundException";
inline constexpr const char* kConditionalCheckFailedException = "ConditionalCheckFailedException";
inline constexpr const char* kContinuousBackupsUnavailableException =
    "ContinuousBackupsUnavailableException";
inline constexpr const char* kDuplicateItemException = "DuplicateItemException";
inline constexpr const char* kGlobalTableAlreadyExistsException =
    "GlobalTableAlreadyExistsException";
inline constexpr const char* kGlobalTableNotFoundException = "GlobalTableNotFoundException";
inline constexpr const char* kIdempotentParameterMismatchException =
    "IdempotentParameterMismatchException";
inline constexpr const char* kIndexNotFoundException = "IndexNotFoundException";
inline constexpr const char* kInvalidRestoreTimeException = "InvalidRestoreTimeException";
inline constexpr const char* kItemCollectionSizeLimitExceededException =
    "ItemCollectionSizeLimitExceededException";
inline constexpr const char* kLimitExceededException = "LimitExceededException";
inline constexpr const char* kPointInTimeRecoveryUnavailableException =
    "PointInTimeRecoveryUnavailableException";
inline constexpr const char* kPolicyNotFoundException = "PolicyNotFoundException";
inline constexpr const char* kProvisionedThroughputExceededException =
    "ProvisionedThroughputExceededException";
inline constexpr const char* kReplicaAlreadyExistsException = "ReplicaAlreadyExistsException";
inline constexpr const char* kReplicaNotFoundException = "ReplicaNotFoundException";
inline constexpr const char* kResourceInUseException = "ResourceInUseException";
inline constexpr const char* kResourceNotFoundException = "ResourceNotFoundException";
inline constexpr const char* kTableAlreadyExistsException = "TableAlreadyExistsException";
inline constexpr const char* kTableInUseException = "TableInUseException";
inline constexpr const char* kTableNotFoundException = "TableNotFoundException";
inline constexpr const char* kThrottlingException = "ThrottlingException";
inline constexpr const char* kTransactionCanceledException = "TransactionCanceledException";
inline constexpr const char* kTransactionConflictException = "TransactionConflictException";
inline constexpr const char* kTransactionInProgressException = "TransactionInProgressException";
inline constexpr const char* kValidationException = "ValidationException";

}  // namespace emu::dynamodb::errors
