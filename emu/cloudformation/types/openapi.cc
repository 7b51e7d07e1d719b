#include "cloudformation/types/openapi.h"

#include <fmt/format.h>

#include <array>

#include "core/text/ascii.h"

namespace emu::cloudformation {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kOpenApiMethods = {
    {{"get", "GET"},
     {"put", "PUT"},
     {"post", "POST"},
     {"delete", "DELETE"},
     {"options", "OPTIONS"},
     {"head", "HEAD"},
     {"patch", "PATCH"},
     {"x-amazon-apigateway-any-method", "ANY"}}};

// "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/<ARN>/invocations" names the
// function inside.
std::string integration_target(std::string uri) {
  constexpr std::string_view kBegin = ":lambda:path/2015-03-31/functions/";
  constexpr std::string_view kEnd = "/invocations";
  const auto begin = uri.find(kBegin);
  if (begin == uri.npos || !uri.ends_with(kEnd)) return uri;
  const auto at = begin + kBegin.size();
  return uri.substr(at, uri.size() - kEnd.size() - at);
}

std::string upper(std::string text) {
  for (char& c : text) c = to_upper(c);
  return text;
}

Result<std::optional<apigatewayv2::CreateIntegration>> integration_of(const Json& operation) {
  const Json* from =
      operation.is_object() ? find_property(operation, "x-amazon-apigateway-integration") : nullptr;
  if (from == nullptr) return std::optional<apigatewayv2::CreateIntegration>();
  if (!from->is_object()) {
    return property_error("Value of property x-amazon-apigateway-integration must be an object");
  }
  apigatewayv2::CreateIntegration out;
  EMU_TRY(const std::string type, text_property(*from, "type"));
  EMU_TRY(std::string uri, text_property(*from, "uri"));
  EMU_TRY(const std::string method, text_property(*from, "httpMethod"));
  EMU_TRY(const std::string version, text_property(*from, "payloadFormatVersion"));
  EMU_TRY(out.credentials_arn, text_property(*from, "credentials"));
  EMU_TRY(out.connection_type, text_property(*from, "connectionType"));
  out.integration_type = upper(type);
  out.integration_uri = integration_target(std::move(uri));
  out.integration_method = method;
  out.payload_format_version = version.empty() ? "1.0" : version;
  if (const Json* timeout = find_property(*from, "timeoutInMillis")) {
    if (!timeout->is_number_integer()) {
      return property_error("Value of property timeoutInMillis must be of type Integer");
    }
    out.timeout_in_millis = std::chrono::milliseconds(timeout->get<std::int64_t>());
  }
  return std::optional(std::move(out));
}

Result<apigatewayv2::Cors> open_api_cors(const Json& from) {
  return read_as<apigatewayv2::Cors>(from, {.renamed = {{"allowCredentials", "AllowCredentials"},
                                                        {"allowHeaders", "AllowHeaders"},
                                                        {"allowMethods", "AllowMethods"},
                                                        {"allowOrigins", "AllowOrigins"},
                                                        {"exposeHeaders", "ExposeHeaders"},
                                                        {"maxAge", "MaxAge"}}});
}

Status add_open_api_routes(const std::string& path, const Json& methods, OpenApi& out) {
  if (!methods.is_object()) {
    return property_error(fmt::format("Value of property {} must be an object", path));
  }
  for (const auto& [name, method] : kOpenApiMethods) {
    const Json* operation = find_property(methods, name);
    if (operation == nullptr) continue;
    const bool is_default = path == "$default" || path == "/$default";
    EMU_TRY(auto integration, integration_of(*operation));
    out.routes.push_back({.route_key = is_default ? "$default" : fmt::format("{} {}", method, path),
                          .integration = std::move(integration)});
  }
  return {};
}

}  // namespace

Result<OpenApi> read_open_api(const Json& body) {
  if (!body.is_object()) return property_error("Value of property Body must be an object");
  OpenApi out;
  if (const Json* info = find_property(body, "info"); info != nullptr && info->is_object()) {
    EMU_TRY(out.title, text_property(*info, "title"));
    EMU_TRY(out.description, text_property(*info, "description"));
    EMU_TRY(out.version, text_property(*info, "version"));
  }
  if (const Json* cors = find_property(body, "x-amazon-apigateway-cors")) {
    EMU_TRY(out.cors, open_api_cors(*cors));
  }
  if (const Json* tags = find_property(body, "tags"); tags != nullptr && tags->is_array()) {
    for (const Json& tag : *tags) {
      if (!tag.is_object() || !tag.contains("x-amazon-apigateway-tag-value")) continue;
      EMU_TRY(std::string key, text_property(tag, "name"));
      EMU_TRY(out.tags[key], text_property(tag, "x-amazon-apigateway-tag-value"));
    }
  }
  const Json* paths = find_property(body, "paths");
  if (paths == nullptr) return out;
  if (!paths->is_object()) return property_error("Value of property paths must be an object");
  for (const auto& [path, methods] : paths->items()) {
    EMU_CHECK(add_open_api_routes(path, methods, out));
  }
  return out;
}

}  // namespace emu::cloudformation
