// DeleteSecret and RestoreSecret.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>

#include "core/hash/ids.h"
#include "secretsmanager/errors.h"
#include "secretsmanager/limits.h"
#include "secretsmanager/secret_id.h"
#include "secretsmanager/service.h"

namespace emu::secretsmanager {

namespace {

Status check_deletion(const DeleteSecret& in) {
  const auto days = in.recovery_window_in_days;
  if (in.force_delete_without_recovery.value_or(false) && days) {
    return invalid_parameter(
        "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
  }
  if (days && (*days < kRecoveryDaysMin || *days > kRecoveryDaysMax)) {
    return invalid_parameter(
        fmt::format("The RecoveryWindowInDays value must be between {} and {} days (inclusive).",
                    kRecoveryDaysMin, kRecoveryDaysMax));
  }
  return {};
}

// Of a secret that is not there, by force.
DeleteSecretResult nothing_deleted(const Call& call, std::string_view secret_id, World& world) {
  if (secret_id.starts_with("arn:")) {
    return {.arn = std::string(secret_id),
            .name = std::string(name_without_suffix(name_in_arn(secret_id))),
            .deletion_date = world.now()};
  }
  return {.arn = partial_arn(call.account(), call.region(), secret_id) + "-" +
                 base62_id(world.random(), kArnSuffix),
          .name = std::string(secret_id),
          .deletion_date = world.now()};
}

}  // namespace

Result<DeleteSecretResult> SecretsManager::delete_secret(Call& call, const DeleteSecret& in) {
  EMU_CHECK(check_deletion(in));
  const bool is_forced = in.force_delete_without_recovery.value_or(false);
  Secret* secret = look_up(call, in.secret_id);
  if (secret == nullptr) {
    if (is_forced) return nothing_deleted(call, in.secret_id, world_);
    return no_such_secret();
  }
  if (secret->deleted && !is_forced) {
    return invalid_request(
        "You can't perform this operation on the secret because it was already scheduled for "
        "deletion.");
  }

  const Time now = world_.now();
  DeleteSecretResult out{.arn = secret->arn, .name = secret->name, .deletion_date = now};
  State& state = state_holding(secret->arn);
  if (is_forced) {
    state.erase(std::string(secret->name));
    return out;
  }
  out.deletion_date =
      now + std::chrono::days(in.recovery_window_in_days.value_or(kRecoveryDaysMax));
  state.schedule_deletion(*secret, now, *out.deletion_date);
  return out;
}

Result<RestoreSecretResult> SecretsManager::restore_secret(Call& call, const RestoreSecret& in) {
  EMU_TRY(Secret* secret, find(call, in.secret_id));
  state_holding(secret->arn).cancel_deletion(*secret);
  return RestoreSecretResult{.arn = secret->arn, .name = secret->name};
}

}  // namespace emu::secretsmanager
