// How IAM describes itself to the rest of emu.
// Source: AWS Identity and Access Management API model, 2010-05-08.

#include <emu/iam/errors.h>

#include <array>

#include "core/gate/service_profile.h"
#include "iam/errors.h"
#include "iam/service.h"

namespace emu::iam {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kQuery,
                    .xml_namespace = "https://iam.amazonaws.com/doc/2010-05-08/"},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDenied},
    ErrorProfile{.code = errors::kDeleteConflict},
    ErrorProfile{.code = errors::kEntityAlreadyExists},
    ErrorProfile{.code = errors::kInvalidInput},
    ErrorProfile{.code = errors::kLimitExceeded},
    ErrorProfile{.code = errors::kMalformedPolicyDocument},
    ErrorProfile{.code = errors::kNoSuchEntity},
    ErrorProfile{.code = errors::kValidationError},
};

// Source: AWS Identity and Access Management API Reference, "Common Errors".
constexpr std::array kFailures = {
    FailureProfile{.code = "Throttling", .message = "Rate exceeded"},
    FailureProfile{.code = "ServiceFailure",
                   .message = "The request processing has failed because of an unknown error, "
                              "exception or failure.",
                   .status = 500},
    FailureProfile{.code = "ServiceUnavailable",
                   .message = "The request has failed due to a temporary failure of the server.",
                   .status = 503},
};

}  // namespace

constinit const ServiceProfile kProfile = {.name = "iam",
                                           .signing_name = "iam",
                                           .host_prefix = "iam",
                                           .api_version = "2010-05-08",
                                           .sdk_id = "IAM",
                                           .cli_name = "iam",
                                           .global_region = "us-east-1",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid_request};

}  // namespace emu::iam
