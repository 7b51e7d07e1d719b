#include <emu/eventbridge/rules.h>
#include <emu/eventbridge/targets.h>
#include <fmt/format.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

constexpr std::size_t kRuleNameMax = 64;

struct RuleProperties {
  eventbridge::PutRule rule = {};
  std::vector<eventbridge::Target> targets = {};
};

Result<RuleProperties> read_rule(const Json& properties) {
  RuleProperties out;
  EMU_TRY(out.rule, read_as<eventbridge::PutRule>(
                        properties, {.documents = {"EventPattern"}, .apart = {"Targets"}}));
  const Json* targets = find_property(properties, "Targets");
  if (targets == nullptr) return out;
  if (!targets->is_array()) return property_error("Value of property Targets must be of type List");
  for (const Json& each : *targets) {
    EMU_TRY(auto target, read_as<eventbridge::Target>(each));
    out.targets.push_back(std::move(target));
  }
  return out;
}

Status put_targets(Making& making, const RuleProperties& properties, const std::string& name) {
  if (properties.targets.empty()) return {};
  EMU_TRY(const auto put, making.aws.send(eventbridge::PutTargets{
                              .rule = name,
                              .event_bus_name = properties.rule.event_bus_name,
                              .targets = properties.targets}));
  if (put.failed_entries.empty()) return {};
  const auto& failed = put.failed_entries.front();
  return property_error(fmt::format("{}: {}", failed.error_code, failed.error_message));
}

Status create_rule(Making& making) {
  EMU_TRY(auto properties, read_rule(making.properties));
  EMU_TRY(properties.rule.name, making.name("Name", kRuleNameMax));
  EMU_TRY(const auto made, making.aws.send(properties.rule));
  making.physical_id = properties.rule.name;
  making.attributes = {{"Arn", made.rule_arn}};
  return put_targets(making, properties, properties.rule.name);
}

Status remove_targets(Making& making, const RuleProperties& properties) {
  if (properties.targets.empty()) return {};
  std::vector<std::string> ids;
  for (const auto& target : properties.targets) ids.push_back(target.id);
  EMU_CHECK(
      making.aws.send(eventbridge::RemoveTargets{.rule = making.physical_id,
                                                 .event_bus_name = properties.rule.event_bus_name,
                                                 .ids = std::move(ids)}));
  return {};
}

Status remove_rule(Making& making) {
  EMU_TRY(const auto properties, read_rule(making.properties));
  EMU_CHECK(remove_targets(making, properties));
  EMU_CHECK(making.aws.send(eventbridge::DeleteRule{
      .name = making.physical_id, .event_bus_name = properties.rule.event_bus_name}));
  return {};
}

Result<bool> update_rule(Making& making, const Json& before) {
  for (const char* name : {"Name", "EventBusName", "Tags"}) {
    if (making.properties.value(name, Json()) != before.value(name, Json())) return false;
  }
  EMU_TRY(auto properties, read_rule(making.properties));
  EMU_TRY(const auto earlier, read_rule(before));
  properties.rule.name = making.physical_id;
  properties.rule.tags.clear();
  EMU_CHECK(making.aws.send(properties.rule));
  EMU_CHECK(remove_targets(making, earlier));
  EMU_CHECK(put_targets(making, properties, making.physical_id));
  return true;
}

}  // namespace

extern const ResourceType kEventsRule;
const ResourceType kEventsRule = {.name = "AWS::Events::Rule",
                                  .attributes = {"Arn"},
                                  .create = &create_rule,
                                  .remove = &remove_rule,
                                  .update = &update_rule};

}  // namespace emu::cloudformation
