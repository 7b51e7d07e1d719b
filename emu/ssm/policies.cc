#include "ssm/policies.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/json/json_view.h"
#include "core/json/json_writer.h"
#include "core/text/ascii.h"
#include "core/time/iso_time.h"
#include "ssm/errors.h"
#include "ssm/limits.h"

namespace emu::ssm {

namespace {

constexpr std::string_view kExpiration = "Expiration";
constexpr std::string_view kExpirationNotification = "ExpirationNotification";
constexpr std::string_view kNoChangeNotification = "NoChangeNotification";
constexpr std::string_view kPolicyVersion = "1.0";

Error bad_policy_attribute(std::string_view name, std::string_view type) {
  return {.code = errors::kInvalidPolicyAttributeException,
          .message = fmt::format("The attribute {} of the policy {} is invalid.", name, type)};
}

Error malformed_policies() { return validation("The policies are not a JSON list of policies."); }

Error too_many_policies() {
  return {.code = errors::kPoliciesLimitExceededException,
          .message = fmt::format("A parameter can have at most {} policies.", kPoliciesMax)};
}

Error unknown_policy_type(std::string_view type) {
  return {
      .code = errors::kInvalidPolicyTypeException,
      .message = fmt::format("The policy type {} isn't supported. Parameter Store supports the "
                             "following policy types: {}, {}, and {}.",
                             type, kExpiration, kExpirationNotification, kNoChangeNotification)};
}

Error second_expiration() {
  return {.code = errors::kIncompatiblePolicyException,
          .message =
              "There is a conflict in the policies specified for this parameter: it can "
              "have one Expiration policy."};
}

std::string policy_text(const JsonView& object, std::string_view member) {
  const auto found = object.find(member);
  const bool is_text = found && found->type() == JsonView::Type::kString;
  return is_text ? std::string(found->string()) : std::string();
}

using Attribute = std::pair<std::string_view, std::string>;

// {"Before": "30", "Unit": "Days"}
Result<std::vector<Attribute>> notification_attributes(const JsonView& attributes,
                                                       std::string_view type,
                                                       std::string_view amount_name) {
  std::string amount = policy_text(attributes, amount_name);
  if (amount.empty() || !std::all_of(amount.begin(), amount.end(), &is_digit)) {
    return bad_policy_attribute(amount_name, type);
  }
  std::string unit = policy_text(attributes, "Unit");
  if (unit != "Days" && unit != "Hours") return bad_policy_attribute("Unit", type);
  return std::vector<Attribute>{{amount_name, std::move(amount)}, {"Unit", std::move(unit)}};
}

Result<std::vector<Attribute>> policy_attributes(const JsonView& attributes, std::string_view type,
                                                 std::optional<Time>& expires) {
  if (type == kExpirationNotification) {
    return notification_attributes(attributes, type, "Before");
  }
  if (type == kNoChangeNotification) return notification_attributes(attributes, type, "After");
  if (type != kExpiration) return unknown_policy_type(type);
  if (expires) return second_expiration();
  std::string timestamp = policy_text(attributes, "Timestamp");
  expires = parse_iso8601(timestamp);
  if (!expires) return bad_policy_attribute("Timestamp", type);
  return std::vector<Attribute>{{"Timestamp", std::move(timestamp)}};
}

std::string written_policy(std::string_view type, const std::vector<Attribute>& attributes) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.member("Type", type);
  json.member("Version", kPolicyVersion);
  json.key("Attributes");
  json.begin_object();
  for (const auto& [name, value] : attributes) json.member(name, value);
  json.end_object();
  json.end_object();
  return text;
}

Status read_policy(const JsonView& policy, ParameterPolicies& out) {
  if (policy.type() != JsonView::Type::kObject) return malformed_policies();
  if (policy.size() == 0) return {};
  if (out.policies.size() == kPoliciesMax) return too_many_policies();
  const std::string type = policy_text(policy, "Type");
  if (policy_text(policy, "Version") != kPolicyVersion) {
    return bad_policy_attribute("Version", type);
  }
  const auto attributes = policy.find("Attributes");
  if (!attributes || attributes->type() != JsonView::Type::kObject) return malformed_policies();
  EMU_TRY(const std::vector<Attribute> read, policy_attributes(*attributes, type, out.expires));
  out.policies.push_back(
      {.policy_text = written_policy(type, read), .policy_type = type, .policy_status = "Pending"});
  return {};
}

}  // namespace

Result<ParameterPolicies> read_policies(std::string_view json) {
  ParameterPolicies read;
  if (trim(json).empty()) return read;
  std::string why;
  const auto document = JsonDocument::parse(json, why);
  if (!document || document->root().type() != JsonView::Type::kArray) return malformed_policies();
  Status status;
  document->root().each_element([&](const JsonView& policy) {
    status = read_policy(policy, read);
    return status.ok();
  });
  if (!status) return std::move(status).failure();
  return read;
}

}  // namespace emu::ssm
