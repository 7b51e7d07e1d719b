#include "server/errors.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "wire/sigv4/sigv4_errors.h"

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
  const ProtocolProfile* query = find_protocol(service, ProtocolKind::kQuery);
  if (query != nullptr && !query->unknown_action.empty()) {
    return {.code = "InvalidAction",
            .message = fmt::format(fmt::runtime(query->unknown_action), action)};
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

// Source: the services' API references, "Common Error Types".
Error unreadable_request(int status, std::string_view reason) {
  const auto code = [status]() -> std::string_view {
    switch (status) {
      case 405:
        return "UnknownOperationException";
      case 408:
        return "RequestTimeoutException";
      case 413:
      case 414:
      case 431:
        return "RequestEntityTooLargeException";
      case 500:
        return "InternalFailure";
      default:
        return "MalformedHttpRequestException";
    }
  };
  return {.code = std::string(code()),
          .message = fmt::format("The request was refused: {}.", reason),
          .status = status};
}

// With 403 in every protocol: it is the server that refuses, whatever the service.
Error not_for_pages(ProtocolKind protocol, std::string why) {
  const bool is_json = protocol == ProtocolKind::kJson || protocol == ProtocolKind::kCbor ||
                       protocol == ProtocolKind::kRestJson;
  return {.code = is_json ? "AccessDeniedException" : "AccessDenied",
          .message = std::move(why),
          .status = 403};
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

Error form_signature_does_not_match(const FormSignature& form, std::string_view access_key_id) {
  return wire::errors::s3_signature_does_not_match(
      {.access_key_id = access_key_id, .signature = form.signature, .to_sign = form.signed_text});
}

Error service_unavailable() {
  return {.code = "ServiceUnavailable", .message = "The server is stopping.", .status = 503};
}

}  // namespace emu::server
