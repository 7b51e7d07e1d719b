#include "lambda/discarded_records.h"

#include <emu/arn.h>
#include <emu/sns.h>
#include <emu/sqs.h>
#include <fmt/format.h>

#include "core/json/json_writer.h"
#include "core/text/queue_url.h"

namespace emu::lambda {

namespace {

// A creation time is a whole second: "2019-11-14T00:13:19Z".
std::string whole_second(Time time) {
  const std::string text = iso8601(time);
  return text.substr(0, text.find('.')) + "Z";
}

void write_batch(JsonWriter& json, const Discard& discard) {
  const ReadRecord& first = *discard.records.front();
  const ReadRecord& last = *discard.records.back();
  json.begin_object();
  json.member("shardId", *first.shard_id);
  json.member("startSequenceNumber", first.number());
  json.member("endSequenceNumber", last.number());
  json.member("approximateArrivalOfFirstRecord", whole_second(first.created()));
  json.member("approximateArrivalOfLastRecord", whole_second(last.created()));
  json.member("batchSize", static_cast<std::int64_t>(discard.records.size()));
  json.member("streamArn", discard.stream_arn);
  json.end_object();
}

}  // namespace

std::string discard_record(const Discard& discard, Time now) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.key("requestContext");
  json.begin_object();
  json.member("requestId", discard.attempt.request_id);
  json.member("functionArn", discard.function_arn);
  json.member("condition", discard.condition);
  json.member("approximateInvokeCount", discard.attempt.invocations);
  json.end_object();
  if (discard.attempt.was_invoked) {
    json.key("responseContext");
    json.begin_object();
    json.member("statusCode", 200);
    json.member("executedVersion", "$LATEST");
    if (discard.attempt.function_error) {
      json.member("functionError", *discard.attempt.function_error);
    }
    json.end_object();
  }
  json.member("version", "1.0");
  json.member("timestamp", iso8601(now));
  json.key("DDBStreamBatchInfo");
  write_batch(json, discard);
  json.end_object();
  return text;
}

Status send_discard_record(Aws& as, const std::string& arn, std::string record) {
  const std::optional<Arn> target = Arn::parse(arn);
  if (target->service == "sns") {
    EMU_CHECK(as.send(sns::Publish{.topic_arn = arn, .message = std::move(record)}));
    return {};
  }
  EMU_CHECK(as.send(
      sqs::SendMessage{.queue_url = queue_url(*target), .message_body = std::move(record)}));
  return {};
}

}  // namespace emu::lambda
