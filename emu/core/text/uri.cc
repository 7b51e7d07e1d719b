#include "core/text/uri.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/hex.h"
#include "core/text/percent.h"

namespace emu {

namespace {

// Underscores too: names of buckets and of containers have them.
bool is_host_character(char c) {
  const char lower = to_lower(c);
  return (lower >= 'a' && lower <= 'z') || is_digit(c) || c == '-' || c == '.' || c == '_';
}

bool is_ipv6_character(char c) { return hex_digit_value(c) >= 0 || c == ':' || c == '.'; }

std::optional<std::uint16_t> parse_port(std::string_view text) {
  std::uint16_t port = 0;
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, port);
  if (error != std::errc() || at != end || text.size() > 5) return std::nullopt;
  return port;
}

}  // namespace

TargetParts split_target(std::string_view target) {
  const auto mark = target.find('?');
  if (mark == std::string_view::npos) return {.path = target, .query = {}, .has_query = false};
  return {.path = target.substr(0, mark), .query = target.substr(mark + 1), .has_query = true};
}

std::vector<std::string_view> raw_path_segments(std::string_view path) {
  std::vector<std::string_view> segments;
  if (path.starts_with('/')) path.remove_prefix(1);
  while (true) {
    const auto slash = path.find('/');
    segments.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return segments;
    path.remove_prefix(slash + 1);
  }
}

std::optional<std::vector<std::string>> path_segments(std::string_view path) {
  std::vector<std::string> segments;
  for (const std::string_view raw : raw_path_segments(path)) {
    auto segment = percent_decode(raw);
    if (!segment) return std::nullopt;
    segments.push_back(std::move(*segment));
  }
  return segments;
}

std::optional<HostParts> parse_host(std::string_view host) {
  HostParts parts;
  std::string_view name;
  std::string_view rest;
  if (host.starts_with('[')) {
    const auto end = host.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    name = host.substr(1, end - 1);
    rest = host.substr(end + 1);
    parts.is_ipv6 = true;
    if (!std::all_of(name.begin(), name.end(), is_ipv6_character)) return std::nullopt;
  } else {
    const auto colon = std::min(host.find(':'), host.size());
    name = host.substr(0, colon);
    rest = host.substr(colon);
    if (name.ends_with('.')) name.remove_suffix(1);
    if (!std::all_of(name.begin(), name.end(), is_host_character)) return std::nullopt;
  }
  if (name.empty()) return std::nullopt;
  if (!rest.empty()) {
    // A colon without a port stands for the default one (RFC 3986, section 3.2.3).
    if (rest.front() != ':') return std::nullopt;
    if (rest.size() > 1 && !(parts.port = parse_port(rest.substr(1)))) return std::nullopt;
  }
  parts.name = lower_case(name);
  return parts;
}

bool is_ipv4(std::string_view host) {
  return !host.empty() && host.find_first_not_of("0123456789.") == host.npos &&
         std::count(host.begin(), host.end(), '.') == 3;
}

bool is_loopback(std::string_view host) {
  return host == "localhost" || host == "::1" || host == "[::1]" ||
         (is_ipv4(host) && host.starts_with("127."));
}

}  // namespace emu
