// Replication: PutBucketReplication, GetBucketReplication and DeleteBucketReplication. Kept and
// given back; nothing is replicated. Include <emu/s3.h>.
#pragma once

#include <emu/s3/types.h>
#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

struct ReplicationRuleAndOperator {
  std::optional<std::string> prefix = {};
  std::vector<Tag> tags = {};
  static void describe(StructureShape<ReplicationRuleAndOperator>& s);
};

struct ReplicationRuleFilter {
  std::optional<std::string> prefix = {};
  std::optional<Tag> tag = {};
  std::optional<ReplicationRuleAndOperator> and_operator = {};
  static void describe(StructureShape<ReplicationRuleFilter>& s);
};

struct SseKmsEncryptedObjects {
  std::string status;
  static void describe(StructureShape<SseKmsEncryptedObjects>& s);
};

struct ReplicaModifications {
  std::string status;
  static void describe(StructureShape<ReplicaModifications>& s);
};

struct SourceSelectionCriteria {
  std::optional<SseKmsEncryptedObjects> sse_kms_encrypted_objects = {};
  std::optional<ReplicaModifications> replica_modifications = {};
  static void describe(StructureShape<SourceSelectionCriteria>& s);
};

struct ExistingObjectReplication {
  std::string status;
  static void describe(StructureShape<ExistingObjectReplication>& s);
};

struct AccessControlTranslation {
  std::string owner;
  static void describe(StructureShape<AccessControlTranslation>& s);
};

struct EncryptionConfiguration {
  std::string replica_kms_key_id = {};
  static void describe(StructureShape<EncryptionConfiguration>& s);
};

struct ReplicationTimeValue {
  std::optional<std::int32_t> minutes = {};
  static void describe(StructureShape<ReplicationTimeValue>& s);
};

struct ReplicationTime {
  std::string status;
  ReplicationTimeValue time;
  static void describe(StructureShape<ReplicationTime>& s);
};

struct Metrics {
  std::string status;
  std::optional<ReplicationTimeValue> event_threshold = {};
  static void describe(StructureShape<Metrics>& s);
};

struct Destination {
  std::string bucket;
  std::string account = {};
  std::string storage_class = {};
  std::optional<AccessControlTranslation> access_control_translation = {};
  std::optional<EncryptionConfiguration> encryption_configuration = {};
  std::optional<ReplicationTime> replication_time = {};
  std::optional<Metrics> metrics = {};
  static void describe(StructureShape<Destination>& s);
};

struct DeleteMarkerReplication {
  std::string status = {};
  static void describe(StructureShape<DeleteMarkerReplication>& s);
};

// With a Filter, or with the older Prefix, or with neither.
struct ReplicationRule {
  std::string id = {};
  std::optional<std::int32_t> priority = {};
  std::optional<std::string> prefix = {};
  std::optional<ReplicationRuleFilter> filter = {};
  std::string status;
  std::optional<SourceSelectionCriteria> source_selection_criteria = {};
  std::optional<ExistingObjectReplication> existing_object_replication = {};
  Destination destination;
  std::optional<DeleteMarkerReplication> delete_marker_replication = {};
  static void describe(StructureShape<ReplicationRule>& s);
};

// Up to 1,000 rules.
struct ReplicationConfiguration {
  std::string role;
  std::vector<ReplicationRule> rules;
  static void describe(StructureShape<ReplicationConfiguration>& s);
};

// Bucket and destinations must have versioning enabled. A rule without an ID gets one.
// Errors: InvalidRequest, InvalidArgument, MalformedXML.
struct PutBucketReplication {
  static constexpr OperationName kOperation{"s3", "PutBucketReplication", "PUT",
                                            "/{Bucket}?replication"};
  using Result = Nothing;
  std::string bucket;
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  ReplicationConfiguration replication_configuration;
  std::string token = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketReplication>& s);
};

struct GetBucketReplicationResult {
  std::optional<ReplicationConfiguration> replication_configuration = {};
  static void describe(StructureShape<GetBucketReplicationResult>& s);
};

// Errors: ReplicationConfigurationNotFoundError (404).
struct GetBucketReplication {
  static constexpr OperationName kOperation{"s3", "GetBucketReplication", "GET",
                                            "/{Bucket}?replication"};
  using Result = GetBucketReplicationResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketReplication>& s);
};

struct DeleteBucketReplication {
  static constexpr OperationName kOperation{"s3", "DeleteBucketReplication", "DELETE",
                                            "/{Bucket}?replication", 204};
  using Result = Nothing;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucketReplication>& s);
};

}  // namespace emu::s3
