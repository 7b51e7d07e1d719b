#include "lambda/batch.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/json/json_writer.h"
#include "lambda/limits.h"
#include "lambda/partial_answer.h"

namespace emu::lambda {

namespace {

// Nearly what a record adds to a message's body.
constexpr std::size_t kRecordOverheadBytes = 1024;

void write_attribute(const sqs::MessageAttributeValue& value, JsonWriter& json) {
  json.begin_object();
  if (value.string_value) {
    json.key("stringValue");
    json.string(*value.string_value);
  }
  if (value.binary_value) {
    json.key("binaryValue");
    json.bytes(value.binary_value->view());
  }
  json.key("stringListValues");
  json.begin_array();
  json.end_array();
  json.key("binaryListValues");
  json.begin_array();
  json.end_array();
  json.key("dataType");
  json.string(value.data_type);
  json.end_object();
}

}  // namespace

void Batch::add(sqs::Message message, Time received) {
  waiting_bytes_ += message.body.size() + kRecordOverheadBytes;
  waiting_.push_back({std::move(message), received});
}

void Batch::drop_waiting() {
  waiting_.clear();
  waiting_bytes_ = 0;
}

std::string Batch::take_event(const Arn& queue, std::size_t count_max) {
  const std::string queue_arn = queue.str();
  std::string event;
  event.reserve(std::min(waiting_bytes_, kPayloadBytesMax));
  event += R"({"Records":[)";
  while (!waiting_.empty() && messages_.size() < count_max) {
    const std::size_t end = event.size();
    if (!messages_.empty()) event += ',';
    append_record(waiting_.front().message, queue, queue_arn, event);
    if (event.size() + 2 > kPayloadBytesMax && !messages_.empty()) {
      event.resize(end);
      break;
    }
    if (messages_.empty()) received_ = waiting_.front().received;
    waiting_bytes_ -= waiting_.front().message.body.size() + kRecordOverheadBytes;
    messages_.push_back(std::move(waiting_.front().message));
    waiting_.pop_front();
  }
  event += "]}";
  return event;
}

void append_record(const sqs::Message& message, const Arn& queue, std::string_view queue_arn,
                   std::string& out) {
  JsonWriter json(out);
  json.begin_object();
  json.key("messageId");
  json.string(message.message_id);
  json.key("receiptHandle");
  json.string(message.receipt_handle);
  json.key("body");
  json.string(message.body);
  json.key("attributes");
  json.begin_object();
  for (const auto& [name, value] : message.attributes) {
    json.key(name);
    json.string(value);
  }
  json.end_object();
  json.key("messageAttributes");
  json.begin_object();
  for (const auto& [name, value] : message.message_attributes) {
    json.key(name);
    write_attribute(value, json);
  }
  json.end_object();
  if (!message.md5_of_message_attributes.empty()) {
    json.key("md5OfMessageAttributes");
    json.string(message.md5_of_message_attributes);
  }
  json.key("md5OfBody");
  json.string(message.md5_of_body);
  json.key("eventSource");
  json.string("aws:sqs");
  json.key("eventSourceARN");
  json.string(queue_arn);
  json.key("awsRegion");
  json.string(queue.region);
  json.end_object();
}

std::vector<const sqs::Message*> succeeded(const std::vector<sqs::Message>& messages,
                                           std::string_view answer) {
  const std::optional<ItemIdentifiers> failed = failed_identifiers(answer);
  if (!failed) return {};
  ItemIdentifiers unknown = *failed;
  std::vector<const sqs::Message*> result;
  for (const sqs::Message& message : messages) {
    if (!failed->contains(message.message_id)) result.push_back(&message);
    unknown.erase(message.message_id);
  }
  if (!unknown.empty()) return {};
  return result;
}

}  // namespace emu::lambda
