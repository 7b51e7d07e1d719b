// What Secrets Manager keeps of one account and region: secrets with their versions.
#pragma once

#include <emu/blob.h>
#include <emu/secretsmanager.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/time/deadlines.h"

namespace emu::secretsmanager {

struct SecretVersion {
  std::string id = {};
  std::string secret_string = {};  // one of the two
  Blob secret_binary = {};
  std::string kms_key_id = {};
  Time created = {};
  std::optional<Time> accessed = {};  // the day
  // A version without any is deprecated.
  std::set<std::string, std::less<>> stages = {};
};

struct Secret {
  std::int64_t serial = 0;  // in the order of creation
  std::string name = {};
  std::string arn = {};
  std::string description = {};
  std::string kms_key_id = {};  // empty: alias/aws/secretsmanager
  std::string type = {};
  std::map<std::string, std::string> tags = {};
  std::shared_ptr<const std::string> policy = {};
  std::vector<ReplicationStatusType> replicas = {};
  std::vector<SecretVersion> versions = {};  // the oldest first
  Time created = {};
  Time changed = {};
  std::optional<Time> accessed = {};  // the day
  // When its deletion was asked for, and when it is deleted.
  std::optional<Time> deleted = {};
  std::optional<Time> ends = {};

  // Null when there is none.
  SecretVersion* version(std::string_view id);
  SecretVersion* staged(std::string_view stage);
};

struct State {
  State(std::string account_id, std::string region_name)
      : account(std::move(account_id)), region(std::move(region_name)) {}

  // By a name, a full ARN, or one without what stands behind the name.
  Secret* find(std::string_view secret_id);
  // Its name must be new.
  Secret& add(Secret secret);
  void erase(const std::string& name);
  void schedule_deletion(Secret& secret, Time now, Time end);
  void cancel_deletion(Secret& secret);
  // Takes away what has come to its end.
  void settle(Time now);

  std::string account;
  std::string region;
  std::map<std::string, Secret, std::less<>> secrets = {};
  std::map<std::int64_t, Secret*> by_age = {};

 private:
  std::int64_t last_serial_ = 0;
  Deadlines deletions_ = {};
};

}  // namespace emu::secretsmanager
