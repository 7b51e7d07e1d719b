// What a reader of the trace asks for, and how an event is told.
#pragma once

#include <emu/result.h>
#include <emu/trace.h>

#include <string>
#include <string_view>

#include "core/json/json_writer.h"
#include "server/control/control.h"

namespace emu::server {

// Which events; empty texts match all.
struct TraceFilter {
  std::string service = {};   // "sqs"
  std::string name = {};      // "SendMessage"
  std::string resource = {};  // an ARN or a part of one

  bool matches(const TraceEvent& event) const {
    return (service.empty() || event.service == service) && (name.empty() || event.name == name) &&
           event.resource.find(resource) != std::string::npos;
  }
};

TraceFilter read_trace_filter(const ControlRequest& request);

// As an object. Empty texts are left out.
void write_trace_event(JsonWriter& writer, const TraceEvent& event);

}  // namespace emu::server
