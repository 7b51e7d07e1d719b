#include "apigatewayv2/errors.h"

#include <fmt/format.h>

#include <utility>

#include "apigatewayv2/limits.h"

namespace emu::apigatewayv2 {

namespace {

Error bad_request(std::string message) {
  return {.code = "BadRequestException", .message = std::move(message)};
}

Error not_found(std::string message) {
  return {.code = "NotFoundException", .message = std::move(message), .status = 404};
}

Error conflict(std::string message) {
  return {.code = "ConflictException", .message = std::move(message), .status = 409};
}

}  // namespace

Error access_denied(const Call&, const std::string& text) {
  return {.code = "AccessDeniedException", .message = text, .status = 403};
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  return bad_request(validation_text(violations));
}

Error api_not_found(std::string_view account, std::string_view api_id) {
  return not_found(fmt::format("Invalid API identifier specified {}:{}", account, api_id));
}
Error route_not_found(std::string_view route_id) {
  return not_found(fmt::format("Invalid Route identifier specified {}", route_id));
}
Error integration_not_found(std::string_view integration_id) {
  return not_found(fmt::format("Invalid Integration identifier specified {}", integration_id));
}
Error stage_not_found(std::string_view stage_name) {
  return not_found(fmt::format("Invalid stage identifier specified {}", stage_name));
}
Error deployment_not_found(std::string_view deployment_id) {
  return not_found(fmt::format("Invalid Deployment identifier specified {}", deployment_id));
}

Error route_exists(std::string_view route_key) {
  return conflict(fmt::format("Route with key {} already exists for this API", route_key));
}
Error stage_exists() { return conflict("Stage already exists"); }
Error integration_in_use() {
  return conflict("Cannot delete Integration as it is being referenced by a Route");
}
Error deployment_in_use() {
  return bad_request("Active stages pointing to this deployment must be moved or deleted");
}
Error limit_reached(std::string_view what) {
  return bad_request(
      fmt::format("Maximum number of {} has been reached. Please contact AWS if you need "
                  "additional {}.",
                  what, what));
}

Error bad_length(std::string_view member, std::size_t min, std::size_t max) {
  return bad_request(
      fmt::format("{} must have a length between {} and {} characters", member, min, max));
}
Error bad_page_size() {
  return bad_request(fmt::format("maxResults must be a number between 1 and {}", kPageMax));
}
Error bad_page_token() { return bad_request("Invalid nextToken specified"); }

Error only_http_apis() { return bad_request("Only APIs with protocol type HTTP are available"); }
Error bad_route_selection() {
  return bad_request(
      "Route selection expression for HTTP APIs must be ${request.method} ${request.path}");
}
Error bad_route_key() {
  return bad_request(
      "The provided route key is not formatted properly for HTTP protocol. It should be formatted "
      "as \"$default\" or \"<METHOD> /<path>\"");
}
Error bad_route_target() { return bad_request("Invalid target specified for the route"); }
Error only_open_routes() {
  return bad_request(
      "Only routes with authorization type NONE and without an API key are available");
}

Error bad_stage_name() {
  return bad_request("Stage name only allows a-zA-Z0-9-_ or the $default stage");
}
Error bad_stage_variable(std::string_view name) {
  return bad_request(fmt::format("Invalid stage variable '{}'", name));
}
Error auto_deploy_with_deployment() {
  return bad_request("Deployment ID cannot be set on a stage with auto-deploy enabled");
}

Error integration_type_unavailable(std::string_view type) {
  return bad_request(
      fmt::format("Integrations of type {} are not available for this API; use AWS_PROXY with a "
                  "Lambda function",
                  type));
}
Error integration_subtype_unavailable() {
  return bad_request("Integrations with AWS services by integration subtype are not available");
}
Error bad_integration_uri() { return bad_request("Invalid function ARN or invalid URI"); }
Error payload_format_required() {
  return bad_request("PayloadFormatVersion is a required parameter");
}
Error bad_payload_format(std::string_view version) {
  return bad_request(fmt::format("Unsupported payload format version '{}'", version));
}
Error bad_timeout() {
  return bad_request(fmt::format("Timeout should be between {} ms and {} ms", kTimeoutMin.count(),
                                 kTimeoutMax.count()));
}
Error bad_connection_type() {
  return bad_request("Lambda integrations only take the connection type INTERNET");
}
Error bad_integration_method() {
  return bad_request("Lambda integrations only take the integration method POST");
}
Error not_quick_created() {
  return bad_request("Route key and target can only be updated for quick created APIs");
}
Error managed_by_api_gateway(std::string_view what) {
  return bad_request(fmt::format("{} is managed by API Gateway", what));
}

Error bad_cors_method(std::string_view method) {
  return bad_request(fmt::format("Invalid method '{}' in allowMethods", method));
}
Error bad_cors_origin(std::string_view origin) {
  return bad_request(fmt::format("Invalid format for origin {}", origin));
}
Error cors_credentials_with_any_origin() {
  return bad_request("allowCredentials is not supported when allowOrigins is set to *");
}
Error bad_cors_max_age() { return bad_request("maxAge must be between -1 and 86400"); }

}  // namespace emu::apigatewayv2
