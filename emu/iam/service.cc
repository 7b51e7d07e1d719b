#include "iam/service.h"

namespace emu::iam {

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<Iam>(world); }

Iam::Iam(World& world)
    : world_(world), authorizer_(world, directory_), identities_(world, directory_) {
  world.set_authorizer(&authorizer_);
  world.interfaces().add<Identities>(identities_);
}

void Iam::reset(std::optional<std::string_view> account) { directory_.forget(account); }

}  // namespace emu::iam
