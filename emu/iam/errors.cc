#include "iam/errors.h"

#include <fmt/format.h>

#include <utility>

#include "core/text/ascii.h"

namespace emu::iam {

namespace {

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
  if (!text.empty()) text[0] = to_lower(text[0]);
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
Error no_such_entity(std::string text) {
  return {.code = "NoSuchEntity", .message = std::move(text), .status = 404};
}
Error entity_exists(std::string text) {
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

Error no_such_policy(std::string_view arn) {
  return no_such_entity(fmt::format("Policy {} was not found.", arn));
}
Error quota_exceeded(std::string_view quota, std::size_t limit) {
  return limit_exceeded(fmt::format("Cannot exceed quota for {}: {}", quota, limit));
}
Error must_detach_policies() {
  return delete_conflict("Cannot delete entity, must detach all policies first.");
}
Error must_delete_policies() {
  return delete_conflict("Cannot delete entity, must delete policies first.");
}
Error malformed_principal(std::string_view type, std::string_view name) {
  return malformed(fmt::format("Invalid principal in policy: \"{}\":\"{}\"", type, name));
}
Error policy_failed_legacy_parsing() { return malformed("The policy failed legacy parsing"); }

}  // namespace emu::iam
