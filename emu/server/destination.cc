#include "server/destination.h"

#include <algorithm>
#include <utility>

#include "server/control/controls.h"
#include "server/welcome.h"

namespace emu::server {

namespace {

Destination internet(InternetAddress address, bool is_by_path) {
  return {.kind = Destination::Kind::kInternet,
          .address = std::move(address),
          .is_by_path = is_by_path};
}

}  // namespace

Destinations::Destinations(World& world)
    : region_(world.options().region),
      origins_(world.interfaces().all<HttpOrigin>()),
      fronts_(world.interfaces().all<HttpFront>()) {}

bool Destinations::is_owned(const RequestParts& parts) const {
  return parts.host && std::any_of(fronts_.begin(), fronts_.end(), [&](const HttpFront* front) {
           return front->owns(*parts.host);
         });
}

bool Destinations::names_resource(const RequestParts& parts) const {
  return parts.host && std::any_of(fronts_.begin(), fronts_.end(), [&](const HttpFront* front) {
           return front->names_resource(*parts.host);
         });
}

Destination Destinations::find(const RequestParts& parts) const {
  for (const HttpOrigin* origin : origins_) {
    if (auto address = origin->by_host(parts, region_)) {
      return internet(std::move(*address), false);
    }
  }
  if (is_owned(parts)) return {};
  if (is_control_path(parts.path)) return {.kind = Destination::Kind::kControl};
  for (const HttpOrigin* origin : origins_) {
    if (auto address = origin->by_path(parts, region_)) {
      return internet(std::move(*address), true);
    }
  }
  if (is_for_people(parts) && !names_resource(parts)) return {.kind = Destination::Kind::kWelcome};
  return {};
}

}  // namespace emu::server
