#include "apigatewayv2/proxy/cors.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace emu::apigatewayv2 {

namespace {

constexpr std::string_view kRequestMethod = "access-control-request-method";

bool contains(const std::vector<std::string>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// "https://*" allows every origin that begins so.
bool matches(std::string_view allowed, std::string_view origin) {
  const std::size_t star = allowed.find('*');
  if (star == allowed.npos) return allowed == origin;
  const std::string_view end = allowed.substr(star + 1);
  return origin.size() >= allowed.size() - 1 && origin.starts_with(allowed.substr(0, star)) &&
         origin.ends_with(end);
}

// What the answer's allow-origin says; empty when the request's origin is not allowed.
std::string_view allowed_origin(const Cors& cors, const HttpRequest& request) {
  const std::string* origin = request.headers.find("origin");
  if (origin == nullptr) return {};
  if (contains(cors.allow_origins, "*")) return "*";
  const bool allowed =
      std::any_of(cors.allow_origins.begin(), cors.allow_origins.end(),
                  [origin](const std::string& candidate) { return matches(candidate, *origin); });
  return allowed ? std::string_view(*origin) : std::string_view();
}

void add_list(HttpResponse& response, const char* name, const std::vector<std::string>& values) {
  if (!values.empty()) response.headers.add(name, fmt::format("{}", fmt::join(values, ",")));
}

void add_origin(const Cors& cors, std::string_view origin, HttpResponse& response) {
  response.headers.add("access-control-allow-origin", std::string(origin));
  if (cors.allow_credentials.value_or(false)) {
    response.headers.add("access-control-allow-credentials", "true");
  }
}

}  // namespace

bool is_preflight(const HttpRequest& request) {
  return request.method == "OPTIONS" && request.headers.find("origin") != nullptr &&
         request.headers.find(kRequestMethod) != nullptr;
}

HttpResponse preflight_answer(const Cors& cors, const HttpRequest& request) {
  HttpResponse response{.status = 204};
  const std::string_view origin = allowed_origin(cors, request);
  const std::string* method = request.headers.find(kRequestMethod);
  if (origin.empty() || method == nullptr) return response;
  if (!contains(cors.allow_methods, "*") && !contains(cors.allow_methods, *method)) {
    return response;
  }
  add_origin(cors, origin, response);
  add_list(response, "access-control-allow-methods", cors.allow_methods);
  add_list(response, "access-control-allow-headers", cors.allow_headers);
  if (cors.max_age) {
    response.headers.add("access-control-max-age", std::to_string(cors.max_age->count()));
  }
  return response;
}

void add_cors_headers(const Cors& cors, const HttpRequest& request, HttpResponse& response) {
  for (const char* name : {"access-control-allow-origin", "access-control-allow-credentials",
                           "access-control-allow-methods", "access-control-allow-headers",
                           "access-control-expose-headers", "access-control-max-age"}) {
    response.headers.remove(name);
  }
  const std::string_view origin = allowed_origin(cors, request);
  if (origin.empty()) return;
  add_origin(cors, origin, response);
  add_list(response, "access-control-expose-headers", cors.expose_headers);
}

}  // namespace emu::apigatewayv2
