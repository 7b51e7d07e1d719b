// HttpOrigin: a service that answers requests from the internet, such as those for HTTP APIs and
// websites. They are nobody's calls of AWS's API: they are what visitors ask.
//
//   <api id>.execute-api.<region>.amazonaws.com, <bucket>.s3-website.<region>.amazonaws.com
#pragma once

#include <emu/http.h>

#include <optional>
#include <string>
#include <string_view>

#include "core/gate/request_parts.h"

namespace emu {

// What a request to a server on this machine would have been in AWS.
struct InternetAddress {
  std::string host = {};
  std::string target = {};
  // Of a website by a path: what its own links to "/…" lack in front.
  std::string prefix = {};
};

class HttpOrigin {
 public:
  virtual ~HttpOrigin() = default;

  // Where a request goes that has come to a server by a local host name, such as
  // <bucket>.s3-website.localhost, or by a path that stands for a host; nothing when it is none of
  // its own. `region` is the server's. Both may be asked from many threads at a time, outside of
  // the world.
  virtual std::optional<InternetAddress> by_host(const RequestParts& parts,
                                                 std::string_view region) const = 0;
  virtual std::optional<InternetAddress> by_path(const RequestParts& parts,
                                                 std::string_view region) const = 0;

  // Nothing when the host is none of its own. It may wait, and is called inside the world.
  virtual std::optional<HttpResponse> answer_internet(const RequestParts& parts) = 0;
};

}  // namespace emu
