#include "server/destination.h"

#include <fmt/format.h>

#include <optional>

#include "core/text/ascii.h"
#include "core/text/uri.h"
#include "server/control/controls.h"

namespace emu::server {

namespace {

constexpr std::string_view kApisPath = "/restapis/";
constexpr std::string_view kUserRequest = "_user_request_";
constexpr std::string_view kWebsitePath = "/_website/";
constexpr std::string_view kApiLabel = "execute-api.";
constexpr std::string_view kWebsiteLabel = ".s3-website";

std::string api_host(std::string_view id, std::string_view region) {
  return fmt::format("{}.execute-api.{}.amazonaws.com", id, region);
}

std::string with_query(std::string path, const TargetParts& target) {
  if (target.has_query) path.append("?").append(target.query);
  return path;
}

// "/restapis/<id>/<stage>/_user_request_/<path>"
std::optional<Destination> api_by_path(const TargetParts& target, std::string_view region) {
  if (!target.path.starts_with(kApisPath)) return std::nullopt;
  std::string_view rest = target.path.substr(kApisPath.size());
  const std::string_view id = take_until(rest, '/');
  const std::string_view stage = take_until(rest, '/');
  if (id.empty() || stage.empty() || take_until(rest, '/') != kUserRequest) return std::nullopt;
  // The default stage is the one whose name is in no URL.
  std::string path = stage == "$default" || stage == "%24default" ? "" : fmt::format("/{}", stage);
  path.append("/").append(rest);
  return Destination{.kind = Destination::Kind::kInternet,
                     .host = api_host(id, region),
                     .target = with_query(std::move(path), target)};
}

// "/_website/<bucket>/<key>"
std::optional<Destination> website_by_path(const TargetParts& target, std::string_view region) {
  if (!target.path.starts_with(kWebsitePath)) return std::nullopt;
  std::string_view rest = target.path.substr(kWebsitePath.size());
  const std::string_view bucket = take_until(rest, '/');
  if (bucket.empty()) return std::nullopt;
  return Destination{.kind = Destination::Kind::kInternet,
                     .host = fmt::format("{}.s3-website.{}.amazonaws.com", bucket, region),
                     .target = with_query(fmt::format("/{}", rest), target),
                     .prefix = fmt::format("{}{}", kWebsitePath, bucket)};
}

// Hosts whose second label says what they are; what follows it does not matter, so that names of
// this machine do as well.
std::optional<Destination> by_host(std::string_view host, const std::string& target,
                                   std::string_view region) {
  const auto dot = host.find('.');
  if (dot != host.npos && host.substr(dot + 1).starts_with(kApiLabel)) {
    return Destination{.kind = Destination::Kind::kInternet,
                       .host = host.ends_with(".amazonaws.com")
                                   ? std::string(host)
                                   : api_host(host.substr(0, dot), region),
                       .target = target};
  }
  const auto website = host.rfind(kWebsiteLabel);
  if (website != host.npos && website > 0) {
    return Destination{
        .kind = Destination::Kind::kInternet, .host = std::string(host), .target = target};
  }
  return std::nullopt;
}

// Whether the path is a key of the bucket that the host names.
bool is_bucket_host(std::string_view host) { return host.find(".s3.") != host.npos; }

}  // namespace

Destination find_destination(const HttpRequest& request, std::string_view region) {
  if (const auto host = parse_host(request.host)) {
    if (auto destination = by_host(host->name, request.target, region)) {
      return std::move(*destination);
    }
    if (is_bucket_host(host->name)) return {};
  }
  const TargetParts target = split_target(request.target);
  if (is_control_path(target.path)) return {.kind = Destination::Kind::kControl};
  if (auto destination = api_by_path(target, region)) return std::move(*destination);
  if (auto destination = website_by_path(target, region)) return std::move(*destination);
  return {};
}

}  // namespace emu::server
