#include "cloudformation/sam/events.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cloudformation/advice.h"
#include "cloudformation/functions.h"
#include "cloudformation/sam/event_types.h"

namespace emu::cloudformation::sam {

namespace {

Status check_event(const Building& building, const Source& source, const Event& event) {
  const EventType* type = find_event_type(event.type);
  if (type == nullptr) {
    return invalid_event(
        building, source, event, fmt::format("The event type {} is not answered.", event.type),
        event.type == "Api" ? "write Type: HttpApi" : advice_for(event.type, event_type_names()));
  }
  std::vector<std::string_view> known;
  for (const std::string_view name : type->read) known.push_back(name);
  for (const std::string_view name : type->passed) known.push_back(name);
  std::erase(known, std::string_view());
  for (const Node::Key& key : event.properties.keys) {
    if (std::find(known.begin(), known.end(), key.name) != known.end()) continue;
    Event at = event;
    at.place = key.place;
    return invalid_event(
        building, source, at,
        fmt::format("property {} not defined for resource of type {}", key.name, event.type),
        advice_for(key.name, known));
  }
  if (type->source.empty() || event.properties.find(type->source) != nullptr) return {};
  return invalid_event(building, source, event,
                       fmt::format("Missing required property '{}'.", type->source),
                       fmt::format("add {}: to its Properties", type->source));
}

Status make_mapping(Building& building, const Source& source, const Invoked& invoked,
                    const Event& event, std::string_view from) {
  Node mapping = object(event.place, {{"FunctionName", invoked.ref}});
  copy_as(event.properties, from, "EventSourceArn", mapping);
  copy_members(event.properties, find_event_type(event.type)->passed, mapping);
  if (event.type != "SQS" && mapping.find("StartingPosition") == nullptr) {
    return invalid_event(building, source, event, "Missing required property 'StartingPosition'.",
                         "write StartingPosition: TRIM_HORIZON, or LATEST");
  }
  return add(building, source, event.id, "AWS::Lambda::EventSourceMapping", std::move(mapping),
             event.place);
}

Status make_subscription(Building& building, const Source& source, const Invoked& invoked,
                         const Event& event) {
  Node subscription = object(
      event.place, {{"Endpoint", invoked.arn}, {"Protocol", text_node("lambda", event.place)}});
  copy_as(event.properties, "Topic", "TopicArn", subscription);
  copy_members(event.properties, find_event_type("SNS")->passed, subscription);
  EMU_CHECK(add(building, source, event.id, "AWS::SNS::Subscription", std::move(subscription),
                event.place));
  return make_permission(building, source, invoked, event, "sns.amazonaws.com",
                         *event.properties.find("Topic"));
}

// The target of a rule, with what the event says of it.
Node target_of(const Invoked& invoked, const Event& event) {
  static constexpr std::array<std::string_view, 5> kPassed = {
      "Input", "InputPath", "InputTransformer", "DeadLetterConfig", "RetryPolicy"};
  Node target = object(event.place, {{"Arn", invoked.arn}});
  const Node* given = event.properties.find("Target");
  const std::string_view id = given == nullptr ? std::string_view() : given->text_of("Id");
  target.set("Id",
             text_node(id.empty() ? event.id + "LambdaTarget" : std::string(id), event.place));
  copy_members(event.properties, kPassed, target);
  if (Node* letters = target.find("DeadLetterConfig")) letters->remove("Type");
  return target;
}

Status make_rule(Building& building, const Source& source, const Invoked& invoked,
                 const Event& event) {
  Node rule = map_node(event.place);
  copy_as(event.properties, "Schedule", "ScheduleExpression", rule);
  copy_as(event.properties, "Pattern", "EventPattern", rule);
  copy_as(event.properties, "RuleName", "Name", rule);
  copy_members(event.properties, find_event_type(event.type)->passed, rule);
  if (const Node* enabled = event.properties.find("Enabled")) {
    if (enabled->text != "true" && enabled->text != "false") {
      return invalid_event(building, source, event, "'Enabled' must be a boolean.",
                           "write true or false, or State: with a function");
    }
    rule.set("State", text_node(enabled->text == "true" ? "ENABLED" : "DISABLED", enabled->place));
  }
  rule.set("Targets", list_node({target_of(invoked, event)}, event.place));
  EMU_CHECK(add(building, source, event.id, "AWS::Events::Rule", std::move(rule), event.place));
  return make_permission(building, source, invoked, event, "events.amazonaws.com",
                         get_att_node(event.id, "Arn", event.place));
}

Node scheduler_trust(Place place) {
  const Node service = object(place, {{"Service", texts(place, {"scheduler.amazonaws.com"})}});
  const Node statement = object(place, {{"Effect", text_node("Allow", place)},
                                        {"Action", texts(place, {"sts:AssumeRole"})},
                                        {"Principal", service}});
  return object(place, {{"Version", text_node("2012-10-17", place)},
                        {"Statement", list_node({statement}, place)}});
}

Status make_schedule(Building& building, const Source& source, const Invoked& invoked,
                     const Event& event) {
  const Place place = event.place;
  Node schedule = map_node(place);
  copy_members(event.properties, find_event_type("ScheduleV2")->passed, schedule);
  if (schedule.find("FlexibleTimeWindow") == nullptr) {
    schedule.set("FlexibleTimeWindow", object(place, {{"Mode", text_node("OFF", place)}}));
  }
  schedule.set("Name", text_node(event.id, place));
  copy_as(event.properties, "Name", "Name", schedule);
  if (event.properties.text_of("OmitName") == "true") schedule.remove("Name");
  Node target = object(place, {{"Arn", invoked.arn}});
  target.set("RoleArn", get_att_node(event.id + "Role", "Arn", place));
  static constexpr std::array<std::string_view, 4> kPassed = {"Input", "DeadLetterConfig",
                                                              "RetryPolicy", "RoleArn"};
  copy_members(event.properties, kPassed, target);
  schedule.set("Target", std::move(target));
  EMU_CHECK(
      add(building, source, event.id, "AWS::Scheduler::Schedule", std::move(schedule), place));
  if (event.properties.find("RoleArn") != nullptr) return {};
  const Node statement = object(place, {{"Effect", text_node("Allow", place)},
                                        {"Action", text_node("lambda:InvokeFunction", place)},
                                        {"Resource", invoked.arn}});
  const Node document = object(place, {{"Version", text_node("2012-10-17", place)},
                                       {"Statement", list_node({statement}, place)}});
  const Node policy = object(place, {{"PolicyName", text_node(event.id + "LambdaPolicy", place)},
                                     {"PolicyDocument", document}});
  Node role = object(place, {{"AssumeRolePolicyDocument", scheduler_trust(place)},
                             {"Policies", list_node({policy}, place)}});
  copy_as(event.properties, "PermissionsBoundary", "PermissionsBoundary", role);
  return add(building, source, event.id + "Role", "AWS::IAM::Role", std::move(role), place);
}

// Puts the function into the notifications of a bucket of the template.
Status make_notification(Building& building, const Source& source, const Invoked& invoked,
                         const Event& event) {
  const Node& bucket = *event.properties.find("Bucket");
  const auto call = as_call(bucket);
  Node* resource = call && call->name == "Ref" ? building.made.find(call->argument.text) : nullptr;
  if (resource == nullptr || resource->text_of("Type") != "AWS::S3::Bucket") {
    return invalid_event(building, source, event,
                         "S3 events must reference an S3 bucket in the same template.",
                         "write Bucket: !Ref with the name of an AWS::S3::Bucket of the template");
  }
  const Node* events = event.properties.find("Events");
  if (events == nullptr) {
    return invalid_event(building, source, event, "Missing required property 'Events'.",
                         "write Events: s3:ObjectCreated:*");
  }
  EMU_CHECK(make_permission(building, source, invoked, event, "s3.amazonaws.com", {}));
  // Adding may have moved what lies in the tree.
  resource = building.made.find(call->argument.text);
  if (resource->find("Properties") == nullptr) resource->set("Properties", map_node(event.place));
  Node& properties = *resource->find("Properties");
  if (properties.find("NotificationConfiguration") == nullptr) {
    properties.set("NotificationConfiguration", map_node(event.place));
  }
  Node& configuration = *properties.find("NotificationConfiguration");
  if (configuration.find("LambdaConfigurations") == nullptr) {
    configuration.set("LambdaConfigurations", list_node({}, event.place));
  }
  const std::vector<Node> all = events->is_list() ? events->items : std::vector{*events};
  for (const Node& each : all) {
    Node one = object(event.place, {{"Event", each}, {"Function", invoked.arn}});
    copy_as(event.properties, "Filter", "Filter", one);
    configuration.find("LambdaConfigurations")
        ->items.push_back(conditional(source, std::move(one)));
  }
  // The bucket asks whether it may invoke the function when it is made.
  Node depends = list_node({}, event.place);
  if (const Node* before = resource->find("DependsOn")) {
    depends.items = before->is_list() ? before->items : std::vector{*before};
  }
  depends.items.push_back(text_node(event.id + "Permission", event.place));
  resource->set("DependsOn", std::move(depends));
  return {};
}

}  // namespace

Error invalid_event(const Building& building, const Source& source, const Event& event,
                    std::string_view text, std::string_view advice) {
  return invalid(building, source, event.place,
                 fmt::format("Event with id [{}{}] is invalid. {}", source.id, event.name, text),
                 advice);
}

Result<std::vector<Event>> read_events(const Building& building, const Source& source) {
  std::vector<Event> events;
  const Node* all = source.properties.find("Events");
  if (all == nullptr) return events;
  for (std::size_t i = 0; i < all->keys.size(); ++i) {
    const Node& node = all->items[i];
    Event event{.name = all->keys[i].name,
                .id = source.id + all->keys[i].name,
                .place = all->keys[i].place,
                .type = std::string(node.text_of("Type")),
                .properties = map_node(all->keys[i].place)};
    if (event.type.empty()) {
      return invalid_event(building, source, event, "Missing required property 'Type'.",
                           "add Type: such as SQS or HttpApi");
    }
    if (const Node* properties = node.find("Properties")) event.properties = *properties;
    EMU_CHECK(check_event(building, source, event));
    events.push_back(std::move(event));
  }
  return events;
}

Status make_permission(Building& building, const Source& source, const Invoked& invoked,
                       const Event& event, std::string_view principal, const Node& source_arn) {
  Node permission =
      object(event.place, {{"Action", text_node("lambda:InvokeFunction", event.place)},
                           {"FunctionName", invoked.ref},
                           {"Principal", text_node(principal, event.place)}});
  if (source_arn.is_null()) {
    permission.set("SourceAccount", ref_node("AWS::AccountId", event.place));
  } else {
    permission.set("SourceArn", source_arn);
  }
  return add(building, source, event.id + "Permission", "AWS::Lambda::Permission",
             std::move(permission), event.place);
}

Status make_event(Building& building, const Source& source, const Invoked& invoked,
                  const Event& event) {
  if (event.type == "SQS") return make_mapping(building, source, invoked, event, "Queue");
  if (event.type == "DynamoDB" || event.type == "Kinesis") {
    return make_mapping(building, source, invoked, event, "Stream");
  }
  if (event.type == "SNS") return make_subscription(building, source, invoked, event);
  if (event.type == "S3") return make_notification(building, source, invoked, event);
  if (event.type == "ScheduleV2") return make_schedule(building, source, invoked, event);
  if (event.type == "HttpApi") return make_http_route(building, source, invoked, event);
  return make_rule(building, source, invoked, event);
}

}  // namespace emu::cloudformation::sam
