#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "core/hash/ids.h"
#include "secretsmanager/errors.h"
#include "secretsmanager/limits.h"
#include "secretsmanager/secret_id.h"
#include "secretsmanager/service.h"
#include "secretsmanager/tags.h"
#include "secretsmanager/versions.h"

namespace emu::secretsmanager {

namespace {

Error secret_exists(std::string_view name) {
  return {
      .code = errors::kResourceExistsException,
      .message = fmt::format("The operation failed because the secret {} already exists.", name)};
}

Error name_is_being_deleted() {
  return invalid_request(
      "You can't create this secret because a secret with this name is already scheduled for "
      "deletion.");
}

Error too_many_secrets() {
  return limit_exceeded(
      fmt::format("An account can have at most {} secrets in a Region.", kSecretsMax));
}

CreateSecretResult created(const Secret& secret, std::string version_id) {
  return {.arn = secret.arn,
          .name = secret.name,
          .version_id = std::move(version_id),
          .replication_status = secret.replicas};
}

// A repetition of the request that has made the secret is answered as that was.
Result<CreateSecretResult> existing(Secret& secret, const GivenValue& value) {
  if (secret.deleted) return name_is_being_deleted();
  const SecretVersion* made = secret.versions.empty() ? nullptr : &secret.versions.front();
  if (made == nullptr || made->id != value.token || !value.is_of(*made)) {
    return secret_exists(secret.name);
  }
  return created(secret, made->id);
}

}  // namespace

Result<CreateSecretResult> SecretsManager::create_secret(Call& call, const CreateSecret& in) {
  EMU_CHECK(check_name(in.name));
  const GivenValue value(in);
  EMU_CHECK(check_value(value));
  EMU_TRY(Tags tags, with_tags({}, in.tags));
  State& state = state_of(call);
  if (Secret* same = state.find(in.name)) return existing(*same, value);
  if (state.secrets.size() >= kSecretsMax) return too_many_secrets();

  Secret made{.name = in.name,
              .arn = partial_arn(state.account, state.region, in.name) + "-" +
                     base62_id(world_.random(), kArnSuffix),
              .description = in.description.value_or(""),
              .kms_key_id = in.kms_key_id.value_or(""),
              .type = in.type.value_or(""),
              .tags = std::move(tags),
              .created = world_.now(),
              .changed = world_.now()};
  for (const ReplicaRegionType& region : in.add_replica_regions) {
    made.replicas.push_back(
        {.region = region.region, .kms_key_id = region.kms_key_id, .status = "InSync"});
  }
  Secret& secret = state.add(std::move(made));
  if (!value.is_there()) return created(secret, {});
  EMU_TRY(const SecretVersion* version, add_version(world_, secret, value, {}));
  call.subject = version->id;
  return created(secret, version->id);
}

}  // namespace emu::secretsmanager
