#include <emu/logs/log_groups.h>

#include "logs/shapes/describe.h"

namespace emu::logs {

void CreateLogGroup::describe(StructureShape<CreateLogGroup>& s) {
  describing::log_group_name(s, "logGroupName", &CreateLogGroup::log_group_name).required();
  s.member("kmsKeyId", &CreateLogGroup::kms_key_id).range(0, 256);
  describing::tags(s);
  describing::log_group_class(s);
  s.member("deletionProtectionEnabled", &CreateLogGroup::deletion_protection_enabled);
}

void DeleteLogGroup::describe(StructureShape<DeleteLogGroup>& s) {
  describing::log_group_name(s, "logGroupName", &DeleteLogGroup::log_group_name).required();
}

void LogGroup::describe(StructureShape<LogGroup>& s) {
  s.member("logGroupName", &LogGroup::log_group_name);
  s.member("creationTime", &LogGroup::creation_time);
  s.member("retentionInDays", &LogGroup::retention_in_days);
  s.member("metricFilterCount", &LogGroup::metric_filter_count);
  s.member("arn", &LogGroup::arn);
  s.member("storedBytes", &LogGroup::stored_bytes);
  s.member("kmsKeyId", &LogGroup::kms_key_id);
  s.member("logGroupClass", &LogGroup::log_group_class);
  s.member("logGroupArn", &LogGroup::log_group_arn);
  s.member("deletionProtectionEnabled", &LogGroup::deletion_protection_enabled);
}

void DescribeLogGroupsResult::describe(StructureShape<DescribeLogGroupsResult>& s) {
  s.member("logGroups", &DescribeLogGroupsResult::log_groups).always();
  s.member("nextToken", &DescribeLogGroupsResult::next_token);
}

void DescribeLogGroups::describe(StructureShape<DescribeLogGroups>& s) {
  s.member("accountIdentifiers", &DescribeLogGroups::account_identifiers)
      .range(0, 20)
      .each({.min = 12, .max = 12, .matches = &pattern::account_id, .pattern = "^\\d{12}$"});
  describing::log_group_name(s, "logGroupNamePrefix", &DescribeLogGroups::log_group_name_prefix);
  s.member("logGroupNamePattern", &DescribeLogGroups::log_group_name_pattern)
      .range(0, 512)
      .pattern(&pattern::log_group_name, "[\\.\\-_/#A-Za-z0-9]*");
  s.member("nextToken", &DescribeLogGroups::next_token);
  s.member("limit", &DescribeLogGroups::limit).range(1, 50);
  s.member("includeLinkedAccounts", &DescribeLogGroups::include_linked_accounts);
  describing::log_group_class(s);
  s.member("logGroupIdentifiers", &DescribeLogGroups::log_group_identifiers)
      .range(1, 50)
      .each({.min = 1,
             .max = 2048,
             .matches = &pattern::log_group_identifier,
             .pattern = pattern::kLogGroupIdentifier});
}

void PutRetentionPolicy::describe(StructureShape<PutRetentionPolicy>& s) {
  describing::log_group_name(s, "logGroupName", &PutRetentionPolicy::log_group_name).required();
  s.member("retentionInDays", &PutRetentionPolicy::retention_in_days).required();
}

void DeleteRetentionPolicy::describe(StructureShape<DeleteRetentionPolicy>& s) {
  describing::log_group_name(s, "logGroupName", &DeleteRetentionPolicy::log_group_name).required();
}

void PutLogGroupDeletionProtection::describe(StructureShape<PutLogGroupDeletionProtection>& s) {
  describing::log_group_identifier(s).required();
  s.member("deletionProtectionEnabled", &PutLogGroupDeletionProtection::deletion_protection_enabled)
      .required();
}

void AssociateKmsKey::describe(StructureShape<AssociateKmsKey>& s) {
  describing::log_group_name(s, "logGroupName", &AssociateKmsKey::log_group_name);
  s.member("kmsKeyId", &AssociateKmsKey::kms_key_id).required().range(0, 256);
  describing::resource_identifier(s);
}

void DisassociateKmsKey::describe(StructureShape<DisassociateKmsKey>& s) {
  describing::log_group_name(s, "logGroupName", &DisassociateKmsKey::log_group_name);
  describing::resource_identifier(s);
}

}  // namespace emu::logs

namespace emu {
EMU_DESCRIBED_OPERATION(logs::CreateLogGroup);
EMU_DESCRIBED_OPERATION(logs::DeleteLogGroup);
EMU_DESCRIBED(logs::LogGroup);
EMU_DESCRIBED(logs::DescribeLogGroupsResult);
EMU_DESCRIBED_OPERATION(logs::DescribeLogGroups);
EMU_DESCRIBED_OPERATION(logs::PutRetentionPolicy);
EMU_DESCRIBED_OPERATION(logs::DeleteRetentionPolicy);
EMU_DESCRIBED_OPERATION(logs::PutLogGroupDeletionProtection);
EMU_DESCRIBED_OPERATION(logs::AssociateKmsKey);
EMU_DESCRIBED_OPERATION(logs::DisassociateKmsKey);
}  // namespace emu
