// What IAM and STS answer when they refuse, in their words.
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

Error not_authorized(const std::string& text);
Error validation_error(std::string text);
Error invalid_marker();
Error name_needed_without_user();

// NoSuchEntity
Error no_such_role(std::string_view name);
Error no_such_user(std::string_view name);
Error no_such_policy(std::string_view arn);
Error no_attachable_policy(std::string_view arn);
Error no_such_version(std::string_view arn, std::string_view version);
Error no_such_inline_policy(std::string_view owner, std::string_view name);  // "role", "user"
Error no_such_access_key(std::string_view id);
Error no_such_boundary(std::string_view role);

// EntityAlreadyExists
Error role_exists(std::string_view name);
Error user_exists(std::string_view name);
Error policy_exists(std::string_view name);

// DeleteConflict
Error must_detach_policies();
Error must_delete_policies();
Error must_delete_access_keys();
Error policy_is_attached();
Error policy_has_versions();
Error version_is_default();

// LimitExceeded
Error quota_exceeded(std::string_view quota, std::size_t limit);
Error inline_policies_too_long(std::string_view owner, std::string_view name, std::size_t limit);
Error too_many_versions();

// InvalidInput
Error invalid_arn(std::string_view arn);
Error duplicate_tags();

// AccessDenied: AWS's own policies belong to nobody's account.
Error aws_policy_is_fixed(std::string_view arn);

// MalformedPolicyDocument
Error malformed_json();
Error malformed_syntax();
Error malformed_version();
Error malformed_has_principal();
Error malformed_prohibited_field(std::string_view field);
Error malformed_missing_field(std::string_view field);
Error malformed_no_actions();
Error malformed_no_resources();
Error malformed_action_without_vendor();
Error malformed_action_colons();
Error malformed_trust_action();
Error malformed_resource(std::string_view resource);
Error malformed_sid();
Error malformed_duplicate_sid();
Error malformed_principal(std::string_view type, std::string_view name);
Error malformed_condition_type(std::string_view name);

// STS
Error unknown_access_key();
Error expired_token();
Error session_too_long();
Error chained_session_too_long();
Error session_cannot_get_token();
Error missing_token();
Error too_many_session_policies();
Error no_such_session_policy(std::string_view arn);
Error packed_policy_too_large(std::size_t percent);
Error invalid_access_key_id();

}  // namespace emu::iam
