#include "lambda/errors.h"

#include <emu/lambda/errors.h>
#include <fmt/format.h>

#include <utility>

#include "lambda/limits.h"

namespace emu::lambda {

Error access_denied(const Call&, const std::string& text) {
  return {.code = errors::kAccessDeniedException, .message = text, .status = 403};
}

Error invalid(const Call&, const std::vector<Violation>& violations) {
  return {.code = errors::kValidationException, .message = validation_text(violations)};
}

Error user_error(std::string_view code, int status, std::string message) {
  return {.code = std::string(code),
          .message = std::move(message),
          .status = status,
          .fields = {{"Type", "User"}}};
}

Error invalid_parameter(std::string message) {
  return user_error(errors::kInvalidParameterValueException, 400, std::move(message));
}

Error not_found(std::string message) {
  return user_error(errors::kResourceNotFoundException, 404, std::move(message));
}

Error conflict(std::string message) {
  return user_error(errors::kResourceConflictException, 409, std::move(message));
}

Error too_large(std::string_view code, std::size_t bytes_max, std::string_view operation) {
  return user_error(code, 413,
                    fmt::format("Request must be smaller than {} bytes for the {} operation",
                                bytes_max, operation));
}

Error function_not_found(std::string_view arn) {
  return not_found(fmt::format("Function not found: {}", arn));
}

Error function_not_in_region(std::string_view function_region, std::string_view region) {
  return not_found(fmt::format("Functions from '{}' are not reachable in this region ('{}')",
                               function_region, region));
}

Error resource_not_found() { return not_found("The resource you requested does not exist."); }

Error code_missing() { return invalid_parameter("Please provide a source for function code."); }

Error too_many_layers() {
  return invalid_parameter(fmt::format("Cannot reference more than {} layers.", kLayersMax));
}

Error role_lacks_permission(std::string_view action, std::string_view service) {
  return invalid_parameter(fmt::format(
      "The provided execution role does not have permissions to call {} on {}", action, service));
}

Error revision_differs() {
  return user_error(errors::kPreconditionFailedException, 412,
                    "The Revision Id provided does not match the latest Revision Id. Call the "
                    "GetFunction/GetAlias API to retrieve the latest Revision Id");
}

Error marker_invalid() { return invalid_parameter("The provided marker is invalid."); }

Error mapping_is_busy() {
  return user_error(errors::kResourceInUseException, 400,
                    "Cannot update the event source mapping because it is in use.");
}

Error parameter_unsupported_for_sqs(std::string_view parameter) {
  return invalid_parameter(
      fmt::format("Unsupported parameter for event source SQS: {}", parameter));
}

}  // namespace emu::lambda
