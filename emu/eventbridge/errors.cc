#include "eventbridge/errors.h"

#include <fmt/format.h>

#include <utility>

namespace emu::eventbridge {

Error access_denied(const Call&, const std::string& text) {
  return {.code = errors::kAccessDeniedException, .message = text};
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  return validation(validation_text(violations));
}

Error validation(std::string message) {
  return {.code = errors::kValidationException, .message = std::move(message)};
}

Error invalid_parameter(std::string_view name, std::string_view reason) {
  return validation(fmt::format("Parameter {} is not valid. Reason: {}", name, reason));
}

Error invalid_pattern(std::string_view why) {
  return {.code = errors::kInvalidEventPatternException,
          .message = fmt::format("Event pattern is not valid. Reason: {}", why)};
}

Error not_found(std::string message) {
  return {.code = errors::kResourceNotFoundException, .message = std::move(message)};
}

Error bus_does_not_exist(std::string_view name) {
  return not_found(fmt::format("Event bus {} does not exist.", name));
}

Error rule_does_not_exist(std::string_view name, std::string_view bus) {
  return not_found(fmt::format("Rule {} does not exist on EventBus {}.", name, bus));
}

Error too_many() {
  return {.code = errors::kLimitExceededException,
          .message = "The requested resource exceeds the maximum number allowed."};
}

Error invalid_token() { return invalid_parameter("NextToken", "The token is not valid."); }

Error arn_not_in_format(std::string_view arn) {
  return invalid_parameter(arn, "Provided Arn is not in correct format.");
}

}  // namespace emu::eventbridge
