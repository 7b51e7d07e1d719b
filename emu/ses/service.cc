#include "ses/service.h"

#include <fmt/format.h>

#include "core/gate/tag_keys.h"
#include "ses/access.h"
#include "ses/errors.h"

namespace emu::ses {

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<Ses>(world); }

Ses::Ses(World& world) : backend_(world) {
  world.interfaces().add(backend_);
  world.resource_policies().add_host("ses", *this);
}

bool Ses::leaves_to_account(const Caller& caller, std::string_view,
                            std::string_view resource) const {
  return is_own(caller, resource);
}

// Source: Amazon SES Developer Guide, "Using sending authorization with Amazon SES".
ResourceTerms Ses::terms(const AccessRequest& request) const {
  const StoredIdentity* identity = backend_.find_by_arn(request.resource);
  if (identity == nullptr) return {};
  return {.policy = identity->policy};
}

void Ses::add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const {
  const StoredIdentity* identity = backend_.find_by_arn(request.resource);
  if (identity != nullptr) add_resource_tags(identity->tags, {}, out);
}

void Ses::reset(std::optional<std::string_view> account) { backend_.forget(account); }

Result<StoredIdentity*> Ses::require_identity(const Call& call, std::string_view name) {
  StoredIdentity* identity = backend_.find_identity(call, name);
  if (identity == nullptr) {
    return invalid_parameter(fmt::format("Identity <{}> does not exist.", name));
  }
  return identity;
}

}  // namespace emu::ses
