// Follows the invocations of Lambda functions through the trace.
#pragma once

#include <emu/sim/report.h>
#include <emu/time.h>
#include <emu/trace.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sim/histogram.h"

namespace emu::sim {

class FunctionTracker {
 public:
  void see(const Event& event);
  void see_call(const events::CallAnswered& call);

  // In the order of their names.
  std::vector<FunctionFigures> figures() const;

 private:
  struct Function {
    std::uint64_t invocations = 0;
    std::uint64_t errors = 0;
    std::uint64_t throttles = 0;
    std::uint64_t running = 0;
    std::uint64_t most_running = 0;
    Histogram duration = {};
  };

  Function& of(std::string_view arn);
  void end(const events::InvocationEnded& ended, Time at);

  std::map<std::string, Function, std::less<>> functions_;  // by ARN
  std::unordered_map<std::string, Time> running_;           // by request id; never walked
};

}  // namespace emu::sim
