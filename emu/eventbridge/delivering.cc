// How events get from a bus to the targets of its rules.
#include <emu/arn.h>
#include <emu/logs.h>
#include <emu/sqs.h>

#include <utility>

#include "core/delivery/target_call.h"
#include "core/hash/ids.h"
#include "core/text/queue_url.h"
#include "eventbridge/service.h"

namespace emu::eventbridge {

namespace {

RetryLimits limits_of(const Target& target) {
  RetryLimits limits;
  if (!target.retry_policy) return limits;
  const RetryPolicy& policy = *target.retry_policy;
  if (policy.maximum_retry_attempts) limits.retries_max = *policy.maximum_retry_attempts;
  if (policy.maximum_event_age_in_seconds) {
    limits.age_max = std::chrono::seconds(*policy.maximum_event_age_in_seconds);
  }
  return limits;
}

std::string_view group_of_arn(const Arn& arn) {
  constexpr std::string_view kPrefix = "log-group:";
  std::string_view group = arn.resource;
  if (group.starts_with(kPrefix)) group.remove_prefix(kPrefix.size());
  if (group.ends_with(":*")) group.remove_suffix(2);
  return group;
}

}  // namespace

void EventBridge::put(ServiceEvent event) {
  RegionState& region = regions_.at(event.account, event.region);
  StoredBus& bus = *region.find_bus(kDefaultBus);
  if (bus.rules.empty()) return;
  const auto text =
      std::make_shared<const std::string>(event_text({.id = world_.uuid(),
                                                      .source = std::move(event.source),
                                                      .detail_type = std::move(event.detail_type),
                                                      .account = std::move(event.account),
                                                      .region = std::move(event.region),
                                                      .time = event.time.value_or(world_.now()),
                                                      .resources = std::move(event.resources),
                                                      .detail = std::move(event.detail)}));
  std::string why;
  const auto document = JsonDocument::parse(*text, why);
  // What a client gave the service may be as deep as JSON may be, and is deeper now.
  if (!document) return;
  match(bus, {.text = text, .json = document->root()});
}

void EventBridge::match(StoredBus& bus, const BusEvent& event) {
  for (const auto& [name, rule] : bus.rules) {
    if (!rule.is_enabled() || !rule.pattern || rule.targets.empty()) continue;
    if (pattern::passes(*rule.pattern, event.json)) post(rule, event);
  }
}

void EventBridge::post(const StoredRule& rule, const BusEvent& event) {
  const std::string now = seconds_text(world_.now());
  for (const auto& [id, route] : rule.targets) post(route, event, now);
}

void EventBridge::post(const std::shared_ptr<const Route>& route, const BusEvent& event,
                       const std::string& now) {
  auto made = Brought{.route = route,
                      .event = event.text,
                      .payload = event.text,
                      .refusal = {},
                      .id = world_.uuid(),
                      .is_forwarded = event.is_forwarded,
                      .is_scheduled = event.is_scheduled};
  std::size_t bytes = event.text->size();
  if (!route->input.is_whole_event()) {
    auto payload = route->input.make({.text = *event.text,
                                      .event = event.json,
                                      .rule_arn = route->rule_arn,
                                      .rule_name = route->rule_name,
                                      .ingestion_time = now});
    if (payload) {
      bytes += payload->size();
      made.payload = std::make_shared<const std::string>(*std::move(payload));
    } else {
      made.refusal = payload.error();
    }
  }
  const auto brought = std::make_shared<const Brought>(std::move(made));
  courier_.post(
      {.account = route->account,
       .bytes = bytes,
       .limits = limits_of(route->target),
       .is_background = event.is_scheduled,
       .send = [this, brought] { return bring(*brought); },
       .give_up = [this, brought](const DeliveryFailure& failure) { bury(*brought, failure); }});
}

// Targets are called as EventBridge, whom their policies have to let in, or as the target's role.
// Source: Amazon EventBridge User Guide, "Permissions for event buses in Amazon EventBridge".
Result<CallerPtr> EventBridge::sender_of(const Route& route) {
  if (!route.target.role_arn) return route.sender;
  return session_for_target(world_, *route.target.role_arn, kServicePrincipal, route.region);
}

Status EventBridge::bring(const Brought& brought) {
  if (brought.refusal) return *brought.refusal;
  const Target& target = brought.route->target;
  const std::optional<Arn> arn = Arn::parse(target.arn);
  if (arn->service == "events") return bring_to_bus(brought);
  EMU_TRY(CallerPtr sender, sender_of(*brought.route));
  Aws aws = world_.client(std::move(sender));
  if (arn->service == "logs") return bring_to_log_group(brought, aws);
  TargetCall call{.arn = target.arn, .payload = *brought.payload, .deduplication_id = brought.id};
  if (target.sqs_parameters) call.group_id = target.sqs_parameters->message_group_id;
  return call_target(aws, call);
}

// Each target writes to a stream of its own.
Status EventBridge::bring_to_log_group(const Brought& brought, Aws& aws) {
  const Route& route = *brought.route;
  const std::optional<Arn> arn = Arn::parse(route.target.arn);
  const std::string group(group_of_arn(*arn));
  if (route.log_stream.empty()) {
    const std::string stream = world_.uuid();
    EMU_CHECK(aws.send(logs::CreateLogStream{.log_group_name = group, .log_stream_name = stream}));
    route.log_stream = stream;
  }
  logs::InputLogEvent event{.timestamp = epoch_millis(world_.now()), .message = *brought.payload};
  const auto put = aws.send(logs::PutLogEvents{.log_group_name = group,
                                               .log_stream_name = route.log_stream,
                                               .log_events = {std::move(event)}});
  if (put) return {};
  // Somebody may have deleted the stream: the next event makes another one.
  route.log_stream.clear();
  return put.error();
}

// The event stays what it is: it is no call of PutEvents, but needs the permission for one.
// Sources: Amazon EventBridge User Guide, "Sending and receiving events between AWS accounts",
// "Sending events between event buses in the same account and Region".
Status EventBridge::bring_to_bus(const Brought& brought) {
  const Route& route = *brought.route;
  if (brought.is_forwarded) {
    return Error{.code = "THIRD_ACCOUNT_HOP_DETECTED",
                 .message = "An event that comes from another event bus goes to no third one."};
  }
  CallerPtr sender;
  if (route.target.role_arn) {
    EMU_TRY(sender, sender_of(route));
  } else {
    sender = world_.unnamed_caller(route.account, route.region);
  }
  const auto refusal = world_.authorizer()->refusal(
      {.caller = *sender, .action = "events:PutEvents", .resource = route.target.arn});
  if (refusal) return Error{.code = "NO_PERMISSIONS", .message = *refusal, .status = 403};
  const std::optional<ResourceAddress> address = address_of(route.target.arn);
  StoredBus* bus = find_bus({.name = address->bus}, {address->account, address->region});
  // Nobody has looked at that default bus yet, which has no rules then.
  if (bus == nullptr && address->bus == kDefaultBus) return {};
  if (bus == nullptr) {
    return Error{.code = "NO_RESOURCE", .message = "The event bus does not exist.", .status = 404};
  }
  std::string why;
  const auto document = JsonDocument::parse(*brought.payload, why);
  if (!document || document->root().type() != JsonView::Type::kObject) {
    return Error{.code = "INVALID_JSON", .message = "The input is not an event."};
  }
  match(*bus, {.text = brought.payload,
               .json = document->root(),
               .is_forwarded = true,
               .is_scheduled = brought.is_scheduled});
  return {};
}

// Source: Amazon EventBridge User Guide, "Using dead-letter queues to process undelivered events".
void EventBridge::bury(const Brought& brought, const DeliveryFailure& failure) {
  const Route& route = *brought.route;
  const auto& dead_letters = route.target.dead_letter_config;
  if (!dead_letters || !dead_letters->arn) return;
  sqs::SendMessage message{.queue_url = queue_url(*Arn::parse(*dead_letters->arn)),
                           .message_body = *brought.event};
  sqs::MessageAttributes& attributes = message.message_attributes;
  add_text(attributes, "RULE_ARN", route.rule_arn);
  add_text(attributes, "TARGET_ARN", route.target.arn);
  add_text(attributes, "ERROR_CODE", dead_letter_code(failure.error));
  add_text(attributes, "ERROR_MESSAGE", failure.error.message);
  add_text(attributes, "EXHAUSTED_RETRY_CONDITION", failure.exhausted);
  add_number(attributes, "RETRY_ATTEMPTS", failure.retries);
  // Whatever comes of it: a dead-letter queue has none itself.
  (void)world_.client(route.sender).send(message);
}

}  // namespace emu::eventbridge
