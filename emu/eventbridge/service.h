// EventBridge: the buses of every account and region.
//
// Every operation is atomic. Which targets get an event is decided when it is put; bringing it to
// them is a Courier's, on tasks of its own. A rule with a schedule has one timer, set for the next
// time, while it is enabled and has targets.
#pragma once

#include <emu/eventbridge.h>
#include <emu/result.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/delivery/courier.h"
#include "core/gate/call.h"
#include "core/gate/event_bus.h"
#include "core/gate/operation_table.h"
#include "core/gate/regional.h"
#include "core/gate/resource_policies.h"
#include "core/gate/service.h"
#include "core/gate/world.h"
#include "eventbridge/bus_event.h"
#include "eventbridge/names.h"
#include "eventbridge/state.h"

namespace emu::eventbridge {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class EventBridge final : public Service, public emu::EventBus, private ResourceHost {
 public:
  // Takes what other services put on default buses, and hands out the buses' policies to IAM. The
  // world must outlive it.
  explicit EventBridge(World& world);

  Result<CreateEventBusResult> create_event_bus(Call& call, const CreateEventBus& in);
  Result<DescribeEventBusResult> describe_event_bus(Call& call, const DescribeEventBus& in);
  Result<UpdateEventBusResult> update_event_bus(Call& call, const UpdateEventBus& in);
  Result<Nothing> delete_event_bus(Call& call, const DeleteEventBus& in);
  Result<ListEventBusesResult> list_event_buses(Call& call, const ListEventBuses& in);
  Result<Nothing> put_permission(Call& call, const PutPermission& in);
  Result<Nothing> remove_permission(Call& call, const RemovePermission& in);

  Result<PutRuleResult> put_rule(Call& call, const PutRule& in);
  Result<DescribeRuleResult> describe_rule(Call& call, const DescribeRule& in);
  Result<Nothing> delete_rule(Call& call, const DeleteRule& in);
  Result<Nothing> enable_rule(Call& call, const EnableRule& in);
  Result<Nothing> disable_rule(Call& call, const DisableRule& in);
  Result<ListRulesResult> list_rules(Call& call, const ListRules& in);
  Result<ListRuleNamesByTargetResult> list_rule_names_by_target(Call& call,
                                                                const ListRuleNamesByTarget& in);
  Result<TestEventPatternResult> test_event_pattern(Call& call, const TestEventPattern& in);

  Result<PutTargetsResult> put_targets(Call& call, const PutTargets& in);
  Result<RemoveTargetsResult> remove_targets(Call& call, const RemoveTargets& in);
  Result<ListTargetsByRuleResult> list_targets_by_rule(Call& call, const ListTargetsByRule& in);

  Result<PutEventsResult> put_events(Call& call, const PutEvents& in);

  Result<Nothing> tag_resource(Call& call, const TagResource& in);
  Result<Nothing> untag_resource(Call& call, const UntagResource& in);
  Result<ListTagsForResourceResult> list_tags_for_resource(Call& call,
                                                           const ListTagsForResource& in);

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override;
  bool leaves_to_account(const Caller& caller, std::string_view action,
                         std::string_view resource) const override;

  void put(ServiceEvent event) override;

 private:
  // For IAM: the buses' policies, and the tags of buses and rules.
  ResourceTerms terms(const AccessRequest& request) const override;
  void add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const override;

  RegionState& state(const Call& call) { return regions_.at(call.account(), call.region()); }
  // By name or ARN; nothing stands for the default one.
  Result<StoredBus*> find_bus(const Call& call, const std::optional<std::string>& name);
  StoredBus* find_bus(const BusAddress& address, const Place& place) const;
  struct FoundRule {
    StoredBus* bus;
    StoredRule* rule;
  };
  Result<FoundRule> find_rule(const Call& call, const std::optional<std::string>& bus,
                              const std::string& name);
  // The tags of a bus or a rule; null when there is none.
  Tags* find_tags(std::string_view arn) const;
  Result<Tags*> find_tagged(const Call& call, const std::string& arn);

  // Sets the timer of a rule's schedule, or takes it away.
  void plan(const Place& place, StoredRule& rule);
  void begin_schedule(const Place& place, StoredRule& rule);
  void come_due(const Place& place, StoredRule& rule);

  // Puts the event of an entry on its bus, if there is one. False when it is too deep.
  bool put_entry(const Call& call, const PutEventsRequestEntry& entry, const std::string& id,
                 const JsonView& detail);
  void match(StoredBus& bus, const BusEvent& event);
  void post(const StoredRule& rule, const BusEvent& event);
  void post(const std::shared_ptr<const Route>& route, const BusEvent& event,
            const std::string& now);

  // What a task does with an event for a target.
  struct Brought {
    std::shared_ptr<const Route> route;
    std::shared_ptr<const std::string> event;
    std::shared_ptr<const std::string> payload;
    std::optional<Error> refusal;  // when no payload could be made
    std::string id;                // for FIFO queues
    bool is_forwarded;
    bool is_scheduled;
  };
  Status bring(const Brought& brought);
  Result<CallerPtr> sender_of(const Route& route);
  Status bring_to_log_group(const Brought& brought, Aws& aws);
  Status bring_to_bus(const Brought& brought);
  void bury(const Brought& brought, const DeliveryFailure& failure);

  World& world_;
  mutable Regional<RegionState> regions_;  // stored
  Courier courier_;
};

}  // namespace emu::eventbridge
