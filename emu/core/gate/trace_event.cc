// Events as texts.
#include <emu/description.h>
#include <emu/trace.h>
#include <fmt/format.h>

#include <iterator>

#include "core/base/assert.h"
#include "core/gate/event_kinds.h"
#include "core/json/json_codec.h"
#include "core/time/duration_text.h"

namespace emu {

namespace {

constexpr std::string_view kMicroseconds = "_us";

TraceEvent texts_of(const events::CallAnswered& call) {
  return {.took = call.took,
          .service = call.service,
          .name = call.operation,
          .is_call = true,
          .caller = call.caller_arn,
          .resource = call.resource_arn,
          .subject = call.subject,
          .outcome = call.outcome,
          .note = call.note};
}

// Texts as they are, lists with commas.
std::string text_of(const Shape& shape, const void* value) {
  switch (shape.kind) {
    case Kind::kString:
      return std::string(shape.text(value));
    case Kind::kInteger:
      return std::to_string(shape.integer(value));
    case Kind::kTimestamp:
      return iso8601(Time(Duration(shape.integer(value))));
    case Kind::kList: {
      std::string joined;
      for (std::size_t i = 0; i < shape.size(value); ++i) {
        if (i > 0) joined += ',';
        joined += text_of(shape.element(), shape.at(value, i));
      }
      return joined;
    }
    default:
      break;
  }
  // Whoever gives an event a member of another type writes its text here.
  EMU_ASSERT(false, "an event has a member that has no text");
  return {};
}

void add_to_note(const Member& member, const Shape& shape, const void* value, std::string& note) {
  std::string_view name = member.name;
  std::string text;
  if (name.ends_with(kMicroseconds)) {
    name.remove_suffix(kMicroseconds.size());
    text = duration_text(Duration(shape.integer(value)));
  } else {
    text = text_of(shape, value);
  }
  if (!note.empty()) note += ' ';
  fmt::format_to(std::back_inserter(note), "{}={}", name, text);
}

TraceEvent texts_of(const Event& event) {
  TraceEvent out{.service = event.name->service, .name = event.name->name};
  const Shape& shape = event_kinds()[event.kind].shape();
  for (const Member& member : shape.members) {
    const void* value = member.get(event.what, member.offset);
    if (value == nullptr) continue;
    if (member.name == event.name->resource) {
      out.resource = text_of(member.shape(), value);
    } else if (member.name == event.name->subject) {
      out.subject = text_of(member.shape(), value);
    } else {
      add_to_note(member, member.shape(), value, out.note);
    }
  }
  JsonWriter writer(out.details);
  write_json(shape, event.what, writer, JsonTime::kIso8601);
  return out;
}

}  // namespace

TraceEvent to_trace_event(const Event& event) {
  const auto* call = event.as<events::CallAnswered>();
  TraceEvent out = call != nullptr ? texts_of(*call) : texts_of(event);
  out.sequence = event.sequence;
  out.at = event.at;
  return out;
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

std::string to_string(const Event& event) { return to_string(to_trace_event(event)); }

}  // namespace emu
