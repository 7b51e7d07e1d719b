#include "s3/lifecycle_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "s3/errors.h"
#include "s3/lifecycle_filter.h"

namespace emu::s3 {

namespace {

// The storage classes in the order in which objects pass through them, and the days that they stay
// there before the same rule moves them on. INTELLIGENT_TIERING asks for none.
struct Stay {
  std::string_view storage_class;
  std::int32_t days;
};
constexpr std::array kStays = {Stay{"STANDARD_IA", 30}, Stay{"ONEZONE_IA", 30},
                               Stay{"GLACIER_IR", 90}, Stay{"GLACIER", 90},
                               Stay{"DEEP_ARCHIVE", 180}};

struct Step {
  std::string_view storage_class;
  std::optional<std::int64_t> day;  // after creation, or of the calendar
};

struct StepWords {
  std::string_view action;
  std::string_view unit;
};

// Every two classes have their order and their distance. AWS does not document the text, which is
// that of its answers to "GLACIER" and "DEEP_ARCHIVE".
Status check_steps(const LifecycleRule& rule, const std::vector<Step>& steps,
                   const StepWords& words) {
  const auto place_of = [](const Step& step) {
    return std::find_if(kStays.begin(), kStays.end(),
                        [&](const Stay& stay) { return stay.storage_class == step.storage_class; });
  };
  for (const Step& earlier : steps) {
    const auto* const stay = place_of(earlier);
    for (const Step& later : steps) {
      const auto* const next = place_of(later);
      if (next == kStays.end() || next <= stay || !earlier.day || !later.day) continue;
      if (*later.day - *earlier.day >= stay->days) continue;
      const std::string objects = LifecycleFilter(rule).text();
      return invalid_argument(
          fmt::format("'{0}' in the '{1}' action for StorageClass '{2}' for {3} must be {4} days "
                      "more than '{3}' in the '{1}' action for StorageClass '{5}'",
                      words.unit, words.action, later.storage_class, objects, stay->days,
                      earlier.storage_class),
          words.unit, std::to_string(*later.day));
    }
  }
  return {};
}

}  // namespace

Status check_transition_steps(const LifecycleRule& rule) {
  std::vector<Step> by_days;
  std::vector<Step> by_date;
  for (const Transition& transition : rule.transitions) {
    by_days.push_back({.storage_class = transition.storage_class, .day = transition.days});
    std::optional<std::int64_t> day;
    if (transition.date) {
      day = std::chrono::floor<std::chrono::days>(*transition.date).time_since_epoch().count();
    }
    by_date.push_back({.storage_class = transition.storage_class, .day = day});
  }
  EMU_CHECK(check_steps(rule, by_days, {.action = "Transition", .unit = "Days"}));
  return check_steps(rule, by_date, {.action = "Transition", .unit = "Date"});
}

Status check_noncurrent_steps(const LifecycleRule& rule) {
  std::vector<Step> steps;
  for (const NoncurrentVersionTransition& transition : rule.noncurrent_version_transitions) {
    steps.push_back({.storage_class = transition.storage_class, .day = transition.noncurrent_days});
  }
  return check_steps(rule, steps,
                     {.action = "NoncurrentVersionTransition", .unit = "NoncurrentDays"});
}

}  // namespace emu::s3
