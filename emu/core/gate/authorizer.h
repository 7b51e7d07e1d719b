// Identity and permission, as the gate asks for them. IAM and STS implement this.
#pragma once

#include <emu/result.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/gate/caller.h"

namespace emu {

// A condition key of the request and its values: {"s3:prefix", {"photos/"}}.
struct ConditionValue {
  std::string key;
  std::vector<std::string> values;
};

// Condition keys that only who received the request knows, such as how it was signed. They are
// asked for when policies are evaluated, which for most requests nobody does.
class RequestKeys {
 public:
  virtual ~RequestKeys() = default;
  virtual void add_to(std::vector<ConditionValue>& out) const = 0;
};

struct AccessRequest {
  const Caller& caller;
  std::string_view action;    // "sqs:SendMessage"
  std::string_view resource;  // ARN, or "*" where the action has none
  std::span<const ConditionValue> context = {};
  std::string_view operation = {};        // "SendMessage"; empty when it is nobody's call
  const RequestKeys* received = nullptr;  // null in process
};

// The secret half of an access key.
struct KeySecret {
  std::string secret_access_key;
  std::string session_token = {};  // of temporary credentials: must come along
};

class Authorizer {
 public:
  virtual ~Authorizer() = default;

  // The text of the refusal, in IAM's words ("User: … is not authorized to perform: … because …"),
  // or nothing when allowed. An unnamed caller is the root of its account: what belongs to it needs
  // nobody's permission, unless a policy of the resource denies it.
  virtual std::optional<std::string> refusal(const AccessRequest& request) = 0;

  // Whether a key is or was given to a user or a session, even if it is good for nothing now.
  virtual bool has_issued(std::string_view access_key_id) = 0;

  // The user or session that a key belongs to.
  virtual Result<CallerPtr> identify(std::string_view access_key_id, std::string_view region) = 0;

  // What a signature with that key must have been made with.
  virtual Result<KeySecret> secret_of(std::string_view access_key_id) = 0;

  // A session of a role, for a service that runs code as it. Fails when there is no such role or
  // its trust policy does not let the service assume it.
  virtual Result<CallerPtr> assume_for_service(std::string_view role_arn,
                                               std::string_view service_principal,
                                               std::string_view session_name,
                                               std::string_view region) = 0;
};

}  // namespace emu
