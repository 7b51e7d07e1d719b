// How the second generation of API Gateway describes itself to the rest of emu.
// Source: AmazonApiGatewayV2 API model, 2018-11-29.

#include <emu/apigatewayv2/errors.h>

#include <array>

#include "apigatewayv2/errors.h"
#include "apigatewayv2/service.h"
#include "core/gate/service_profile.h"

namespace emu::apigatewayv2 {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kRestJson, .json_time = JsonTime::kIso8601},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDeniedException},
    ErrorProfile{.code = errors::kBadRequestException},
    ErrorProfile{.code = errors::kConflictException},
    ErrorProfile{.code = errors::kNotFoundException},
};

// Source: Amazon API Gateway Version 2 API Reference, "APIs".
constexpr std::array kFailures = {
    FailureProfile{
        .code = "TooManyRequestsException", .message = "Too Many Requests", .status = 429},
    FailureProfile{
        .code = "ServiceUnavailableException", .message = "Service Unavailable", .status = 503},
};

}  // namespace

constinit const ServiceProfile kProfile = {.name = "apigatewayv2",
                                           .signing_name = "apigateway",
                                           .host_prefix = "apigateway",
                                           .api_version = "2018-11-29",
                                           .sdk_id = "ApiGatewayV2",
                                           .cli_name = "apigatewayv2",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .actions_are_methods = true,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid};

}  // namespace emu::apigatewayv2
