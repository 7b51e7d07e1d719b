#include "core/gate/internet.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "core/gate/http_origin.h"
#include "core/gate/http_sender.h"
#include "core/gate/request_parts.h"
#include "core/text/base64.h"
#include "core/text/uri.h"

namespace emu {

namespace {

constexpr std::string_view kPlain = "http://";
constexpr std::string_view kSecure = "https://";

// What may stand in a URL: no spaces, and nothing that would end a line of the request.
bool is_graphic(char c) { return c > ' ' && c != '\x7f'; }

// Null when nobody sends to the host.
std::shared_ptr<HttpSender> sender_to(World& world, std::string_view host) {
  for (const HttpOutlet* outlet : world.interfaces().all<HttpOutlet>()) {
    if (outlet->sender() != nullptr && outlet->sender()->reaches(host)) return outlet->sender();
  }
  return nullptr;
}

Result<HttpResponse> send_outside(World& world, HttpSender& sender, const HttpRequest& request) {
  const std::string origin = std::string(request.tls ? kSecure : kPlain) + request.host;
  std::optional<Result<HttpResponse>> answer;
  world.scheduler().outside([&] { answer.emplace(sender.send(origin, request)); });
  if (answer->ok()) return std::move(*answer);
  return Error{.code = http_errors::kConnectionFailed,
               .message = fmt::format("{}: {}", request.host, answer->error().message),
               .status = 503};
}

Error host_not_found(std::string_view host) {
  return {.code = http_errors::kHostNotFound,
          .message = fmt::format("The host '{}' is no API and no website of this cloud; nothing "
                                 "else can be reached from here.",
                                 host),
          .status = 503};
}

}  // namespace

std::optional<HttpRequest> request_to(std::string_view url) {
  HttpRequest request{.tls = url.starts_with(kSecure)};
  if (!request.tls && !url.starts_with(kPlain)) return std::nullopt;
  url.remove_prefix(request.tls ? kSecure.size() : kPlain.size());
  url = url.substr(0, url.find('#'));
  if (!std::all_of(url.begin(), url.end(), is_graphic)) return std::nullopt;
  const std::size_t end = std::min(url.find_first_of("/?"), url.size());
  std::string_view host = url.substr(0, end);
  const std::string_view rest = url.substr(end);
  if (const auto at = host.rfind('@'); at != host.npos) {
    request.headers.add("Authorization", "Basic " + base64_encode(std::string(host.substr(0, at))));
    host.remove_prefix(at + 1);
  }
  const auto parts = parse_host(host);
  if (!parts || parts->name.empty()) return std::nullopt;
  request.host = host;
  request.target = rest.starts_with('/') ? std::string(rest) : "/" + std::string(rest);
  return request;
}

std::optional<HttpResponse> answer_here(World& world, const HttpRequest& request) {
  const RequestParts parts(request);
  for (HttpOrigin* origin : world.interfaces().all<HttpOrigin>()) {
    if (auto answer = origin->answer_internet(parts)) return answer;
  }
  return std::nullopt;
}

Result<HttpResponse> send_to_internet(World& world, const HttpRequest& request) {
  if (const auto sender = sender_to(world, request.host)) {
    return send_outside(world, *sender, request);
  }
  if (auto answer = answer_here(world, request)) return std::move(*answer);
  return host_not_found(request.host);
}

}  // namespace emu
