// A Cloud behind everything that a server answers, without sockets.
#pragma once

#include <emu/cloud.h>
#include <emu/http.h>

#include <string>
#include <utility>

#include "server/site.h"

namespace emu::test {

struct SiteFixture {
  Cloud cloud;
  Aws aws = cloud.aws();
  server::Site site{cloud, {.now = [this] { return cloud.now(); }}};

  HttpResponse ask(std::string method, std::string target, std::string body = {}) {
    HttpRequest request{.method = std::move(method),
                        .host = "127.0.0.1:4566",
                        .target = std::move(target),
                        .body = Blob(std::move(body))};
    return site.answer(request);
  }
  HttpResponse get(std::string target) { return ask("GET", std::move(target)); }
  HttpResponse post(std::string target, std::string body = {}) {
    return ask("POST", std::move(target), std::move(body));
  }
};

inline bool has(const HttpResponse& response, std::string_view part) {
  return response.body.view().find(part) != std::string_view::npos;
}

}  // namespace emu::test
