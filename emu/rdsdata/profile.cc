// How AWS RDS DataService describes itself to the rest of emu.
// Source: AWS RDS DataService API model, 2018-08-01.

#include <array>

#include "core/gate/service_profile.h"
#include "rdsdata/errors.h"
#include "rdsdata/limits.h"
#include "rdsdata/service.h"

namespace emu::rdsdata {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kRestJson},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDeniedException},
    ErrorProfile{.code = errors::kBadRequestException},
    ErrorProfile{.code = errors::kDatabaseErrorException},
    ErrorProfile{.code = errors::kDatabaseNotFoundException},
    ErrorProfile{.code = errors::kDatabaseResumingException},
    ErrorProfile{.code = errors::kDatabaseUnavailableException},
    ErrorProfile{.code = errors::kForbiddenException},
    ErrorProfile{.code = errors::kHttpEndpointNotEnabledException},
    ErrorProfile{.code = errors::kInternalServerErrorException},
    ErrorProfile{.code = errors::kInvalidResourceStateException},
    ErrorProfile{.code = errors::kInvalidSecretException},
    ErrorProfile{.code = errors::kSecretsErrorException},
    ErrorProfile{.code = errors::kServiceUnavailableError},
    ErrorProfile{.code = errors::kStatementTimeoutException},
    ErrorProfile{.code = errors::kTransactionNotFoundException},
    ErrorProfile{.code = errors::kUnsupportedResultException},
    ErrorProfile{.code = errors::kValidationException},
};

// What callers who are too fast are told comes first.
constexpr std::array kFailures = {
    FailureProfile{.code = "ThrottlingException", .message = "Rate exceeded"},
};

}  // namespace

constinit const ServiceProfile kProfile = {.name = "rdsdata",
                                           .signing_name = "rds-data",
                                           .host_prefix = "rds-data",
                                           .api_version = "2018-08-01",
                                           .sdk_id = "RDS Data",
                                           .cli_name = "rds-data",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .body_bytes_max = kRequestBytesMax,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid};

}  // namespace emu::rdsdata
