#include "s3/lifecycle_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "s3/errors.h"
#include "s3/filter_rules.h"
#include "s3/lifecycle_filter.h"
#include "s3/lifecycle_steps.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

bool is_midnight(Time time) { return std::chrono::floor<std::chrono::days>(time) == time; }

Error not_positive(std::string_view member, std::string_view action, std::int32_t value) {
  return invalid_argument(
      fmt::format("'{}' for {} action must be a positive integer", member, action), member,
      std::to_string(value));
}

Status check_positive(std::string_view member, std::string_view action,
                      std::optional<std::int32_t> value) {
  if (value && *value <= 0) return not_positive(member, action, *value);
  return {};
}

Status check_date(const std::optional<Time>& date) {
  if (!date || is_midnight(*date)) return {};
  return invalid_argument("'Date' must be at midnight GMT", "Date", iso8601(*date));
}

bool has_duplicate_keys(const std::vector<Tag>& tags) {
  std::set<std::string_view> keys;
  return !std::all_of(tags.begin(), tags.end(),
                      [&](const Tag& tag) { return keys.insert(tag.key).second; });
}

Status check_sizes(std::optional<std::int64_t> greater, std::optional<std::int64_t> less) {
  if (greater && *greater < 0) {
    return invalid_argument("'ObjectSizeGreaterThan' must be nonnegative", "ObjectSizeGreaterThan",
                            std::to_string(*greater));
  }
  if (less && *less <= 0) {
    return invalid_argument("'ObjectSizeLessThan' must be a positive integer", "ObjectSizeLessThan",
                            std::to_string(*less));
  }
  if (greater && less && *greater >= *less) {
    return invalid_argument(
        "'ObjectSizeLessThan' has to be a value greater than 'ObjectSizeGreaterThan'.",
        "ObjectSizeLessThan", std::to_string(*less));
  }
  return {};
}

Status check_filter(const LifecycleRuleFilter& filter) {
  const int conditions = int{filter.prefix.has_value()} + int{filter.tag.has_value()} +
                         int{filter.object_size_greater_than.has_value()} +
                         int{filter.object_size_less_than.has_value()} +
                         int{filter.and_operator.has_value()};
  if (conditions > 1) return malformed_xml();
  if (!filter.and_operator) {
    return check_sizes(filter.object_size_greater_than, filter.object_size_less_than);
  }
  const LifecycleRuleAndOperator& all = *filter.and_operator;
  EMU_CHECK(check_and(all));
  if (has_duplicate_keys(all.tags)) return invalid_request("Duplicate Tag Keys are not allowed.");
  return check_sizes(all.object_size_greater_than, all.object_size_less_than);
}

bool has_tags(const LifecycleRule& rule) {
  if (!rule.filter) return false;
  return rule.filter->tag ||
         (rule.filter->and_operator && !rule.filter->and_operator->tags.empty());
}

Status check_expiration(const LifecycleRule& rule) {
  const LifecycleExpiration& expiration = *rule.expiration;
  const int members = int{expiration.date.has_value()} + int{expiration.days.has_value()} +
                      int{expiration.expired_object_delete_marker.has_value()};
  if (members != 1) return malformed_xml();
  EMU_CHECK(check_positive("Days", "Expiration", expiration.days));
  EMU_CHECK(check_date(expiration.date));
  if (expiration.expired_object_delete_marker && has_tags(rule)) {
    return invalid_request("ExpiredObjectDeleteMarker cannot be specified with Tags.");
  }
  return {};
}

bool is_infrequent(std::string_view storage_class) {
  return storage_class == "STANDARD_IA" || storage_class == "ONEZONE_IA";
}

Status check_transition(const Transition& transition) {
  if (transition.storage_class.empty()) return malformed_xml();
  if (transition.days.has_value() == transition.date.has_value()) return malformed_xml();
  EMU_CHECK(check_date(transition.date));
  if (!transition.days) return {};
  if (*transition.days < 0) {
    return invalid_argument("'Days' in Transition action must be nonnegative", "Days",
                            std::to_string(*transition.days));
  }
  if (is_infrequent(transition.storage_class) && *transition.days < kInfrequentDaysMin) {
    return invalid_argument(
        fmt::format("'Days' in Transition action must be greater than or equal to {} for "
                    "storageClass '{}'",
                    kInfrequentDaysMin, transition.storage_class),
        "Days", std::to_string(*transition.days));
  }
  return {};
}

// Actions of a rule count either days or are set for dates.
Status check_units(const LifecycleRule& rule) {
  bool has_days = rule.expiration && rule.expiration->days;
  bool has_date = rule.expiration && rule.expiration->date;
  for (const Transition& transition : rule.transitions) {
    has_days = has_days || transition.days;
    has_date = has_date || transition.date;
  }
  if (!has_days || !has_date) return {};
  return invalid_request(
      fmt::format("Found mixed 'Date' and 'Days' based Expiration and Transition actions in "
                  "lifecycle rule for {}",
                  LifecycleFilter(rule).text()));
}

// Each class at most once.
template <class AnyTransition>
Status check_classes(const LifecycleRule& rule, const std::vector<AnyTransition>& transitions,
                     std::string_view action) {
  std::set<std::string_view> classes;
  for (const AnyTransition& transition : transitions) {
    if (classes.insert(transition.storage_class).second) continue;
    return invalid_request(
        fmt::format("'StorageClass' must be different for '{}' actions in same 'Rule' with {}",
                    action, LifecycleFilter(rule).text()));
  }
  return {};
}

