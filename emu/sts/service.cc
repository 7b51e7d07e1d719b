#include "sts/service.h"

#include <utility>

namespace emu::sts {

std::unique_ptr<Service> make_service(World& world) {
  return std::make_unique<Sts>(world.interfaces().one<Identities>());
}

Credentials Sts::begin_session(Caller caller, std::chrono::seconds duration) {
  SessionKeys keys = identities_.begin_session(std::move(caller), duration);
  return {.access_key_id = std::move(keys.access_key_id),
          .secret_access_key = std::move(keys.secret_access_key),
          .session_token = std::move(keys.session_token),
          .expiration = keys.expiration};
}

}  // namespace emu::sts
