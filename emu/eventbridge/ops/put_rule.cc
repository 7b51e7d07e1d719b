#include <utility>

#include "eventbridge/errors.h"
#include "eventbridge/limits.h"
#include "eventbridge/rule_pattern.h"
#include "eventbridge/service.h"
#include "eventbridge/tags.h"

namespace emu::eventbridge {

namespace {

bool is_given(const std::optional<std::string>& text) { return text && !text->empty(); }

Status check_schedule(const StoredBus& bus, const PutRule& in) {
  if (!is_given(in.schedule_expression)) return {};
  if (bus.name != kDefaultBus) {
    return validation("ScheduleExpression is supported only on the default event bus.");
  }
  if (Schedule::parse(*in.schedule_expression)) return {};
  return validation("Parameter ScheduleExpression is not valid.");
}

}  // namespace

// A rule that is there is replaced, but for its tags and targets.
// Checks: Amazon EventBridge API Reference, "PutRule".
Result<PutRuleResult> EventBridge::put_rule(Call& call, const PutRule& in) {
  EMU_TRY(StoredBus * bus, find_bus(call, in.event_bus_name));
  if (!is_given(in.event_pattern) && !is_given(in.schedule_expression)) {
    return validation("Parameter(s) EventPattern or ScheduleExpression must be specified.");
  }
  EMU_CHECK(check_schedule(*bus, in));
  std::optional<pattern::Node> pattern;
  if (is_given(in.event_pattern)) {
    EMU_TRY(pattern, parse_pattern(*in.event_pattern));
  }
  const bool is_new = bus->rules.count(in.name) == 0;
  Tags tags;
  if (is_new) {
    EMU_TRY(tags, with_tags({}, in.tags));
    if (bus->rules.size() >= kRulesMax) return too_many();
  }

  const ResourceAddress address = *address_of(bus->arn);
  const Place place{address.account, address.region};
  StoredRule& rule = bus->rules[in.name];
  if (is_new) {
    rule.name = in.name;
    rule.arn = rule_arn(place, bus->name, in.name);
    rule.created_by = call.account();
    rule.tags = std::move(tags);
  }
  rule.pattern_text = in.event_pattern.value_or(std::string());
  rule.pattern = std::move(pattern);
  rule.schedule_text = in.schedule_expression.value_or(std::string());
  rule.schedule = Schedule::parse(rule.schedule_text);
  rule.state = in.state.value_or("ENABLED");
  rule.description = in.description.value_or(std::string());
  rule.role_arn = in.role_arn.value_or(std::string());
  begin_schedule(place, rule);
  return PutRuleResult{.rule_arn = rule.arn};
}

}  // namespace emu::eventbridge
