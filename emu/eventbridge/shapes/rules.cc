#include <emu/describe.h>
#include <emu/eventbridge/rules.h>

#include "eventbridge/names.h"

namespace emu::eventbridge {

void PutRuleResult::describe(StructureShape<PutRuleResult>& s) {
  s.member("RuleArn", &PutRuleResult::rule_arn);
}

void PutRule::describe(StructureShape<PutRule>& s) {
  s.member("Name", &PutRule::name)
      .required()
      .range(1, 64)
      .pattern(&is_plain_name, kPlainNamePattern);
  s.member("ScheduleExpression", &PutRule::schedule_expression).range(0, 256);
  s.member("EventPattern", &PutRule::event_pattern).range(0, 4096);
  s.member("State", &PutRule::state)
      .one_of({"ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"});
  s.member("Description", &PutRule::description).range(0, 512);
  s.member("RoleArn", &PutRule::role_arn).range(1, 1600);
  s.member("Tags", &PutRule::tags);
  s.member("EventBusName", &PutRule::event_bus_name).range(1, 1600).pattern(&is_bus, kBusPattern);
}

void DescribeRuleResult::describe(StructureShape<DescribeRuleResult>& s) {
  s.member("Name", &DescribeRuleResult::name);
  s.member("Arn", &DescribeRuleResult::arn);
  s.member("EventPattern", &DescribeRuleResult::event_pattern);
  s.member("ScheduleExpression", &DescribeRuleResult::schedule_expression);
  s.member("State", &DescribeRuleResult::state);
  s.member("Description", &DescribeRuleResult::description);
  s.member("RoleArn", &DescribeRuleResult::role_arn);
  s.member("ManagedBy", &DescribeRuleResult::managed_by);
  s.member("EventBusName", &DescribeRuleResult::event_bus_name);
  s.member("CreatedBy", &DescribeRuleResult::created_by);
}

void DescribeRule::describe(StructureShape<DescribeRule>& s) {
  s.member("Name", &DescribeRule::name)
      .required()
      .range(1, 64)
      .pattern(&is_plain_name, kPlainNamePattern);
  s.member("EventBusName", &DescribeRule::event_bus_name)
      .range(1, 1600)
      .pattern(&is_bus, kBusPattern);
}

void DeleteRule::describe(StructureShape<DeleteRule>& s) {
  s.member("Name", &DeleteRule::name)
      .required()
      .range(1, 64)
      .pattern(&is_plain_name, kPlainNamePattern);
  s.member("EventBusName", &DeleteRule::event_bus_name)
      .range(1, 1600)
      .pattern(&is_bus, kBusPattern);
  s.member("Force", &DeleteRule::force);
}

void EnableRule::describe(StructureShape<EnableRule>& s) {
  s.member("Name", &EnableRule::name)
      .required()
      .range(1, 64)
      .pattern(&is_plain_name, kPlainNamePattern);
  s.member("EventBusName", &EnableRule::event_bus_name)
      .range(1, 1600)
      .pattern(&is_bus, kBusPattern);
}

void DisableRule::describe(StructureShape<DisableRule>& s) {
  s.member("Name", &DisableRule::name)
      .required()
      .range(1, 64)
      .pattern(&is_plain_name, kPlainNamePattern);
  s.member("EventBusName", &DisableRule::event_bus_name)
      .range(1, 1600)
      .pattern(&is_bus, kBusPattern);
}

void Rule::describe(StructureShape<Rule>& s) {
  s.member("Name", &Rule::name);
  s.member("Arn", &Rule::arn);
  s.member("EventPattern", &Rule::event_pattern);
  s.member("State", &Rule::state);
  s.member("Description", &Rule::description);
  s.member("ScheduleExpression", &Rule::schedule_expression);
  s.member("RoleArn", &Rule::role_arn);
  s.member("ManagedBy", &Rule::managed_by);
  s.member("EventBusName", &Rule::event_bus_name);
}

void ListRulesResult::describe(StructureShape<ListRulesResult>& s) {
  s.member("Rules", &ListRulesResult::rules).always();
  s.member("NextToken", &ListRulesResult::next_token);
}

void ListRules::describe(StructureShape<ListRules>& s) {
  s.member("NamePrefix", &ListRules::name_prefix)
      .range(1, 64)
      .pattern(&is_plain_name, kPlainNamePattern);
  s.member("EventBusName", &ListRules::event_bus_name).range(1, 1600).pattern(&is_bus, kBusPattern);
  s.member("NextToken", &ListRules::next_token).range(1, 2048);
  s.member("Limit", &ListRules::limit).range(1, 100);
}

void ListRuleNamesByTargetResult::describe(StructureShape<ListRuleNamesByTargetResult>& s) {
  s.member("RuleNames", &ListRuleNamesByTargetResult::rule_names).always();
  s.member("NextToken", &ListRuleNamesByTargetResult::next_token);
}

void ListRuleNamesByTarget::describe(StructureShape<ListRuleNamesByTarget>& s) {
  s.member("TargetArn", &ListRuleNamesByTarget::target_arn).required().range(1, 1600);
  s.member("EventBusName", &ListRuleNamesByTarget::event_bus_name)
      .range(1, 1600)
      .pattern(&is_bus, kBusPattern);
  s.member("NextToken", &ListRuleNamesByTarget::next_token).range(1, 2048);
  s.member("Limit", &ListRuleNamesByTarget::limit).range(1, 100);
}

void TestEventPatternResult::describe(StructureShape<TestEventPatternResult>& s) {
  s.member("Result", &TestEventPatternResult::result);
}

void TestEventPattern::describe(StructureShape<TestEventPattern>& s) {
  s.member("EventPattern", &TestEventPattern::event_pattern).required().range(0, 4096);
  s.member("Event", &TestEventPattern::event).required();
}

}  // namespace emu::eventbridge

namespace emu {
EMU_DESCRIBED(eventbridge::PutRuleResult);
EMU_DESCRIBED_OPERATION(eventbridge::PutRule);
EMU_DESCRIBED(eventbridge::DescribeRuleResult);
EMU_DESCRIBED_OPERATION(eventbridge::DescribeRule);
EMU_DESCRIBED_OPERATION(eventbridge::DeleteRule);
EMU_DESCRIBED_OPERATION(eventbridge::EnableRule);
EMU_DESCRIBED_OPERATION(eventbridge::DisableRule);
EMU_DESCRIBED(eventbridge::Rule);
EMU_DESCRIBED(eventbridge::ListRulesResult);
EMU_DESCRIBED_OPERATION(eventbridge::ListRules);
EMU_DESCRIBED(eventbridge::ListRuleNamesByTargetResult);
EMU_DESCRIBED_OPERATION(eventbridge::ListRuleNamesByTarget);
EMU_DESCRIBED(eventbridge::TestEventPatternResult);
EMU_DESCRIBED_OPERATION(eventbridge::TestEventPattern);
}  // namespace emu
