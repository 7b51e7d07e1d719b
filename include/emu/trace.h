// The trace: what happened, in order. Reports, logs and tests read it.
#pragma once

#include <emu/events.h>
#include <emu/time.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace emu {

// Something that happened: one of the structs in <emu/events.h>. What as() gives lives as long as
// the callback that was given the event.
struct Event {
  std::uint64_t sequence = 0;  // 1, 2, 3 …
  Time at = {};                // of a call, when it ended
  std::size_t kind = 0;        // its place in events::All
  const EventName* name = nullptr;
  const void* what = nullptr;

  // The struct, or null when it is of another kind.
  template <class T>
  const T* as() const {
    return name == &T::kEvent ? static_cast<const T*>(what) : nullptr;
  }
};

// Sees each event as it is recorded. It may not make calls.
using EventSink = std::function<void(const Event&)>;

// What Cloud::subscribe() gives: the sink sees events for as long as this lives. It may be ended
// from within the sink, and may outlive the Cloud.
class [[nodiscard]] Subscription {
 public:
  Subscription() = default;  // to nothing
  explicit Subscription(std::function<void()> end) : end_(std::move(end)) {}
  Subscription(Subscription&& other) noexcept : end_(std::exchange(other.end_, nullptr)) {}
  Subscription& operator=(Subscription&& other) noexcept {
    if (this != &other) {
      end();
      end_ = std::exchange(other.end_, nullptr);
    }
    return *this;
  }
  ~Subscription() { end(); }

  void end() {
    if (auto ending = std::exchange(end_, nullptr)) ending();
  }

 private:
  std::function<void()> end_ = {};
};

// An event as texts, for whoever shows the trace.
struct TraceEvent {
  std::uint64_t sequence = 0;     // 1, 2, 3 …
  Time at = {};                   // when it ended
  Duration took = {};             // a call's time from its entry to its end; 0 for the rest
  std::string_view service = {};  // "sqs"
  std::string_view name = {};     // "SendMessage" of a call, "MessageRedriven" of an event
  bool is_call = false;
  std::string caller = {};    // ARN of the principal; empty for an event
  std::string resource = {};  // ARN
  std::string subject = {};   // what exactly: a message id, an object's key, a request id
  std::string outcome = {};   // empty: success; else the error's code
  std::string note = {};      // for people: what else is known
  std::string details = {};   // of an event: its members, as a JSON object
};

TraceEvent to_trace_event(const Event& event);

// One line for people: time, caller, call, subject and outcome.
std::string to_string(const TraceEvent& event);
std::string to_string(const Event& event);

}  // namespace emu
