#include <set>
#include <string>

#include "logs/errors.h"
#include "logs/limits.h"
#include "logs/service.h"

namespace emu::logs {

namespace {

// A token is the last name of a page. A prefix narrows from where names are read; a pattern is
// a part of the name, without regard to case.
bool contains_without_case(std::string_view name, std::string_view part) {
  auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  for (std::size_t at = 0; at + part.size() <= name.size(); ++at) {
    std::size_t same = 0;
    while (same < part.size() && lower(name[at + same]) == lower(part[same])) ++same;
    if (same == part.size()) return true;
  }
  return false;
}

LogGroup answer_of(const State& here, const std::string& name, const Group& group) {
  return {.log_group_name = name,
          .creation_time = group.creation_time,
          .retention_in_days = group.retention_in_days,
          .metric_filter_count = static_cast<std::int32_t>(group.metric_filters.size()),
          .arn = here.group_arn(name) + ":*",
          .stored_bytes = group.stored_bytes,
          .kms_key_id = group.kms_key_id,
          .log_group_class = group.log_group_class,
          .log_group_arn = here.group_arn(name),
          .deletion_protection_enabled = group.is_protected};
}

// The names behind the identifiers that are asked for.
std::set<std::string> names_of(const State& here, const DescribeLogGroups& in) {
  std::set<std::string> names;
  for (const std::string& identifier : in.log_group_identifiers) {
    names.insert(here.name_of(identifier));
  }
  return names;
}

bool is_wanted(const std::string& name, const Group& group, const DescribeLogGroups& in,
               const std::set<std::string>& names) {
  if (!names.empty() && !names.contains(name)) return false;
  if (!in.log_group_class.empty() && in.log_group_class != group.log_group_class) return false;
  return contains_without_case(name, in.log_group_name_pattern);
}

}  // namespace

// Checks: Amazon CloudWatch Logs API Reference, "DescribeLogGroups".
Result<DescribeLogGroupsResult> Logs::describe_log_groups(Call& call, const DescribeLogGroups& in) {
  if (!in.log_group_name_prefix.empty() && !in.log_group_name_pattern.empty()) {
    return invalid_parameter(
        "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
  }
  if (!in.account_identifiers.empty() && !in.include_linked_accounts.value_or(false)) {
    return invalid_parameter("accountIdentifiers can only be used with includeLinkedAccounts.");
  }
  const bool has_filter = !in.log_group_name_prefix.empty() || !in.log_group_name_pattern.empty() ||
                          !in.log_group_class.empty();
  if (!in.log_group_identifiers.empty() && has_filter) {
    return invalid_parameter(
        "logGroupIdentifiers can only be used with includeLinkedAccounts as another filter.");
  }
  State& here = state(call);
  const std::set<std::string> names = names_of(here, in);
  const auto limit = static_cast<std::size_t>(in.limit.value_or(kDescribePage));

  DescribeLogGroupsResult out;
  auto group = in.next_token > in.log_group_name_prefix
                   ? here.groups.upper_bound(in.next_token)
                   : here.groups.lower_bound(in.log_group_name_prefix);
  for (; group != here.groups.end(); ++group) {
    const auto& [name, found] = *group;
    if (!name.starts_with(in.log_group_name_prefix)) break;
    if (!is_wanted(name, found, in, names)) continue;
    if (out.log_groups.size() == limit) {
      out.next_token = out.log_groups.back().log_group_name;
      break;
    }
    out.log_groups.push_back(answer_of(here, name, found));
  }
  return out;
}

}  // namespace emu::logs
