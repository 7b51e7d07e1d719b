// Faults: what may go wrong with a call, decided at the one gate that every call passes.
//
//   auto guard = cloud.fail({.operation = "UpdateItem",
//                            .call = 2,
//                            .error = Error{.code = "ProvisionedThroughputExceededException"}});
//   …                                    // the second UpdateItem fails so, in AWS's words
//   CHECK(guard.counts().injected == 1);
//
// A rule ends with its guard. Scenarios and the control API know the same rules.
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace emu {

// A probability, from 0 to 1.
struct Ratio {
  std::uint64_t numerator = 1;
  std::uint64_t denominator = 1;
};

// A call that matches everything given has the fault. Of several rules the first one decides.
struct FaultRule {
  std::string service = {};    // "sqs"; empty: any
  std::string operation = {};  // "SendMessage"; empty: any
  // An ARN in which * stands for anything, or one part of its resource, such as a queue's name;
  // empty: any.
  std::string resource = {};
  std::string caller = {};
  Duration from = {};  // since the rule began
  Duration to = Duration::max();
  // Of the calls that match all of the above, counted from 1: only this one, or those from
  // first_call to last_call.
  std::optional<std::uint64_t> call = {};
  std::uint64_t first_call = 1;
  std::uint64_t last_call = UINT64_MAX;
  Ratio chance = {};

  // At least one of these. The call is not executed and fails so; without a message the error has
  // AWS's text and status, where the service knows it. It takes that much longer. It is executed,
  // and its caller sees a time-out.
  std::optional<Error> error = {};
  Duration latency = {};
  bool lose_answer = false;
  // It is executed, and does what its service does now and then: sqs::effects::kDuplicate and the
  // like. Calls of operations that do not know the effect do not match.
  std::string effect = {};
};

struct FaultCounts {
  std::uint64_t matched = 0;   // calls that the rule is about, whichever of them it strikes
  std::uint64_t injected = 0;  // those that it has struck
};

// What Cloud::fail() gives: the rule holds for as long as this lives. It may outlive the Cloud.
class [[nodiscard]] FaultGuard {
 public:
  FaultGuard() = default;  // of no rule
  FaultGuard(std::function<FaultCounts()> counts, std::function<void()> end)
      : counts_(std::move(counts)), end_(std::move(end)) {}
  FaultGuard(FaultGuard&& other) noexcept
      : counts_(std::exchange(other.counts_, nullptr)), end_(std::exchange(other.end_, nullptr)) {}
  FaultGuard& operator=(FaultGuard&& other) noexcept {
    if (this != &other) {
      end();
      counts_ = std::exchange(other.counts_, nullptr);
      end_ = std::exchange(other.end_, nullptr);
    }
    return *this;
  }
  ~FaultGuard() { end(); }

  // So far; zero when the rule has ended.
  FaultCounts counts() const { return counts_ ? counts_() : FaultCounts{}; }

  void end() {
    counts_ = nullptr;
    if (auto ending = std::exchange(end_, nullptr)) ending();
  }

 private:
  std::function<FaultCounts()> counts_ = {};
  std::function<void()> end_ = {};
};

// A call that is about to be executed.
struct FaultPoint {
  std::string_view service;    // "sqs"
  std::string_view operation;  // "SendMessage"
  std::string_view resource;   // ARN, or empty
  std::string_view caller;     // ARN of the principal
  Time at;
};

// What the operation itself is to do beside the usual.
struct FaultEffect {
  std::string_view name = {};  // empty: nothing
  std::uint64_t draw = 0;      // what it needs to draw comes from here
};

struct Fault {
  Duration latency = {};            // passes before the call is executed
  std::optional<Error> error = {};  // the call is not executed and fails so
  bool answer_lost = false;         // executed, but the caller sees a time-out
  FaultEffect effect = {};
};

// Asked once for every call. It must be deterministic: draw only from a seeded source.
using FaultHook = std::function<Fault(const FaultPoint&)>;

}  // namespace emu
