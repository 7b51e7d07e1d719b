#include <emu/describe.h>
#include <emu/secretsmanager/types.h>

namespace emu::secretsmanager {

void Tag::describe(StructureShape<Tag>& s) {
  s.member("Key", &Tag::key).range(1, 128);
  s.member("Value", &Tag::value).range(0, 256);
}

void Filter::describe(StructureShape<Filter>& s) {
  s.member("Key", &Filter::key)
      .one_of({"description", "name", "tag-key", "tag-value", "primary-region", "owning-service",
               "all"});
  s.member("Values", &Filter::values).range(1, 10).each({.max = 512});
}

void ReplicaRegionType::describe(StructureShape<ReplicaRegionType>& s) {
  s.member("Region", &ReplicaRegionType::region).range(1, 128);
  s.member("KmsKeyId", &ReplicaRegionType::kms_key_id).range(0, 2048);
}

void ReplicationStatusType::describe(StructureShape<ReplicationStatusType>& s) {
  s.member("Region", &ReplicationStatusType::region);
  s.member("KmsKeyId", &ReplicationStatusType::kms_key_id);
  s.member("Status", &ReplicationStatusType::status);
  s.member("StatusMessage", &ReplicationStatusType::status_message);
  s.member("LastAccessedDate", &ReplicationStatusType::last_accessed_date);
}

void RotationRulesType::describe(StructureShape<RotationRulesType>& s) {
  s.member("AutomaticallyAfterDays", &RotationRulesType::automatically_after_days);
  s.member("Duration", &RotationRulesType::duration);
  s.member("ScheduleExpression", &RotationRulesType::schedule_expression);
}

void ExternalSecretRotationMetadataItem::describe(
    StructureShape<ExternalSecretRotationMetadataItem>& s) {
  s.member("Key", &ExternalSecretRotationMetadataItem::key);
  s.member("Value", &ExternalSecretRotationMetadataItem::value);
}

}  // namespace emu::secretsmanager

namespace emu {
EMU_DESCRIBED(secretsmanager::Tag);
EMU_DESCRIBED(secretsmanager::Filter);
EMU_DESCRIBED(secretsmanager::ReplicaRegionType);
EMU_DESCRIBED(secretsmanager::ReplicationStatusType);
EMU_DESCRIBED(secretsmanager::RotationRulesType);
EMU_DESCRIBED(secretsmanager::ExternalSecretRotationMetadataItem);
}  // namespace emu
