#include "dynamodbstreams/errors.h"

namespace emu::dynamodbstreams {

Error access_denied(const Call&, const std::string& text) {
  return {.code = errors::kAccessDeniedException, .message = text};
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  return {.code = errors::kValidationException, .message = validation_text(violations)};
}

}  // namespace emu::dynamodbstreams
