#include "ssm/errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"

namespace emu::ssm {

Error access_denied(const Call&, const std::string& text) {
  return {.code = errors::kAccessDeniedException, .message = text};
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  return validation(validation_text(violations));
}

Error validation(std::string message) {
  return {.code = errors::kValidationException, .message = std::move(message)};
}

Error parameter_not_found() { return {.code = errors::kParameterNotFound, .message = {}}; }

Error version_not_found(std::string_view selector, std::string_view name) {
  const bool is_number = std::all_of(selector.begin(), selector.end(), &is_digit);
  return {.code = errors::kParameterVersionNotFound,
          .message = fmt::format("Systems Manager could not find {} {} of {}. Verify the {} and "
                                 "try again.",
                                 is_number ? "version" : "label", selector, name,
                                 is_number ? "version" : "label")};
}

Error invalid_token() {
  return {.code = errors::kInvalidNextToken, .message = "The specified token isn't valid."};
}

}  // namespace emu::ssm
