#include "iam/errors.h"

#include <fmt/format.h>

#include <utility>

namespace emu::iam {

namespace {

Error no_such_entity(std::string text) {
  return {.code = "NoSuchEntity", .message = std::move(text), .status = 404};
}
Error exists(std::string text) {
  return {.code = "EntityAlreadyExists", .message = std::move(text), .status = 409};
}
Error delete_conflict(std::string text) {
  return {.code = "DeleteConflict", .message = std::move(text), .status = 409};
}
Error limit_exceeded(std::string text) {
  return {.code = "LimitExceeded", .message = std::move(text), .status = 409};
}
Error invalid_input(std::string text) {
  return {.code = "InvalidInput", .message = std::move(text)};
}
Error malformed(std::string text) {
  return {.code = "MalformedPolicyDocument", .message = std::move(text)};
}

// Names and paths that break their pattern are refused in a sentence of IAM's own.
std::string_view explanation(std::string_view pattern) {
  if (pattern == R"([\w+=,.@-]+)") {
    return "It must contain only alphanumeric characters and/or the following: +=,.@_-";
  }
  if (pattern == R"((\u002F)|(\u002F[\u0021-\u007F]+\u002F))") {
    return "It must begin and end with / and contain only alphanumeric characters and/or / "
           "characters.";
  }
  return {};
}

std::string lower_first(std::string_view name) {
  std::string text(name);
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') {
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  }
  return text;
}

}  // namespace

Error access_denied(const Call&, const std::string& text) { return not_authorized(text); }

Error invalid_request(const Call&, const std::vector<Violation>& violations) {
  const Violation& first = violations.front();
  if (violations.size() == 1 && first.rule == Violation::Rule::kPattern) {
    if (const std::string_view why = explanation(first.broken->pattern); !why.empty()) {
      return validation_error(fmt::format("The specified value for {} is invalid. {}",
                                          lower_first(first.member->name), why));
    }
  }
  return validation_error(validation_text(violations));
}

Error not_authorized(const std::string& text) {
  return {.code = "AccessDenied", .message = text, .status = 403};
}
Error validation_error(std::string text) {
  return {.code = "ValidationError", .message = std::move(text)};
}
Error invalid_marker() { return validation_error("Invalid Marker."); }
Error name_needed_without_user() {
  return validation_error("Must specify userName when calling with non-User credentials");
}

Error no_such_role(std::string_view name) {
  return no_such_entity(fmt::format("The role with name {} cannot be found.", name));
}
Error no_such_user(std::string_view name) {
  return no_such_entity(fmt::format("The user with name {} cannot be found.", name));
}
Error no_such_policy(std::string_view arn) {
  return no_such_entity(fmt::format("Policy {} was not found.", arn));
}
Error no_attachable_policy(std::string_view arn) {
  return no_such_entity(fmt::format("Policy {} does not exist or is not attachable.", arn));
}
Error no_such_version(std::string_view arn, std::string_view version) {
  return no_such_entity(
      fmt::format("Policy {} version {} does not exist or is not attachable.", arn, version));
}
Error no_such_inline_policy(std::string_view owner, std::string_view name) {
  return no_such_entity(fmt::format("The {} policy with name {} cannot be found.", owner, name));
}
Error no_such_access_key(std::string_view id) {
  return no_such_entity(fmt::format("The Access Key with id {} cannot be found.", id));
}
Error no_such_boundary(std::string_view role) {
  return no_such_entity(fmt::format("The role with name {} has no permissions boundary.", role));
}

Error role_exists(std::string_view name) {
  return exists(fmt::format("Role with name {} already exists.", name));
}
Error user_exists(std::string_view name) {
  return exists(fmt::format("User with name {} already exists.", name));
}
Error policy_exists(std::string_view name) {
  return exists(
      fmt::format("A policy called {} already exists. Duplicate names are not allowed.", name));
}

