// How Lambda describes itself to the rest of emu.
// Sources: AWS Lambda API model, 2015-03-31; AWS Lambda Developer Guide, "Lambda quotas".

#include <emu/lambda/errors.h>

#include <array>

#include "core/gate/service_profile.h"
#include "lambda/errors.h"
#include "lambda/service.h"

namespace emu::lambda {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{
        .kind = ProtocolKind::kRestJson, .message_member = "Message", .stands_for_unknown = true},
};

// Those that call their text "message", as the others do not.
constexpr ErrorProfile small(std::string_view code) {
  return {.code = code, .message_member = "message"};
}

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDeniedException},
    small(errors::kCodeStorageExceededException),
    small(errors::kInvalidParameterValueException),
    small(errors::kInvalidRequestContentException),
    small(errors::kPolicyLengthExceededException),
    small(errors::kPreconditionFailedException),
    ErrorProfile{.code = errors::kRequestEntityTooLargeException},
    small(errors::kRequestTooLargeException),
    small(errors::kResourceConflictException),
    ErrorProfile{.code = errors::kResourceInUseException},
    ErrorProfile{.code = errors::kResourceNotFoundException},
    small(errors::kResourceNotReadyException),
    small(errors::kTooManyRequestsException),
    small(errors::kValidationException),
};

// Source: AWS Lambda API Reference, "Invoke".
constexpr std::array kFailures = {
    FailureProfile{
        .code = errors::kTooManyRequestsException, .message = "Rate Exceeded.", .status = 429},
    FailureProfile{.code = "ServiceException",
                   .message = "The AWS Lambda service encountered an internal error.",
                   .status = 500},
    FailureProfile{.code = "EC2ThrottledException",
                   .message = "Amazon EC2 throttled AWS Lambda during Lambda function "
                              "initialization using the execution role provided for the function.",
                   .status = 502},
    FailureProfile{.code = errors::kResourceNotReadyException,
                   .message = "The function is inactive and its VPC connection is no longer "
                              "available. Wait for the VPC connection to reestablish and try "
                              "again.",
                   .status = 502},
};

}  // namespace

constinit const ServiceProfile kProfile = {
    .name = "lambda",
    .signing_name = "lambda",
    .host_prefix = "lambda",
    .api_version = "2015-03-31",
    .sdk_id = "Lambda",
    .cli_name = "lambda",
    .protocols = kProtocols,
    .errors = kErrors,
    .failures = kFailures,
    .unsigned_path_prefix = "/2015-03-31/",
    // Over what a package may be written in base64, so that Lambda itself refuses those that are
    // a little too large, in its own words.
    .body_bytes_max = std::size_t{96} * 1024 * 1024,
    .access_denied = &access_denied,
    .invalid = &invalid};

}  // namespace emu::lambda
