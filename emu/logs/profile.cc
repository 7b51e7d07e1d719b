// How CloudWatch Logs describes itself to the rest of emu.
// Source: Amazon CloudWatch Logs API model, 2014-03-28.

#include <emu/logs/errors.h>

#include <array>

#include "core/gate/service_profile.h"
#include "logs/errors.h"
#include "logs/service.h"

namespace emu::logs {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kJson,
                    .target_prefix = "Logs_20140328",
                    .json_version = "1.1",
                    .stands_for_unknown = true},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDeniedException},
    ErrorProfile{.code = errors::kInvalidParameterException},
    ErrorProfile{.code = errors::kLimitExceededException},
    ErrorProfile{.code = errors::kOperationAbortedException},
    ErrorProfile{.code = errors::kResourceAlreadyExistsException},
    ErrorProfile{.code = errors::kResourceNotFoundException},
    ErrorProfile{.code = errors::kTooManyTagsException},
    ErrorProfile{.code = errors::kValidationException},
};

// Source: Amazon CloudWatch Logs API Reference, "PutLogEvents", "Common Errors".
constexpr std::array kFailures = {
    FailureProfile{.code = "ThrottlingException", .message = "Rate exceeded"},
    FailureProfile{.code = "ServiceUnavailableException",
                   .message = "The service cannot complete the request.",
                   .status = 500},
    FailureProfile{.code = "OperationAbortedException",
                   .message = "Multiple concurrent requests to update the same resource were in "
                              "conflict."},
};

}  // namespace

constinit const ServiceProfile kProfile = {.name = "logs",
                                           .signing_name = "logs",
                                           .host_prefix = "logs",
                                           .api_version = "2014-03-28",
                                           .sdk_id = "CloudWatch Logs",
                                           .cli_name = "logs",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid};

}  // namespace emu::logs
