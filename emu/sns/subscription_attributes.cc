#include "sns/subscription_attributes.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/json/json_view.h"
#include "sns/errors.h"
#include "sns/limits.h"

namespace emu::sns {

namespace {

constexpr std::string_view kFilterPolicy = "FilterPolicy";
constexpr std::string_view kFilterPolicyScope = "FilterPolicyScope";
constexpr std::string_view kRedrivePolicy = "RedrivePolicy";
constexpr std::string_view kDeadLetter = "deadLetterTargetArn";

bool is_http(std::string_view protocol) { return protocol == "http" || protocol == "https"; }

// Source: Amazon SNS Developer Guide, "Amazon SNS raw message delivery".
bool may_be_raw(std::string_view protocol) {
  return is_http(protocol) || protocol == "sqs" || protocol == "firehose";
}

Error invalid_attribute(std::string_view name, std::string_view reason) {
  return invalid_parameter(fmt::format("{}: {}", name, reason));
}

Status check_raw(const SubscriptionKind& kind, const std::string& value) {
  if (value != "true" && value != "false") {
    return invalid_attribute("RawMessageDelivery",
                             fmt::format("Invalid value [{}]. Must be true or false.", value));
  }
  if (value == "false" || may_be_raw(kind.protocol)) return {};
  return invalid_attribute("RawMessageDelivery",
                           fmt::format("Delivery protocol [{}] does not support raw message "
                                       "delivery.",
                                       kind.protocol));
}

// The queue of {"deadLetterTargetArn": "arn:aws:sqs:…"}.
Result<std::string> dead_letter_queue(const std::string& json) {
  std::string why;
  const std::optional<JsonDocument> document = JsonDocument::parse(json, why);
  if (!document || document->root().type() != JsonView::Type::kObject) {
    return invalid_attribute(kRedrivePolicy, "failed to parse JSON.");
  }
  const std::optional<JsonView> target = document->root().find(kDeadLetter);
  if (!target || target->type() != JsonView::Type::kString || document->root().size() != 1) {
    return invalid_attribute(kRedrivePolicy, "deadLetterTargetArn is required");
  }
  const std::optional<Arn> queue = Arn::parse(target->string());
  if (!queue || queue->service != "sqs" || target->string().size() > kAttributeMax) {
    return invalid_attribute(kRedrivePolicy, "deadLetterTargetArn is an invalid arn");
  }
  return std::string(target->string());
}

struct SubscriptionRule {
  std::string_view name;
  Status (*check)(const SubscriptionKind& kind, const std::string& value);
};

Status check_short(const SubscriptionKind&, const std::string& value) {
  return value.size() <= kAttributeMax ? Status() : invalid_parameter("AttributeValue");
}

Status check_delivery(const SubscriptionKind& kind, const std::string& value) {
  EMU_CHECK(check_short(kind, value));
  if (is_http(kind.protocol)) return {};
  return invalid_attribute("DeliveryPolicy", "only http and https endpoints have one");
}

Status check_role(const SubscriptionKind& kind, const std::string& value) {
  if (kind.protocol != "firehose") return invalid_parameter("AttributeName");
  return check_short(kind, value);
}

Status check_scope(const SubscriptionKind&, const std::string& value) {
  if (value == "MessageAttributes" || value == "MessageBody") return {};
  return invalid_attribute(
      kFilterPolicyScope,
      fmt::format("Invalid value [{}]. Please use either MessageBody or MessageAttributes", value));
}

Status check_nothing(const SubscriptionKind&, const std::string&) { return {}; }

// Source: Amazon SNS API Reference, "SetSubscriptionAttributes".
constexpr std::array kSubscriptionRules = {
    SubscriptionRule{"DeliveryPolicy", &check_delivery},
    SubscriptionRule{kFilterPolicy, &check_nothing},
    SubscriptionRule{kFilterPolicyScope, &check_scope},
    SubscriptionRule{"RawMessageDelivery", &check_raw},
    SubscriptionRule{kRedrivePolicy, &check_short},
    SubscriptionRule{"SubscriptionRoleArn", &check_role},
};

Status set(SubscriptionAttributes& attributes, const SubscriptionKind& kind,
           const std::string& name, const std::string& value) {
  const auto* rule =
      std::find_if(kSubscriptionRules.begin(), kSubscriptionRules.end(),
                   [&](const SubscriptionRule& candidate) { return candidate.name == name; });
  if (rule == kSubscriptionRules.end()) return invalid_parameter("AttributeName");
  // No policy at all is how clients take one away.
  const bool is_empty_filter = name == kFilterPolicy && value == "{}";
  if (value.empty() || is_empty_filter) {
    attributes.texts.erase(name);
    return {};
  }
  EMU_CHECK(rule->check(kind, value));
  attributes.texts.insert_or_assign(name, value);
  return {};
}

// What the values of attributes mean, beside their texts.
Status apply(SubscriptionAttributes& attributes, const SubscriptionKind& kind) {
  attributes.is_raw = attributes.text("RawMessageDelivery") == "true";
  EMU_TRY(attributes.delivery, parse_delivery(attributes.text("DeliveryPolicy"), kind.of_topic));
  attributes.dead_letter_arn.clear();
  const std::string redrive(attributes.text(kRedrivePolicy));
  if (!redrive.empty()) {
    EMU_TRY(attributes.dead_letter_arn, dead_letter_queue(redrive));
  }
  attributes.filter = nullptr;
  const std::string_view filter = attributes.text(kFilterPolicy);
  if (filter.empty()) return {};
  const auto scope = attributes.text(kFilterPolicyScope) == "MessageBody"
                         ? FilterPolicy::Scope::kBody
                         : FilterPolicy::Scope::kAttributes;
  EMU_TRY(FilterPolicy policy, FilterPolicy::parse(filter, scope));
  attributes.filter = std::make_shared<const FilterPolicy>(std::move(policy));
  return {};
}

}  // namespace

std::string_view SubscriptionAttributes::text(std::string_view name) const {
  const auto found = texts.find(name);
  return found == texts.end() ? std::string_view() : found->second;
}

Result<SubscriptionAttributes> with_attribute(SubscriptionAttributes attributes,
                                              const SubscriptionKind& kind, const std::string& name,
                                              const std::string& value) {
  EMU_CHECK(set(attributes, kind, name, value));
  EMU_CHECK(apply(attributes, kind));
  return attributes;
}

Result<SubscriptionAttributes> attributes_of(const SubscriptionKind& kind,
                                             const std::map<std::string, std::string>& given) {
  SubscriptionAttributes attributes;
  for (const auto& [name, value] : given) EMU_CHECK(set(attributes, kind, name, value));
  EMU_CHECK(apply(attributes, kind));
  return attributes;
}

bool agrees(const SubscriptionAttributes& attributes,
            const std::map<std::string, std::string>& given) {
  return std::all_of(given.begin(), given.end(), [&](const auto& attribute) {
    const auto& [name, value] = attribute;
    const std::string_view kept = attributes.text(name);
    if (kept == value) return true;
    if (!kept.empty()) return false;
    return value == "false" || value == "{}" || value == "MessageAttributes";
  });
}

}  // namespace emu::sns
