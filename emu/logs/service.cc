#include "logs/service.h"

#include <emu/arn.h>
#include <emu/lambda.h>

#include <utility>
#include <vector>

#include "logs/limits.h"

namespace emu::logs {

std::unique_ptr<Service> make_service(World& world) { return std::make_unique<Logs>(world); }

Logs::Logs(World& world) : world_(world), courier_(world, "Logs subscriptions") {
  world.resource_policies().add_host("logs", *this);
}

void Logs::reset(std::optional<std::string_view> account) {
  courier_.drop(account);
  states_.forget(account);
}

// Source: Amazon CloudWatch Logs API Reference, "PutResourcePolicy": policies count for services
// only, and for two actions.
ResourceTerms Logs::terms(const AccessRequest& request) const {
  if (request.caller.kind != Caller::Kind::kService) return {};
  if (request.action != "logs:PutLogEvents" && request.action != "logs:CreateLogStream") return {};
  const std::optional<Arn> arn = Arn::parse(request.resource);
  if (!arn) return {};
  const State* state = states_.find(arn->account, arn->region);
  if (state == nullptr) return {};
  return {.policy = state->policies.of(group_name_in(*arn))};
}

void Logs::filter(const Group& group, const IncomingEvents& incoming) {
  std::vector<SubscriptionPayloads> subscribed;
  for (const auto& [name, subscription] : group.subscriptions) {
    subscribed.emplace_back(subscription, incoming);
  }
  std::vector<BatchMeasurement> measured;
  for (MetricSink* sink : world_.interfaces().all<MetricSink>()) {
    for (const auto& [name, filter] : group.metric_filters) {
      measured.emplace_back(filter, incoming, *sink);
    }
  }
  for (std::size_t i = 0; i < incoming.events.size(); ++i) {
    const Message message(incoming.events[i].message);
    for (SubscriptionPayloads& payloads : subscribed) payloads.add(i, message);
    for (BatchMeasurement& measurement : measured) measurement.add(i, message);
  }
  for (BatchMeasurement& measurement : measured) measurement.end();
  for (SubscriptionPayloads& payloads : subscribed) {
    for (std::string& payload : payloads.end()) post(payloads.subscription(), std::move(payload));
  }
}

// Source: CloudWatch Logs User Guide, "Real-time processing of log data with subscriptions": what
// can be tried again is tried for up to 24 hours.
void Logs::post(const StoredSubscription& subscription, std::string payload) {
  const std::size_t bytes = payload.size();
  courier_.post(
      {.account = subscription.sender->account,
       .bytes = bytes,
       .delay = kDeliveryDelay,
       .send = [this, sender = subscription.sender,
                invoke = lambda::Invoke{.function_name = subscription.described.destination_arn,
                                        .invocation_type = lambda::invocation_types::kEvent,
                                        .payload = std::move(payload)}]() -> Status {
         EMU_CHECK(world_.client(sender).send(invoke));
         return {};
       }});
}

}  // namespace emu::logs
