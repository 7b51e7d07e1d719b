#include "sts/errors.h"

#include <utility>

namespace emu::sts {

Error access_denied(const Call&, const std::string& text) { return not_authorized(text); }

Error invalid_request(const Call&, const std::vector<Violation>& violations) {
  return validation_error(validation_text(violations));
}

Error not_authorized(const std::string& text) {
  return {.code = "AccessDenied", .message = text, .status = 403};
}

Error validation_error(std::string text) {
  return {.code = "ValidationError", .message = std::move(text)};
}

Error invalid_parameter_value(std::string text) {
  return {.code = "InvalidParameterValue", .message = std::move(text)};
}

Error missing_token() {
  return {.code = "MissingAuthenticationToken",
          .message = "Request is missing Authentication Token",
          .status = 403};
}

}  // namespace emu::sts
