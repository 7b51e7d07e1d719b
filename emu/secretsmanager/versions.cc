#include "secretsmanager/versions.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "secretsmanager/errors.h"
#include "secretsmanager/limits.h"

namespace emu::secretsmanager {

namespace {

Error token_in_use(const Secret& secret, std::string_view token) {
  return {
      .code = errors::kResourceExistsException,
      .message = fmt::format("You can't use ClientRequestToken {} because that value is already "
                             "in use for a version of secret {}.",
                             token, secret.arn)};
}

// Makes room for one more: the oldest that is deprecated and not of today goes.
Status make_room(Secret& secret, Time now) {
  auto& versions = secret.versions;
  if (versions.size() < kVersionsMax) return {};
  const auto oldest = std::find_if(versions.begin(), versions.end(), [&](const auto& version) {
    return version.stages.empty() && version.created + kVersionKept <= now;
  });
  if (oldest == versions.end()) {
    return limit_exceeded(fmt::format("A secret can have at most {} versions.", kVersionsMax));
  }
  versions.erase(oldest);
  return {};
}

void take_stage(Secret& secret, std::string_view stage) {
  SecretVersion* holder = secret.staged(stage);
  if (holder != nullptr) holder->stages.erase(holder->stages.find(stage));
}

}  // namespace

Status check_value(const GivenValue& value) {
  if (value.secret_string.empty() || value.secret_binary.empty()) return {};
  return invalid_parameter(
      "You can't specify both a binary secret value and a string secret value in the same secret.");
}

Result<const SecretVersion*> repeated_version(Secret& secret, const GivenValue& value) {
  const SecretVersion* same = value.token.empty() ? nullptr : secret.version(value.token);
  if (same != nullptr && !value.is_of(*same)) return token_in_use(secret, value.token);
  return same;
}

Status check_stages(Secret& secret, const std::vector<std::string>& added) {
  std::set<std::string> all(added.begin(), added.end());
  if (secret.staged(kCurrent) != nullptr) all.emplace(kPrevious);
  for (const SecretVersion& version : secret.versions) {
    all.insert(version.stages.begin(), version.stages.end());
  }
  if (all.size() <= kStagesMax) return {};
  return limit_exceeded(
      fmt::format("The versions of a secret can have at most {} staging labels.", kStagesMax));
}

void move_stage(Secret& secret, const std::string& stage, SecretVersion& to) {
  SecretVersion* from = secret.staged(stage);
  if (from == &to) return;
  take_stage(secret, stage);
  to.stages.insert(stage);
  if (stage != kCurrent || from == nullptr) return;
  take_stage(secret, kPrevious);
  from->stages.emplace(kPrevious);
}

Result<const SecretVersion*> add_version(World& world, Secret& secret, const GivenValue& value,
                                         const std::vector<std::string>& stages) {
  EMU_CHECK(check_stages(secret, stages));
  EMU_CHECK(make_room(secret, world.now()));
  const bool is_first = secret.versions.empty();
  secret.versions.push_back({.id = value.token.empty() ? world.uuid() : std::string(value.token),
                             .secret_string = std::string(value.secret_string),
                             .secret_binary = value.secret_binary,
                             .kms_key_id = secret.kms_key_id,
                             .created = world.now()});
  SecretVersion& added = secret.versions.back();
  for (const std::string& stage : stages) move_stage(secret, stage, added);
  if (is_first || stages.empty()) move_stage(secret, std::string(kCurrent), added);
  secret.changed = world.now();
  return &added;
}

std::vector<std::string> stages_of(const SecretVersion& version) {
  return {version.stages.begin(), version.stages.end()};
}

}  // namespace emu::secretsmanager
