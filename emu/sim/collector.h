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
  void see(const TraceEvent& event);

  const MessageTracker& messages() const { return messages_; }
  const FunctionTracker& functions() const { return functions_; }
  // ARNs of the queues that were sent to, in the order of their first message.
  const std::vector<std::string>& queues() const { return queues_; }
  // In the order of service and operation.
  std::vector<CallFigures> calls() const;

 private:
  // A service and an operation by the addresses of their literals: comparing texts at each call
  // would cost more than the rest. Equal texts at two addresses are added up in calls().
  struct CallKey {
    const char* service;
    const char* name;
    bool operator==(const CallKey&) const = default;
  };
  struct CallHash {
    std::size_t operator()(const CallKey& key) const;
  };
  struct CallCount {
    std::string_view service;
    std::string_view name;
    std::uint64_t made = 0;
    std::uint64_t failed = 0;
  };

  void count_call(const TraceEvent& event);
  void see_sqs(const TraceEvent& event);
  void note_queue(const std::string& arn);

  MessageTracker messages_;
  FunctionTracker functions_;
  std::vector<std::string> queues_;
  std::unordered_map<CallKey, CallCount, CallHash> calls_;
};

}  // namespace emu::sim
