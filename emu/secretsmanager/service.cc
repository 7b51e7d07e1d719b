#include "secretsmanager/service.h"

#include <emu/arn.h>

#include "core/base/assert.h"
#include "core/gate/tag_keys.h"
#include "secretsmanager/errors.h"
#include "secretsmanager/secret_id.h"

namespace emu::secretsmanager {

std::unique_ptr<Service> make_service(World& world) {
  return std::make_unique<SecretsManager>(world);
}

SecretsManager::SecretsManager(World& world) : world_(world) {
  world.resource_policies().add_host("secretsmanager", *this);
  world.interfaces().add<SecretArns>(*this);
}

State& SecretsManager::state_of(const Call& call) {
  State& state = states_.at(call.account(), call.region());
  state.settle(world_.now());
  return state;
}

Secret* SecretsManager::look_up(const Call& call, std::string_view secret_id) {
  if (!secret_id.starts_with("arn:")) return state_of(call).find(secret_id);
  const std::optional<Arn> arn = Arn::parse(secret_id);
  if (!arn || arn->service != "secretsmanager" || arn->region != call.region()) return nullptr;
  State* state = states_.find(arn->account, arn->region);
  if (state == nullptr) return nullptr;
  state->settle(world_.now());
  return state->find(secret_id);
}

State& SecretsManager::state_holding(std::string_view secret_arn) {
  const std::optional<Arn> arn = Arn::parse(secret_arn);
  EMU_ASSERT(arn, "secrets have well-formed ARNs");
  return states_.at(arn->account, arn->region);
}

Result<Secret*> SecretsManager::find(const Call& call, std::string_view secret_id) {
  Secret* secret = look_up(call, secret_id);
  if (secret == nullptr) return no_such_secret();
  return secret;
}

Result<Secret*> SecretsManager::find_live(const Call& call, std::string_view secret_id) {
  EMU_TRY(Secret* secret, find(call, secret_id));
  if (secret->deleted) return marked_for_deletion();
  return secret;
}

std::string SecretsManager::arn_of(const Call& call, std::string_view secret_id) {
  const Secret* secret = look_up(call, secret_id);
  if (secret != nullptr) return secret->arn;
  if (secret_id.starts_with("arn:")) return std::string(secret_id);
  return partial_arn(call.account(), call.region(), secret_id);
}

Secret* SecretsManager::secret_of(std::string_view arn) const {
  const std::optional<Arn> parsed = Arn::parse(arn);
  State* state = parsed ? states_.find(parsed->account, parsed->region) : nullptr;
  return state == nullptr ? nullptr : state->find(arn);
}

ResourceTerms SecretsManager::terms(const AccessRequest& request) const {
  const Secret* secret = secret_of(request.resource);
  return {.policy = secret == nullptr ? nullptr : secret->policy};
}

void SecretsManager::add_keys(const AccessRequest& request,
                              std::vector<ConditionValue>& out) const {
  const Secret* secret = secret_of(request.resource);
  if (secret != nullptr) add_resource_tags(secret->tags, "secretsmanager:ResourceTag/", out);
}

}  // namespace emu::secretsmanager
