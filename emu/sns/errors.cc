#include "sns/errors.h"

#include <fmt/format.h>

#include <utility>

namespace emu::sns {

Error error(std::string_view code, std::string message, int status) {
  return {.code = std::string(code), .message = std::move(message), .status = status};
}

Error invalid_parameter(std::string_view what) {
  return error(errors::kInvalidParameter, fmt::format("Invalid parameter: {}", what));
}

Error invalid_parameter(std::string_view name, std::string_view reason) {
  return error(errors::kInvalidParameter,
               fmt::format("Invalid parameter: {} Reason: {}", name, reason));
}

Error invalid_value(std::string message) {
  return error(errors::kParameterValueInvalid, std::move(message));
}

Error topic_does_not_exist() {
  return error(errors::kNotFound, "Topic does not exist", kNotFoundStatus);
}

Error subscription_does_not_exist() {
  return error(errors::kNotFound, "Subscription does not exist", kNotFoundStatus);
}

Error resource_does_not_exist() {
  return error(errors::kResourceNotFound, "Resource does not exist", kNotFoundStatus);
}

// SNS writes its prefix in capitals, as users report it: "… is not authorized to perform:
// SNS:Publish on resource: …".
Error access_denied(const Call&, const std::string& text) {
  constexpr std::string_view kPrefix = " sns:";
  std::string message = text;
  for (auto at = message.find(kPrefix); at != message.npos; at = message.find(kPrefix, at + 1)) {
    message.replace(at, kPrefix.size(), " SNS:");
  }
  return error(errors::kAuthorizationError, std::move(message), kForbidden);
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  const Violation& first = violations.front();
  if (first.rule == Violation::Rule::kRequired && first.path == "PublishBatchRequestEntries") {
    return error(errors::kEmptyBatchRequest, "The batch request doesn't contain any entries.");
  }
  return error(errors::kValidationError, validation_text(violations));
}

}  // namespace emu::sns
