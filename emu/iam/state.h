// Everything that IAM and STS know: the identities and policies of all accounts, their access keys,
// and the sessions under way.
#pragma once

#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "core/gate/caller.h"
#include "core/hash/random.h"
#include "iam/policy.h"
#include "iam/request_context.h"

namespace emu::iam {

// Names differ in more than case.
struct NameLess {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const;
};

// A policy document as it was given, and compiled.
struct Document {
  std::string text;
  std::shared_ptr<const CompiledPolicy> policy;
};

struct ManagedPolicy {
  struct Version {
    Document document;
    Time created;
  };

  std::string name;
  std::string id;
  std::string arn;
  std::string path;
  std::string description = {};
  Time created = {};
  Tags tags = {};
  bool is_aws = false;                                   // given by AWS to all accounts
  std::map<int, Version, std::greater<>> versions = {};  // never empty
  int default_version = 1;
  int next_version = 2;

  const Document& document() const { return versions.at(default_version).document; }
  Time updated() const { return versions.begin()->second.created; }
};

// What roles and users have in common.
struct Identity {
  std::string name;
  std::string id;
  std::string arn;
  std::string path;
  Time created = {};
  Tags tags = {};
  std::map<std::string, Document, NameLess> inline_policies = {};
  std::map<std::string, const ManagedPolicy*, std::less<>> attached_policies = {};  // by ARN
  const ManagedPolicy* boundary = nullptr;
};

struct RoleEntity : Identity {
  Document trust = {};
  std::string description = {};
  std::chrono::seconds max_session{3600};
  std::optional<Time> last_used = {};  // when a session was last begun
  std::string last_used_region = {};
};

struct UserEntity : Identity {
  std::set<std::string> access_keys = {};
};

struct AccessKeyEntity {
  std::string id;
  std::string secret;
  std::string account;
  std::string user_name;  // empty: of the account itself
  Time created = {};
  bool is_active = true;
};

// Temporary credentials.
struct Session {
  Caller caller;  // without a region
  std::string secret;
  std::string token;
  Time expiration;
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
  std::map<std::string, PolicyUse, std::less<>> policy_uses = {};  // by ARN
  std::set<std::string> access_keys = {};                          // of the account itself

  // Null when there is none. AWS's own policies are found in every account.
  RoleEntity* role(std::string_view name);
  UserEntity* user(std::string_view name);
  const ManagedPolicy* policy(std::string_view arn) const;
  ManagedPolicy* own_policy(std::string_view arn);
};

class Directory {
 public:
  // Made on first use.
  Account& account(std::string_view id);

  // The role of that ARN, whose case and path must fit; null when there is none.
  RoleEntity* role_by_arn(std::string_view arn);
  // The role or user that a caller is; null when it has gone or is another one of the same name.
  const Identity* identity_of(const Caller& caller);

  std::map<std::string, AccessKeyEntity, std::less<>>& access_keys() { return access_keys_; }

  // Null when there never was one or it expired long ago.
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

  std::map<std::string, Account, std::less<>> accounts_;
  std::map<std::string, AccessKeyEntity, std::less<>> access_keys_;
  std::map<std::string, Session, std::less<>> sessions_;
  std::multimap<Time, std::string> session_ends_;
  std::uint64_t version_ = 1;
};

}  // namespace emu::iam
