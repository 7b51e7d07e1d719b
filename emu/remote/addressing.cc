#include "remote/addressing.h"

#include <algorithm>
#include <string_view>

#include "core/text/ascii.h"

namespace emu::remote {

namespace {

using wire::HttpEndpoint;

bool is_label_char(char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; }

// What can be one part of a host's name.
bool is_label(std::string_view text) {
  return !text.empty() && text.size() <= 63 && std::all_of(text.begin(), text.end(), is_label_char);
}

std::string_view domain_of(std::string_view region) {
  return region.starts_with("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
}

HttpEndpoint on_aws(std::string host) {
  return {.tls = true, .host = std::move(host), .port = 443};
}

// Takes "/bucket" off the front of the target when the bucket can be part of a host's name. One
// with a dot cannot, since certificates are for a single part.
std::string take_bucket(HttpRequest& request) {
  const std::string_view target = request.target;
  const auto end = std::min(target.find_first_of("/?", 1), target.size());
  std::string bucket(target.substr(1, end - 1));
  if (!is_label(bucket)) return {};
  request.target.erase(0, end);
  if (!request.target.starts_with('/')) request.target.insert(0, 1, '/');
  return bucket;
}

}  // namespace

Result<Addressing> Addressing::make(const RemoteOptions& options) {
  if (!is_label(options.region)) {
    return Error{.code = "InvalidRegion",
                 .message = "'" + options.region + "' is not the name of a region",
                 .status = 0};
  }
  Addressing made;
  made.region_ = options.region;
  if (!options.endpoint.empty()) {
    EMU_TRY(made.everything_, wire::parse_endpoint(options.endpoint));
  }
  for (const auto& [service, url] : options.service_endpoints) {
    EMU_TRY(auto endpoint, wire::parse_endpoint(url));
    made.by_service_.emplace(service, std::move(endpoint));
  }
  return made;
}

Address Addressing::locate(const ServiceProfile& service, HttpRequest& request) const {
  if (const auto own = by_service_.find(service.name); own != by_service_.end()) {
    return {.endpoint = own->second, .signing_region = region_};
  }
  if (everything_) return {.endpoint = *everything_, .signing_region = region_};
  const std::string domain(domain_of(region_));
  std::string host(service.host_prefix);
  if (!service.global_region.empty() && !region_.starts_with("cn-")) {
    return {.endpoint = on_aws(host + domain),
            .signing_region = std::string(service.global_region)};
  }
  host += "." + region_ + domain;
  if (service.takes_first_segment_into_host) {
    if (const std::string bucket = take_bucket(request); !bucket.empty()) {
      host.insert(0, bucket + ".");
    }
  }
  return {.endpoint = on_aws(std::move(host)), .signing_region = region_};
}

}  // namespace emu::remote
