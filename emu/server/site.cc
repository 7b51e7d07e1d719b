#include "server/site.h"

#include <utility>

#include "core/task/scheduler.h"

namespace emu::server {

namespace {

HttpResponse shutting_down() {
  return {.status = 503,
          .headers = {{"Content-Type", "text/plain"}, {"Connection", "close"}},
          .body = "the server is stopping\n"};
}

}  // namespace

Site::Site(Cloud& cloud, const SiteOptions& options)
    : cloud_(cloud),
      controls_(cloud, options.host),
      destinations_(cloud.world()),
      api_(cloud.world(), {.verify_signatures = options.verify_signatures}) {}

wire::HeadDecision Site::look(const HttpRequest& head) const {
  const RequestParts parts(head);
  switch (destinations_.find(parts).kind) {
    case Destination::Kind::kControl:
      return {.body_bytes_max = kControlBodyBytesMax};
    case Destination::Kind::kInternet:
      return {.body_bytes_max = kInternetBodyBytesMax};
    case Destination::Kind::kApi:
      break;
  }
  return api_.look(parts);
}

HttpResponse Site::answer(HttpRequest& request) {
  try {
    const RequestParts parts(request);
    Destination destination = destinations_.find(parts);
    switch (destination.kind) {
      case Destination::Kind::kControl:
        return controls_.answer(parts);
      case Destination::Kind::kInternet:
        return answer_internet(request, std::move(destination.address));
      case Destination::Kind::kApi:
        break;
    }
    return api_.answer(request, parts);
  } catch (const TaskKilled&) {
    // The Cloud ends its waits when it ends.
    return shutting_down();
  }
}

HttpResponse Site::answer_internet(HttpRequest& request, InternetAddress address) {
  request.host = std::move(address.host);
  request.target = std::move(address.target);
  HttpResponse response = cloud_.http(request);
  const std::string* location = response.headers.find("Location");
  if (!address.prefix.empty() && location != nullptr && location->starts_with('/')) {
    response.headers.set("Location", address.prefix + *location);
  }
  return response;
}

}  // namespace emu::server
