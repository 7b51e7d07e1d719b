#include "server/cors.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/uri.h"

namespace emu::server {

namespace {

// What SDKs read of an answer.
constexpr std::string_view kExposed =
    "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,x-amz-function-error,x-amz-log-result,"
    "Date";
constexpr std::string_view kMaxAge = "172800";  // seconds

bool names(std::string_view list, std::string_view wanted) {
  while (!list.empty()) {
    if (equal_ignoring_case(trim(take_until(list, ',')), wanted)) return true;
  }
  return false;
}

// "/" or the path of a queue's URL.
bool is_path_of_form(std::string_view path) {
  path.remove_prefix(std::min<std::size_t>(1, path.size()));
  const std::string_view first = path.substr(0, path.find('/'));
  return path.empty() || (first.size() == 12 && std::all_of(first.begin(), first.end(), is_digit));
}

bool is_preflight_of(const HttpRequest& request, std::string_view method) {
  const std::string* asked = request.headers.find("Access-Control-Request-Method");
  return request.method == "OPTIONS" && asked != nullptr && *asked == method;
}

const std::string* local_origin(const HttpRequest& request) {
  const std::string* origin = request.headers.find("Origin");
  return origin != nullptr && is_local_origin(*origin) ? origin : nullptr;
}

}  // namespace

bool is_local_origin(std::string_view origin) {
  const auto scheme = origin.find("://");
  if (scheme == origin.npos) return false;
  const auto host = parse_host(origin.substr(scheme + 3));
  return host && (is_loopback(host->name) || host->name.ends_with(".localhost"));
}

bool is_preflight_of_target(const HttpRequest& request) {
  const std::string* headers = request.headers.find("Access-Control-Request-Headers");
  return is_preflight_of(request, "POST") && headers != nullptr && names(*headers, "x-amz-target");
}

bool is_preflight_of_form(const RequestParts& parts) {
  return is_preflight_of(parts.http, "POST") && is_path_of_form(parts.path);
}

HttpResponse answer_preflight(const HttpRequest& request) {
  const std::string* origin = local_origin(request);
  if (origin == nullptr) {
    return {.status = 403,
            .headers = {{"Content-Type", "text/plain"}},
            .body =
                "only pages of this machine may call this service, such as those of "
                "http://localhost:3000\n"};
  }
  HttpResponse response{.headers = {{"Access-Control-Allow-Origin", *origin},
                                    {"Access-Control-Max-Age", std::string(kMaxAge)},
                                    {"Vary", "Origin"}}};
  const auto grant = [&](std::string_view asked, std::string granted) {
    if (const std::string* what = request.headers.find(asked)) {
      response.headers.add(std::move(granted), *what);
    }
  };
  grant("Access-Control-Request-Method", "Access-Control-Allow-Methods");
  grant("Access-Control-Request-Headers", "Access-Control-Allow-Headers");
  return response;
}

void allow_local_page(const HttpRequest& request, HttpResponse& response) {
  const std::string* origin = local_origin(request);
  if (origin == nullptr) return;
  response.headers.add("Access-Control-Allow-Origin", *origin);
  response.headers.add("Access-Control-Expose-Headers", std::string(kExposed));
  response.headers.add("Vary", "Origin");
}

}  // namespace emu::server
