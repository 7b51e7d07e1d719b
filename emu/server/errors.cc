#include "server/errors.h"

#include <fmt/format.h>

#include <string>

namespace emu::server {

namespace {

using wire::SignatureDialect;

// JSON 1.0 and 1.1 know only 400 for what the client did wrong.
int forbidden(SignatureDialect dialect) { return dialect == SignatureDialect::kJson ? 400 : 403; }

bool is_json(SignatureDialect dialect) {
  return dialect == SignatureDialect::kJson || dialect == SignatureDialect::kRestJson;
}

}  // namespace

Error unknown_json_operation(std::string_view target) {
  return {.code = "UnknownOperationException",
          .message = fmt::format("The operation {} is not known.", target)};
}

Error unknown_rest_operation(std::string_view method, std::string_view path) {
  return {.code = "UnknownOperationException",
          .message = fmt::format("No operation answers {} {}.", method, path),
          .status = 404};
}

Error unknown_action(const wire::ServiceWire& service, std::string_view action) {
  if (service.service == "sqs") {
    return {.code = "InvalidAction",
            .message = fmt::format("The action {} is not valid for this endpoint.", action)};
  }
  return {.code = "InvalidAction",
          .message = fmt::format("Could not find operation {} for version {}", action,
                                 service.api_version)};
}

Error missing_action() {
  return {.code = "MissingAction", .message = "The request must contain the parameter Action."};
}

Error unknown_service(std::string_view signing_name) {
  return {.code = "InvalidAction",
          .message = fmt::format("There is no service {} at this endpoint.", signing_name)};
}

Error s3_invalid_uri(std::string_view target) {
  return {.code = "InvalidURI",
          .message = "Couldn't parse the specified URI.",
          .status = 400,
          .fields = {{"URI", std::string(target)}}};
}

Error s3_method_not_allowed(std::string_view method, std::string_view resource_type) {
  return {
      .code = "MethodNotAllowed",
      .message = "The specified method is not allowed against this resource.",
      .status = 405,
      .fields = {{"Method", std::string(method)}, {"ResourceType", std::string(resource_type)}}};
}

Error s3_not_implemented(std::string_view subresource) {
  return {.code = "NotImplemented",
          .message = "A header you provided implies functionality that is not implemented",
          .status = 501,
          .fields = {{"Header", std::string(subresource)}}};
}

Error s3_anonymous_override() {
  return {
      .code = "InvalidRequest",
      .message = "Request specific response headers cannot be used for anonymous GET requests."};
}

Error unknown_access_key(SignatureDialect dialect, std::string_view access_key_id) {
  if (dialect == SignatureDialect::kS3) {
    return {.code = "InvalidAccessKeyId",
            .message = "The AWS Access Key Id you provided does not exist in our records.",
            .status = 403,
            .fields = {{"AWSAccessKeyId", std::string(access_key_id)}}};
  }
  return {.code = is_json(dialect) ? "UnrecognizedClientException" : "InvalidClientTokenId",
          .message = "The security token included in the request is invalid.",
          .status = forbidden(dialect)};
}

Error wrong_session_token(SignatureDialect dialect) {
  if (dialect == SignatureDialect::kS3) {
    return {.code = "InvalidToken",
            .message = "The provided token is malformed or otherwise invalid.",
            .status = 400};
  }
  return unknown_access_key(dialect, {});
}

Error expired_session(SignatureDialect dialect) {
  if (dialect == SignatureDialect::kS3) {
    return {.code = "ExpiredToken", .message = "The provided token has expired.", .status = 400};
  }
  return {.code = is_json(dialect) ? "ExpiredTokenException" : "ExpiredToken",
          .message = "The security token included in the request is expired",
          .status = forbidden(dialect)};
}

Error s3_entity_too_large(std::size_t proposed, std::size_t most) {
  return {.code = "EntityTooLarge",
          .message = "Your proposed upload exceeds the maximum allowed size",
          .status = 400,
          .fields = {{"ProposedSize", std::to_string(proposed)},
                     {"MaxSizeAllowed", std::to_string(most)}}};
}

Error service_unavailable() {
  return {.code = "ServiceUnavailable", .message = "The server is stopping.", .status = 503};
}

}  // namespace emu::server
