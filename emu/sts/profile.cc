// How STS describes itself to the rest of emu.
// Source: AWS Security Token Service API model, 2011-06-15.

#include <emu/sts/errors.h>

#include <array>

#include "core/gate/service_profile.h"
#include "sts/errors.h"
#include "sts/service.h"

namespace emu::sts {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kQuery,
                    .xml_namespace = "https://sts.amazonaws.com/doc/2011-06-15/",
                    .stands_for_unknown = true},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDenied},
    ErrorProfile{.code = errors::kExpiredToken},
    ErrorProfile{.code = errors::kInvalidClientTokenId},
    ErrorProfile{.code = errors::kInvalidParameterValue},
    ErrorProfile{.code = errors::kMalformedPolicyDocument},
    ErrorProfile{.code = errors::kPackedPolicyTooLarge},
    ErrorProfile{.code = errors::kValidationError},
};

// Source: AWS Security Token Service API Reference, "Common Errors".
constexpr std::array kFailures = {
    FailureProfile{.code = "Throttling", .message = "Rate exceeded"},
    FailureProfile{.code = "InternalFailure",
                   .message = "The request processing has failed because of an unknown error, "
                              "exception or failure.",
                   .status = 500},
    FailureProfile{.code = "ServiceUnavailable",
                   .message = "The request has failed due to a temporary failure of the server.",
                   .status = 503},
};

}  // namespace

constinit const ServiceProfile kProfile = {.name = "sts",
                                           .signing_name = "sts",
                                           .host_prefix = "sts",
                                           .api_version = "2011-06-15",
                                           .sdk_id = "STS",
                                           .cli_name = "sts",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid_request};

}  // namespace emu::sts
