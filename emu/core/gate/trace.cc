#include "core/gate/trace.h"

#include <fmt/format.h>

#include <algorithm>

namespace emu {

TraceEvent& Trace::next_slot() {
  const std::size_t capacity = std::max<std::size_t>(capacity_, 1);
  const std::size_t slot = static_cast<std::size_t>(sequence_ % capacity);
  if (slot == ring_.size()) ring_.emplace_back();
  TraceEvent& event = ring_[slot];
  event.sequence = ++sequence_;
  return event;
}

void Trace::finish(const TraceEvent& event) {
  digest_.add(static_cast<std::uint64_t>(event.at.time_since_epoch().count()));
  digest_.add(static_cast<std::uint64_t>(event.took.count()));
  digest_.add(event.service);
  digest_.add(event.name);
  digest_.add(event.caller);
  digest_.add(event.resource);
  digest_.add(event.subject);
  digest_.add(event.outcome);
  digest_.add(event.note);
  if (sink_) sink_(event);
}

void Trace::event(Time at, std::string_view service, std::string_view name,
                  std::string_view resource, std::string_view subject, std::string_view note) {
  TraceEvent& event = next_slot();
  event.at = at;
  event.took = Duration(0);
  event.service = service;
  event.name = name;
  event.is_call = false;
  event.caller.clear();
  event.resource.assign(resource);
  event.subject.assign(subject);
  event.outcome.clear();
  event.note.assign(note);
  finish(event);
}

void Trace::call(const CallRecord& record) {
  TraceEvent& event = next_slot();
  event.at = record.at;
  event.took = record.took;
  event.service = record.service;
  event.name = record.name;
  event.is_call = true;
  event.caller.assign(record.caller);
  event.resource.assign(record.resource);
  event.subject.assign(record.subject);
  event.outcome.assign(record.outcome);
  event.note.assign(record.note);
  finish(event);
}

void Trace::clear() {
  ring_.clear();
  sequence_ = 0;
  digest_ = {};
}

void Trace::each(const std::function<void(const TraceEvent&)>& visit) const {
  const std::size_t first = ring_.empty() ? 0 : static_cast<std::size_t>(sequence_ % ring_.size());
  for (std::size_t i = 0; i < ring_.size(); ++i) visit(ring_[(first + i) % ring_.size()]);
}

std::string to_string(const TraceEvent& event) {
  std::string line = fmt::format("{} {}:{}", iso8601(event.at), event.service, event.name);
  if (!event.resource.empty()) fmt::format_to(std::back_inserter(line), " {}", event.resource);
  if (!event.subject.empty()) fmt::format_to(std::back_inserter(line), " [{}]", event.subject);
  if (!event.caller.empty()) fmt::format_to(std::back_inserter(line), " by {}", event.caller);
  if (event.took > Duration(0)) {
    fmt::format_to(std::back_inserter(line), " in {:.3f} ms",
                   static_cast<double>(event.took.count()) / 1000.0);
  }
  if (!event.outcome.empty()) fmt::format_to(std::back_inserter(line), " -> {}", event.outcome);
  if (!event.note.empty()) fmt::format_to(std::back_inserter(line), " ({})", event.note);
  return line;
}

}  // namespace emu
