#include "server/guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/ascii.h"

namespace emu::server {

namespace {

// Of these nobody can make a name point to another machine: RFC 6761, "Special-Use Domain Names",
// and ICANN's reservation of "internal"; the names of AWS and of localstack.cloud are given out by
// their owners, who let nobody choose an address.
constexpr std::array<std::string_view, 6> kSafeDomains = {
    "localhost", "localhost.localstack.cloud", "amazonaws.com", "amazonaws.com.cn", "internal",
    "test"};

bool is_under(std::string_view name, std::string_view domain) {
  return name == domain || (name.ends_with(domain) && name.size() > domain.size() &&
                            name[name.size() - domain.size() - 1] == '.');
}

// The host and port of "http://host:port".
std::string_view authority_of(std::string_view origin) {
  const auto scheme = origin.find("://");
  return scheme == origin.npos ? std::string_view() : origin.substr(scheme + 3);
}

// "http://host:port" of a URL; empty when it has none.
std::string_view origin_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == url.npos) return {};
  return url.substr(0, std::min(url.find_first_of("/?#", scheme + 3), url.size()));
}

std::string_view header(const HttpRequest& request, std::string_view name) {
  const std::string* value = request.headers.find(name);
  return value == nullptr ? std::string_view() : std::string_view(*value);
}

bool is_read(const HttpRequest& request) {
  return request.method == "GET" || request.method == "HEAD";
}

}  // namespace

Guard::Guard(GuardOptions options)
    : options_(std::move(options)), local_only_(is_loopback(options_.host)) {
  for (std::string& host : options_.hosts) host = lower_case(host);
}

bool Guard::is_own_name(const HostParts& host) const {
  if (host.is_ipv6 || is_ipv4(host.name) || host.name.find('.') == std::string::npos) return true;
  if (equal_ignoring_case(host.name, options_.host)) return true;
  const auto holds = [&](std::string_view domain) { return is_under(host.name, domain); };
  return std::any_of(kSafeDomains.begin(), kSafeDomains.end(), holds) ||
         std::any_of(options_.hosts.begin(), options_.hosts.end(), holds);
}

// No browser leaves the host out.
std::optional<std::string> Guard::host_refusal(const RequestParts& parts) const {
  if (parts.http.host.empty() || (parts.host && is_own_name(*parts.host))) return std::nullopt;
  return fmt::format(
      "This server does not answer to the host name '{0}', which a web page could have been made "
      "to use. If the name is the server's, start it with --allow-host {0}",
      parts.host ? parts.host->name : parts.http.host);
}

bool Guard::is_allowed(std::string_view origin) const {
  return std::any_of(
      options_.origins.begin(), options_.origins.end(),
      [&](const std::string& allowed) { return equal_ignoring_case(allowed, origin); });
}

// Sources: RFC 6454, "The Web Origin Concept"; W3C, "Fetch Metadata Request Headers". A browser
// sends Origin with everything but what is read, and Sec-Fetch-Site to every server whose
// connection it trusts, such as one on its own machine. Where it sends neither, Referer may tell.
Sender Guard::sender(const RequestParts& parts) const {
  using Kind = Sender::Kind;
  const HttpRequest& request = parts.http;
  const auto page_of = [&](std::string_view origin) -> std::optional<Sender> {
    if (origin.empty()) return std::nullopt;
    if (equal_ignoring_case(authority_of(origin), request.host)) return Sender{};
    return Sender{.kind = is_allowed(origin) ? Kind::kAllowedPage : Kind::kForeignPage,
                  .origin = std::string(origin)};
  };
  if (const auto page = page_of(header(request, "Origin"))) return *page;
  const std::string_view site = header(request, "Sec-Fetch-Site");
  if (site == "same-origin") return {};
  const std::string_view referer = origin_of(header(request, "Referer"));
  const auto page = page_of(referer);
  if (page && page->is_trusted()) return *page;
  if (site.empty()) {
    if (page) return *page;
    const bool is_browser = header(request, "User-Agent").starts_with("Mozilla/");
    return {.kind = is_browser && is_read(request) ? Kind::kLink : Kind::kProgram};
  }
  // An address that was typed may have been that of a page that has led here.
  if (site == "none") return {.kind = is_read(request) ? Kind::kLink : Kind::kProgram};
  const bool is_link = is_read(request) && header(request, "Sec-Fetch-Mode") == "navigate" &&
                       header(request, "Sec-Fetch-Dest") == "document";
  return {.kind = is_link ? Kind::kLink : Kind::kForeignPage, .origin = std::string(referer)};
}

std::string Guard::page_refusal(const Sender& sender) {
  if (sender.kind == Sender::Kind::kLink) {
    return "An address or a link in a browser may read objects, websites and controls, but call "
           "nothing: another page could have led to it. Use a program such as curl";
  }
  if (sender.origin.empty() || sender.origin == "null") {
    return "Web pages of other origins may not do this. The option --allow-origin of the server "
           "lets in those of an origin that it names";
  }
  return fmt::format(
      "Web pages of {0} may not do this. If the page is yours, start the server with "
      "--allow-origin {0}",
      sender.origin);
}

Result<std::string> parse_origin(std::string_view text) {
  const auto fail = [text] {
    return Error{.code = "InvalidOrigin",
                 .message = fmt::format("an origin is a scheme, a host and, unless it is the "
                                        "scheme's own, a port, such as http://localhost:3000, "
                                        "not '{}'",
                                        text)};
  };
  const std::string_view authority = authority_of(text);
  const std::string_view scheme =
      text.substr(0, text.size() - std::min(text.size(), authority.size() + 3));
  const auto host = parse_host(authority);
  const bool is_web = equal_ignoring_case(scheme, "http") || equal_ignoring_case(scheme, "https");
  if (!is_web || !host) return fail();
  return lower_case(text);
}

}  // namespace emu::server
