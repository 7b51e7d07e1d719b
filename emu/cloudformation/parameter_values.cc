#include "cloudformation/parameter_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cloudformation/template_limits.h"
#include "core/pattern/regular_expression.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace emu::cloudformation {

namespace {

std::optional<double> number_in(std::string_view text) {
  text = trim(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

bool is_number_type(std::string_view type) { return type == "Number" || type == "List<Number>"; }

std::optional<std::string> number_problem(const Parameter& parameter, std::string_view value) {
  const std::optional<double> number = number_in(value);
  if (!number) return fmt::format("Parameter '{}' must be a number.", parameter.name);
  if (parameter.min_value && *number < *parameter.min_value) {
    return fmt::format("Parameter '{}' must be a number not less than {}", parameter.name,
                       *parameter.min_value);
  }
  if (parameter.max_value && *number > *parameter.max_value) {
    return fmt::format("Parameter '{}' must be a number not greater than {}", parameter.name,
                       *parameter.max_value);
  }
  return std::nullopt;
}

std::optional<std::string> length_problem(const Parameter& parameter, std::string_view value) {
  const auto length = static_cast<std::int64_t>(count_code_points(value));
  if (parameter.min_length && length < *parameter.min_length) {
    return fmt::format("Parameter '{}' must contain at least {} characters", parameter.name,
                       *parameter.min_length);
  }
  if (parameter.max_length && length > *parameter.max_length) {
    return fmt::format("Parameter '{}' must contain at most {} characters", parameter.name,
                       *parameter.max_length);
  }
  return std::nullopt;
}

std::optional<std::string> pattern_problem(const Parameter& parameter, std::string_view value) {
  if (!parameter.allowed_pattern) return std::nullopt;
  const auto pattern = pattern::RegularExpression::parse(*parameter.allowed_pattern);
  if (!pattern) {
    return fmt::format("Parameter '{}' has an AllowedPattern that cannot be read: {}",
                       parameter.name, *parameter.allowed_pattern);
  }
  if (pattern->matches(value)) return std::nullopt;
  return fmt::format("Parameter '{}' must match pattern {}", parameter.name,
                     *parameter.allowed_pattern);
}

std::optional<std::string> item_problem(const Parameter& parameter, std::string_view value) {
  const auto& allowed = parameter.allowed_values;
  if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
    return fmt::format("Parameter '{}' must be one of AllowedValues", parameter.name);
  }
  if (is_number_type(parameter.type)) return number_problem(parameter, value);
  if (parameter.type != "String") return std::nullopt;
  if (auto problem = length_problem(parameter, value)) return problem;
  return pattern_problem(parameter, value);
}

}  // namespace

bool is_list_type(std::string_view type) {
  return type.find("List<") != type.npos || type.find("CommaDelimitedList") != type.npos;
}

bool is_ssm_type(std::string_view type) { return type.starts_with("AWS::SSM::Parameter::Value<"); }

std::vector<std::string> split_list(std::string_view value) {
  std::vector<std::string> items;
  if (value.empty()) return items;
  while (true) {
    const bool is_last = value.find(',') == value.npos;
    items.emplace_back(trim(take_until(value, ',')));
    if (is_last) return items;
  }
}

std::optional<std::string> problem_with(const Parameter& parameter, std::string_view value) {
  if (value.size() > kParameterValueBytesMax) {
    return fmt::format("Parameter '{}' must contain at most {} characters", parameter.name,
                       kParameterValueBytesMax);
  }
  std::optional<std::string> problem;
  if (!is_list_type(parameter.type)) {
    problem = item_problem(parameter, value);
  } else {
    for (const std::string& item : split_list(value)) {
      problem = item_problem(parameter, item);
      if (problem) break;
    }
  }
  if (!problem || parameter.constraint_description.empty()) return problem;
  return fmt::format("Parameter {} failed to satisfy constraint: {}", parameter.name,
                     parameter.constraint_description);
}

}  // namespace emu::cloudformation
