// What programs ask that were written for LocalStack: docs/from-localstack.md.
#include <emu/sqs/looks.h>
#include <emu/time.h>
#include <emu/version.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/gate/service_profile.h"
#include "core/hash/hash.h"
#include "core/json/json_writer.h"
#include "core/text/ascii.h"
#include "server/control/control.h"
#include "wire/xml/xml_writer.h"

namespace emu::server {

namespace {

constexpr std::int32_t kMessagesMax = 10'000;

// Of its four stages only the third has scripts here.
struct Stage {
  std::string_view name;
  std::string_view path;
};
constexpr std::array<Stage, 4> kStages = {
    {{"BOOT", "boot"}, {"START", "start"}, {"READY", "ready"}, {"SHUTDOWN", "shutdown"}}};

bool has_ended(const ReadyScript& script) {
  return script.state == ready_states::kSuccessful || script.state == ready_states::kError;
}

bool is_completed(const Stage& stage, const std::vector<ReadyScript>& scripts) {
  if (stage.name == "SHUTDOWN") return false;
  return stage.name != "READY" || std::all_of(scripts.begin(), scripts.end(), &has_ended);
}

void write_scripts(JsonWriter& writer, const std::vector<ReadyScript>& scripts) {
  writer.key("scripts");
  writer.begin_array();
  for (const ReadyScript& script : scripts) {
    writer.begin_object();
    writer.member("stage", "READY");
    writer.member("name", script.name);
    writer.member("state", script.state);
    writer.end_object();
  }
  writer.end_array();
}

bool is_on(const ControlRequest& request, std::string_view name) {
  const std::string* value = find_parameter(request, name);
  return value != nullptr && (*value == "true" || *value == "True" || *value == "1");
}

// "queue URL" of the parameter, or the ARN of /us-east-1/000000000000/orders.
std::string queue_of(const ControlRequest& request) {
  if (const std::string* url = find_parameter(request, "QueueUrl")) return *url;
  std::string_view rest = request.rest;
  const std::string_view region = take_until(rest, '/');
  const std::string_view account = take_until(rest, '/');
  return rest.empty() ? std::string() : fmt::format("arn:aws:sqs:{}:{}:{}", region, account, rest);
}

std::vector<std::pair<std::string_view, std::string>> attributes_of(
    const sqs::QueuedMessage& message) {
  return {{"SenderId", message.sender_id},
          {"SentTimestamp", std::to_string(epoch_millis(message.sent_at))},
          {"ApproximateReceiveCount", std::to_string(message.receive_count)}};
}

// The members of a message as ReceiveMessage gives them, but for a handle: nobody has received it.
std::vector<std::pair<std::string_view, std::string>> members_of(
    const sqs::QueuedMessage& message) {
  return {{"MessageId", message.message_id},
          {"ReceiptHandle", "SQS/BACKDOOR/ACCESS"},
          {"MD5OfBody", md5_hex(message.body)},
          {"Body", message.body}};
}

std::string as_json(const std::vector<sqs::QueuedMessage>& messages) {
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.key("ReceiveMessageResponse");
  writer.begin_object();
  writer.key("ReceiveMessageResult");
  writer.begin_object();
  writer.key("Message");
  writer.begin_array();
  for (const sqs::QueuedMessage& message : messages) {
    writer.begin_object();
    for (const auto& [name, value] : members_of(message)) writer.member(name, value);
    writer.key("Attribute");
    writer.begin_array();
    for (const auto& [name, value] : attributes_of(message)) {
      writer.begin_object();
      writer.member("Name", name);
      writer.member("Value", value);
      writer.end_object();
    }
    writer.end_array();
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  writer.end_object();
  writer.end_object();
  return json;
}

std::string as_xml(const std::vector<sqs::QueuedMessage>& messages) {
  std::string text;
  wire::XmlWriter xml(text);
  xml.open("ReceiveMessageResponse");
  xml.open("ReceiveMessageResult");
  for (const sqs::QueuedMessage& message : messages) {
    xml.open("Message");
    for (const auto& [name, value] : members_of(message)) xml.element(name, value);
    for (const auto& [name, value] : attributes_of(message)) {
      xml.open("Attribute");
      xml.element("Name", name);
      xml.element("Value", value);
      xml.close();
    }
    xml.close();
  }
  xml.close();
  xml.close();
  return text;
}

}  // namespace

// Spaced as Python writes JSON, since scripts look for `"sqs": "running"`. A server that answers
// has all of its services.
ControlAnswer get_localstack_health(const ControlRequest&) {
  std::string services;
  for (const ServiceProfile* service : all_profiles()) {
    services += fmt::format("{}\"{}\": \"running\"", services.empty() ? "" : ", ", service->name);
  }
  return json_answer(fmt::format(R"({{"services": {{{}}}, "edition": "emu", "version": "{}"}})",
                                 services, version()));
}

ControlAnswer get_localstack_init(const ControlRequest& request) {
  const std::vector<ReadyScript> scripts = request.ready_scripts();
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  if (request.rest.empty()) {
    writer.key("completed");
    writer.begin_object();
    for (const Stage& stage : kStages) writer.member(stage.name, is_completed(stage, scripts));
    writer.end_object();
    write_scripts(writer, scripts);
  } else {
    const auto* const stage = std::find_if(kStages.begin(), kStages.end(), [&](const Stage& each) {
      return equal_ignoring_case(each.path, request.rest);
    });
    if (stage == kStages.end()) return not_found(fmt::format("no such stage {}", request.rest));
    writer.member("completed", is_completed(*stage, scripts));
    write_scripts(writer, stage->name == "READY" ? scripts : std::vector<ReadyScript>());
  }
  writer.end_object();
  return json_answer(std::move(json));
}

ControlAnswer post_localstack_reset(const ControlRequest& request) {
  request.cloud.reset();
  return json_answer("{}");
}

ControlAnswer get_sqs_messages(const ControlRequest& request) {
  const std::string queue = queue_of(request);
  if (queue.empty()) return bad_request("the parameter 'QueueUrl' is missing");
  auto seen = request.cloud.look(sqs::PeekQueue{.queue = queue, .limit = kMessagesMax});
  if (!seen.exists) return not_found(fmt::format("there is no queue '{}'", queue));
  const bool shows_invisible = is_on(request, "ShowInvisible");
  const bool shows_delayed = is_on(request, "ShowDelayed");
  std::erase_if(seen.messages, [&](const sqs::QueuedMessage& message) {
    return (message.state == sqs::message_states::kInFlight && !shows_invisible) ||
           (message.state == sqs::message_states::kDelayed && !shows_delayed);
  });
  const std::string* accept = request.http.headers.find("Accept");
  if (accept != nullptr && accept->find("json") != std::string::npos) {
    return json_answer(as_json(seen.messages));
  }
  return HttpResponse{.headers = {{"Content-Type", "text/xml"}, {"Cache-Control", "no-store"}},
                      .body = Blob(as_xml(seen.messages))};
}

}  // namespace emu::server
