// The trace: what happened, in order. Reports, logs and tests read it.
#pragma once

#include <emu/time.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace emu {

// One call that passed the gate, or one thing that a service did by itself, such as moving a
// message to its DLQ.
struct TraceEvent {
  std::uint64_t sequence = 0;  // 1, 2, 3 …
  Time at = {};                // when it ended
  Duration took = {};          // a call's time from its entry to its end; 0 for the rest
  std::string_view service;    // "sqs"
  std::string_view name;       // "SendMessage" of a call, "redrive" of an event
  bool is_call = false;
  std::string caller = {};    // ARN of the principal; empty for an event
  std::string resource = {};  // ARN
  std::string subject = {};   // what exactly: a message id, an object's key, a request id
  std::string outcome = {};   // empty: success; else the error's code
  std::string note = {};      // a short text for people
};

// Sees each event as it is recorded. It may not make calls.
using TraceSink = std::function<void(const TraceEvent&)>;

// One line for people: time, caller, call, subject and outcome.
std::string to_string(const TraceEvent& event);

}  // namespace emu
