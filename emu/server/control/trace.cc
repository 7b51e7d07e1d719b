#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "core/json/json_writer.h"
#include "server/control/control.h"
#include "server/control/trace_query.h"

namespace emu::server {

namespace {

constexpr NumberRange kTraceLimit = {.min = 1, .max = 10'000, .otherwise = 1000};

struct Page {
  std::vector<TraceEvent> events = {};
  std::uint64_t next = 0;    // where the next page begins
  std::uint64_t missed = 0;  // asked for, but no longer kept
};

Page read_page(const Cloud& cloud, std::uint64_t after, std::uint64_t limit,
               const TraceFilter& filter) {
  Page page{.next = after};
  bool is_full = false;
  cloud.each_trace_event([&](const TraceEvent& event) {
    if (is_full || event.sequence <= after) return;
    if (page.next == after) page.missed = event.sequence - after - 1;
    page.next = event.sequence;
    if (!filter.matches(event)) return;
    page.events.push_back(event);
    is_full = page.events.size() == limit;
  });
  return page;
}

}  // namespace

ControlAnswer get_trace(const ControlRequest& request) {
  EMU_CHECK(allow_parameters(request, {"after", "limit", "service", "name", "resource"}));
  EMU_TRY(const auto after, number_parameter(request, "after", {}));
  EMU_TRY(const auto limit, number_parameter(request, "limit", kTraceLimit));
  // A reset lets the numbers begin anew; whoever has read further than they go begins anew too.
  const std::uint64_t from = after > request.cloud.trace_size() ? 0 : after;
  const Page page = read_page(request.cloud, from, limit, read_trace_filter(request));

  std::string json;
  JsonWriter writer(json);
  writer.begin_object();
  writer.key("events");
  writer.begin_array();
  for (const TraceEvent& event : page.events) write_trace_event(writer, event);
  writer.end_array();
  writer.member("next", page.next);
  writer.member("missed", page.missed);
  writer.end_object();
  return json_answer(std::move(json));
}

}  // namespace emu::server
