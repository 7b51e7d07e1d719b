// What IAM stores: the identities and policies of all accounts, their access keys, and the sessions
// under way.
//
// Plain data, described record by record: policies are kept as their documents, and records refer
// to each other by name or ARN. What is made from it, such as compiled policies, lives beside it.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "iam/tags.h"

namespace emu::iam {

// Names differ in more than case.
struct NameLess {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const;
};

// Null when the map has no such key.
template <class Map>
auto* find_value(Map& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

struct ManagedPolicy {
  struct Version {
    std::int32_t number = 1;
    std::string document = {};
    Time created = {};
    static void describe(StructureShape<Version>& s);
  };

  std::string name = {};
  std::string id = {};
  std::string arn = {};
  std::string path = {};
  std::string description = {};
  Time created = {};
  Tags tags = {};
  std::vector<Version> versions = {};  // newest first; never empty
  std::int32_t default_version = 1;
  std::int32_t next_version = 2;

  static void describe(StructureShape<ManagedPolicy>& s);

  // A version that exists.
  const Version& version(std::int32_t number) const;
  const std::string& document() const { return version(default_version).document; }
  Time updated() const { return versions.front().created; }
};

struct InlinePolicy {
  std::string name = {};
  std::string document = {};
  static void describe(StructureShape<InlinePolicy>& s);
};

// What roles and users have in common.
struct Identity {
  std::string name = {};
  std::string id = {};
  std::string arn = {};
  std::string path = {};
  Time created = {};
  Tags tags = {};
  std::vector<InlinePolicy> inline_policies = {};   // in the order of NameLess
  std::vector<std::string> attached_policies = {};  // their ARNs, in order
  std::string boundary = {};                        // its ARN; empty: none

  // Where the inline policy of that name is, or would be.
  std::vector<InlinePolicy>::iterator inline_policy_at(std::string_view policy_name);
};

struct RoleEntity : Identity {
  std::string trust = {};  // a document
  std::string description = {};
  std::chrono::seconds max_session{3600};
  std::optional<Time> last_used = {};  // when a session was last begun
  std::string last_used_region = {};
  static void describe(StructureShape<RoleEntity>& s);
};

struct UserEntity : Identity {
  std::vector<std::string> access_keys = {};  // their ids, in order
  static void describe(StructureShape<UserEntity>& s);
};

struct AccessKeyEntity {
  std::string id = {};
  std::string secret = {};
  std::string account = {};
  std::string user_name = {};  // empty: of the account itself
  Time created = {};
  bool is_active = true;
  static void describe(StructureShape<AccessKeyEntity>& s);
};

// Temporary credentials, and who the caller is that uses them: a role's session, a user, or the
// account itself, which has neither a role's ARN nor a user's name.
struct Session {
  std::string secret = {};
  std::string token = {};
  Time expiration = {};
  std::string account = {};
  std::string arn = {};
  std::string principal_id = {};
  std::string role_arn = {};
  std::string user_name = {};
  std::string policy = {};  // that narrows the session
  Tags tags = {};
  std::vector<std::string> transitive_tags = {};
  static void describe(StructureShape<Session>& s);
};

struct PolicyUse {
  int attachments = 0;
  int boundaries = 0;
};

// One account. Entities keep their addresses until they are erased.
struct Account {
  std::string id;
  std::map<std::string, RoleEntity, NameLess> roles = {};
  std::map<std::string, UserEntity, NameLess> users = {};
  std::map<std::string, ManagedPolicy, NameLess> policies = {};    // its own
  std::map<std::string, PolicyUse, std::less<>> policy_uses = {};  // by ARN; count what is attached
  std::vector<std::string> access_keys = {};  // of the account itself, in order

  // Null when nothing has that name or ARN. AWS's own policies are found in every account.
  RoleEntity* role(std::string_view name);
  UserEntity* user(std::string_view name);
  const ManagedPolicy* policy(std::string_view arn) const;
  ManagedPolicy* own_policy(std::string_view arn);
};

// Access keys that are gone. Who still uses one is refused, where a key that was never issued is
// nobody's.
struct RetiredKeys {
  std::map<std::string, std::string, std::less<>> accounts = {};  // by the key's id
  std::deque<std::string> ids = {};                               // oldest first
};

// All accounts.
struct State {
  std::map<std::string, Account, std::less<>> accounts = {};             // by id
  std::map<std::string, AccessKeyEntity, std::less<>> access_keys = {};  // by id
  std::map<std::string, Session, std::less<>> sessions = {};             // by their keys' ids
  RetiredKeys retired_keys = {};
};

}  // namespace emu::iam
