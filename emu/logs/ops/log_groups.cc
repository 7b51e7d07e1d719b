// CreateLogGroup, DeleteLogGroup, and a group's retention and protection.
#include <fmt/format.h>

#include <algorithm>

#include "logs/errors.h"
#include "logs/limits.h"
#include "logs/service.h"

namespace emu::logs {

namespace {

bool is_reserved(std::string_view name) {
  return name.starts_with("aws/") || name.starts_with("AWS/");
}

Error retention_not_allowed(std::int32_t days) {
  return invalid_parameter(
      fmt::format("1 validation error detected: Value '{}' at 'retentionInDays' failed to satisfy "
                  "constraint: Member must satisfy enum value set: [{}]",
                  days, fmt::join(kRetentionDays, ", ")));
}

}  // namespace

// Checks: Amazon CloudWatch Logs API Reference, "CreateLogGroup".
Result<Nothing> Logs::create_log_group(Call& call, const CreateLogGroup& in) {
  State& here = state(call);
  if (is_reserved(in.log_group_name)) {
    return invalid_parameter("Log groups starting with AWS/ are reserved for AWS.");
  }
  if (here.find(in.log_group_name) != nullptr) {
    return already_exists("The specified log group already exists");
  }
  if (here.groups.size() >= kLogGroupsMax) return limit_exceeded();

  here.groups.emplace(
      in.log_group_name,
      Group{.creation_time = now_millis(),
            .kms_key_id = in.kms_key_id,
            .log_group_class =
                in.log_group_class.empty() ? log_group_classes::kStandard : in.log_group_class,
            .tags = in.tags,
            .is_protected = in.deletion_protection_enabled.value_or(false)});
  return Nothing{};
}

// Checks: Amazon CloudWatch Logs API Reference, "DeleteLogGroup".
Result<Nothing> Logs::delete_log_group(Call& call, const DeleteLogGroup& in) {
  State& here = state(call);
  auto found = here.groups.find(in.log_group_name);
  if (found == here.groups.end()) return group_does_not_exist();
  if (found->second.is_protected) return is_protected();
  here.policies.erase_of_group(in.log_group_name);
  here.groups.erase(found);
  return Nothing{};
}

Result<Nothing> Logs::put_log_group_deletion_protection(Call& call,
                                                        const PutLogGroupDeletionProtection& in) {
  EMU_TRY(const State::Found found, state(call).resolve({}, in.log_group_identifier));
  found.group->is_protected = *in.deletion_protection_enabled;
  return Nothing{};
}

// Checks: Amazon CloudWatch Logs API Reference, "PutRetentionPolicy".
Result<Nothing> Logs::put_retention_policy(Call& call, const PutRetentionPolicy& in) {
  Group* group = state(call).find(in.log_group_name);
  const std::int32_t days = *in.retention_in_days;
  if (!std::binary_search(kRetentionDays.begin(), kRetentionDays.end(), days)) {
    return retention_not_allowed(days);
  }
  if (group == nullptr) return group_does_not_exist();
  group->retention_in_days = days;
  return Nothing{};
}

// Checks: Amazon CloudWatch Logs API Reference, "DeleteRetentionPolicy".
Result<Nothing> Logs::delete_retention_policy(Call& call, const DeleteRetentionPolicy& in) {
  Group* group = state(call).find(in.log_group_name);
  if (group == nullptr) return group_does_not_exist();
  group->retention_in_days.reset();
  return Nothing{};
}

}  // namespace emu::logs
