// The codes of the errors of Amazon SES, as Error::code holds them.
//
//   if (answer.error().code == ses::errors::kMessageRejected) …
#pragma once

namespace emu::ses::errors {

inline constexpr const char* kAccessDenied = "AccessDenied";
inline constexpr const char* kAccountSendingPausedException = "AccountSendingPausedException";
inline constexpr const char* kAlreadyExists = "AlreadyExists";
inline constexpr const char* kConfigurationSetAlreadyExists = "ConfigurationSetAlreadyExists";
inline constexpr const char* kConfigurationSetDoesNotExist = "ConfigurationSetDoesNotExist";
inline constexpr const char* kConfigurationSetSendingPausedException =
    "ConfigurationSetSendingPausedException";
inline constexpr const char* kEventDestinationAlreadyExists = "EventDestinationAlreadyExists";
inline constexpr const char* kEventDestinationDoesNotExist = "EventDestinationDoesNotExist";
inline constexpr const char* kInvalidCloudWatchDestination = "InvalidCloudWatchDestination";
inline constexpr const char* kInvalidConfigurationSet = "InvalidConfigurationSet";
inline constexpr const char* kInvalidParameterValue = "InvalidParameterValue";
inline constexpr const char* kInvalidPolicy = "InvalidPolicy";
inline constexpr const char* kInvalidRenderingParameter = "InvalidRenderingParameter";
inline constexpr const char* kInvalidSNSDestination = "InvalidSNSDestination";
inline constexpr const char* kInvalidTemplate = "InvalidTemplate";
inline constexpr const char* kInvalidTrackingOptions = "InvalidTrackingOptions";
inline constexpr const char* kLimitExceeded = "LimitExceeded";
inline constexpr const char* kMessageRejected = "MessageRejected";
inline constexpr const char* kMissingRenderingAttribute = "MissingRenderingAttribute";
inline constexpr const char* kTemplateDoesNotExist = "TemplateDoesNotExist";
inline constexpr const char* kThrottling = "Throttling";
inline constexpr const char* kTrackingOptionsAlreadyExistsException =
    "TrackingOptionsAlreadyExistsException";
inline constexpr const char* kTrackingOptionsDoesNotExistException =
    "TrackingOptionsDoesNotExistException";
inline constexpr const char* kValidationError = "ValidationError";

}  // namespace emu::ses::errors
