#include "server/control/guard.h"

#include <fmt/format.h>

#include "core/text/ascii.h"

namespace emu::server {

namespace {

bool ends_in(std::string_view name, std::string_view domain) {
  return name == domain || (name.ends_with(domain) && name[name.size() - domain.size() - 1] == '.');
}

// The host and port of "http://host:port".
std::string_view authority_of(std::string_view origin) {
  const auto scheme = origin.find("://");
  return scheme == origin.npos ? std::string_view() : origin.substr(scheme + 3);
}

}  // namespace

Guard::Guard(std::string_view host) : host_(host), local_only_(is_loopback(host)) {}

// An address is nobody's name, so it cannot be made to point elsewhere. Names are taken only if
// nobody else can own them.
bool Guard::is_own_name(const HostParts& host) const {
  if (is_loopback(host.name) || ends_in(host.name, "localhost")) return true;
  if (ends_in(host.name, "localhost.localstack.cloud")) return true;
  if (equal_ignoring_case(host.name, host_)) return true;
  return !local_only_ && (host.is_ipv6 || is_ipv4(host.name));
}

std::optional<std::string> Guard::refusal(const RequestParts& parts) const {
  const HttpRequest& request = parts.http;
  if (local_only_ && !is_loopback(request.source_ip)) {
    return "the controls are for programs on the server's own machine";
  }
  if (!parts.host || !is_own_name(*parts.host)) {
    return fmt::format(
        "the controls do not answer to the host name '{}'; use localhost or the address that the "
        "server listens on",
        request.host);
  }
  const std::string* origin = request.headers.find("Origin");
  if (origin != nullptr && !equal_ignoring_case(authority_of(*origin), request.host)) {
    return fmt::format("the controls are not for web pages of other origins, such as '{}'",
                       *origin);
  }
  const std::string* site = request.headers.find("Sec-Fetch-Site");
  if (site != nullptr && (*site == "cross-site" || *site == "same-site")) {
    return "the controls are not for web pages of other sites";
  }
  return std::nullopt;
}

}  // namespace emu::server
