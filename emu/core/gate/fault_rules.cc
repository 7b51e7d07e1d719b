#include "core/gate/fault_rules.h"

#include <emu/arn.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "core/gate/http_call.h"
#include "core/gate/operation_table.h"
#include "core/gate/service_profile.h"
#include "core/text/decimal_text.h"

namespace emu {

namespace {

constexpr int kStatusUnlessSaid = 400;

struct Calls {
  std::uint64_t first;
  std::uint64_t last;
};

Calls calls_of(const FaultRule& rule) {
  if (rule.call) return {*rule.call, *rule.call};
  return {rule.first_call, rule.last_call};
}

// The effect, when the rule has one and the operation knows it.
std::string_view effect_on(const FaultRule& rule, const FaultPoint& point) {
  if (rule.effect.empty()) return {};
  const ServiceProfile* profile = find_profile(point.service);
  if (profile == nullptr) return {};
  const EffectProfile* known = find_effect(*profile, point.operation, rule.effect);
  return known == nullptr ? std::string_view() : known->effect;
}

bool strikes(FaultRules::Entry& entry, const FaultPoint& point) {
  const FaultRule& rule = entry.rule;
  if (!rule.service.empty() && rule.service != point.service) return false;
  if (!rule.operation.empty() && rule.operation != point.operation) return false;
  if (!rule.effect.empty() && effect_on(rule, point).empty()) return false;
  if (point.at - entry.begin < rule.from || point.at - entry.begin >= rule.to) return false;
  if (!rule.resource.empty() && !matches_arn(rule.resource, point.resource)) return false;
  if (!rule.caller.empty() && !matches_arn(rule.caller, point.caller)) return false;
  ++entry.counts.matched;
  const Calls calls = calls_of(rule);
  if (entry.counts.matched < calls.first || entry.counts.matched > calls.last) return false;
  // A certain rule draws nothing.
  if (rule.chance.numerator == rule.chance.denominator) return true;
  return entry.random.chance(rule.chance.numerator, rule.chance.denominator);
}

// What the rule leaves out of its error is as AWS has it.
Error completed(Error error, std::string_view service) {
  const ServiceProfile* profile = find_profile(service);
  const FailureProfile* known = profile == nullptr ? nullptr : find_failure(*profile, error.code);
  if (known != nullptr && error.status == kStatusUnlessSaid) error.status = known->status;
  if (error.message.empty()) {
    error.message = known == nullptr ? "Injected by a fault rule." : std::string(known->message);
  }
  return error;
}

}  // namespace

std::uint64_t FaultRules::add(FaultRule rule, Time begin, Random random) {
  entries_.push_back({.id = ++last_id_, .rule = std::move(rule), .begin = begin, .random = random});
  return last_id_;
}

bool FaultRules::remove(std::uint64_t id) {
  return std::erase_if(entries_, [id](const Entry& entry) { return entry.id == id; }) > 0;
}

const FaultRules::Entry* FaultRules::find(std::uint64_t id) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [id](const Entry& entry) { return entry.id == id; });
  return found == entries_.end() ? nullptr : &*found;
}

Fault FaultRules::decide(const FaultPoint& point) {
  for (Entry& entry : entries_) {
    if (!strikes(entry, point)) continue;
    ++entry.counts.injected;
    Fault fault{.latency = entry.rule.latency, .answer_lost = entry.rule.lose_answer};
    if (entry.rule.error) fault.error = completed(*entry.rule.error, point.service);
    if (!entry.rule.effect.empty()) {
      fault.effect = {.name = effect_on(entry.rule, point), .draw = entry.random.next()};
    }
    return fault;
  }
  return {};
}

std::string wrong_name(const OperationTable& operations, std::string_view service,
                       std::string_view operation) {
  std::set<std::string_view> services;
  bool has_operation = operation.empty();
  const auto see = [&](const OperationName& name) {
    services.insert(name.service);
    const bool may_be_its = service.empty() || service == name.service;
    has_operation = has_operation || (may_be_its && name.name == operation);
  };
  for (const OperationEntry* entry : operations.all()) see(entry->operation->name);
  for (const Operation& of_http : http_operations()) see(of_http.name);
  if (!service.empty() && services.count(service) == 0) {
    return fmt::format("there is no service '{}'; there is {}", service, fmt::join(services, ", "));
  }
  if (has_operation) return {};
  return service.empty() ? fmt::format("no service has an operation '{}'", operation)
                         : fmt::format("{} has no operation '{}'", service, operation);
}

