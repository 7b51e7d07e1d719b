#include "apigatewayv2/checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "apigatewayv2/errors.h"
#include "apigatewayv2/limits.h"
#include "apigatewayv2/route_key.h"

namespace emu::apigatewayv2 {

namespace {

bool is_origin(std::string_view origin) {
  if (origin == "*") return true;
  const std::size_t scheme = origin.find("://");
  if (scheme == origin.npos || scheme == 0) return false;
  const std::string_view host = origin.substr(scheme + 3);
  return !host.empty() && host.find_first_of("/ ?#") == host.npos;
}

bool is_name_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool is_stage_name(std::string_view name) {
  return name == kDefault || std::all_of(name.begin(), name.end(),
                                         [](char c) { return is_name_character(c) || c == '-'; });
}

bool is_stage_variable(std::string_view name, std::string_view value) {
  constexpr std::string_view kOthers = "-._~:/?#&=,%@!$'()*+;";
  return std::all_of(name.begin(), name.end(), is_name_character) && !name.empty() &&
         value.size() <= kStageVariableMax && std::all_of(value.begin(), value.end(), [&](char c) {
           return is_name_character(c) || kOthers.find(c) != kOthers.npos;
         });
}

Error route_exists(std::string_view route_key) {
  return conflict(fmt::format("Route with key {} already exists for this API", route_key));
}

Error bad_length(std::string_view member, std::size_t min, std::size_t max) {
  return bad_request(
      fmt::format("{} must have a length between {} and {} characters", member, min, max));
}

Error bad_stage_variable(std::string_view name) {
  return bad_request(fmt::format("Invalid stage variable '{}'", name));
}

Error integration_type_unavailable(std::string_view type) {
  return bad_request(
      fmt::format("Integrations of type {} are not available for this API; use AWS_PROXY with a "
                  "Lambda function",
                  type));
}

Error bad_payload_format(std::string_view version) {
  return bad_request(fmt::format("Unsupported payload format version '{}'", version));
}

Error bad_timeout() {
  return bad_request(fmt::format("Timeout should be between {} ms and {} ms", kTimeoutMin.count(),
                                 kTimeoutMax.count()));
}

Error bad_cors_method(std::string_view method) {
  return bad_request(fmt::format("Invalid method '{}' in allowMethods", method));
}

Error bad_cors_origin(std::string_view origin) {
  return bad_request(fmt::format("Invalid format for origin {}", origin));
}

}  // namespace

Status check_length(std::string_view member, const std::string& value, std::size_t min,
                    std::size_t max) {
  if (value.size() < min || value.size() > max) return bad_length(member, min, max);
  return {};
}

// Checks: Amazon API Gateway Version 2 API Reference, "Apis".
Status check_cors(const Cors& cors) {
  for (const std::string& method : cors.allow_methods) {
    if (method != "*" && (!is_method(method) || method == "ANY")) return bad_cors_method(method);
  }
  bool any_origin = false;
  for (const std::string& origin : cors.allow_origins) {
    if (!is_origin(origin)) return bad_cors_origin(origin);
    any_origin = any_origin || origin == "*";
  }
  if (any_origin && cors.allow_credentials.value_or(false)) {
    return bad_request("allowCredentials is not supported when allowOrigins is set to *");
  }
  if (cors.max_age && (*cors.max_age < kCorsMaxAgeMin || *cors.max_age > kCorsMaxAgeMax)) {
    return bad_request("maxAge must be between -1 and 86400");
  }
  return {};
}

// Checks: Amazon API Gateway Version 2 API Reference, "Apis".
Status check_api(const Api& api) {
  EMU_CHECK(check_length("name", api.name, 1, kNameMax));
  EMU_CHECK(check_length("description", api.description, 0, kDescriptionMax));
  EMU_CHECK(check_length("version", api.version, 0, kVersionMax));
  const std::string& selection = api.route_selection_expression;
  if (selection != "$request.method $request.path" &&
      selection != "${request.method} ${request.path}") {
    return bad_request(
        "Route selection expression for HTTP APIs must be ${request.method} ${request.path}");
  }
  return api.cors_configuration ? check_cors(*api.cors_configuration) : Status();
}

// Checks: API Gateway Developer Guide, "Create routes for HTTP APIs in API Gateway".
Status check_route(const Route& route, const ApiRecord& api) {
  if (!parse_route_key(route.route_key)) {
    return bad_request(
        "The provided route key is not formatted properly for HTTP protocol. It should be "
        "formatted as \"$default\" or \"<METHOD> /<path>\"");
  }
  if ((!route.authorization_type.empty() && route.authorization_type != "NONE") ||
      route.api_key_required) {
    return bad_request(
        "Only routes with authorization type NONE and without an API key are available");
  }
  if (!route.target.empty()) {
    const std::string_view target = route.target;
    if (!target.starts_with(kTargetPrefix)) return bad_route_target();
    const std::string_view id = target.substr(kTargetPrefix.size());
    if (api.integrations.find(id) == api.integrations.end()) return bad_route_target();
  }
  for (const auto& [id, other] : api.routes) {
    if (other.route_key == route.route_key && id != route.route_id) {
      return route_exists(route.route_key);
    }
  }
  return {};
}

// Checks: Amazon API Gateway Version 2 API Reference, "Integrations".
Status check_integration(const Integration& integration) {
  if (integration.integration_type != "AWS_PROXY") {
    return integration_type_unavailable(integration.integration_type);
  }
  if (!integration.integration_subtype.empty()) {
    return bad_request("Integrations with AWS services by integration subtype are not available");
  }
  if (integration.connection_type != "INTERNET") {
    return bad_request("Lambda integrations only take the connection type INTERNET");
  }
  if (integration.integration_method != "POST") {
    return bad_request("Lambda integrations only take the integration method POST");
  }
  if (integration.integration_uri.size() > kUriMax ||
      function_of_uri(integration.integration_uri).empty()) {
    return bad_request("Invalid function ARN or invalid URI");
  }
  const std::string& version = integration.payload_format_version;
  if (version.empty()) return bad_request("PayloadFormatVersion is a required parameter");
  if (version != "1.0" && version != "2.0") return bad_payload_format(version);
  if (integration.timeout_in_millis < kTimeoutMin || integration.timeout_in_millis > kTimeoutMax) {
    return bad_timeout();
  }
  return check_length("description", integration.description, 0, kDescriptionMax);
}

// Checks: Amazon API Gateway Version 2 API Reference, "Stages".
Status check_stage(const Stage& stage) {
  EMU_CHECK(check_length("stageName", stage.stage_name, 1, kNameMax));
  if (!is_stage_name(stage.stage_name)) {
    return bad_request("Stage name only allows a-zA-Z0-9-_ or the $default stage");
  }
  for (const auto& [name, value] : stage.stage_variables) {
    if (!is_stage_variable(name, value)) return bad_stage_variable(name);
  }
  return check_length("description", stage.description, 0, kDescriptionMax);
}

}  // namespace emu::apigatewayv2
