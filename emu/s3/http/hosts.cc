#include "s3/http/hosts.h"

#include <fmt/format.h>

#include <utility>

#include "core/text/ascii.h"
#include "core/text/percent.h"
#include "s3/bucket_name.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kLabel = ".s3.";
constexpr std::string_view kWebsiteLabel = ".s3-website";
constexpr std::string_view kLocalDomain = ".localhost";

// The part of a name before a label; empty when it is not there or begins the name.
std::string_view before(std::string_view name, std::string_view label) {
  const auto found = name.rfind(label);
  return found == name.npos ? std::string_view() : name.substr(0, found);
}

}  // namespace

std::string_view bucket_of_host(const HostParts& host) {
  const std::string_view name = host.name;
  if (host.is_ipv6 || name.starts_with("s3.")) return {};
  if (name.rfind(kLabel) != name.npos) return before(name, kLabel);
  return name.ends_with(kLocalDomain) ? before(name, kLocalDomain) : std::string_view();
}

std::string_view region_of_host(const HostParts& host) {
  constexpr std::string_view kFirst = "s3.";
  constexpr std::string_view kDualStack = "dualstack.";
  std::string_view rest = host.name;
  if (const auto label = rest.rfind(kLabel); label != rest.npos) {
    rest.remove_prefix(label + kLabel.size());
  } else if (rest.starts_with(kFirst)) {
    rest.remove_prefix(kFirst.size());
  } else {
    return {};
  }
  if (rest.starts_with(kDualStack)) rest.remove_prefix(kDualStack.size());
  const std::string_view region = take_until(rest, '.');
  return is_region_name(region) ? region : std::string_view();
}

std::string path_with_bucket(const RequestParts& parts) {
  const std::string_view bucket = parts.host ? bucket_of_host(*parts.host) : std::string_view();
  if (bucket.empty()) return std::string(parts.path);
  std::string path = "/";
  return path.append(bucket).append(parts.path);
}

std::optional<WebHost> web_host(std::string_view name) {
  if (const auto bucket = before(name, kWebsiteLabel); !bucket.empty()) {
    return WebHost{.bucket = bucket, .is_website = true};
  }
  if (const auto bucket = before(name, kLabel); !bucket.empty()) return WebHost{.bucket = bucket};
  if (name.starts_with("s3.")) return WebHost{};
  return std::nullopt;
}

std::optional<ObjectName> object_name(std::string_view path, std::string_view bucket) {
  auto decoded = percent_decode(path);
  if (!decoded) return std::nullopt;
  std::string name = decoded->starts_with('/') ? decoded->substr(1) : std::move(*decoded);
  if (!bucket.empty()) return ObjectName{.bucket = std::string(bucket), .key = std::move(name)};
  const auto slash = name.find('/');
  return ObjectName{.bucket = name.substr(0, slash),
                    .key = slash == name.npos ? std::string() : name.substr(slash + 1)};
}

std::string object_url(const RequestParts& parts, const ObjectName& name) {
  const HttpRequest& http = parts.http;
  const bool bucket_in_host = parts.host && !bucket_of_host(*parts.host).empty();
  return fmt::format("{}://{}/{}{}", http.tls ? "https" : "http", http.host,
                     bucket_in_host ? std::string() : name.bucket + '/',
                     percent_encode(name.key, Slash::kEncode));
}

}  // namespace emu::s3
