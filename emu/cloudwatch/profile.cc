// How Amazon CloudWatch describes itself to the rest of emu.
// Source: Amazon CloudWatch API model, 2010-08-01.

#include <array>

#include "cloudwatch/errors.h"
#include "cloudwatch/service.h"
#include "core/gate/service_profile.h"

namespace emu::cloudwatch {

namespace {

constexpr std::string_view kTargetPrefix = "GraniteServiceVersion20100801";
constexpr std::string_view kErrorNamespace = "com.amazonaws.cloudwatch#";

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kCbor,
                    .target_prefix = kTargetPrefix,
                    .error_namespace = kErrorNamespace,
                    .names_query_errors = true,
                    .stands_for_unknown = true},
    ProtocolProfile{.kind = ProtocolKind::kJson,
                    .target_prefix = kTargetPrefix,
                    .json_version = "1.0",
                    .error_namespace = kErrorNamespace,
                    .names_query_errors = true},
    ProtocolProfile{.kind = ProtocolKind::kQuery,
                    .xml_namespace = "http://monitoring.amazonaws.com/doc/2010-08-01/"},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDenied, .json_code = "AccessDeniedException"},
    ErrorProfile{.code = errors::kDashboardNotFoundError, .query_code = errors::kResourceNotFound},
    ErrorProfile{.code = errors::kInternalServiceError, .json_code = "InternalServiceFault"},
    ErrorProfile{.code = errors::kInvalidFormat, .json_code = "InvalidFormatFault"},
    ErrorProfile{.code = errors::kInvalidNextToken},
    ErrorProfile{.code = errors::kInvalidParameterCombination,
                 .json_code = "InvalidParameterCombinationException"},
    ErrorProfile{.code = errors::kInvalidParameterInput, .json_code = "DashboardInvalidInputError"},
    ErrorProfile{.code = errors::kInvalidParameterValue,
                 .json_code = "InvalidParameterValueException"},
    ErrorProfile{.code = errors::kLimitExceeded, .json_code = "LimitExceededFault"},
    ErrorProfile{.code = errors::kMissingParameter,
                 .json_code = "MissingRequiredParameterException"},
    ErrorProfile{.code = errors::kResourceNotFound},
    ErrorProfile{.code = errors::kResourceNotFoundException},
    ErrorProfile{.code = errors::kValidationError, .json_code = "ValidationException"},
};

// What callers who are too fast are told comes first.
constexpr std::array kFailures = {
    FailureProfile{.code = "Throttling", .message = "Rate exceeded"},
    FailureProfile{.code = errors::kInternalServiceError,
                   .message = "Request processing has failed due to some unknown error, exception, "
                              "or failure.",
                   .status = 500},
};

}  // namespace

// Source: Amazon CloudWatch API Reference, "PutMetricData", says how long a request may be.
constinit const ServiceProfile kProfile = {.name = "cloudwatch",
                                           .signing_name = "monitoring",
                                           .host_prefix = "monitoring",
                                           .api_version = "2010-08-01",
                                           .sdk_id = "CloudWatch",
                                           .cli_name = "cloudwatch",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .iam_prefix = "cloudwatch",
                                           .body_bytes_max = std::size_t{1} << 20,
                                           .compressed_from = std::size_t{10} << 10,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid};

}  // namespace emu::cloudwatch
