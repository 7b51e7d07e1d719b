// Events as texts.
#include <emu/trace.h>
#include <fmt/format.h>

#include <initializer_list>
#include <iterator>

namespace emu {

namespace {

std::string joined(const std::vector<std::string>& ids) {
  return fmt::format("{}", fmt::join(ids, ","));
}

void tell(const events::CallAnswered& e, TraceEvent& out) {
  out.is_call = true;
  out.took = e.took;
  out.service = e.service;
  out.name = e.operation;
  out.caller = e.caller_arn;
  out.resource = e.resource_arn;
  out.subject = e.subject;
  out.outcome = e.outcome;
  out.note = e.note;
}

void set(TraceEvent& out, std::string_view name, std::string_view resource, std::string subject,
         std::string note = {}) {
  out.name = name;
  out.resource = resource;
  out.subject = std::move(subject);
  out.note = std::move(note);
}

template <class T>
void tell(const T&, TraceEvent&) {}  // not recorded yet

void tell(const events::MessageExpired& e, TraceEvent& out) {
  set(out, "expire", e.queue_arn, e.message_id);
}
void tell(const events::MessageRedriven& e, TraceEvent& out) {
  set(out, "redrive", e.queue_arn, e.message_id, e.dead_letter_queue_arn);
}
void tell(const events::MessageMoved& e, TraceEvent& out) {
  set(out, "move", e.queue_arn, e.message_id, e.destination_arn + " as " + e.new_message_id);
}
void tell(const events::InvocationBegan& e, TraceEvent& out) {
  set(out, "invocation-begins", e.function_arn, e.request_id);
}
void tell(const events::InvocationEnded& e, TraceEvent& out) {
  const bool is_ok = e.result == events::invocation_results::kSucceeded;
  set(out, is_ok ? "invocation-ends" : "invocation-fails", e.function_arn, e.request_id);
}
void tell(const events::BatchFailed& e, TraceEvent& out) {
  set(out, "batch-failed", e.mapping_arn, joined(e.message_ids), e.function_error);
}
void tell(const events::BatchPartlyFailed& e, TraceEvent& out) {
  set(out, "batch-failed", e.mapping_arn, joined(e.message_ids), "ReportBatchItemFailures");
}
void tell(const events::BatchDropped& e, TraceEvent& out) {
  set(out, "batch-dropped", e.mapping_arn, joined(e.message_ids), e.error_code);
}
std::string with_error(const std::string& arn, const std::string& code) {
  return code.empty() ? arn : arn + ": " + code;
}
void tell(const events::DestinationSent& e, TraceEvent& out) {
  set(out, "destination", e.function_arn, e.request_id,
      with_error(e.destination_arn, e.error_code));
}
void tell(const events::DeadLetterSent& e, TraceEvent& out) {
  set(out, "dead-letter", e.function_arn, e.request_id, with_error(e.queue_arn, e.error_code));
}
void tell(const events::ApiRequestAnswered& e, TraceEvent& out) {
  set(out, "request", e.api_arn, e.request_id,
      fmt::format("{} {} {}", e.method, e.target, e.status));
}

template <class... T>
void tell_any(const Event& event, TraceEvent& out, events::List<T...>) {
  const auto try_one = [&](const auto* what) {
    if (what != nullptr) tell(*what, out);
    return what != nullptr;
  };
  (void)(try_one(event.as<T>()) || ...);
}

}  // namespace

TraceEvent to_trace_event(const Event& event) {
  TraceEvent out{.sequence = event.sequence, .at = event.at, .service = event.name->service};
  tell_any(event, out, events::All{});
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
