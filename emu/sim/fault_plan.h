// The rules of a scenario as the gate's fault hook.
#pragma once

#include <emu/fault.h>
#include <emu/sim/report.h>
#include <emu/sim/scenario.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

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
  struct Rule {
    FaultRule rule;
    Random random;
    std::uint64_t matched = 0;
    std::uint64_t injected = 0;
  };
  struct ServiceLatency {
    std::string service;
    Latency latency;
    Random random;
  };

  bool applies(Rule& rule, const FaultPoint& point) const;

  Time begin_;
  std::vector<Rule> rules_;
  std::vector<ServiceLatency> latencies_;
};

// Whether `text` is `pattern`, in which each * stands for any characters.
bool matches_pattern(std::string_view pattern, std::string_view text);

// The same for an ARN, of which a pattern without colons and slashes may also be one part of the
// resource: "orders" is the queue of that name, "worker-role" whoever has taken that role.
bool matches_arn(std::string_view pattern, std::string_view arn);

// A rule in a few words: "sqs SendMessage: answer lost, 1/500".
std::string describe(const FaultRule& rule);

}  // namespace emu::sim
