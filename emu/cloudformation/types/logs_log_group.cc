#include <emu/logs/log_groups.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

constexpr std::size_t kLogGroupNameMax = 512;

Result<logs::CreateLogGroup> read_log_group(const Json& properties) {
  return read_as<logs::CreateLogGroup>(
      properties, {.renamed = {{"LogGroupName", "logGroupName"},
                               {"KmsKeyId", "kmsKeyId"},
                               {"Tags", "tags"},
                               {"LogGroupClass", "logGroupClass"},
                               {"DeletionProtectionEnabled", "deletionProtectionEnabled"}},
                   .apart = {"RetentionInDays", "DataProtectionPolicy", "FieldIndexPolicies",
                             "ResourcePolicyDocument"}});
}

Status set_retention(Making& making, const Json* before) {
  const Json* days = find_property(making.properties, "RetentionInDays");
  if (days != nullptr) {
    EMU_TRY(auto put, read_as<logs::PutRetentionPolicy>(
                          Json{{"RetentionInDays", *days}},
                          {.renamed = {{"RetentionInDays", "retentionInDays"}}}));
    put.log_group_name = making.physical_id;
    EMU_CHECK(making.aws.send(put));
  } else if (before != nullptr && find_property(*before, "RetentionInDays") != nullptr) {
    EMU_CHECK(making.aws.send(logs::DeleteRetentionPolicy{.log_group_name = making.physical_id}));
  }
  return {};
}

Status create_log_group(Making& making) {
  EMU_TRY(auto create, read_log_group(making.properties));
  EMU_TRY(create.log_group_name, making.name("LogGroupName", kLogGroupNameMax));
  EMU_CHECK(making.aws.send(create));
  making.physical_id = create.log_group_name;
  making.attributes = {{"Arn", making.arn("logs", "log-group:" + create.log_group_name + ":*")}};
  return set_retention(making, nullptr);
}

Status remove_log_group(Making& making) {
  EMU_CHECK(making.aws.send(logs::DeleteLogGroup{.log_group_name = making.physical_id}));
  return {};
}

Result<bool> update_log_group(Making& making, const Json& before) {
  Json rest = making.properties;
  Json rest_before = before;
  rest.erase("RetentionInDays");
  rest_before.erase("RetentionInDays");
  if (rest != rest_before) return false;
  EMU_CHECK(set_retention(making, &before));
  return true;
}

}  // namespace

extern const ResourceType kLogsLogGroup;
const ResourceType kLogsLogGroup = {.name = "AWS::Logs::LogGroup",
                                    .attributes = {"Arn"},
                                    .create = &create_log_group,
                                    .remove = &remove_log_group,
                                    .update = &update_log_group};

}  // namespace emu::cloudformation
