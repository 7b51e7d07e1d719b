#include <fmt/format.h>

#include "secretsmanager/errors.h"
#include "secretsmanager/service.h"
#include "secretsmanager/versions.h"

namespace emu::secretsmanager {

namespace {

Error holder_not_named(std::string_view stage, std::string_view holder) {
  return invalid_parameter(
      fmt::format("Staging label {} is attached to version {}: RemoveFromVersionId has to name it.",
                  stage, holder));
}

Error not_the_holder(std::string_view stage) {
  return invalid_parameter(fmt::format(
      "Staging label {} is not attached to the version that RemoveFromVersionId names.", stage));
}

Error current_must_stay() {
  return invalid_parameter(fmt::format(
      "You can only move staging label {} to a different secret version. It can't be completely "
      "removed.",
      kCurrent));
}

// Where a stage is must be named when it goes from there, and must be where it is.
Status check_holder(const SecretVersion* holder, const UpdateSecretVersionStage& in) {
  const std::string from = in.remove_from_version_id.value_or("");
  const std::string to = in.move_to_version_id.value_or("");
  if (!from.empty()) {
    return holder != nullptr && holder->id == from ? Status() : not_the_holder(in.version_stage);
  }
  if (holder == nullptr || holder->id == to) return {};
  return holder_not_named(in.version_stage, holder->id);
}

}  // namespace

Result<UpdateSecretVersionStageResult> SecretsManager::update_secret_version_stage(
    Call& call, const UpdateSecretVersionStage& in) {
  EMU_TRY(Secret* secret, find_live(call, in.secret_id));
  for (const auto& id : {in.remove_from_version_id, in.move_to_version_id}) {
    if (id && secret->version(*id) == nullptr) return no_such_version(*id);
  }
  if (!in.remove_from_version_id && !in.move_to_version_id) {
    return invalid_parameter(
        "You must provide at least one of RemoveFromVersionId and MoveToVersionId.");
  }
  SecretVersion* holder = secret->staged(in.version_stage);
  EMU_CHECK(check_holder(holder, in));
  if (!in.move_to_version_id && in.version_stage == kCurrent) return current_must_stay();
  if (in.move_to_version_id) EMU_CHECK(check_stages(*secret, {in.version_stage}));

  if (in.move_to_version_id) {
    move_stage(*secret, in.version_stage, *secret->version(*in.move_to_version_id));
  } else {
    holder->stages.erase(in.version_stage);
  }
  secret->changed = world_.now();
  return UpdateSecretVersionStageResult{.arn = secret->arn, .name = secret->name};
}

}  // namespace emu::secretsmanager
