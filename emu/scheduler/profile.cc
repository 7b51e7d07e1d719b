// How EventBridge Scheduler describes itself to the rest of emu.
// Source: Amazon EventBridge Scheduler API model, 2021-06-30.

#include <array>

#include "core/gate/service_profile.h"
#include "scheduler/errors.h"
#include "scheduler/service.h"

namespace emu::scheduler {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kRestJson, .message_member = "Message"},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDeniedException},
    ErrorProfile{.code = errors::kConflictException},
    ErrorProfile{.code = errors::kInternalServerException},
    ErrorProfile{.code = errors::kResourceNotFoundException},
    ErrorProfile{.code = errors::kServiceQuotaExceededException},
    ErrorProfile{.code = errors::kThrottlingException},
    ErrorProfile{.code = errors::kValidationException},
};

// What callers who are too fast are told comes first.
// Source: EventBridge Scheduler API Reference, "Common Errors".
constexpr std::array kFailures = {
    FailureProfile{.code = errors::kThrottlingException, .message = "Rate exceeded", .status = 429},
    FailureProfile{.code = errors::kInternalServerException,
                   .message = "Unexpected error encountered while processing the request.",
                   .status = 500},
};

}  // namespace

constinit const ServiceProfile kProfile = {.name = "scheduler",
                                           .signing_name = "scheduler",
                                           .host_prefix = "scheduler",
                                           .api_version = "2021-06-30",
                                           .sdk_id = "Scheduler",
                                           .cli_name = "scheduler",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid};

}  // namespace emu::scheduler
