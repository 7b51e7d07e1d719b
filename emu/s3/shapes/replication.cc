#include <emu/s3/replication.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void ReplicationRuleAndOperator::describe(StructureShape<ReplicationRuleAndOperator>& s) {
  s.member("Prefix", &ReplicationRuleAndOperator::prefix);
  s.member("Tags", &ReplicationRuleAndOperator::tags).wire_name("Tag").flattened();
}

void ReplicationRuleFilter::describe(StructureShape<ReplicationRuleFilter>& s) {
  s.member("Prefix", &ReplicationRuleFilter::prefix);
  s.member("Tag", &ReplicationRuleFilter::tag);
  s.member("And", &ReplicationRuleFilter::and_operator);
}

void SseKmsEncryptedObjects::describe(StructureShape<SseKmsEncryptedObjects>& s) {
  s.member("Status", &SseKmsEncryptedObjects::status).required().one_of({"Enabled", "Disabled"});
}

void ReplicaModifications::describe(StructureShape<ReplicaModifications>& s) {
  s.member("Status", &ReplicaModifications::status).required().one_of({"Enabled", "Disabled"});
}

void SourceSelectionCriteria::describe(StructureShape<SourceSelectionCriteria>& s) {
  s.member("SseKmsEncryptedObjects", &SourceSelectionCriteria::sse_kms_encrypted_objects);
  s.member("ReplicaModifications", &SourceSelectionCriteria::replica_modifications);
}

void ExistingObjectReplication::describe(StructureShape<ExistingObjectReplication>& s) {
  s.member("Status", &ExistingObjectReplication::status).required().one_of({"Enabled", "Disabled"});
}

void AccessControlTranslation::describe(StructureShape<AccessControlTranslation>& s) {
  s.member("Owner", &AccessControlTranslation::owner).required().one_of({"Destination"});
}

void EncryptionConfiguration::describe(StructureShape<EncryptionConfiguration>& s) {
  s.member("ReplicaKmsKeyID", &EncryptionConfiguration::replica_kms_key_id);
}

void ReplicationTimeValue::describe(StructureShape<ReplicationTimeValue>& s) {
  s.member("Minutes", &ReplicationTimeValue::minutes);
}

void ReplicationTime::describe(StructureShape<ReplicationTime>& s) {
  s.member("Status", &ReplicationTime::status).required().one_of({"Enabled", "Disabled"});
  s.member("Time", &ReplicationTime::time).required();
}

void Metrics::describe(StructureShape<Metrics>& s) {
  s.member("Status", &Metrics::status).required().one_of({"Enabled", "Disabled"});
  s.member("EventThreshold", &Metrics::event_threshold);
}

void Destination::describe(StructureShape<Destination>& s) {
  s.member("Bucket", &Destination::bucket).required();
  s.member("Account", &Destination::account);
  s.member("StorageClass", &Destination::storage_class)
      .one_of({"STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING",
               "GLACIER", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE",
               "FSX_OPENZFS", "FSX_ONTAP"});
  s.member("AccessControlTranslation", &Destination::access_control_translation);
  s.member("EncryptionConfiguration", &Destination::encryption_configuration);
  s.member("ReplicationTime", &Destination::replication_time);
  s.member("Metrics", &Destination::metrics);
}

void DeleteMarkerReplication::describe(StructureShape<DeleteMarkerReplication>& s) {
  s.member("Status", &DeleteMarkerReplication::status).one_of({"Enabled", "Disabled"});
}

void ReplicationRule::describe(StructureShape<ReplicationRule>& s) {
  s.member("ID", &ReplicationRule::id);
  s.member("Priority", &ReplicationRule::priority);
  s.member("Prefix", &ReplicationRule::prefix);
  s.member("Filter", &ReplicationRule::filter);
  s.member("Status", &ReplicationRule::status).required().one_of({"Enabled", "Disabled"});
  s.member("SourceSelectionCriteria", &ReplicationRule::source_selection_criteria);
  s.member("ExistingObjectReplication", &ReplicationRule::existing_object_replication);
  s.member("Destination", &ReplicationRule::destination).required();
  s.member("DeleteMarkerReplication", &ReplicationRule::delete_marker_replication);
}

void ReplicationConfiguration::describe(StructureShape<ReplicationConfiguration>& s) {
  s.member("Role", &ReplicationConfiguration::role).required();
  s.member("Rules", &ReplicationConfiguration::rules).wire_name("Rule").flattened().required();
}

void PutBucketReplication::describe(StructureShape<PutBucketReplication>& s) {
  describing::bucket(s);
  describing::payload_integrity(s);
  s.member("ReplicationConfiguration", &PutBucketReplication::replication_configuration)
      .payload()
      .required();
  s.member("Token", &PutBucketReplication::token).header("x-amz-bucket-object-lock-token");
  describing::expected_owner(s);
}

void GetBucketReplicationResult::describe(StructureShape<GetBucketReplicationResult>& s) {
  s.member("ReplicationConfiguration", &GetBucketReplicationResult::replication_configuration)
      .payload();
}

void GetBucketReplication::describe(StructureShape<GetBucketReplication>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void DeleteBucketReplication::describe(StructureShape<DeleteBucketReplication>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::ReplicationRuleAndOperator);
EMU_DESCRIBED(s3::ReplicationRuleFilter);
EMU_DESCRIBED(s3::SseKmsEncryptedObjects);
EMU_DESCRIBED(s3::ReplicaModifications);
EMU_DESCRIBED(s3::SourceSelectionCriteria);
EMU_DESCRIBED(s3::ExistingObjectReplication);
EMU_DESCRIBED(s3::AccessControlTranslation);
EMU_DESCRIBED(s3::EncryptionConfiguration);
EMU_DESCRIBED(s3::ReplicationTimeValue);
EMU_DESCRIBED(s3::ReplicationTime);
EMU_DESCRIBED(s3::Metrics);
EMU_DESCRIBED(s3::Destination);
EMU_DESCRIBED(s3::DeleteMarkerReplication);
EMU_DESCRIBED(s3::ReplicationRule);
EMU_DESCRIBED(s3::ReplicationConfiguration);
EMU_DESCRIBED_OPERATION(s3::PutBucketReplication);
EMU_DESCRIBED(s3::GetBucketReplicationResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketReplication);
EMU_DESCRIBED_OPERATION(s3::DeleteBucketReplication);
}  // namespace emu
