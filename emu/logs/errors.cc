#include "logs/errors.h"

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
Error invalid_token() { return invalid_parameter("The specified nextToken is invalid."); }

}  // namespace emu::logs
