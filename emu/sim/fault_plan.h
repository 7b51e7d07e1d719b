// The rules of a scenario as the gate's fault hook.
#pragma once

#include <emu/fault.h>
#include <emu/sim/report.h>
#include <emu/sim/scenario.h>
#include <emu/time.h>

#include <map>
#include <string>
#include <vector>

#include "core/gate/fault_rules.h"
#include "core/hash/random.h"

namespace emu::sim {

class FaultPlan {
 public:
  // Times in the rules count from `begin`. Each rule and each latency draws from a stream of its
  // own, so that adding one leaves the others as they were.
  FaultPlan(const std::vector<FaultRule>& rules, const std::map<std::string, Latency>& latency,
            Time begin, const Random& random);

  // What happens to a call: its service's latency, and what the first rule says that matches it.
  Fault decide(const FaultPoint& point);

  std::vector<FaultFigures> figures() const;

 private:
  struct ServiceLatency {
    std::string service;
    Latency latency;
    Random random;
  };

  FaultRules rules_;
  std::vector<ServiceLatency> latencies_;
};

// A rule in a few words: "sqs SendMessage: answer lost, 1/500".
std::string describe(const FaultRule& rule);

}  // namespace emu::sim
