#include "sim/fault_plan.h"

#include <fmt/format.h>

#include "sim/quantities.h"

namespace emu::sim {

FaultPlan::FaultPlan(const std::vector<FaultRule>& rules,
                     const std::map<std::string, Latency>& latency, Time begin,
                     const Random& random) {
  for (const FaultRule& rule : rules) {
    rules_.add(rule, begin, random.fork(fmt::format("fault {}", rules_.last_id() + 1)));
  }
  for (const auto& [service, times] : latency) {
    latencies_.push_back(
        {.service = service, .latency = times, .random = random.fork("latency " + service)});
  }
}

Fault FaultPlan::decide(const FaultPoint& point) {
  Fault fault = rules_.decide(point);
  for (ServiceLatency& of : latencies_) {
    if (of.service != point.service) continue;
    const auto span = static_cast<std::uint64_t>((of.latency.max - of.latency.min).count());
    const std::uint64_t extra = span == 0 ? 0 : of.random.below(span + 1);
    fault.latency += of.latency.min + Duration(static_cast<std::int64_t>(extra));
    break;
  }
  return fault;
}

std::vector<FaultFigures> FaultPlan::figures() const {
  std::vector<FaultFigures> figures;
  for (const FaultRules::Entry& entry : rules_.entries()) {
    figures.push_back({.rule = describe(entry.rule),
                       .matched = entry.counts.matched,
                       .injected = entry.counts.injected});
  }
  return figures;
}

std::string describe(const FaultRule& rule) { return emu::describe(rule, &format_duration); }

}  // namespace emu::sim
