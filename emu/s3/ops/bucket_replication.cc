// Put, Get and DeleteBucketReplication.
// Source: Amazon S3 API Reference, "PutBucketReplication", "GetBucketReplication",
// "DeleteBucketReplication"; User Guide, "Replication configuration file elements".
#include <utility>

#include "s3/errors.h"
#include "s3/replication_rules.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Error replication_not_found(std::string_view bucket) {
  return bucket_error("ReplicationConfigurationNotFoundError",
                      "The replication configuration was not found", 404, bucket);
}

}  // namespace

Result<Nothing> S3::put_bucket_replication(Call& call, const PutBucketReplication& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_CHECK(check_replication(in.replication_configuration));
  if (bucket->versioning != Versioning::kEnabled) {
    return invalid_request(
        "Versioning must be 'Enabled' on the bucket to apply a replication configuration");
  }
  for (const ReplicationRule& rule : in.replication_configuration.rules) {
    const StoredBucket* destination = find(bucket_of_destination(rule));
    if (destination == nullptr) return invalid_request("Destination bucket must exist.");
    if (destination->versioning != Versioning::kEnabled) {
      return invalid_request("Destination bucket must have versioning enabled.");
    }
  }
  ReplicationConfiguration configuration = in.replication_configuration;
  for (ReplicationRule& rule : configuration.rules) {
    if (rule.id.empty()) rule.id = world_.uuid();
  }
  bucket->replication = std::move(configuration);
  return Nothing{};
}

Result<GetBucketReplicationResult> S3::get_bucket_replication(Call& call,
                                                              const GetBucketReplication& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  if (!bucket->replication) return replication_not_found(in.bucket);
  return GetBucketReplicationResult{.replication_configuration = bucket->replication};
}

Result<Nothing> S3::delete_bucket_replication(Call& call, const DeleteBucketReplication& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  bucket->replication.reset();
  return Nothing{};
}

}  // namespace emu::s3
