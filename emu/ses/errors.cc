#include "ses/errors.h"

#include <fmt/format.h>

#include <utility>

namespace emu::ses {

namespace {

constexpr std::string_view kUser = "User: ";
constexpr std::string_view kPerform = " is not authorized to perform: ";
constexpr std::string_view kResource = " on resource: ";
constexpr int kForbidden = 403;

}  // namespace

Error error(std::string_view code, std::string message) {
  return {.code = std::string(code), .message = std::move(message)};
}

Error invalid_parameter(std::string message) {
  return error(errors::kInvalidParameterValue, std::move(message));
}

Error not_found(std::string message) { return error(kNotFound, std::move(message)); }

Error limit_exceeded(std::string message) {
  return error(errors::kLimitExceeded, std::move(message));
}

Error template_does_not_exist(std::string_view name) {
  return error(errors::kTemplateDoesNotExist, fmt::format("Template {} does not exist", name));
}

Error configuration_set_does_not_exist(std::string_view name) {
  return error(errors::kConfigurationSetDoesNotExist,
               fmt::format("Configuration set <{}> does not exist.", name));
}

Error invalid_token() { return invalid_parameter("Invalid NextToken."); }

// As users report it: User `arn:aws:iam::123456789012:user/app' is not authorized to perform
// `ses:SendEmail' on resource `arn:aws:ses:us-east-1:123456789012:identity/example.com'.
std::string access_denied_text(const std::string& text) {
  const auto perform = text.find(kPerform);
  const auto resource = text.find(kResource);
  if (!text.starts_with(kUser) || perform == text.npos || resource == text.npos) return text;
  const auto action = perform + kPerform.size();
  const auto arn = resource + kResource.size();
  const auto end = text.find(' ', arn);
  return fmt::format("User `{}' is not authorized to perform `{}' on resource `{}'",
                     text.substr(kUser.size(), perform - kUser.size()),
                     text.substr(action, resource - action), text.substr(arn, end - arn));
}

Error access_denied(const Call&, const std::string& text) {
  return {.code = errors::kAccessDenied, .message = access_denied_text(text), .status = kForbidden};
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  return error(errors::kValidationError, validation_text(violations));
}

}  // namespace emu::ses
