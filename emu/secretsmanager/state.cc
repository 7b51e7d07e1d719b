#include "secretsmanager/state.h"

#include <algorithm>

#include "secretsmanager/secret_id.h"

namespace emu::secretsmanager {

SecretVersion* Secret::version(std::string_view id) {
  const auto found = std::find_if(versions.begin(), versions.end(),
                                  [&](const SecretVersion& version) { return version.id == id; });
  return found == versions.end() ? nullptr : &*found;
}

SecretVersion* Secret::staged(std::string_view stage) {
  const auto found =
      std::find_if(versions.begin(), versions.end(),
                   [&](const SecretVersion& version) { return version.stages.contains(stage); });
  return found == versions.end() ? nullptr : &*found;
}

// A name may look like another one with what an ARN has behind it, so the full ARN is tried first.
Secret* State::find(std::string_view secret_id) {
  if (!secret_id.starts_with("arn:")) {
    const auto found = secrets.find(secret_id);
    return found == secrets.end() ? nullptr : &found->second;
  }
  const auto full = secrets.find(name_without_suffix(name_in_arn(secret_id)));
  if (full != secrets.end() && full->second.arn == secret_id) return &full->second;
  const auto partial = secrets.find(name_in_arn(secret_id));
  if (partial == secrets.end() || !partial->second.arn.starts_with(secret_id)) return nullptr;
  return &partial->second;
}

Secret& State::add(Secret secret) {
  secret.serial = ++last_serial_;
  const std::string name = secret.name;
  Secret& added = secrets.emplace(name, std::move(secret)).first->second;
  by_age.emplace(added.serial, &added);
  return added;
}

void State::erase(const std::string& name) {
  const auto found = secrets.find(name);
  if (found == secrets.end()) return;
  cancel_deletion(found->second);
  by_age.erase(found->second.serial);
  secrets.erase(found);
}

void State::schedule_deletion(Secret& secret, Time now, Time end) {
  secret.deleted = now;
  secret.ends = end;
  deletions_.set(secret.name, end);
}

void State::cancel_deletion(Secret& secret) {
  if (secret.ends) deletions_.clear(secret.name, *secret.ends);
  secret.deleted.reset();
  secret.ends.reset();
}

void State::settle(Time now) {
  deletions_.settle(now, [this](const std::string& name) { erase(name); });
}

}  // namespace emu::secretsmanager
