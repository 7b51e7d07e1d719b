#include "lambda/errors.h"

#include <emu/lambda/errors.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lambda/limits.h"

namespace emu::lambda {

Error access_denied(const Call&, const std::string& text) {
  return {.code = errors::kAccessDeniedException, .message = text, .status = 403};
}

// As recorded from AWS: a function's name in the URI that has the wrong form is not measured.
Error invalid(const Call& call, const std::vector<Violation>& violations) {
  const auto breaks_form = [](const Violation& v) {
    return v.rule == Violation::Rule::kPattern && v.path == "FunctionName";
  };
  const bool is_in_uri = call.operation.name.uri.find("{FunctionName}") != std::string_view::npos;
  std::vector<Violation> reported = violations;
  if (is_in_uri && std::any_of(violations.begin(), violations.end(), breaks_form)) {
    std::erase_if(reported,
                  [&](const Violation& v) { return v.path == "FunctionName" && !breaks_form(v); });
  }
  return {.code = errors::kValidationException, .message = validation_text(reported)};
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

Error role_lacks_permission(std::string_view action, std::string_view service) {
  return invalid_parameter(fmt::format(
      "The provided execution role does not have permissions to call {} on {}", action, service));
}

Error revision_differs(std::string_view operation) {
  return user_error(
      errors::kPreconditionFailedException, 412,
      fmt::format("The Revision Id provided does not match the latest Revision Id. Call the {} API "
                  "to retrieve the latest Revision Id",
                  operation));
}

Error marker_invalid() { return invalid_parameter("The provided marker is invalid."); }

Error mapping_is_busy() {
  return user_error(errors::kResourceInUseException, 400,
                    "Cannot update the event source mapping because it is in use.");
}

Error mapped_function_missing() { return invalid_parameter("Function does not exist"); }

Error parameter_unsupported(std::string_view parameter) {
  return invalid_parameter(
      fmt::format("Unsupported {} parameter for given event source mapping type.", parameter));
}

Error stream_mapping_exists(std::string_view source_arn, std::string_view function,
                            std::string_view uuid) {
  return conflict(fmt::format(
      "The event source arn (\" {} \") and function (\" {} \") provided mapping already "
      "exists. Please update or delete the existing mapping with UUID {}",
      source_arn, function, uuid));
}

Error mapping_exists(std::string_view source_arn, std::string_view function,
                     std::string_view uuid) {
  return conflict(
      fmt::format("An event source mapping with SQS arn (\" {} \") and function (\" {} \") already "
                  "exists. Please update or delete the existing mapping with UUID {}",
                  source_arn, function, uuid));
}

}  // namespace emu::lambda
