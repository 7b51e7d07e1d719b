// How AWS Systems Manager Parameter Store describes itself to the rest of emu.
// Source: AWS Systems Manager API model, 2014-11-06.

#include <array>

#include "core/gate/service_profile.h"
#include "ssm/errors.h"
#include "ssm/service.h"

namespace emu::ssm {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{
        .kind = ProtocolKind::kJson, .target_prefix = "AmazonSSM", .json_version = "1.1"},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDeniedException},
    ErrorProfile{.code = errors::kHierarchyLevelLimitExceededException},
    ErrorProfile{.code = errors::kHierarchyTypeMismatchException},
    ErrorProfile{.code = errors::kIncompatiblePolicyException},
    ErrorProfile{.code = errors::kInternalServerError},
    ErrorProfile{.code = errors::kInvalidAllowedPatternException},
    ErrorProfile{.code = errors::kInvalidFilterKey},
    ErrorProfile{.code = errors::kInvalidFilterOption},
    ErrorProfile{.code = errors::kInvalidFilterValue},
    ErrorProfile{.code = errors::kInvalidKeyId},
    ErrorProfile{.code = errors::kInvalidNextToken},
    ErrorProfile{.code = errors::kInvalidPolicyAttributeException},
    ErrorProfile{.code = errors::kInvalidPolicyTypeException},
    ErrorProfile{.code = errors::kInvalidResourceId},
    ErrorProfile{.code = errors::kInvalidResourceType},
    ErrorProfile{.code = errors::kParameterAlreadyExists},
    ErrorProfile{.code = errors::kParameterLimitExceeded},
    ErrorProfile{.code = errors::kParameterMaxVersionLimitExceeded},
    ErrorProfile{.code = errors::kParameterNotFound},
    ErrorProfile{.code = errors::kParameterPatternMismatchException},
    ErrorProfile{.code = errors::kParameterVersionLabelLimitExceeded},
    ErrorProfile{.code = errors::kParameterVersionNotFound},
    ErrorProfile{.code = errors::kPoliciesLimitExceededException},
    ErrorProfile{.code = errors::kTooManyTagsError},
    ErrorProfile{.code = errors::kTooManyUpdates},
    ErrorProfile{.code = errors::kUnsupportedParameterType},
    ErrorProfile{.code = errors::kValidationException},
};

// What callers who are too fast are told comes first.
// Source: AWS Systems Manager API Reference, "PutParameter", "Common Errors".
constexpr std::array kFailures = {
    FailureProfile{.code = "ThrottlingException", .message = "Rate exceeded"},
    FailureProfile{.code = errors::kTooManyUpdates,
                   .message = "There are concurrent updates for a resource that supports one "
                              "update at a time."},
    FailureProfile{.code = errors::kInternalServerError,
                   .message = "An error occurred on the server side.",
                   .status = 500},
};

}  // namespace

constinit const ServiceProfile kProfile = {.name = "ssm",
                                           .signing_name = "ssm",
                                           .host_prefix = "ssm",
                                           .api_version = "2014-11-06",
                                           .sdk_id = "SSM",
                                           .cli_name = "ssm",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .keeps_application_data = true,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid};

}  // namespace emu::ssm
