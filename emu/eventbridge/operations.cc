// What EventBridge answers, and what each operation asks of IAM.
// Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon
// EventBridge".
#include <string>
#include <vector>

#include "core/gate/operation_table.h"
#include "core/gate/tag_keys.h"
#include "eventbridge/names.h"
#include "eventbridge/service.h"

namespace emu::eventbridge {

namespace {

std::string arn_of_bus(const Call& call, const std::optional<std::string>& name) {
  const BusAddress address = address_of_bus(name);
  return bus_arn({address.account.empty() ? call.account() : address.account,
                  address.region.empty() ? call.region() : address.region},
                 address.name);
}

std::string arn_of_rule(const Call& call, const std::optional<std::string>& bus,
                        const std::string& rule) {
  const BusAddress address = address_of_bus(bus);
  return rule_arn({address.account.empty() ? call.account() : address.account,
                   address.region.empty() ? call.region() : address.region},
                  address.name, rule);
}

template <class Op>
std::string named_bus(const Call& call, const Op& in) {
  return arn_of_bus(call, in.name);
}

template <class Op>
std::string bus_of(const Call& call, const Op& in) {
  return arn_of_bus(call, in.event_bus_name);
}

template <class Op>
std::string named_rule(const Call& call, const Op& in) {
  return arn_of_rule(call, in.event_bus_name, in.name);
}

template <class Op>
std::string rule_of_targets(const Call& call, const Op& in) {
  return arn_of_rule(call, in.event_bus_name, in.rule);
}

template <class Op>
std::string named_resource(const Call&, const Op& in) {
  return in.resource_arn;
}

template <class Op>
void tags_in_request(const Call&, const Op& in, std::vector<ConditionValue>& out) {
  add_request_tags(in.tags, out);
}

void keys_in_request(const Call&, const UntagResource& in, std::vector<ConditionValue>& out) {
  add_tag_keys(in.tag_keys, out);
}

void tags_of_bus(const Call& call, const CreateEventBus& in, std::vector<AccessNeed>& out) {
  if (in.tags.empty()) return;
  out.push_back({.action = "events:TagResource", .resource = named_bus(call, in)});
}

void needs_of_rule(const Call& call, const PutRule& in, std::vector<AccessNeed>& out) {
  if (!in.tags.empty()) {
    out.push_back({.action = "events:TagResource", .resource = named_rule(call, in)});
  }
  if (in.role_arn) out.push_back({.action = "iam:PassRole", .resource = *in.role_arn});
}

void targets_in_request(const Call&, const PutTargets& in, std::vector<ConditionValue>& out) {
  ConditionValue arns{.key = "events:TargetArn", .values = {}};
  for (const Target& target : in.targets) arns.values.push_back(target.arn);
  out.push_back(std::move(arns));
}

void roles_of_targets(const Call&, const PutTargets& in, std::vector<AccessNeed>& out) {
  for (const Target& target : in.targets) {
    if (target.role_arn) out.push_back({.action = "iam:PassRole", .resource = *target.role_arn});
  }
}

void add_event_keys(const PutEventsRequestEntry& entry, std::vector<ConditionValue>& out) {
  if (entry.source) out.push_back({.key = "events:source", .values = {*entry.source}});
  if (entry.detail_type) {
    out.push_back({.key = "events:detail-type", .values = {*entry.detail_type}});
  }
  out.push_back({.key = "events:eventBusInvocation", .values = {"false"}});
}

// The trace asks for it before anybody has looked at the request.
std::string first_bus(const Call& call, const PutEvents& in) {
  return in.entries.empty() ? std::string() : bus_of(call, in.entries.front());
}

void keys_of_first(const Call&, const PutEvents& in, std::vector<ConditionValue>& out) {
  if (!in.entries.empty()) add_event_keys(in.entries.front(), out);
}

// Each event needs the permission.
void other_events(const Call& call, const PutEvents& in, std::vector<AccessNeed>& out) {
  for (std::size_t i = 1; i < in.entries.size(); ++i) {
    AccessNeed need{.action = "events:PutEvents", .resource = bus_of(call, in.entries[i])};
    add_event_keys(in.entries[i], need.conditions);
    out.push_back(std::move(need));
  }
}

void register_bus_operations(EventBridge& events, OperationTable& table) {
  table.add<CreateEventBus>(events, &EventBridge::create_event_bus,
                            {.resource = &named_bus,
                             .conditions = &tags_in_request<CreateEventBus>,
                             .also = &tags_of_bus});
  table.add<DescribeEventBus>(events, &EventBridge::describe_event_bus, {&named_bus});
  table.add<UpdateEventBus>(events, &EventBridge::update_event_bus, {&named_bus});
  table.add<DeleteEventBus>(events, &EventBridge::delete_event_bus, {&named_bus});
  table.add<ListEventBuses>(events, &EventBridge::list_event_buses);
  table.add<PutPermission>(events, &EventBridge::put_permission, {&bus_of});
  table.add<RemovePermission>(events, &EventBridge::remove_permission, {&bus_of});
}

void register_rule_operations(EventBridge& events, OperationTable& table) {
  table.add<PutRule>(
      events, &EventBridge::put_rule,
      {.resource = &named_rule, .conditions = &tags_in_request<PutRule>, .also = &needs_of_rule});
  table.add<DescribeRule>(events, &EventBridge::describe_rule, {&named_rule});
  table.add<DeleteRule>(events, &EventBridge::delete_rule, {&named_rule});
  table.add<EnableRule>(events, &EventBridge::enable_rule, {&named_rule});
  table.add<DisableRule>(events, &EventBridge::disable_rule, {&named_rule});
  table.add<ListRules>(events, &EventBridge::list_rules);
  table.add<ListRuleNamesByTarget>(events, &EventBridge::list_rule_names_by_target);
  table.add<TestEventPattern>(events, &EventBridge::test_event_pattern);
  table.add<PutTargets>(
      events, &EventBridge::put_targets,
      {.resource = &rule_of_targets, .conditions = &targets_in_request, .also = &roles_of_targets});
  table.add<RemoveTargets>(events, &EventBridge::remove_targets, {&rule_of_targets});
  table.add<ListTargetsByRule>(events, &EventBridge::list_targets_by_rule, {&rule_of_targets});
}

}  // namespace

void EventBridge::add_to(OperationTable& table) {
  register_bus_operations(*this, table);
  register_rule_operations(*this, table);
  table.add<PutEvents>(
      *this, &EventBridge::put_events,
      {.resource = &first_bus, .conditions = &keys_of_first, .also = &other_events});
  table.add<TagResource>(
      *this, &EventBridge::tag_resource,
      {.resource = &named_resource, .conditions = &tags_in_request<TagResource>});
  table.add<UntagResource>(*this, &EventBridge::untag_resource,
                           {.resource = &named_resource, .conditions = &keys_in_request});
  table.add<ListTagsForResource>(*this, &EventBridge::list_tags_for_resource, {&named_resource});
}

}  // namespace emu::eventbridge
