#include "ssm/service.h"

#include <emu/arn.h>

#include "core/gate/tag_keys.h"
#include "ssm/name.h"

namespace emu::ssm {

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<Ssm>(world); }

Ssm::Ssm(World& world) : world_(world) { world.resource_policies().add_host("ssm", *this); }

State& Ssm::state_of(const Call& call) {
  State& state = states_.at(call.account(), call.region());
  state.settle(world_.now());
  return state;
}

void Ssm::add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const {
  const std::optional<Arn> arn = Arn::parse(request.resource);
  State* state = arn ? states_.find(arn->account, arn->region) : nullptr;
  if (state == nullptr) return;
  const StoredParameter* parameter = state->find(reference_of(request.resource, *state).name);
  if (parameter != nullptr) add_resource_tags(parameter->tags, "ssm:resourceTag/", out);
}

}  // namespace emu::ssm
