#include "apigatewayv2/errors.h"

#include <fmt/format.h>

#include <utility>

#include "apigatewayv2/limits.h"

namespace emu::apigatewayv2 {

Error bad_request(std::string message) {
  return {.code = errors::kBadRequestException, .message = std::move(message)};
}

Error not_found(std::string message) {
  return {.code = errors::kNotFoundException, .message = std::move(message), .status = 404};
}

Error conflict(std::string message) {
  return {.code = errors::kConflictException, .message = std::move(message), .status = 409};
}

Error access_denied(const Call&, const std::string& text) {
  return {.code = errors::kAccessDeniedException, .message = text, .status = 403};
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  return bad_request(validation_text(violations));
}

Error limit_reached(std::string_view what) {
  return bad_request(
      fmt::format("Maximum number of {} has been reached. Please contact AWS if you need "
                  "additional {}.",
                  what, what));
}

Error bad_page_size() {
  return bad_request(fmt::format("maxResults must be a number between 1 and {}", kPageMax));
}

Error bad_page_token() { return bad_request("Invalid nextToken specified"); }

Error bad_route_target() { return bad_request("Invalid target specified for the route"); }

Error auto_deploy_with_deployment() {
  return bad_request("Deployment ID cannot be set on a stage with auto-deploy enabled");
}

Error managed_by_api_gateway(std::string_view what) {
  return bad_request(fmt::format("{} is managed by API Gateway", what));
}

}  // namespace emu::apigatewayv2
