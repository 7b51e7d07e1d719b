#include "s3/replication_rules.h"

#include <fmt/format.h>

#include <set>

#include "s3/arn.h"
#include "s3/bucket_name.h"
#include "s3/errors.h"
#include "s3/filter_rules.h"
#include "s3/limits.h"

namespace emu::s3 {

namespace {

Error missing_in_newer_form(std::string_view element) {
  return invalid_request(
      fmt::format("{} must be specified for this version of Cross Region Replication configuration "
                  "schema. Please refer to S3 Developer Guide for more information.",
                  element));
}

Error not_in_older_form(std::string_view element) {
  return invalid_request(
      fmt::format("{} cannot be used for this version of Cross Region Replication configuration "
                  "schema. Please refer to S3 Developer Guide for more information.",
                  element));
}

Status check_filter(const ReplicationRuleFilter& filter) {
  const int conditions = int{filter.prefix.has_value()} + int{filter.tag.has_value()} +
                         int{filter.and_operator.has_value()};
  if (conditions > 1) return malformed_xml();
  return filter.and_operator ? check_and(*filter.and_operator) : Status();
}

Status check_form(const ReplicationRule& rule) {
  if (!rule.filter) {
    if (!rule.prefix) return malformed_xml();
    if (rule.priority) return not_in_older_form("Priority");
    if (rule.delete_marker_replication) return not_in_older_form("DeleteMarkerReplication");
    return {};
  }
  if (rule.prefix) return malformed_xml();
  EMU_CHECK(check_filter(*rule.filter));
  if (!rule.priority) return missing_in_newer_form("Priority");
  if (!rule.delete_marker_replication) return missing_in_newer_form("DeleteMarkerReplication");
  return {};
}

Status check_rule(const ReplicationRule& rule) {
  EMU_CHECK(check_rule_id(rule.id));
  EMU_CHECK(check_form(rule));
  if (!is_bucket_name(bucket_of_destination(rule))) {
    return invalid_argument("Invalid bucket ARN.", "Bucket", rule.destination.bucket);
  }
  return {};
}

}  // namespace

std::string_view bucket_of_destination(const ReplicationRule& rule) {
  return name_of_arn(rule.destination.bucket).bucket;
}

Status check_replication(const ReplicationConfiguration& configuration) {
  if (configuration.rules.empty()) return malformed_xml();
  if (configuration.rules.size() > kReplicationRulesMax) {
    return invalid_request(
        "The number of replication rules must not exceed the allowed limit of 1000 rules.");
  }
  std::set<std::string_view> ids;
  std::set<std::int32_t> priorities;
  for (const ReplicationRule& rule : configuration.rules) {
    EMU_CHECK(check_rule(rule));
    if (!rule.id.empty() && !ids.insert(rule.id).second) {
      return repeated_rule_id(rule.id);
    }
    if (rule.priority && !priorities.insert(*rule.priority).second) {
      return invalid_request(fmt::format("Found duplicate priority {}.", *rule.priority));
    }
  }
  return {};
}

}  // namespace emu::s3
