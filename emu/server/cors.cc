#include "server/cors.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/text/ascii.h"

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

bool is_preflight_of_post(const HttpRequest& request) {
  const std::string* asked = request.headers.find("Access-Control-Request-Method");
  return is_preflight(request) && *asked == "POST";
}

}  // namespace

bool is_preflight(const HttpRequest& request) {
  return request.method == "OPTIONS" &&
         request.headers.find("Access-Control-Request-Method") != nullptr;
}

bool is_preflight_of_target(const HttpRequest& request) {
  const std::string* headers = request.headers.find("Access-Control-Request-Headers");
  return is_preflight_of_post(request) && headers != nullptr && names(*headers, "x-amz-target");
}

bool is_preflight_of_form(const RequestParts& parts) {
  return is_preflight_of_post(parts.http) && is_path_of_form(parts.path);
}

HttpResponse answer_preflight(const HttpRequest& request, const Sender& sender) {
  if (sender.kind != Sender::Kind::kAllowedPage) {
    return {.status = 403,
            .headers = {{"Content-Type", "text/plain"}},
            .body = Guard::page_refusal(sender) + "\n"};
  }
  HttpResponse response{.headers = {{"Access-Control-Allow-Origin", sender.origin},
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

void allow_page(const Sender& sender, HttpResponse& response) {
  if (sender.kind != Sender::Kind::kAllowedPage) return;
  response.headers.add("Access-Control-Allow-Origin", sender.origin);
  response.headers.add("Access-Control-Expose-Headers", std::string(kExposed));
  response.headers.add("Vary", "Origin");
}

}  // namespace emu::server
