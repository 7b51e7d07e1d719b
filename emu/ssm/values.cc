#include "ssm/values.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "core/pattern/regular_expression.h"
#include "ssm/errors.h"
#include "ssm/limits.h"
#include "ssm/policies.h"

namespace emu::ssm {

namespace {

constexpr std::string_view kDefaultKey = "alias/aws/ssm";
constexpr std::string_view kText = "text";
constexpr std::string_view kImage = "aws:ec2:image";
constexpr std::string_view kIntegration = "aws:ssm:integration";
constexpr std::string_view kStandard = "Standard";
constexpr std::string_view kAdvanced = "Advanced";
constexpr std::string_view kIntelligentTiering = "Intelligent-Tiering";

Error invalid_allowed_pattern() {
  return {.code = errors::kInvalidAllowedPatternException,
          .message = "The request does not meet the regular expression requirement."};
}

Error cannot_downgrade() {
  return validation(
      "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the "
      "advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the "
      "advanced parameter and recreate it as a standard parameter.");
}

Error policies_need_advanced() {
  return validation(
      "Parameter policies are not supported for standard-parameter tier. To use policies, upgrade "
      "the parameter to the advanced-parameter tier.");
}

Error standard_value_too_long() {
  return validation(fmt::format(
      "Standard tier parameters support a maximum parameter value of {} characters. To create a "
      "larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more "
      "information, see "
      "https://docs.aws.amazon.com/systems-manager/latest/userguide/"
      "parameter-store-advanced-parameters.html",
      kStandardValueMax));
}

Error advanced_value_too_long() {
  return validation(
      fmt::format("Advanced tier parameters support a maximum parameter value of {} characters.",
                  kAdvancedValueMax));
}

Error too_many_parameters(bool is_advanced) {
  return {.code = errors::kParameterLimitExceeded,
          .message = fmt::format("You have exceeded the number of {} parameters for this AWS "
                                 "account. Delete one or more parameters and try again.",
                                 is_advanced ? "advanced" : "standard")};
}

Status set_type(const PutParameter& in, ParameterVersion& next) {
  if (in.type) next.type = *in.type;
  if (next.type.empty()) {
    return validation("A parameter type is required when you create a parameter.");
  }
  const bool is_secure = next.type == types::kSecureString;
  if (in.key_id && !is_secure) {
    return validation("KeyId is required for SecureString type parameter only.");
  }
  if (in.key_id) next.key_id = *in.key_id;
  if (!is_secure) next.key_id.clear();
  if (is_secure && next.key_id.empty()) next.key_id = kDefaultKey;
  return {};
}

Status set_data_type(const PutParameter& in, ParameterVersion& next) {
  const std::string before = std::exchange(next.data_type, in.data_type.value_or(next.data_type));
  if (next.data_type.empty()) next.data_type = kText;
  const std::string& type = next.data_type;
  if (type != kText && type != kImage && type != kIntegration) {
    return validation(fmt::format(
        "The following data type is not supported: {} (Data type names are all lowercase.)", type));
  }
  if (!before.empty() && before != type) {
    return validation(
        fmt::format("The data type of a parameter can't be changed: it is {}.", before));
  }
  if (type == kImage && next.type != types::kString) {
    return validation(fmt::format("The data type {} is for String parameters only.", type));
  }
  return {};
}

Status set_policies(const PutParameter& in, ParameterVersion& next) {
  if (!in.policies) return {};
  EMU_TRY(ParameterPolicies policies, read_policies(*in.policies));
  next.policies = std::move(policies.policies);
  next.expires = policies.expires;
  return {};
}

// Intelligent-Tiering takes what the parameter needs. Nothing leads back from Advanced.
Status set_tier(const PutParameter& in, ParameterVersion& next, const State& state) {
  const bool was_advanced = next.is_advanced;
  const std::string_view tier = in.tier ? *in.tier : was_advanced ? kAdvanced : kStandard;
  if (tier == kIntelligentTiering) {
    next.is_advanced = was_advanced || !next.policies.empty() ||
                       in.value.size() > kStandardValueMax ||
                       state.count(false) >= kStandardParametersMax;
    return {};
  }
  if (tier == kStandard && was_advanced) return cannot_downgrade();
  if (tier == kStandard && !next.policies.empty()) return policies_need_advanced();
  next.is_advanced = tier == kAdvanced;
  return {};
}

Status set_value(const PutParameter& in, ParameterVersion& next) {
  if (in.value.find("{{") != in.value.npos && in.value.find("}}") != in.value.npos) {
    return validation(
        "Parameter value can't nest another parameter. Do not use \"{{}}\" in the value.");
  }
  if (!next.is_advanced && in.value.size() > kStandardValueMax) return standard_value_too_long();
  if (in.value.size() > kAdvancedValueMax) return advanced_value_too_long();
  if (in.allowed_pattern) next.allowed_pattern = *in.allowed_pattern;
  if (!next.allowed_pattern.empty()) {
    const auto pattern = pattern::RegularExpression::parse(next.allowed_pattern);
    if (!pattern) return invalid_allowed_pattern();
    if (!pattern->matches(in.value)) {
      return Error{.code = errors::kParameterPatternMismatchException,
                   .message = fmt::format("Parameter value, cannot be validated against "
                                          "allowedPattern: {}",
                                          next.allowed_pattern)};
    }
  }
  next.value = in.value;
  return {};
}

Status check_room(const ParameterVersion& next, const ParameterVersion* before,
                  const State& state) {
  if (before != nullptr && before->is_advanced == next.is_advanced) return {};
  const std::size_t max = next.is_advanced ? kAdvancedParametersMax : kStandardParametersMax;
  if (state.count(next.is_advanced) >= max) return too_many_parameters(next.is_advanced);
  return {};
}

}  // namespace

std::string_view tier_name(const ParameterVersion& version) {
  return version.is_advanced ? kAdvanced : kStandard;
}

Result<ParameterVersion> next_version(const PutParameter& in, const ParameterVersion* before,
                                      const State& state) {
  ParameterVersion next;
  if (before != nullptr) {
    next = *before;
    next.labels.clear();
  }
  if (in.description) next.description = *in.description;
  EMU_CHECK(set_type(in, next));
  EMU_CHECK(set_data_type(in, next));
  EMU_CHECK(set_policies(in, next));
  EMU_CHECK(set_tier(in, next, state));
  EMU_CHECK(set_value(in, next));
  EMU_CHECK(check_room(next, before, state));
  return next;
}

}  // namespace emu::ssm
