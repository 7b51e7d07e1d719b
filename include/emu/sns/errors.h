// The codes of SNS's errors, as Error::code holds them.
#pragma once

namespace emu::sns::errors {

inline constexpr const char* kAuthorizationError = "AuthorizationError";
inline constexpr const char* kBatchEntryIdsNotDistinct = "BatchEntryIdsNotDistinct";
inline constexpr const char* kBatchRequestTooLong = "BatchRequestTooLong";
inline constexpr const char* kEmptyBatchRequest = "EmptyBatchRequest";
inline constexpr const char* kEndpointDisabled = "EndpointDisabled";
inline constexpr const char* kFilterPolicyLimitExceeded = "FilterPolicyLimitExceeded";
inline constexpr const char* kInvalidBatchEntryId = "InvalidBatchEntryId";
inline constexpr const char* kInvalidParameter = "InvalidParameter";
inline constexpr const char* kNotFound = "NotFound";
inline constexpr const char* kParameterValueInvalid = "ParameterValueInvalid";
inline constexpr const char* kResourceNotFound = "ResourceNotFound";
inline constexpr const char* kSubscriptionLimitExceeded = "SubscriptionLimitExceeded";
inline constexpr const char* kTagLimitExceeded = "TagLimitExceeded";
inline constexpr const char* kTooManyEntriesInBatchRequest = "TooManyEntriesInBatchRequest";
inline constexpr const char* kTopicLimitExceeded = "TopicLimitExceeded";
inline constexpr const char* kUserError = "UserError";
inline constexpr const char* kValidationError = "ValidationError";
inline constexpr const char* kVerificationException = "VerificationException";

}  // namespace emu::sns::errors
