#include <string>

#include "core/gate/fault_rules.h"
#include "sim/quantities.h"
#include "sim/scenario_parts.h"

namespace emu::sim {

namespace {

constexpr std::int64_t kCallMax = 1'000'000'000'000;

// `7`, or `[3, 5]`: both included.
void read_calls(const YAML::Node& node, FaultRule& rule, YamlProblems& problems) {
  const auto number = [&](const YAML::Node& n) {
    return static_cast<std::uint64_t>(read_count(n, 1, kCallMax, problems));
  };
  if (node.IsScalar()) {
    rule.first_call = rule.last_call = number(node);
  } else if (node.IsSequence() && node.size() == 2) {
    rule.first_call = number(node[0]);
    rule.last_call = number(node[1]);
    if (rule.last_call < rule.first_call)
      problems.report(node, "the last call is before the first");
  } else {
    problems.report(node, "expected the number of a call, or [first, last]");
  }
}

void read_chance(const YAML::Node& node, FaultRule& rule, YamlProblems& problems) {
  const std::string text = node.IsScalar() ? node.Scalar() : std::string();
  if (const auto chance = parse_chance(text)) {
    rule.chance = *chance;
  } else {
    problems.report(
        node, "expected a ratio such as 1/1000 or a percentage such as 10%" + percent_advice(text));
  }
}

void read_error(YamlFields& fields, FaultRule& rule) {
  const auto code = fields.optional("error");
  const auto message = fields.optional("message");
  const auto status = fields.optional("status");
  YamlProblems& problems = fields.problems();
  if (!code) {
    if (message) problems.report(*message, "'message' belongs to an 'error', which is missing");
    if (status) problems.report(*status, "'status' belongs to an 'error', which is missing");
    return;
  }
  // Without a message and a status they are AWS's, where the service knows the code.
  Error error{.code = read_text(*code, problems)};
  if (message) error.message = read_text(*message, problems);
  if (status) error.status = static_cast<int>(read_count(*status, 400, 599, problems));
  rule.error = std::move(error);
}

}  // namespace

ScenarioFault read_fault(const YAML::Node& node, YamlProblems& problems) {
  YamlFields fields(node, "a fault", problems);
  ScenarioFault fault{.rule = {}, .place = fields.place()};
  FaultRule& rule = fault.rule;
  fields.text("service", rule.service);
  fields.text("operation", rule.operation);
  fields.text("resource", rule.resource);
  fields.text("caller", rule.caller);
  fields.duration("from", rule.from);
  fields.duration("to", rule.to);
  if (const auto calls = fields.optional("calls")) read_calls(*calls, rule, problems);
  if (const auto chance = fields.optional("chance")) read_chance(*chance, rule, problems);
  read_error(fields, rule);
  fields.duration("latency", rule.latency);
  if (const auto lose = fields.optional("lose_answer")) {
    rule.lose_answer = read_boolean(*lose, problems);
  }
  fields.text("effect", rule.effect);
  if (node.IsMap()) {
    for (const std::string& wrong : {wrong_faults(rule), wrong_effect(rule)}) {
      if (!wrong.empty()) problems.report(node, wrong);
    }
    if (rule.to <= rule.from) problems.report(node, "a fault's 'to' is not after its 'from'");
  }
  fields.finish();
  return fault;
}

}  // namespace emu::sim
