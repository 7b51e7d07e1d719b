#include "sim/fault_plan.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>

#include "sim/quantities.h"

namespace emu::sim {

FaultPlan::FaultPlan(const std::vector<FaultRule>& rules,
                     const std::map<std::string, Latency>& latency, Time begin,
                     const Random& random)
    : begin_(begin) {
  for (const FaultRule& rule : rules) {
    const std::string stream = fmt::format("fault {}", rules_.size() + 1);
    rules_.push_back({.rule = rule, .random = random.fork(stream)});
  }
  for (const auto& [service, times] : latency) {
    latencies_.push_back(
        {.service = service, .latency = times, .random = random.fork("latency " + service)});
  }
}

Fault FaultPlan::decide(const FaultPoint& point) {
  Fault fault;
  for (ServiceLatency& of : latencies_) {
    if (of.service != point.service) continue;
    const auto span = static_cast<std::uint64_t>((of.latency.max - of.latency.min).count());
    const std::uint64_t extra = span == 0 ? 0 : of.random.below(span + 1);
    fault.latency = of.latency.min + Duration(static_cast<std::int64_t>(extra));
    break;
  }
  for (Rule& rule : rules_) {
    if (!applies(rule, point)) continue;
    ++rule.injected;
    fault.latency += rule.rule.latency;
    fault.error = rule.rule.error;
    fault.answer_lost = rule.rule.lose_answer;
    break;
  }
  return fault;
}

bool FaultPlan::applies(Rule& rule, const FaultPoint& point) const {
  const FaultRule& r = rule.rule;
  if (!r.service.empty() && r.service != point.service) return false;
  if (!r.operation.empty() && r.operation != point.operation) return false;
  if (point.at - begin_ < r.from || point.at - begin_ >= r.to) return false;
  if (!r.resource.empty() && !matches_arn(r.resource, point.resource)) return false;
  if (!r.caller.empty() && !matches_arn(r.caller, point.caller)) return false;
  ++rule.matched;
  if (rule.matched < r.first_call || rule.matched > r.last_call) return false;
  // A certain rule draws nothing.
  if (r.chance.numerator == r.chance.denominator) return true;
  return rule.random.chance(r.chance.numerator, r.chance.denominator);
}

std::vector<FaultFigures> FaultPlan::figures() const {
  std::vector<FaultFigures> figures;
  for (const Rule& rule : rules_) {
    figures.push_back(
        {.rule = describe(rule.rule), .matched = rule.matched, .injected = rule.injected});
  }
  return figures;
}

// Greedy with one point of return: after a *, later text is tried from one character further on.
bool matches_pattern(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = pattern.npos;
  std::size_t after_star = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      after_star = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != pattern.npos) {
      p = star + 1;
      t = ++after_star;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool matches_arn(std::string_view pattern, std::string_view arn) {
  if (matches_pattern(pattern, arn)) return true;
  if (pattern.find_first_of(":/") != pattern.npos) return false;
  const auto parsed = Arn::parse(arn);
  if (!parsed) return false;
  std::string_view resource = parsed->resource;
  while (true) {
    const std::size_t end = std::min(resource.find_first_of(":/"), resource.size());
    if (matches_pattern(pattern, resource.substr(0, end))) return true;
    if (end == resource.size()) return false;
    resource.remove_prefix(end + 1);
  }
}

std::string describe(const FaultRule& rule) {
  std::string text = rule.service.empty() ? "any service" : rule.service;
  if (!rule.operation.empty()) text += " " + rule.operation;
  text += ": ";
  if (rule.error) {
    text += rule.error->code;
  } else if (rule.lose_answer) {
    text += "answer lost";
  }
  if (rule.latency > Duration(0)) {
    if (!text.ends_with(": ")) text += ", ";
    text += format_duration(rule.latency) + " longer";
  }
  if (rule.chance.numerator != rule.chance.denominator) {
    text += fmt::format(", {}/{}", rule.chance.numerator, rule.chance.denominator);
  }
  if (rule.last_call != UINT64_MAX) {
    text += rule.first_call == rule.last_call
                ? fmt::format(", call {}", rule.first_call)
                : fmt::format(", calls {} to {}", rule.first_call, rule.last_call);
  }
  if (rule.from > Duration(0) || rule.to != Duration::max()) {
    text += ", from " + format_duration(rule.from);
    if (rule.to != Duration::max()) text += " to " + format_duration(rule.to);
  }
  return text;
}

}  // namespace emu::sim
