#include "server/control/trace_query.h"

#include "core/time/duration_text.h"

namespace emu::server {

namespace {

void write_text(JsonWriter& writer, std::string_view key, std::string_view text) {
  if (text.empty()) return;
  writer.member(key, text);
}

std::string text_parameter(const ControlRequest& request, std::string_view name) {
  const std::string* text = find_parameter(request, name);
  return text == nullptr ? std::string() : *text;
}

}  // namespace

TraceFilter read_trace_filter(const ControlRequest& request) {
  return {.service = text_parameter(request, "service"),
          .name = text_parameter(request, "name"),
          .resource = text_parameter(request, "resource")};
}

void write_trace_event(JsonWriter& writer, const TraceEvent& event) {
  writer.begin_object();
  writer.member("sequence", event.sequence);
  writer.member("at", iso8601(event.at));
  if (event.took > Duration(0)) write_text(writer, "took", duration_text(event.took));
  writer.member("service", event.service);
  writer.member("name", event.name);
  writer.member("is_call", event.is_call);
  write_text(writer, "caller", event.caller);
  write_text(writer, "resource", event.resource);
  write_text(writer, "subject", event.subject);
  write_text(writer, "outcome", event.outcome);
  write_text(writer, "note", event.note);
  if (!event.details.empty()) {
    writer.key("details");
    writer.raw(event.details);
  }
  writer.end_object();
}

}  // namespace emu::server
