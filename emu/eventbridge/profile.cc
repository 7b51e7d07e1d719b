// How EventBridge describes itself to the rest of emu.
// Source: Amazon EventBridge API model, 2015-10-07.

#include <array>

#include "core/gate/service_profile.h"
#include "eventbridge/errors.h"
#include "eventbridge/service.h"

namespace emu::eventbridge {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{
        .kind = ProtocolKind::kJson, .target_prefix = "AWSEvents", .json_version = "1.1"},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDeniedException},
    ErrorProfile{.code = errors::kConcurrentModificationException},
    ErrorProfile{.code = errors::kInternalException},
    ErrorProfile{.code = errors::kInvalidEventPatternException},
    ErrorProfile{.code = errors::kInvalidStateException},
    ErrorProfile{.code = errors::kLimitExceededException},
    ErrorProfile{.code = errors::kManagedRuleException},
    ErrorProfile{.code = errors::kOperationDisabledException},
    ErrorProfile{.code = errors::kPolicyLengthExceededException},
    ErrorProfile{.code = errors::kResourceAlreadyExistsException},
    ErrorProfile{.code = errors::kResourceNotFoundException},
    ErrorProfile{.code = errors::kValidationException},
};

// What callers who are too fast are told comes first.
// Source: Amazon EventBridge API Reference, "Common Errors".
constexpr std::array kFailures = {
    FailureProfile{.code = "ThrottlingException", .message = "Rate exceeded"},
    FailureProfile{.code = errors::kInternalException,
                   .message = "This exception occurs due to unexpected causes.",
                   .status = 500},
};

}  // namespace

constinit const ServiceProfile kProfile = {.name = "eventbridge",
                                           .signing_name = "events",
                                           .host_prefix = "events",
                                           .api_version = "2015-10-07",
                                           .sdk_id = "EventBridge",
                                           .cli_name = "events",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .judges_accounts = true,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid};

}  // namespace emu::eventbridge
