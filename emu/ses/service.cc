#include "ses/service.h"

#include <fmt/format.h>

#include "ses/errors.h"

namespace emu::ses {

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<Ses>(world); }

Ses::Ses(World& world) : backend_(world) { world.interfaces().add(backend_); }

void Ses::reset(std::optional<std::string_view> account) { backend_.forget(account); }

Result<StoredIdentity*> Ses::require_identity(const Call& call, std::string_view name) {
  StoredIdentity* identity = backend_.find_identity(call, name);
  if (identity == nullptr) {
    return invalid_parameter(fmt::format("Identity <{}> does not exist.", name));
  }
  return identity;
}

}  // namespace emu::ses
