#include "secretsmanager/errors.h"

#include <fmt/format.h>

#include <utility>

namespace emu::secretsmanager {

Error access_denied(const Call&, const std::string& text) {
  return {.code = errors::kAccessDeniedException, .message = text};
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  return {.code = errors::kValidationException, .message = validation_text(violations)};
}

Error invalid_parameter(std::string message) {
  return {.code = errors::kInvalidParameterException, .message = std::move(message)};
}

Error invalid_request(std::string message) {
  return {.code = errors::kInvalidRequestException, .message = std::move(message)};
}

Error limit_exceeded(std::string message) {
  return {.code = errors::kLimitExceededException, .message = std::move(message)};
}

Error not_found(std::string message) {
  return {.code = errors::kResourceNotFoundException, .message = std::move(message)};
}

Error no_such_secret() { return not_found("Secrets Manager can't find the specified secret."); }

Error no_such_version(std::string_view version_id) {
  return not_found(fmt::format(
      "Secrets Manager can't find the specified secret value for VersionId: {}", version_id));
}

Error marked_for_deletion() {
  return invalid_request(
      "You can't perform this operation on the secret because it was marked for deletion.");
}

Error invalid_token() {
  return {.code = errors::kInvalidNextTokenException, .message = "The NextToken value is invalid."};
}

}  // namespace emu::secretsmanager
