#include <fmt/format.h>

#include <string>

#include "core/json/json_writer.h"
#include "server/control/biography.h"
#include "server/control/control.h"
#include "server/control/trace_query.h"

namespace emu::server {

namespace {

constexpr std::size_t kMessageIdBytesMax = 100;

}  // namespace

ControlAnswer get_message(const ControlRequest& request) {
  EMU_CHECK(allow_parameters(request, {}));
  const std::string id(request.rest);
  if (id.empty() || id.size() > kMessageIdBytesMax) {
    return not_found("give the id of a message: /_emu/messages/<MessageId>");
  }
  const Biography biography = read_biography(request.cloud, id);
  if (biography.events.empty()) {
    return not_found(
        fmt::format("nothing in the trace is about a message '{}'; the trace keeps the "
                    "newest {} events",
                    id, request.cloud.options().trace_capacity));
  }
  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.member("message_id", id);
  writer.member("state", biography.state);
  if (!biography.queue.empty()) {
    writer.member("queue", biography.queue);
  }
  writer.member("receive_count", biography.receive_count);
  writer.member("why", biography.why);
  writer.key("events");
  writer.begin_array();
  for (const TraceEvent& event : biography.events) write_trace_event(writer, event);
  writer.end_array();
  writer.end_object();
  return json_answer(std::move(json));
}

}  // namespace emu::server