Status check_order(const LifecycleRule& rule) {
  EMU_CHECK(check_classes(rule, rule.transitions, "Transition"));
  EMU_CHECK(check_transition_steps(rule));
  for (const Transition& transition : rule.transitions) {
    if (!rule.expiration) continue;
    const LifecycleExpiration& expiration = *rule.expiration;
    const bool days_late =
        expiration.days && transition.days && *expiration.days <= *transition.days;
    const bool date_late =
        expiration.date && transition.date && *expiration.date <= *transition.date;
    if (days_late || date_late) {
      return invalid_argument(
          fmt::format("'{0}' in the Expiration action for {1} must be {2} than '{0}' in the "
                      "Transition action",
                      days_late ? "Days" : "Date", LifecycleFilter(rule).text(),
                      days_late ? "greater" : "later"),
          days_late ? "Days" : "Date", "");
    }
  }
  return {};
}

Status check_newer(std::string_view action, std::optional<std::int32_t> newer) {
  if (!newer || (*newer >= 1 && *newer <= kNewerVersionsMax)) return {};
  return invalid_argument(
      fmt::format("'NewerNoncurrentVersions' for {} action must be a positive integer of at most "
                  "{}",
                  action, kNewerVersionsMax),
      "NewerNoncurrentVersions", std::to_string(*newer));
}

Status check_noncurrent(const LifecycleRule& rule) {
  EMU_CHECK(
      check_classes(rule, rule.noncurrent_version_transitions, "NoncurrentVersionTransition"));
  for (const NoncurrentVersionTransition& transition : rule.noncurrent_version_transitions) {
    if (!transition.noncurrent_days || transition.storage_class.empty()) return malformed_xml();
    if (*transition.noncurrent_days < 0) {
      return invalid_argument(
          "'NoncurrentDays' in NoncurrentVersionTransition action must be nonnegative",
          "NoncurrentDays", std::to_string(*transition.noncurrent_days));
    }
    if (is_infrequent(transition.storage_class) &&
        *transition.noncurrent_days < kInfrequentDaysMin) {
      return invalid_argument(
          fmt::format("'NoncurrentDays' in NoncurrentVersionTransition action must be greater than "
                      "or equal to {} for storageClass '{}'",
                      kInfrequentDaysMin, transition.storage_class),
          "NoncurrentDays", std::to_string(*transition.noncurrent_days));
    }
    EMU_CHECK(check_newer("NoncurrentVersionTransition", transition.newer_noncurrent_versions));
  }
  EMU_CHECK(check_noncurrent_steps(rule));
  if (!rule.noncurrent_version_expiration) return {};
  const NoncurrentVersionExpiration& expiration = *rule.noncurrent_version_expiration;
  if (!expiration.noncurrent_days) return malformed_xml();
  EMU_CHECK(
      check_positive("NoncurrentDays", "NoncurrentVersionExpiration", expiration.noncurrent_days));
  return check_newer("NoncurrentVersionExpiration", expiration.newer_noncurrent_versions);
}

Status check_abort(const LifecycleRule& rule) {
  if (!rule.abort_incomplete_multipart_upload) return {};
  const auto& after = rule.abort_incomplete_multipart_upload->days_after_initiation;
  if (!after) return malformed_xml();
  EMU_CHECK(check_positive("DaysAfterInitiation", "AbortIncompleteMultipartUpload", after));
  if (has_tags(rule)) {
    return invalid_request("AbortIncompleteMultipartUpload cannot be specified with Tags.");
  }
  if (LifecycleFilter(rule).has_size()) {
    return invalid_request("AbortIncompleteMultipartUpload cannot be specified with Object Size.");
  }
  return {};
}

bool has_action(const LifecycleRule& rule) {
  return rule.expiration || !rule.transitions.empty() ||
         !rule.noncurrent_version_transitions.empty() || rule.noncurrent_version_expiration ||
         rule.abort_incomplete_multipart_upload;
}

Status check_rule(const LifecycleRule& rule) {
  if (rule.filter.has_value() == rule.prefix.has_value()) return malformed_xml();
  if (rule.filter) EMU_CHECK(check_filter(*rule.filter));
  EMU_CHECK(check_rule_id(rule.id));
  if (!has_action(rule)) {
    return invalid_request("At least one action needs to be specified in a rule.");
  }
  if (rule.expiration) EMU_CHECK(check_expiration(rule));
  for (const Transition& transition : rule.transitions) EMU_CHECK(check_transition(transition));
  EMU_CHECK(check_units(rule));
  EMU_CHECK(check_order(rule));
  EMU_CHECK(check_noncurrent(rule));
  return check_abort(rule);
}

}  // namespace

Status check_lifecycle(const std::vector<LifecycleRule>& rules) {
  if (rules.empty()) return malformed_xml();
  if (rules.size() > kLifecycleRulesMax) {
    return invalid_request(
        fmt::format("The number of lifecycle rules must not exceed the allowed limit of {} rules",
                    kLifecycleRulesMax));
  }
  std::set<std::string_view> ids;
  for (const LifecycleRule& rule : rules) {
    EMU_CHECK(check_rule(rule));
    if (!rule.id.empty() && !ids.insert(rule.id).second) {
      return repeated_rule_id(rule.id);
    }
  }
  return {};
}

Result<std::string> check_minimum_object_size(const std::string& asked) {
  if (asked.empty()) return std::string("all_storage_classes_128K");
  if (asked == "all_storage_classes_128K" || asked == "varies_by_storage_class") return asked;
  return invalid_argument("Invalid value for x-amz-transition-default-minimum-object-size",
                          "x-amz-transition-default-minimum-object-size", asked);
}

}  // namespace emu::s3
