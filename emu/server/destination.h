// Where a request goes: to the server's own controls, to an HTTP API or a website as from the
// internet, or to the AWS API.
//
//   /_emu/clock                                        a control
//   /restapis/a1b2c3/prod/_user_request_/api/stats     an API, by its path
//   Host: a1b2c3.execute-api.localhost:4566            an API, by its host
//   Host: page.s3-website.localhost:4566               a website, by its host
//   /_website/page/index.html                          a website, by its path
//
// The last is emu's own, for programs on machines where no name under localhost is known. No bucket
// is called so: the names of buckets have no underscores.
#pragma once

#include <emu/http.h>

#include <string>
#include <string_view>

namespace emu::server {

struct Destination {
  enum class Kind { kControl, kInternet, kApi };
  Kind kind = Kind::kApi;
  // Of kInternet: the host that AWS has given it, and the target there.
  std::string host = {};
  std::string target = {};
  // Of a website by its path: what its own links to "/…" lack in front.
  std::string prefix = {};
};

Destination find_destination(const HttpRequest& request, std::string_view region);

// What may be sent to APIs and websites; more than API Gateway takes is refused by itself.
inline constexpr std::size_t kInternetBodyBytesMax = std::size_t{11} << 20;
inline constexpr std::size_t kControlBodyBytesMax = std::size_t{64} << 10;

}  // namespace emu::server
