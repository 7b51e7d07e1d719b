#include "lambda/destinations.h"

#include <emu/arn.h>
#include <emu/sqs.h>
#include <fmt/format.h>

#include <string>

#include "core/json/json_view.h"
#include "core/json/json_writer.h"
#include "core/text/utf8.h"
#include "lambda/limits.h"
#include "lambda/queue_url.h"
#include "lambda/role_session.h"

namespace emu::lambda {

namespace {

// A function may answer what is no JSON; in the record it is then a string.
void write_payload(JsonWriter& json, std::string_view payload) {
  std::string why;
  if (JsonDocument::parse(payload, why)) {
    json.raw(payload);
  } else {
    json.string(payload);
  }
}

std::string record(const World& world, const std::string& function_arn, const AsyncEvent& event,
                   const EventEnd& end) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.key("version");
  json.string("1.0");
  json.key("timestamp");
  json.string(iso8601(world.now()));
  json.key("requestContext");
  json.begin_object();
  json.key("requestId");
  json.string(event.request_id);
  json.key("functionArn");
  json.string(function_arn + ":$LATEST");
  json.key("condition");
  json.string(end.condition);
  json.key("approximateInvokeCount");
  json.integer(event.failures + (end.condition == "Success" ? 1 : 0));
  json.end_object();
  json.key("requestPayload");
  json.raw(event.payload.empty() ? std::string_view("{}") : event.payload.view());
  if (end.outcome != nullptr) {
    json.key("responseContext");
    json.begin_object();
    json.key("statusCode");
    json.integer(200);
    json.key("executedVersion");
    json.string("$LATEST");
    if (end.outcome->has_failed) {
      json.key("functionError");
      json.string("Unhandled");
    }
    json.end_object();
    json.key("responsePayload");
    write_payload(json, end.outcome->payload);
  }
  json.end_object();
  return text;
}

sqs::MessageAttributeValue attribute(std::string type, std::string value) {
  return {.string_value = std::move(value), .data_type = std::move(type)};
}

sqs::SendMessage dead_letter(const Arn& queue, const AsyncEvent& event, const EventEnd& end) {
  std::string code = "200";
  std::string message(end.condition);
  if (end.error != nullptr) {
    code = fmt::format("{}", end.error->status);
    message = end.error->message;
  } else if (end.outcome != nullptr) {
    message = end.outcome->payload;
  }
  message = std::string(truncate_utf8(message, kDeadLetterMessageBytesMax));
  return {.queue_url = queue_url(queue),
          .message_body = event.payload.empty() ? "{}" : event.payload.str(),
          .message_attributes = {{"RequestID", attribute("String", event.request_id)},
                                 {"ErrorCode", attribute("Number", std::move(code))},
                                 {"ErrorMessage", attribute("String", std::move(message))}}};
}

Status send_record(Aws& aws, const std::string& arn, std::string text) {
  const std::optional<Arn> target = Arn::parse(arn);
  if (target && target->service == "lambda") {
    EMU_CHECK(aws.send(Invoke{.function_name = arn,
                              .invocation_type = invocation_types::kEvent,
                              .payload = std::move(text)}));
  } else {
    EMU_CHECK(aws.send(
        sqs::SendMessage{.queue_url = queue_url(*target), .message_body = std::move(text)}));
  }
  return {};
}

// The destination that the end of an event has, or null.
const std::string* destination(const Function& function, const EventEnd& end) {
  const auto& config = function.event_invoke_config;
  if (!config || !config->destination_config) return nullptr;
  const DestinationConfig& both = *config->destination_config;
  if (end.condition == "Success") {
    const bool is_set = both.on_success && !both.on_success->destination.value_or("").empty();
    return is_set ? &*both.on_success->destination : nullptr;
  }
  const bool is_set = both.on_failure && !both.on_failure->destination.value_or("").empty();
  return is_set ? &*both.on_failure->destination : nullptr;
}

}  // namespace

bool is_destination(std::string_view arn) {
  const std::optional<Arn> target = Arn::parse(arn);
  return target && (target->service == "sqs" || target->service == "lambda");
}

std::string_view destination_action(std::string_view arn) {
  const std::optional<Arn> target = Arn::parse(arn);
  return target && target->service == "lambda" ? "lambda:InvokeFunction" : "sqs:SendMessage";
}

void deliver(World& world, const LiveFunction& function, const AsyncEvent& event,
             const EventEnd& end) {
  if (end.condition != "Success") {
    world.record<events::AsyncEventDropped>([&](auto& dropped) {
      dropped.function_arn = function.arn();
      dropped.request_id = event.request_id;
      dropped.condition = end.condition;
      dropped.failures = event.failures;
    });
  }
  const std::string* record_to = destination(*function.stored, end);
  const auto& dead_letters = function.stored->configuration.dead_letter_config;
  const bool is_dead = end.condition != "Success" && dead_letters && dead_letters->target_arn;
  if (record_to == nullptr && !is_dead) return;

  // Calls wait, and the configuration may change meanwhile.
  const std::string arn = function.arn();
  const std::string record_arn = record_to != nullptr ? *record_to : std::string();
  const std::string queue_arn = is_dead ? *dead_letters->target_arn : std::string();
  const Revision& revision = *function.revision;
  const Result<CallerPtr> role = assume_role(world, revision);
  const auto dead_letter_sent = [&](const Status& status) {
    world.record<events::DeadLetterSent>([&](auto& sent) {
      sent.function_arn = arn;
      sent.request_id = event.request_id;
      sent.queue_arn = queue_arn;
      if (!status) sent.error_code = status.error().code;
    });
  };
  const auto record_sent = [&](const Status& status) {
    world.record<events::DestinationSent>([&](auto& sent) {
      sent.function_arn = arn;
      sent.request_id = event.request_id;
      sent.destination_arn = record_arn;
      if (!status) sent.error_code = status.error().code;
    });
  };
  if (!role) {
    if (is_dead) dead_letter_sent(role.error());
    if (!record_arn.empty()) record_sent(role.error());
    return;
  }
  Aws aws = world.client(*role);
  if (is_dead) {
    const auto sent = aws.send(dead_letter(*Arn::parse(queue_arn), event, end));
    dead_letter_sent(sent ? Status() : Status(sent.error()));
  }
  if (!record_arn.empty()) {
    record_sent(send_record(aws, record_arn, record(world, arn, event, end)));
  }
}

}  // namespace emu::lambda
