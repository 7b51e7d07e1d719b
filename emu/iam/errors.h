// IAM's errors: those that several operations share, and the kinds that the others are made of.
#pragma once

#include <emu/result.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/validate.h"

namespace emu::iam {

// For the gate.
Error access_denied(const Call& call, const std::string& text);
Error invalid_request(const Call& call, const std::vector<Violation>& violations);

// AWS's codes with a text of the caller's.
Error not_authorized(const std::string& text);  // AccessDenied
Error validation_error(std::string text);       // ValidationError
Error no_such_entity(std::string text);         // NoSuchEntity
Error entity_exists(std::string text);          // EntityAlreadyExists
Error delete_conflict(std::string text);        // DeleteConflict
Error limit_exceeded(std::string text);         // LimitExceeded
Error invalid_input(std::string text);          // InvalidInput
Error malformed(std::string text);              // MalformedPolicyDocument

Error no_such_policy(std::string_view arn);
Error quota_exceeded(std::string_view quota, std::size_t limit);
Error must_detach_policies();
Error must_delete_policies();
Error malformed_principal(std::string_view type, std::string_view name);
// What AWS says of much that it does not look at closely.
Error policy_failed_legacy_parsing();

}  // namespace emu::iam
