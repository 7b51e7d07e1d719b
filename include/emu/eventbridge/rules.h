// Rules: which events go on, or when. Include <emu/eventbridge.h>.
// Source: Amazon EventBridge API Reference, the page of each operation.
#pragma once

#include <emu/eventbridge/tagging.h>
#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::eventbridge {

struct PutRuleResult {
  std::string rule_arn = {};
  static void describe(StructureShape<PutRuleResult>& s);
};

// Makes a rule, or replaces what it says: up to 300 on a bus. It has a pattern, or on the default
// bus a schedule, "rate(5 minutes)" or "cron(0 10 * * ? *)" in UTC, or both. Errors:
// InvalidEventPatternException, LimitExceededException, ResourceNotFoundException.
struct PutRule {
  static constexpr OperationName kOperation{"eventbridge", "PutRule"};
  using Result = PutRuleResult;
  std::string name;
  std::optional<std::string> schedule_expression = {};
  std::optional<std::string> event_pattern = {};
  std::optional<std::string> state = {};
  std::optional<std::string> description = {};
  std::optional<std::string> role_arn = {};
  std::vector<Tag> tags = {};
  std::optional<std::string> event_bus_name = {};
  static void describe(StructureShape<PutRule>& s);
};

struct DescribeRuleResult {
  std::string name = {};
  std::string arn = {};
  std::string event_pattern = {};
  std::string schedule_expression = {};
  std::string state = {};
  std::string description = {};
  std::string role_arn = {};
  std::string managed_by = {};
  std::string event_bus_name = {};
  std::string created_by = {};
  static void describe(StructureShape<DescribeRuleResult>& s);
};

struct DescribeRule {
  static constexpr OperationName kOperation{"eventbridge", "DescribeRule"};
  using Result = DescribeRuleResult;
  std::string name;
  std::optional<std::string> event_bus_name = {};
  static void describe(StructureShape<DescribeRule>& s);
};

// Of a rule without targets. One that is not there is no error.
struct DeleteRule {
  static constexpr OperationName kOperation{"eventbridge", "DeleteRule"};
  using Result = Nothing;
  std::string name;
  std::optional<std::string> event_bus_name = {};
  std::optional<bool> force = {};
  static void describe(StructureShape<DeleteRule>& s);
};

struct EnableRule {
  static constexpr OperationName kOperation{"eventbridge", "EnableRule"};
  using Result = Nothing;
  std::string name;
  std::optional<std::string> event_bus_name = {};
  static void describe(StructureShape<EnableRule>& s);
};

struct DisableRule {
  static constexpr OperationName kOperation{"eventbridge", "DisableRule"};
  using Result = Nothing;
  std::string name;
  std::optional<std::string> event_bus_name = {};
  static void describe(StructureShape<DisableRule>& s);
};

struct Rule {
  std::string name = {};
  std::string arn = {};
  std::string event_pattern = {};
  std::string state = {};
  std::string description = {};
  std::string schedule_expression = {};
  std::string role_arn = {};
  std::string managed_by = {};
  std::string event_bus_name = {};
  static void describe(StructureShape<Rule>& s);
};

struct ListRulesResult {
  std::vector<Rule> rules = {};
  std::string next_token = {};
  static void describe(StructureShape<ListRulesResult>& s);
};

struct ListRules {
  static constexpr OperationName kOperation{"eventbridge", "ListRules"};
  using Result = ListRulesResult;
  std::optional<std::string> name_prefix = {};
  std::optional<std::string> event_bus_name = {};
  std::optional<std::string> next_token = {};
  std::optional<std::int32_t> limit = {};
  static void describe(StructureShape<ListRules>& s);
};

struct ListRuleNamesByTargetResult {
  std::vector<std::string> rule_names = {};
  std::string next_token = {};
  static void describe(StructureShape<ListRuleNamesByTargetResult>& s);
};

struct ListRuleNamesByTarget {
  static constexpr OperationName kOperation{"eventbridge", "ListRuleNamesByTarget"};
  using Result = ListRuleNamesByTargetResult;
  std::string target_arn;
  std::optional<std::string> event_bus_name = {};
  std::optional<std::string> next_token = {};
  std::optional<std::int32_t> limit = {};
  static void describe(StructureShape<ListRuleNamesByTarget>& s);
};

struct TestEventPatternResult {
  std::optional<bool> result = {};
  static void describe(StructureShape<TestEventPatternResult>& s);
};

// Whether an event, which needs all members but detail, matches a pattern.
struct TestEventPattern {
  static constexpr OperationName kOperation{"eventbridge", "TestEventPattern"};
  using Result = TestEventPatternResult;
  std::string event_pattern;
  std::string event;
  static void describe(StructureShape<TestEventPattern>& s);
};

}  // namespace emu::eventbridge
