// Faults: what may go wrong with a call, decided at the one gate that every call passes.
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <functional>
#include <optional>
#include <string_view>

namespace emu {

// A call that is about to be executed.
struct FaultPoint {
  std::string_view service;    // "sqs"
  std::string_view operation;  // "SendMessage"
  std::string_view resource;   // ARN, or empty
  std::string_view caller;     // ARN of the principal
  Time at;
};

struct Fault {
  Duration latency = {};            // passes before the call is executed
  std::optional<Error> error = {};  // the call is not executed and fails so
  bool answer_lost = false;         // executed, but the caller sees a time-out
};

// Asked once for every call. It must be deterministic: draw only from a seeded source.
using FaultHook = std::function<Fault(const FaultPoint&)>;

}  // namespace emu
