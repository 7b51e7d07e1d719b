#include "eventbridge/service.h"

#include <emu/arn.h>

#include <utility>

#include "core/gate/tag_keys.h"
#include "eventbridge/errors.h"

namespace emu::eventbridge {

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<EventBridge>(world); }

EventBridge::EventBridge(World& world) : world_(world), courier_(world, "EventBridge deliveries") {
  world.interfaces().add<emu::EventBus>(*this);
  world.resource_policies().add_host("events", *this);
}

void EventBridge::reset(std::optional<std::string_view> account) {
  courier_.drop(account);
  regions_.each_of(account, [this](RegionState& region) {
    for (auto& [bus_name, bus] : region.buses) {
      for (auto& [rule_name, rule] : bus.rules) world_.scheduler().cancel(rule.timer);
    }
  });
  regions_.forget(account);
}

// What belongs to the account itself.
bool EventBridge::leaves_to_account(const Caller& caller, std::string_view,
                                    std::string_view resource) const {
  const std::optional<ResourceAddress> address = address_of(resource);
  return !address || address->account == caller.account;
}

ResourceTerms EventBridge::terms(const AccessRequest& request) const {
  const std::optional<ResourceAddress> address = address_of(request.resource);
  if (!address) return {};
  // Rules of a bus are under the policy of the bus.
  const StoredBus* bus = find_bus({.name = address->bus}, {address->account, address->region});
  return bus == nullptr ? ResourceTerms() : ResourceTerms{.policy = bus->policy};
}

void EventBridge::add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const {
  if (const Tags* tags = find_tags(request.resource)) add_resource_tags(*tags, {}, out);
}

StoredBus* EventBridge::find_bus(const BusAddress& address, const Place& place) const {
  const std::string_view account = address.account.empty() ? place.account : address.account;
  const std::string_view region = address.region.empty() ? place.region : address.region;
  RegionState* found = regions_.find(account, region);
  return found == nullptr ? nullptr : found->find_bus(address.name);
}

Result<StoredBus*> EventBridge::find_bus(const Call& call, const std::optional<std::string>& name) {
  state(call);  // so that the default bus is there
  const BusAddress address = address_of_bus(name);
  StoredBus* bus = find_bus(address, {call.account(), call.region()});
  if (bus == nullptr) return bus_does_not_exist(address.name);
  return bus;
}

Result<EventBridge::FoundRule> EventBridge::find_rule(const Call& call,
                                                      const std::optional<std::string>& bus_name,
                                                      const std::string& name) {
  EMU_TRY(StoredBus * bus, find_bus(call, bus_name));
  const auto rule = bus->rules.find(name);
  if (rule == bus->rules.end()) return rule_does_not_exist(name, bus->name);
  return FoundRule{.bus = bus, .rule = &rule->second};
}

Tags* EventBridge::find_tags(std::string_view arn) const {
  const std::optional<ResourceAddress> address = address_of(arn);
  if (!address) return nullptr;
  StoredBus* bus = find_bus({.name = address->bus}, {address->account, address->region});
  if (bus == nullptr || address->rule.empty()) return bus == nullptr ? nullptr : &bus->tags;
  const auto rule = bus->rules.find(address->rule);
  return rule == bus->rules.end() ? nullptr : &rule->second.tags;
}

Result<Tags*> EventBridge::find_tagged(const Call& call, const std::string& arn) {
  const std::optional<ResourceAddress> address = address_of(arn);
  if (!address) return invalid_parameter("ResourceARN", "Provided Arn is not in correct format.");
  state(call);  // so that the default bus is there
  Tags* tags = find_tags(arn);
  if (tags != nullptr) return tags;
  if (address->rule.empty()) return bus_does_not_exist(address->bus);
  return rule_does_not_exist(address->rule, address->bus);
}

}  // namespace emu::eventbridge
