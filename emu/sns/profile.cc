// How SNS describes itself to the rest of emu.
// Source: Amazon Simple Notification Service API model, 2010-03-31.

#include <array>

#include "core/gate/service_profile.h"
#include "sns/errors.h"
#include "sns/service.h"

namespace emu::sns {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kQuery,
                    .xml_namespace = "http://sns.amazonaws.com/doc/2010-03-31/"},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAuthorizationError},
    ErrorProfile{.code = errors::kBatchEntryIdsNotDistinct},
    ErrorProfile{.code = errors::kBatchRequestTooLong},
    ErrorProfile{.code = errors::kEmptyBatchRequest},
    ErrorProfile{.code = errors::kEndpointDisabled},
    ErrorProfile{.code = errors::kFilterPolicyLimitExceeded},
    ErrorProfile{.code = errors::kInvalidBatchEntryId},
    ErrorProfile{.code = errors::kInvalidParameter},
    ErrorProfile{.code = errors::kNotFound},
    ErrorProfile{.code = errors::kParameterValueInvalid},
    ErrorProfile{.code = errors::kResourceNotFound},
    ErrorProfile{.code = errors::kSubscriptionLimitExceeded},
    ErrorProfile{.code = errors::kTagLimitExceeded},
    ErrorProfile{.code = errors::kTooManyEntriesInBatchRequest},
    ErrorProfile{.code = errors::kTopicLimitExceeded},
    ErrorProfile{.code = errors::kUserError},
    ErrorProfile{.code = errors::kValidationError},
    ErrorProfile{.code = errors::kVerificationException},
};

// Source: Amazon SNS API Reference, "Common Error Types".
constexpr std::array kFailures = {
    FailureProfile{.code = "Throttling", .message = "Rate exceeded"},
    FailureProfile{.code = "InternalError",
                   .message = "We encountered an internal error. Please try again.",
                   .status = 500},
    FailureProfile{.code = "InternalFailure",
                   .message = "The request processing has failed because of an unknown error, "
                              "exception or failure.",
                   .status = 500},
    FailureProfile{.code = "ServiceUnavailable",
                   .message = "The request has failed due to a temporary failure of the server.",
                   .status = 503},
};

}  // namespace

constinit const ServiceProfile kProfile = {.name = "sns",
                                           .signing_name = "sns",
                                           .host_prefix = "sns",
                                           .api_version = "2010-03-31",
                                           .sdk_id = "SNS",
                                           .cli_name = "sns",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .has_anonymous_callers = true,
                                           .judges_accounts = true,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid};

}  // namespace emu::sns
