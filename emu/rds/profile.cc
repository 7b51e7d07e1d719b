// How RDS describes itself to the rest of emu.
// Source: Amazon Relational Database Service API model, 2014-10-31.

#include <array>

#include "core/gate/service_profile.h"
#include "rds/errors.h"
#include "rds/service.h"

namespace emu::rds {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kQuery,
                    .xml_namespace = "http://rds.amazonaws.com/doc/2014-10-31/"},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDenied},
    ErrorProfile{.code = errors::kDBClusterAlreadyExistsFault},
    ErrorProfile{.code = errors::kDBClusterNotFoundFault},
    ErrorProfile{.code = errors::kDBClusterParameterGroupNotFound},
    ErrorProfile{.code = errors::kDBClusterQuotaExceededFault},
    ErrorProfile{.code = errors::kDBInstanceAlreadyExists},
    ErrorProfile{.code = errors::kDBInstanceNotFound},
    ErrorProfile{.code = errors::kDBParameterGroupAlreadyExists},
    ErrorProfile{.code = errors::kDBParameterGroupNotFound},
    ErrorProfile{.code = errors::kDBParameterGroupQuotaExceeded},
    ErrorProfile{.code = errors::kDBSubnetGroupAlreadyExists},
    ErrorProfile{.code = errors::kDBSubnetGroupDoesNotCoverEnoughAZs},
    ErrorProfile{.code = errors::kDBSubnetGroupNotFoundFault},
    ErrorProfile{.code = errors::kDBSubnetGroupQuotaExceeded},
    ErrorProfile{.code = errors::kGlobalClusterNotFoundFault},
    ErrorProfile{.code = errors::kInstanceQuotaExceeded},
    ErrorProfile{.code = errors::kInvalidDBClusterStateFault},
    ErrorProfile{.code = errors::kInvalidDBInstanceState},
    ErrorProfile{.code = errors::kInvalidDBParameterGroupState},
    ErrorProfile{.code = errors::kInvalidDBSubnetGroupStateFault},
    ErrorProfile{.code = errors::kInvalidParameterCombination},
    ErrorProfile{.code = errors::kInvalidParameterValue},
    ErrorProfile{.code = errors::kResourceNotFoundFault},
    ErrorProfile{.code = errors::kValidationError},
};

// What callers who are too fast are told comes first.
// Source: Amazon RDS API Reference, "Common Errors".
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

constinit const ServiceProfile kProfile = {.name = "rds",
                                           .signing_name = "rds",
                                           .host_prefix = "rds",
                                           .api_version = "2014-10-31",
                                           .sdk_id = "RDS",
                                           .cli_name = "rds",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid};

}  // namespace emu::rds
