// Where a request goes: to the server's own controls, to an HTTP API or a website as from the
// internet, to the page for people who open the server in a browser, or to the AWS API.
//
//   /_emu/clock                                        a control
//   /restapis/a1b2c3/prod/_user_request_/api/stats     an API, by its path
//   Host: a1b2c3.execute-api.localhost:4566            an API, by its host
//   Host: page.s3-website.localhost:4566               a website, by its host
//   /_website/page/index.html                          a website, by its path
//
// The services say themselves which hosts and paths are theirs: core/gate/http_origin.h.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/gate/http_front.h"
#include "core/gate/http_origin.h"
#include "core/gate/request_parts.h"
#include "core/gate/world.h"

namespace emu::server {

struct Destination {
  enum class Kind { kControl, kInternet, kWelcome, kApi };
  Kind kind = Kind::kApi;
  InternetAddress address = {};  // of kInternet
  bool is_by_path = false;       // of kInternet: not by a host of its own
};

class Destinations {
 public:
  // The world must outlive them, and its services must have been made.
  explicit Destinations(World& world);

  Destination find(const RequestParts& parts) const;

 private:
  // Whether every path of the host is that of one service, whose keys may be called anything.
  bool is_owned(const RequestParts& parts) const;
  bool names_resource(const RequestParts& parts) const;

  std::string region_;
  std::vector<HttpOrigin*> origins_;
  std::vector<HttpFront*> fronts_;
};

// What may be sent to APIs and websites; more than API Gateway takes is refused by itself.
inline constexpr std::size_t kInternetBodyBytesMax = std::size_t{11} << 20;
inline constexpr std::size_t kControlBodyBytesMax = std::size_t{64} << 10;
// Of one that deploys a template with the code of its functions, in Base64.
inline constexpr std::size_t kStackBodyBytesMax = std::size_t{128} << 20;

}  // namespace emu::server
