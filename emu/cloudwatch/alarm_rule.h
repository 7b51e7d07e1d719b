// The rule of a composite alarm: 'ALARM("cpu") AND NOT (ALARM(disk) OR OK("net"))'.
// Source: Amazon CloudWatch API Reference, "PutCompositeAlarm".
#pragma once

#include <emu/result.h>

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace emu::cloudwatch {

class AlarmRule {
 public:
  // Errors: ValidationError.
  static Result<AlarmRule> parse(std::string_view text);

  // The alarms that it speaks of, by name or ARN as it says them.
  const std::set<std::string, std::less<>>& children() const { return children_; }
  // Whether it holds, with the state of each of them: "ALARM".
  bool holds(const std::function<std::string_view(const std::string& child)>& state_of) const;

 private:
  friend class AlarmRuleParser;
  enum class Kind : std::uint8_t { kAnd, kOr, kNot, kState, kTrue, kFalse };
  // In reverse Polish order, so that no depth of nesting costs a stack.
  struct Step {
    Kind kind;
    std::string_view state = {};
    std::string child = {};
  };

  std::vector<Step> steps_;
  std::set<std::string, std::less<>> children_;
};

}  // namespace emu::cloudwatch
