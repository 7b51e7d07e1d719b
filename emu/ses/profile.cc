// How the first API of Amazon SES describes itself to the rest of emu.
// Source: Amazon Simple Email Service API model, 2010-12-01.

#include <array>

#include "core/gate/service_profile.h"
#include "ses/errors.h"
#include "ses/service.h"

namespace emu::ses {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kQuery,
                    .xml_namespace = "http://ses.amazonaws.com/doc/2010-12-01/"},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDenied},
    ErrorProfile{.code = errors::kAccountSendingPausedException},
    ErrorProfile{.code = errors::kAlreadyExists},
    ErrorProfile{.code = errors::kConfigurationSetAlreadyExists},
    ErrorProfile{.code = errors::kConfigurationSetDoesNotExist},
    ErrorProfile{.code = errors::kConfigurationSetSendingPausedException},
    ErrorProfile{.code = errors::kEventDestinationAlreadyExists},
    ErrorProfile{.code = errors::kEventDestinationDoesNotExist},
    ErrorProfile{.code = errors::kInvalidCloudWatchDestination},
    ErrorProfile{.code = errors::kInvalidConfigurationSet},
    ErrorProfile{.code = errors::kInvalidParameterValue},
    ErrorProfile{.code = errors::kInvalidPolicy},
    ErrorProfile{.code = errors::kInvalidRenderingParameter},
    ErrorProfile{.code = errors::kInvalidSNSDestination},
    ErrorProfile{.code = errors::kInvalidTemplate},
    ErrorProfile{.code = errors::kInvalidTrackingOptions},
    ErrorProfile{.code = errors::kLimitExceeded},
    ErrorProfile{.code = errors::kMessageRejected},
    ErrorProfile{.code = errors::kMissingRenderingAttribute},
    ErrorProfile{.code = errors::kTemplateDoesNotExist},
    ErrorProfile{.code = errors::kThrottling},
    ErrorProfile{.code = errors::kTrackingOptionsAlreadyExistsException},
    ErrorProfile{.code = errors::kTrackingOptionsDoesNotExistException},
    ErrorProfile{.code = errors::kValidationError},
};

// Source: Amazon SES Developer Guide, "Amazon SES email sending errors".
constexpr std::array kFailures = {
    FailureProfile{.code = errors::kThrottling, .message = "Maximum sending rate exceeded."},
    FailureProfile{.code = "InternalFailure",
                   .message = "The request processing has failed because of an unknown error, "
                              "exception or failure.",
                   .status = 500},
    FailureProfile{.code = "ServiceUnavailable",
                   .message = "The request has failed due to a temporary failure of the server.",
                   .status = 503},
};

}  // namespace

constinit const ServiceProfile kProfile = {.name = "ses",
                                           .signing_name = "ses",
                                           .host_prefix = "email",
                                           .api_version = "2010-12-01",
                                           .sdk_id = "SES",
                                           .cli_name = "ses",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .judges_accounts = true,
                                           // Base64 of the largest raw message.
                                           .body_bytes_max = std::size_t{20} * 1024 * 1024,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid};

}  // namespace emu::ses
