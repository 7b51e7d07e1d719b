// How the second API of Amazon SES describes itself to the rest of emu.
// Source: Amazon Simple Email Service API model, 2019-09-27.

#include <array>

#include "core/gate/service_profile.h"
#include "sesv2/errors.h"
#include "sesv2/service.h"

namespace emu::sesv2 {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kRestJson},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDeniedException},
    ErrorProfile{.code = errors::kAlreadyExistsException},
    ErrorProfile{.code = errors::kBadRequestException},
    ErrorProfile{.code = errors::kConflictException},
    ErrorProfile{.code = errors::kInvalidNextTokenException},
    ErrorProfile{.code = errors::kLimitExceededException},
    ErrorProfile{.code = errors::kMessageRejected},
    ErrorProfile{.code = errors::kNotFoundException},
    ErrorProfile{.code = errors::kSendingPausedException},
    ErrorProfile{.code = errors::kTooManyRequestsException},
};

// Source: Amazon SES API v2 Reference, "SendEmail", "Common Errors".
constexpr std::array kFailures = {
    FailureProfile{.code = errors::kTooManyRequestsException,
                   .message = "Maximum sending rate exceeded.",
                   .status = 429},
    FailureProfile{.code = "InternalServiceErrorException",
                   .message = "The request processing has failed because of an unknown error.",
                   .status = 500},
    FailureProfile{.code = "ServiceUnavailable",
                   .message = "The request has failed due to a temporary failure of the server.",
                   .status = 503},
};

}  // namespace

constinit const ServiceProfile kProfile = {.name = "sesv2",
                                           .signing_name = "ses",
                                           .host_prefix = "email",
                                           .api_version = "2019-09-27",
                                           .sdk_id = "SESv2",
                                           .cli_name = "sesv2",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .judges_accounts = true,
                                           // Base64 of the largest message.
                                           .body_bytes_max = std::size_t{56} * 1024 * 1024,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid};

}  // namespace emu::sesv2
