#include <emu/sqs/looks.h>
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "core/json/json_writer.h"
#include "server/control/control.h"

namespace emu::server {

namespace {

constexpr NumberRange kPeekLimit = {.min = 1, .max = 10'000, .otherwise = 100};

void write(JsonWriter& writer, const sqs::QueuedMessage& message) {
  writer.begin_object();
  writer.member("message_id", message.message_id);
  writer.member("state", message.state);
  writer.member("receive_count", message.receive_count);
  writer.member("sent_at", iso8601(message.sent_at));
  if (message.visible_at) {
    writer.member("visible_at", iso8601(*message.visible_at));
  }
  writer.member("sender_id", message.sender_id);
  writer.member("body", message.body);
  writer.end_object();
}

void write(JsonWriter& writer, const sqs::QueueDepth& depth) {
  writer.key("depth");
  writer.begin_object();
  writer.member("visible", depth.visible);
  writer.member("in_flight", depth.in_flight);
  writer.member("delayed", depth.delayed);
  writer.end_object();
}

}  // namespace

ControlAnswer get_queue_peek(const ControlRequest& request) {
  EMU_CHECK(allow_parameters(request, {"queue", "limit"}));
  EMU_TRY(const auto queue, require_parameter(request, "queue"));
  EMU_TRY(const auto limit, number_parameter(request, "limit", kPeekLimit));
  const auto seen =
      request.cloud.look(sqs::PeekQueue{.queue = queue, .limit = static_cast<std::int32_t>(limit)});
  if (!seen.exists) {
    return not_found(fmt::format("there is no queue '{}'; give its URL or its ARN", queue));
  }
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.member("queue", queue);
  write(writer, seen.depth);
  writer.key("messages");
  writer.begin_array();
  for (const sqs::QueuedMessage& message : seen.messages) write(writer, message);
  writer.end_array();
  writer.end_object();
  return json_answer(std::move(json));
}

}  // namespace emu::server
