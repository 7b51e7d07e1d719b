// DescribeRule, DeleteRule, EnableRule, DisableRule, ListRules, ListRuleNamesByTarget.
#include "eventbridge/errors.h"
#include "eventbridge/page.h"
#include "eventbridge/service.h"

namespace emu::eventbridge {

Result<DescribeRuleResult> EventBridge::describe_rule(Call& call, const DescribeRule& in) {
  EMU_TRY(const FoundRule found, find_rule(call, in.event_bus_name, in.name));
  const StoredRule& rule = *found.rule;
  return DescribeRuleResult{.name = rule.name,
                            .arn = rule.arn,
                            .event_pattern = rule.pattern_text,
                            .schedule_expression = rule.schedule_text,
                            .state = rule.state,
                            .description = rule.description,
                            .role_arn = rule.role_arn,
                            .event_bus_name = found.bus->name,
                            .created_by = rule.created_by};
}

// Checks: Amazon EventBridge API Reference, "DeleteRule". One that is not there is no error.
Result<Nothing> EventBridge::delete_rule(Call& call, const DeleteRule& in) {
  EMU_TRY(StoredBus * bus, find_bus(call, in.event_bus_name));
  const auto rule = bus->rules.find(in.name);
  if (rule == bus->rules.end()) return Nothing{};
  if (!rule->second.targets.empty()) {
    return validation("Rule can't be deleted since it has targets.");
  }
  world_.scheduler().cancel(rule->second.timer);
  bus->rules.erase(rule);
  return Nothing{};
}

Result<Nothing> EventBridge::enable_rule(Call& call, const EnableRule& in) {
  EMU_TRY(const FoundRule found, find_rule(call, in.event_bus_name, in.name));
  if (found.rule->is_enabled()) return Nothing{};
  found.rule->state = "ENABLED";
  const ResourceAddress address = *address_of(found.bus->arn);
  begin_schedule({address.account, address.region}, *found.rule);
  return Nothing{};
}

Result<Nothing> EventBridge::disable_rule(Call& call, const DisableRule& in) {
  EMU_TRY(const FoundRule found, find_rule(call, in.event_bus_name, in.name));
  found.rule->state = "DISABLED";
  const ResourceAddress address = *address_of(found.bus->arn);
  plan({address.account, address.region}, *found.rule);
  return Nothing{};
}

Result<ListRulesResult> EventBridge::list_rules(Call& call, const ListRules& in) {
  EMU_TRY(StoredBus * bus, find_bus(call, in.event_bus_name));
  ListRulesResult out;
  const std::string prefix = in.name_prefix.value_or(std::string());
  EMU_TRY(out.next_token,
          take_page(in, bus->rules, prefix, [&](const std::string&, const StoredRule& rule) {
            out.rules.push_back({.name = rule.name,
                                 .arn = rule.arn,
                                 .event_pattern = rule.pattern_text,
                                 .state = rule.state,
                                 .description = rule.description,
                                 .schedule_expression = rule.schedule_text,
                                 .role_arn = rule.role_arn,
                                 .event_bus_name = bus->name});
            return true;
          }));
  return out;
}

Result<ListRuleNamesByTargetResult> EventBridge::list_rule_names_by_target(
    Call& call, const ListRuleNamesByTarget& in) {
  EMU_TRY(StoredBus * bus, find_bus(call, in.event_bus_name));
  ListRuleNamesByTargetResult out;
  EMU_TRY(out.next_token,
          take_page(in, bus->rules, {}, [&](const std::string& name, const StoredRule& rule) {
            for (const auto& [id, route] : rule.targets) {
              if (route->target.arn != in.target_arn) continue;
              out.rule_names.push_back(name);
              return true;
            }
            return false;
          }));
  return out;
}

}  // namespace emu::eventbridge
