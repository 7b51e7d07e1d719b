#include "server/site.h"

#include <string>
#include <utility>

#include "core/gate/sandbox.h"
#include "core/task/scheduler.h"
#include "server/welcome.h"

namespace emu::server {

namespace {

HttpResponse shutting_down() {
  return {.status = 503,
          .headers = {{"Content-Type", "text/plain"}, {"Connection", "close"}},
          .body = "the server is stopping\n"};
}

// Scripts that are modules and fonts are read by a page as from another origin, which a website is
// to its own pages once they have none. Everybody may read it anyhow.
void allow_sandboxed(const HttpRequest& request, HttpResponse& response) {
  const std::string* origin = request.headers.find("Origin");
  if (origin == nullptr || *origin != "null") return;
  if (response.headers.find("Access-Control-Allow-Origin") != nullptr) return;
  response.headers.add("Access-Control-Allow-Origin", "*");
}

}  // namespace

Site::Site(Cloud& cloud, const SiteOptions& options)
    : cloud_(cloud),
      guard_(options.guard),
      controls_(cloud, guard_, options.ready_scripts),
      destinations_(cloud.world()),
      api_(cloud.world(),
           {.verify_signatures = options.verify_signatures, .now = options.now, .guard = guard_}) {}

wire::HeadDecision Site::look(const HttpRequest& head) const {
  const RequestParts parts(head);
  switch (destinations_.find(parts).kind) {
    case Destination::Kind::kControl:
      return {.body_bytes_max =
                  takes_large_bodies(parts.path) ? kStackBodyBytesMax : kControlBodyBytesMax};
    case Destination::Kind::kInternet:
      return {.body_bytes_max = kInternetBodyBytesMax};
    case Destination::Kind::kWelcome:
    case Destination::Kind::kApi:
      break;
  }
  return api_.look(parts);
}

std::optional<HttpResponse> Site::refuse(const HttpRequest& request,
                                         const wire::HttpRefusal& refusal) const {
  const RequestParts parts(request);
  if (destinations_.find(parts).kind != Destination::Kind::kApi) return std::nullopt;
  return api_.refuse(parts, refusal);
}

HttpResponse Site::answer(HttpRequest& request) {
  try {
    const RequestParts parts(request);
    Destination destination = destinations_.find(parts);
    switch (destination.kind) {
      case Destination::Kind::kControl:
        return controls_.answer(parts);
      case Destination::Kind::kInternet:
        return answer_internet(request, std::move(destination));
      case Destination::Kind::kWelcome:
        return welcome_page(parts, cloud_.world().options());
      case Destination::Kind::kApi:
        break;
    }
    return api_.answer(request, parts);
  } catch (const TaskKilled&) {
    // The Cloud ends its waits when it ends.
    return shutting_down();
  }
}

// By a path it is at the origin of everything else, which it has not in AWS.
HttpResponse Site::answer_internet(HttpRequest& request, Destination destination) {
  InternetAddress& address = destination.address;
  request.host = std::move(address.host);
  request.target = std::move(address.target);
  HttpResponse response = cloud_.http(request);
  if (!destination.is_by_path) return response;
  const std::string* location = response.headers.find("Location");
  if (!address.prefix.empty() && location != nullptr && location->starts_with('/')) {
    response.headers.set("Location", address.prefix + *location);
  }
  sandbox_page(response);
  if (!address.prefix.empty()) allow_sandboxed(request, response);
  return response;
}

}  // namespace emu::server
