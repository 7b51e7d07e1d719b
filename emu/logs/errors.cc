#include "logs/errors.h"

#include <fmt/format.h>

#include <utility>

namespace emu::logs {

Error invalid_parameter(std::string message) {
  return {.code = errors::kInvalidParameterException, .message = std::move(message)};
}

Error not_found(std::string message) {
  return {.code = errors::kResourceNotFoundException, .message = std::move(message)};
}

Error already_exists(std::string message) {
  return {.code = errors::kResourceAlreadyExistsException, .message = std::move(message)};
}

Error limit_exceeded() {
  return {.code = errors::kLimitExceededException, .message = "Resource limit exceeded."};
}

Error invalid_filter_pattern(std::string_view why) {
  return invalid_parameter(fmt::format("Invalid filter pattern: {}", why));
}

Error access_denied(const Call&, const std::string& text) {
  return {.code = errors::kAccessDeniedException, .message = text};
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  return invalid_parameter(validation_text(violations));
}

Error name_and_identifier() {
  return {.code = errors::kValidationException,
          .message = "LogGroup name and LogGroup ARN are mutually exclusive parameters."};
}

Error group_does_not_exist() { return not_found("The specified log group does not exist."); }
Error stream_does_not_exist() { return not_found("The specified log stream does not exist."); }
Error filter_does_not_exist() { return not_found("The specified filter does not exist."); }
// Source: Amazon CloudWatch Logs API Reference, "PutLogGroupDeletionProtection".
Error is_protected() {
  return {.code = errors::kValidationException,
          .message = "The log group has deletion protection enabled."};
}

Error invalid_token() { return invalid_parameter("The specified nextToken is invalid."); }

}  // namespace emu::logs
