// IAM's identities, as STS needs them. IAM implements this.
//
// STS hands out sessions of roles and users that IAM keeps, so it asks IAM for the role, for the
// policies that narrow a session, and lets IAM keep the session. Who may call whom is not asked
// here: the gate has asked the Authorizer.
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/gate/caller.h"

namespace emu {

// A role, as far as its sessions depend on it.
struct RoleTerms {
  std::string account;
  std::chrono::seconds max_session;
};

// Temporary credentials.
struct SessionKeys {
  std::string access_key_id;
  std::string secret_access_key;
  std::string session_token;
  Time expiration;
};

class Identities {
 public:
  virtual ~Identities() = default;

  // Nothing when there is no role of that ARN.
  virtual std::optional<RoleTerms> role(std::string_view arn) = 0;

  // Who a session of the role is, without a region. Notes when and where the role was last used.
  // Only for a role that exists.
  virtual Caller assume_role(std::string_view role_arn, std::string_view session_name,
                             std::string_view region) = 0;

  // How many characters of a policy of permissions count towards limits.
  // Errors: MalformedPolicyDocument.
  virtual Result<std::size_t> measure_policy(std::string_view document) = 0;

  // The document of a managed policy, as an account finds it; nothing when there is none.
  virtual std::optional<std::string> managed_policy(std::string_view account,
                                                    std::string_view arn) = 0;

  // One document with the statements of all. Each must be well formed.
  virtual std::string merge_policies(std::span<const std::string> documents) = 0;

  // Gives the caller temporary credentials.
  virtual SessionKeys begin_session(Caller caller, std::chrono::seconds duration) = 0;

  // The account that a key belongs to, temporary or not; nothing when there is no such key.
  virtual std::optional<std::string> account_of_key(std::string_view access_key_id) = 0;
};

}  // namespace emu
