// The codes of the errors of Amazon SQS, as Error::code holds them.
//
//   if (answer.error().code == sqs::errors::kQueueDoesNotExist) …
#pragma once

namespace emu::sqs::errors {

inline constexpr const char* kAccessDenied = "AccessDenied";
inline constexpr const char* kBatchEntryIdsNotDistinct = "BatchEntryIdsNotDistinct";
inline constexpr const char* kBatchRequestTooLong = "BatchRequestTooLong";
inline constexpr const char* kEmptyBatchRequest = "EmptyBatchRequest";
inline constexpr const char* kInvalidAddress = "InvalidAddress";
inline constexpr const char* kInvalidAttributeName = "InvalidAttributeName";
inline constexpr const char* kInvalidAttributeValue = "InvalidAttributeValue";
inline constexpr const char* kInvalidBatchEntryId = "InvalidBatchEntryId";
inline constexpr const char* kInvalidMessageContents = "InvalidMessageContents";
inline constexpr const char* kInvalidParameterValue = "InvalidParameterValue";
inline constexpr const char* kMessageNotInflight = "MessageNotInflight";
inline constexpr const char* kMissingParameter = "MissingParameter";
inline constexpr const char* kOverLimit = "OverLimit";
inline constexpr const char* kPurgeQueueInProgress = "PurgeQueueInProgress";
inline constexpr const char* kQueueDeletedRecently = "QueueDeletedRecently";
inline constexpr const char* kQueueDoesNotExist = "QueueDoesNotExist";
inline constexpr const char* kQueueNameExists = "QueueNameExists";
inline constexpr const char* kReceiptHandleIsInvalid = "ReceiptHandleIsInvalid";
inline constexpr const char* kResourceNotFoundException = "ResourceNotFoundException";
inline constexpr const char* kTooManyEntriesInBatchRequest = "TooManyEntriesInBatchRequest";
inline constexpr const char* kUnsupportedOperation = "UnsupportedOperation";

}  // namespace emu::sqs::errors
