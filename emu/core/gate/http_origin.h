// HttpOrigin: a service that answers requests from the internet, such as those for websites.
#pragma once

#include <emu/http.h>

#include <optional>

namespace emu {

class HttpOrigin {
 public:
  virtual ~HttpOrigin() = default;

  // Nothing when the host is none of its own. It may wait, and is called outside of the world.
  virtual std::optional<HttpResponse> answer_internet(const HttpRequest& request) = 0;
};

}  // namespace emu
