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
      api_(cloud.world(),
           {.verify_signatures = options.verify_signatures,
            .browse = [&cloud](const HttpRequest& request) { return cloud.http(request); }}) {}

wire::HeadDecision Site::look(const HttpRequest& head) const {
  switch (find_destination(head, cloud_.options().region).kind) {
    case Destination::Kind::kControl:
      return {.body_bytes_max = kControlBodyBytesMax};
    case Destination::Kind::kInternet:
      return {.body_bytes_max = kInternetBodyBytesMax};
    case Destination::Kind::kApi:
      break;
  }
  return api_.look(head);
}

HttpResponse Site::answer(HttpRequest& request) {
  try {
    Destination destination = find_destination(request, cloud_.options().region);
    switch (destination.kind) {
      case Destination::Kind::kControl:
        return controls_.answer(request);
      case Destination::Kind::kInternet:
        return answer_internet(request, destination);
      case Destination::Kind::kApi:
        break;
    }
    return api_.answer(request);
  } catch (const TaskKilled&) {
    // The Cloud ends its waits when it ends.
    return shutting_down();
  }
}

HttpResponse Site::answer_internet(HttpRequest& request, Destination& destination) {
  request.host = std::move(destination.host);
  request.target = std::move(destination.target);
  HttpResponse response = cloud_.http(request);
  const std::string* location = response.headers.find("Location");
  if (!destination.prefix.empty() && location != nullptr && location->starts_with('/')) {
    response.headers.set("Location", destination.prefix + *location);
  }
  return response;
}

}  // namespace emu::server