Error must_detach_policies() {
  return delete_conflict("Cannot delete entity, must detach all policies first.");
}
Error must_delete_policies() {
  return delete_conflict("Cannot delete entity, must delete policies first.");
}
Error must_delete_access_keys() {
  return delete_conflict("Cannot delete entity, must delete access keys first.");
}
Error policy_is_attached() {
  return delete_conflict("Cannot delete a policy attached to entities.");
}
Error policy_has_versions() {
  return delete_conflict(
      "This policy has more than one version. Before you delete a policy, you must delete the "
      "policy's versions. The default version is deleted with the policy.");
}
Error version_is_default() {
  return delete_conflict("Cannot delete the default version of a policy.");
}

Error quota_exceeded(std::string_view quota, std::size_t limit) {
  return limit_exceeded(fmt::format("Cannot exceed quota for {}: {}", quota, limit));
}
Error inline_policies_too_long(std::string_view owner, std::string_view name, std::size_t limit) {
  return limit_exceeded(
      fmt::format("Maximum policy size of {} bytes exceeded for {} {}", limit, owner, name));
}
Error too_many_versions() {
  return limit_exceeded(
      "A managed policy can have up to 5 versions. Before you create a new version, you must "
      "delete an existing version.");
}

Error invalid_arn(std::string_view arn) {
  return invalid_input(fmt::format("ARN {} is not valid.", arn));
}
Error duplicate_tags() {
  return invalid_input("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
}

Error aws_policy_is_fixed(std::string_view arn) {
  return not_authorized(fmt::format("Policy {} is managed by AWS and cannot be changed.", arn));
}

Error malformed_json() { return malformed("The policy is not in the valid JSON format."); }
Error malformed_syntax() { return malformed("Syntax errors in policy."); }
Error malformed_version() {
  return malformed("Policy document must be version 2012-10-17 or greater.");
}
Error malformed_has_principal() {
  return malformed("Policy document should not specify a principal.");
}
Error malformed_prohibited_field(std::string_view field) {
  return malformed(fmt::format("Has prohibited field {}", field));
}
Error malformed_missing_field(std::string_view field) {
  return malformed(fmt::format("Missing required field {}", field));
}
Error malformed_no_actions() { return malformed("Policy statement must contain actions."); }
Error malformed_no_resources() { return malformed("Policy statement must contain resources."); }
Error malformed_action_without_vendor() {
  return malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
}
Error malformed_action_colons() {
  return malformed("Actions/Condition can contain only one colon.");
}
Error malformed_trust_action() {
  return malformed("AssumeRole policy may only specify STS AssumeRole actions.");
}
Error malformed_resource(std::string_view resource) {
  return malformed(fmt::format("Resource {} must be in ARN format or \"*\".", resource));
}
Error malformed_sid() {
  return malformed(
      "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular "
      "expression [0-9A-Za-z]*");
}
Error malformed_duplicate_sid() {
  return malformed("Statement IDs (SID) in a single policy must be unique.");
}
Error malformed_principal(std::string_view type, std::string_view name) {
  return malformed(fmt::format("Invalid principal in policy: \"{}\":\"{}\"", type, name));
}
Error malformed_condition_type(std::string_view name) {
  return malformed(fmt::format("Invalid Condition type : {}.", name));
}

Error unknown_access_key() {
  return {.code = "InvalidClientTokenId",
          .message = "The security token included in the request is invalid.",
          .status = 403};
}
Error expired_token() {
  return {.code = "ExpiredToken",
          .message = "The security token included in the request is expired",
          .status = 403};
}
Error session_too_long() {
  return validation_error(
      "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
}
Error chained_session_too_long() {
  return validation_error(
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role "
      "chaining");
}
Error session_cannot_get_token() {
  return not_authorized("Cannot call GetSessionToken with session credentials");
}
Error missing_token() {
  return {.code = "MissingAuthenticationToken",
          .message = "Request is missing Authentication Token",
          .status = 403};
}
Error too_many_session_policies() {
  return validation_error("The number of session policies exceeds the limit of 10.");
}
Error no_such_session_policy(std::string_view arn) {
  return malformed(fmt::format("Policy {} does not exist or is not attachable.", arn));
}
Error packed_policy_too_large(std::size_t percent) {
  return {.code = "PackedPolicyTooLarge",
          .message = fmt::format("Packed policy consumes {}% of allotted space, please use smaller "
                                 "policy.",
                                 percent)};
}
Error invalid_access_key_id() { return validation_error("The access key id is invalid."); }

}  // namespace emu::iam
