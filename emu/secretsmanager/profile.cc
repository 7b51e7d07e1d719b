// How AWS Secrets Manager describes itself to the rest of emu.
// Source: AWS Secrets Manager API model, 2017-10-17.

#include <array>

#include "core/gate/service_profile.h"
#include "secretsmanager/errors.h"
#include "secretsmanager/service.h"

namespace emu::secretsmanager {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{
        .kind = ProtocolKind::kJson, .target_prefix = "secretsmanager", .json_version = "1.1"},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDeniedException},
    ErrorProfile{.code = errors::kDecryptionFailure},
    ErrorProfile{.code = errors::kEncryptionFailure},
    ErrorProfile{.code = errors::kInternalServiceError},
    ErrorProfile{.code = errors::kInvalidNextTokenException},
    ErrorProfile{.code = errors::kInvalidParameterException},
    ErrorProfile{.code = errors::kInvalidRequestException},
    ErrorProfile{.code = errors::kLimitExceededException},
    ErrorProfile{.code = errors::kMalformedPolicyDocumentException},
    ErrorProfile{.code = errors::kPreconditionNotMetException},
    ErrorProfile{.code = errors::kPublicPolicyException},
    ErrorProfile{.code = errors::kResourceExistsException},
    ErrorProfile{.code = errors::kResourceNotFoundException},
    ErrorProfile{.code = errors::kValidationException},
};

// What callers who are too fast are told comes first.
// Source: AWS Secrets Manager API Reference, "Common Errors", "GetSecretValue".
constexpr std::array kFailures = {
    FailureProfile{.code = "ThrottlingException", .message = "Rate exceeded"},
    FailureProfile{.code = errors::kInternalServiceError,
                   .message = "An error occurred on the server side.",
                   .status = 500},
    FailureProfile{.code = errors::kDecryptionFailure,
                   .message = "Secrets Manager can't decrypt the protected secret text using the "
                              "provided KMS key."},
};

}  // namespace

constinit const ServiceProfile kProfile = {.name = "secretsmanager",
                                           .signing_name = "secretsmanager",
                                           .host_prefix = "secretsmanager",
                                           .api_version = "2017-10-17",
                                           .sdk_id = "Secrets Manager",
                                           .cli_name = "secretsmanager",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .keeps_application_data = true,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid};

}  // namespace emu::secretsmanager
