#include "logs/subscription.h"

#include <utility>

#include "core/json/json_writer.h"
#include "core/text/base64.h"
#include "core/text/compression.h"
#include "logs/limits.h"

namespace emu::logs {

namespace {

std::string event_text(const std::string& id, const InputLogEvent& event) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.member("id", id);
  json.member("timestamp", event.timestamp);
  json.member("message", event.message);
  json.end_object();
  return text;
}

}  // namespace

void SubscriptionPayloads::add(std::size_t index, const Message& message) {
  if (!subscription_.pattern.matches(message)) return;
  const std::string event = event_text(incoming_.id_of(index), incoming_.events[index]);
  if (!document_.empty() && document_.size() + event.size() > kPayloadTextMax) end_document();
  if (document_.empty()) {
    begin_document();
  } else {
    document_ += ',';
  }
  document_ += event;
}

std::vector<std::string> SubscriptionPayloads::end() {
  if (!document_.empty()) end_document();
  return std::move(payloads_);
}

// Source: AWS Lambda Developer Guide, "Using Lambda with CloudWatch Logs".
void SubscriptionPayloads::begin_document() {
  JsonWriter json(document_);
  json.begin_object();
  json.member("messageType", "DATA_MESSAGE");
  json.member("owner", incoming_.account);
  json.member("logGroup", incoming_.group);
  json.member("logStream", incoming_.stream);
  json.key("subscriptionFilters");
  json.begin_array();
  json.string(subscription_.described.filter_name);
  json.end_array();
  json.key("logEvents");
  json.begin_array();
}

void SubscriptionPayloads::end_document() {
  document_ += "]}";
  JsonWriter json(payloads_.emplace_back());
  json.begin_object();
  json.key("awslogs");
  json.begin_object();
  json.member("data", base64_encode(compress(Compression::kGzip, document_)));
  json.end_object();
  json.end_object();
  document_.clear();
}

}  // namespace emu::logs
