// Requests from the internet to S3's own hosts: reads of objects and websites, as a browser makes
// them, without credentials.
//
//   <bucket>.s3.<region>.amazonaws.com/<key>, <bucket>.s3.amazonaws.com/<key>
//   s3.<region>.amazonaws.com/<bucket>/<key>
//   <bucket>.s3-website-<region>.amazonaws.com, <bucket>.s3-website.<region>.amazonaws.com
//
// What follows the part with "s3" in a host is not looked at, so that local names work as well.
#pragma once

#include <emu/http.h>

#include <optional>
#include <string_view>

#include "core/gate/world.h"
#include "s3/service.h"

namespace emu::s3 {

struct Host {
  std::string_view bucket = {};  // empty: the path begins with it
  bool is_website = false;
};

// Nothing when the host is not S3's.
std::optional<Host> parse_host(std::string_view host);

// The answer, or nothing when the host is not S3's.
std::optional<HttpResponse> answer_http(World& world, const S3& s3, const HttpRequest& request);

}  // namespace emu::s3
