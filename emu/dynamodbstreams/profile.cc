// How DynamoDB Streams describes itself to the rest of emu.
// Source: Amazon DynamoDB Streams API model, 2012-08-10.

#include <array>

#include "core/gate/service_profile.h"
#include "dynamodbstreams/errors.h"
#include "dynamodbstreams/service.h"

namespace emu::dynamodbstreams {

namespace {

constexpr std::array kProtocols = {
    ProtocolProfile{.kind = ProtocolKind::kJson,
                    .target_prefix = "DynamoDBStreams_20120810",
                    .json_version = "1.0",
                    .error_namespace = "com.amazonaws.dynamodb.v20120810#",
                    .has_crc32 = true,
                    .has_first_words = true},
};

constexpr std::array kErrors = {
    ErrorProfile{.code = errors::kAccessDeniedException},
    ErrorProfile{.code = errors::kExpiredIteratorException},
    ErrorProfile{.code = errors::kInternalServerError},
    ErrorProfile{.code = errors::kLimitExceededException},
    ErrorProfile{.code = errors::kResourceNotFoundException},
    ErrorProfile{.code = "SerializationException", .message_member = "Message"},
    ErrorProfile{.code = errors::kTrimmedDataAccessException},
    ErrorProfile{.code = errors::kValidationException,
                 .json_namespace = "com.amazon.coral.validate#"},
};

// Source: Amazon DynamoDB Developer Guide, "Error handling with DynamoDB".
constexpr std::array kFailures = {
    FailureProfile{.code = "ThrottlingException",
                   .message = "Rate of requests exceeds the allowed throughput."},
    FailureProfile{.code = "LimitExceededException",
                   .message = "Too many operations for a given subscriber."},
    FailureProfile{.code = "InternalServerError",
                   .message = "DynamoDB could not process your request.",
                   .status = 500},
    FailureProfile{.code = "ServiceUnavailable",
                   .message = "DynamoDB is currently unavailable.",
                   .status = 503},
};

}  // namespace

constinit const ServiceProfile kProfile = {.name = "dynamodbstreams",
                                           .signing_name = "dynamodb",
                                           .host_prefix = "streams.dynamodb",
                                           .api_version = "2012-08-10",
                                           .sdk_id = "DynamoDB Streams",
                                           .cli_name = "dynamodbstreams",
                                           .protocols = kProtocols,
                                           .errors = kErrors,
                                           .failures = kFailures,
                                           .keeps_application_data = true,
                                           .request_id_letters = 52,
                                           .access_denied = &access_denied,
                                           .invalid = &invalid};

}  // namespace emu::dynamodbstreams
