#include "cloudwatch/state.h"

#include <algorithm>

namespace emu::cloudwatch {

Alarm* RegionState::find_alarm(std::string_view name_or_arn) {
  const auto found = alarms.find(alarm_name_of(name_or_arn));
  return found == alarms.end() ? nullptr : &found->second;
}

// Goes in depth, without recursion since alarms may form long chains: an alarm is left when all
// that follow it have been left.
std::vector<std::string> RegionState::followers(std::string_view name) const {
  using Names = std::set<std::string>;
  struct Step {
    std::string_view name;
    Names::const_iterator next;
    Names::const_iterator end;
  };
  static const Names kNone;
  std::vector<Step> path;
  std::set<std::string_view> seen;
  const auto enter = [&](std::string_view alarm) {
    if (!seen.insert(alarm).second) return;
    const auto found = parents.find(alarm);
    const Names& names = found == parents.end() ? kNone : found->second;
    path.push_back({.name = alarm, .next = names.begin(), .end = names.end()});
  };
  std::vector<std::string> left;
  enter(name);
  while (!path.empty()) {
    Step& step = path.back();
    if (step.next != step.end) {
      enter(*step.next++);
      continue;
    }
    left.emplace_back(step.name);
    path.pop_back();
  }
  left.pop_back();  // the alarm itself
  std::reverse(left.begin(), left.end());
  return left;
}

std::string_view alarm_name_of(std::string_view name_or_arn) {
  constexpr std::string_view kMark = ":alarm:";
  if (!name_or_arn.starts_with("arn:")) return name_or_arn;
  const std::size_t at = name_or_arn.find(kMark);
  return at == name_or_arn.npos ? name_or_arn : name_or_arn.substr(at + kMark.size());
}

}  // namespace emu::cloudwatch
