#include "cloudwatch/errors.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

namespace emu::cloudwatch {

namespace {

Error error(const char* code, std::string message) {
  return {.code = code, .message = std::move(message)};
}

// The operations that speak of parameters.
// Source: observed with users' reports of PutMetricData, GetMetricStatistics and PutDashboard.
constexpr std::array<std::string_view, 7> kOfParameters = {
    "DeleteDashboards", "GetDashboard", "GetMetricStatistics", "ListDashboards",
    "ListMetrics",      "PutDashboard", "PutMetricData"};

Error invalid_parameter(const Violation& first) {
  using Rule = Violation::Rule;
  switch (first.rule) {
    case Rule::kRequired:
      return missing_parameter(first.path);
    case Rule::kEnum:
    case Rule::kEntry:
      return invalid_value(fmt::format("The parameter {} must be a value in the set [ {} ].",
                                       first.path, fmt::join(first.broken->values, ", ")));
    case Rule::kMax:
      if (first.kind == Kind::kList) {
        return invalid_value(fmt::format("The collection {} must not have a size greater than {}.",
                                         first.path, first.broken->max));
      }
      if (first.kind == Kind::kInteger) break;
      return invalid_value(fmt::format("The parameter {} must be shorter than {} characters.",
                                       first.path, first.broken->max + 1));
    default:
      break;
  }
  return invalid_value(
      fmt::format("The value {} for parameter {} is invalid.", first.value, first.path));
}

}  // namespace

Error access_denied(const Call&, const std::string& text) {
  Error denied = error(errors::kAccessDenied, text);
  denied.status = 403;
  return denied;
}

Error invalid(const Call& call, const std::vector<Violation>& violations) {
  const std::string_view name = call.operation.name.name;
  const bool is_of_parameters =
      std::find(kOfParameters.begin(), kOfParameters.end(), name) != kOfParameters.end();
  return is_of_parameters ? invalid_parameter(violations.front())
                          : validation(validation_text(violations));
}

Error invalid_value(std::string message) {
  return error(errors::kInvalidParameterValue, std::move(message));
}

Error invalid_combination(std::string message) {
  return error(errors::kInvalidParameterCombination, std::move(message));
}

Error missing_parameter(std::string_view name) {
  return error(errors::kMissingParameter, fmt::format("The parameter {} is required.", name));
}

Error validation(std::string message) {
  return error(errors::kValidationError, std::move(message));
}

Error invalid_token() { return error(errors::kInvalidNextToken, "The next token is invalid."); }

}  // namespace emu::cloudwatch
