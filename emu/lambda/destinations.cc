#include "lambda/destinations.h"

#include <emu/arn.h>
#include <emu/eventbridge.h>
#include <emu/sns.h>
#include <emu/sqs.h>
#include <fmt/format.h>

#include <string>

#include "core/json/json_view.h"
#include "core/json/json_writer.h"
#include "core/text/queue_url.h"
#include "core/text/utf8.h"
#include "lambda/limits.h"
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

struct RecordToSend {
  const std::string& to;
  const std::string& function_arn;
  bool is_success;
  std::string text;
};

sqs::MessageAttributeValue attribute(std::string type, std::string value) {
  return {.string_value = std::move(value), .data_type = std::move(type)};
}

struct DeadLetter {
  std::string body;
  std::string code;
  std::string message;
};

DeadLetter dead_letter(const AsyncEvent& event, const EventEnd& end) {
  std::string code = "200";
  std::string message(end.condition);
  if (end.error != nullptr) {
    code = fmt::format("{}", end.error->status);
    message = end.error->message;
  } else if (end.outcome != nullptr) {
    message = end.outcome->payload;
  }
  message = std::string(truncate_utf8(message, kDeadLetterMessageBytesMax));
  return {.body = event.payload.empty() ? "{}" : event.payload.str(),
          .code = std::move(code),
          .message = std::move(message)};
}

// A queue and a topic get the same, with attributes of the same names.
Status send_dead_letter(Aws& aws, const std::string& arn, const std::string& request_id,
                        DeadLetter letter) {
  const std::optional<Arn> target = Arn::parse(arn);
  if (target->service == "sns") {
    EMU_CHECK(aws.send(sns::Publish{
        .topic_arn = arn,
        .message = std::move(letter.body),
        .message_attributes = {{"RequestID", {"String", request_id}},
                               {"ErrorCode", {"Number", std::move(letter.code)}},
                               {"ErrorMessage", {"String", std::move(letter.message)}}}}));
    return {};
  }
  EMU_CHECK(aws.send(sqs::SendMessage{
      .queue_url = queue_url(*target),
      .message_body = std::move(letter.body),
      .message_attributes = {{"RequestID", attribute("String", request_id)},
                             {"ErrorCode", attribute("Number", std::move(letter.code))},
                             {"ErrorMessage", attribute("String", std::move(letter.message))}}}));
  return {};
}

// Source: Lambda Developer Guide, "Capturing records of Lambda asynchronous invocations": the
// record is the detail of an event, and the resources are both functions.
Status put_record_on_bus(Aws& aws, const RecordToSend& record) {
  const auto put = aws.send(eventbridge::PutEvents{
      .entries = {{.source = "lambda",
                   .resources = {record.function_arn + ":$LATEST", record.to},
                   .detail_type = record.is_success ? "Lambda Function Invocation Result - Success"
                                                    : "Lambda Function Invocation Result - Failure",
                   .detail = record.text,
                   .event_bus_name = record.to}}});
  EMU_CHECK(put);
  const eventbridge::PutEventsResultEntry& entry = put->entries.front();
  if (entry.error_code.empty()) return {};
  return Error{.code = entry.error_code, .message = entry.error_message};
}

Status send_record(Aws& aws, RecordToSend record) {
  const std::string& arn = record.to;
  std::string& text = record.text;
  const std::optional<Arn> target = Arn::parse(arn);
  if (target && target->service == "events") return put_record_on_bus(aws, record);
  if (target && target->service == "lambda") {
    EMU_CHECK(aws.send(Invoke{.function_name = arn,
                              .invocation_type = invocation_types::kEvent,
                              .payload = std::move(text)}));
  } else if (target && target->service == "sns") {
    EMU_CHECK(aws.send(sns::Publish{.topic_arn = arn, .message = std::move(text)}));
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
  if (!target || is_fifo_queue(arn)) return false;
  if (target->service == "events") return target->resource.starts_with("event-bus/");
  return target->service == "sqs" || target->service == "sns" || target->service == "lambda";
}

std::string_view destination_action(std::string_view arn) {
  const std::optional<Arn> target = Arn::parse(arn);
  if (target && target->service == "lambda") return "lambda:InvokeFunction";
  if (target && target->service == "events") return "events:PutEvents";
  return target && target->service == "sns" ? "sns:Publish" : "sqs:SendMessage";
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
    dead_letter_sent(send_dead_letter(aws, queue_arn, event.request_id, dead_letter(event, end)));
  }
  if (!record_arn.empty()) {
    record_sent(send_record(aws, {.to = record_arn,
                                  .function_arn = arn,
                                  .is_success = end.condition == "Success",
                                  .text = record(world, arn, event, end)}));
  }
}

}  // namespace emu::lambda
