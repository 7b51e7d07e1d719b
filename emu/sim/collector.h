// What a run's figures are made of, taken from the trace as it is recorded.
#pragma once

#include <emu/sim/report.h>
#include <emu/trace.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sim/function_tracker.h"
#include "sim/message_tracker.h"

namespace emu::sim {

class Collector {
 public:
  // What comes of the runner's own calls does not count.
  void see(const Event& event, bool is_own_call);

  const MessageTracker& messages() const { return messages_; }
  const FunctionTracker& functions() const { return functions_; }
  // ARNs of the queues that were sent to, in the order of their first message.
  const std::vector<std::string>& queues() const { return queues_; }
  // In the order of service and operation.
  std::vector<CallFigures> calls() const;

 private:
  struct CallCount {
    std::uint64_t made = 0;
    std::uint64_t failed = 0;
  };

  void count(const Event& event);  // a call, or what came of one
  void note_queue(const std::string& arn);

  MessageTracker messages_;
  FunctionTracker functions_;
  std::vector<std::string> queues_;
  std::unordered_map<const Operation*, CallCount> calls_;
};

}  // namespace emu::sim
