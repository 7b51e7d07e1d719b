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

Error unknown_action(const ServiceProfile& service, std::string_view action) {
  if (service.name == "sqs") {
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

Error s3_entity_too_small(std::size_t proposed, std::size_t least) {
  return {.code = "EntityTooSmall",
          .message = "Your proposed upload is smaller than the minimum allowed size",
          .status = 400,
          .fields = {{"ProposedSize", std::to_string(proposed)},
                     {"MinSizeAllowed", std::to_string(least)}}};
}

Error s3_malformed_post() {
  return {.code = "MalformedPOSTRequest",
          .message = "The body of your POST request is not well-formed multipart/form-data."};
}

Error s3_post_field_missing(std::string_view field) {
  return {.code = "InvalidArgument",
          .message = fmt::format("Bucket POST must contain a field named '{}'.  If it is "
                                 "specified, please check the order of the fields.",
                                 field),
          .status = 400,
          .fields = {{"ArgumentName", std::string(field)}, {"ArgumentValue", {}}}};
}

Error s3_post_fields_too_long() {
  return {.code = "MaxPostPreDataLengthExceeded",
          .message = "Your POST request fields preceding the upload file were too large."};
}

Error s3_post_without_file() {
  return {.code = "InvalidArgument",
          .message = "POST requires exactly one file upload per request.",
          .status = 400,
          .fields = {{"ArgumentName", "file"}, {"ArgumentValue", "0"}}};
}

Error s3_invalid_policy_document() {
  return {.code = "InvalidPolicyDocument",
          .message =
              "The content of the form does not meet the conditions specified in the "
              "policy document."};
}

Error s3_policy_refuses(std::string_view why) {
  return {.code = "AccessDenied",
          .message = fmt::format("Invalid according to Policy: {}", why),
          .status = 403};
}

Error s3_post_signature_does_not_match(std::string_view access_key_id) {
  return {.code = "SignatureDoesNotMatch",
          .message =
              "The request signature we calculated does not match the signature you "
              "provided. Check your key and signing method.",
          .status = 403,
          .fields = {{"AWSAccessKeyId", std::string(access_key_id)}}};
}

Error service_unavailable() {
  return {.code = "ServiceUnavailable", .message = "The server is stopping.", .status = 503};
}

}  // namespace emu::server
