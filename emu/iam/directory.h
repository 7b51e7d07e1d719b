// Finds what IAM stores, and keeps count of its changes.
#pragma once

#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/gate/caller.h"
#include "core/hash/random.h"
#include "iam/state.h"

namespace emu::iam {

class Directory {
 public:
  // Made on first use.
  Account& account(std::string_view id);

  // The role of that ARN, case and path included; null when no role has it.
  RoleEntity* role_by_arn(std::string_view arn);
  // The role or user that a caller is; null when it was deleted, even if a new role or user has its
  // name now.
  const Identity* identity_of(const Caller& caller);

  std::map<std::string, AccessKeyEntity, std::less<>>& access_keys() { return state_.access_keys; }
  // Only for a key that exists. It is remembered as one that was there.
  void delete_access_key(std::string_view access_key_id);

  // Whether the key is or was a user's or a session's: of those that are gone, the newest
  // kRetiredKeysKept are remembered.
  bool has_issued(std::string_view access_key_id) const;

  // Null for a key that no session has, or whose session expired long ago.
  const Session* session(std::string_view access_key_id) const;
  // Gives the session its access key's id.
  const std::string& begin_session(Random& random, Time now, Session session);

  // Forgets one account with its keys and sessions, or all of them.
  void forget(std::optional<std::string_view> account);

  // Grows with every change that may alter a decision.
  std::uint64_t version() const { return version_; }
  void changed() { ++version_; }

 private:
  void forget_old_sessions(Time now);
  void retire(std::string_view account, std::string access_key_id);

  State state_;
  std::multimap<Time, std::string> session_ends_;  // of the sessions in the state
  std::uint64_t version_ = 1;
};

}  // namespace emu::iam