std::string wrong_faults(const FaultRule& rule) {
  if (!rule.error && rule.latency == Duration(0) && !rule.lose_answer && rule.effect.empty()) {
    return "a fault needs an 'error', a 'latency', 'lose_answer: true' or an 'effect'";
  }
  if (rule.error && rule.lose_answer) return "a fault has an 'error' or loses the answer, not both";
  if (rule.error && !rule.effect.empty()) return "a fault has an 'error' or an 'effect', not both";
  return {};
}

std::string wrong_effect(const FaultRule& rule) {
  if (rule.effect.empty()) return {};
  std::set<std::string_view> known;
  for (const ServiceProfile* profile : all_profiles()) {
    if (!rule.service.empty() && rule.service != profile->name) continue;
    for (const EffectProfile& effect : profile->effects) {
      if (rule.operation.empty() || rule.operation == effect.operation) known.insert(effect.effect);
    }
  }
  if (known.count(rule.effect) > 0) return {};
  if (known.empty()) return "such calls know no effects";
  return fmt::format("such calls know no effect '{}'; there is {}", rule.effect,
                     fmt::join(known, ", "));
}

Status check_fault_rule(const FaultRule& rule, const OperationTable& operations) {
  const auto wrong = [](std::string what) {
    return Error{.code = "InvalidFault", .message = std::move(what)};
  };
  std::string name = wrong_name(operations, rule.service, rule.operation);
  if (!name.empty()) return wrong(std::move(name));
  std::string faults = wrong_faults(rule);
  if (!faults.empty()) return wrong(std::move(faults));
  std::string effect = wrong_effect(rule);
  if (!effect.empty()) return wrong(std::move(effect));
  if (rule.to <= rule.from) return wrong("a fault's 'to' is not after its 'from'");
  const Calls calls = calls_of(rule);
  if (calls.first == 0) return wrong("calls are counted from 1");
  if (calls.last < calls.first) return wrong("the last call is before the first");
  if (rule.chance.denominator == 0 || rule.chance.numerator > rule.chance.denominator) {
    return wrong("a chance is a ratio from 0 to 1, such as 1/1000");
  }
  return {};
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

std::optional<Ratio> parse_chance(std::string_view text) {
  constexpr std::size_t kDigitsMax = 12;
  const auto number = take_decimal(text, kDigitsMax);
  if (!number) return std::nullopt;
  Ratio ratio;
  if (text == "%") {
    const std::int64_t whole = power_of_ten(number->digits);
    ratio = {.numerator = static_cast<std::uint64_t>(number->whole * whole + number->fraction),
             .denominator = static_cast<std::uint64_t>(100 * whole)};
  } else {
    if (number->digits != 0 || !text.starts_with('/')) return std::nullopt;
    text.remove_prefix(1);
    const auto denominator = take_decimal(text, kDigitsMax);
    if (!denominator || denominator->digits != 0 || !text.empty()) return std::nullopt;
    ratio = {.numerator = static_cast<std::uint64_t>(number->whole),
             .denominator = static_cast<std::uint64_t>(denominator->whole)};
  }
  if (ratio.denominator == 0 || ratio.numerator > ratio.denominator) return std::nullopt;
  return ratio;
}

std::string describe(const FaultRule& rule, std::string (*duration_text)(Duration)) {
  std::string text = rule.service.empty() ? "any service" : rule.service;
  if (!rule.operation.empty()) text += " " + rule.operation;
  text += ": ";
  if (rule.error) {
    text += rule.error->code;
  } else if (rule.lose_answer) {
    text += "answer lost";
  }
  if (!rule.effect.empty()) {
    if (!text.ends_with(": ")) text += ", ";
    text += rule.effect;
  }
  if (rule.latency > Duration(0)) {
    if (!text.ends_with(": ")) text += ", ";
    text += duration_text(rule.latency) + " longer";
  }
  if (rule.chance.numerator != rule.chance.denominator) {
    text += fmt::format(", {}/{}", rule.chance.numerator, rule.chance.denominator);
  }
  const Calls calls = calls_of(rule);
  if (calls.last != UINT64_MAX) {
    text += calls.first == calls.last ? fmt::format(", call {}", calls.first)
                                      : fmt::format(", calls {} to {}", calls.first, calls.last);
  }
  if (rule.from > Duration(0) || rule.to != Duration::max()) {
    text += ", from " + duration_text(rule.from);
    if (rule.to != Duration::max()) text += " to " + duration_text(rule.to);
  }
  return text;
}

}  // namespace emu
