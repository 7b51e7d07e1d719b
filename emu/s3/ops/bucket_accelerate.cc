// PutBucketAccelerateConfiguration and GetBucketAccelerateConfiguration.
// Source: Amazon S3 API Reference, "PutBucketAccelerateConfiguration"; User Guide, "Configuring
// fast, secure file transfers using Amazon S3 Transfer Acceleration".
#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

Result<Nothing> S3::put_bucket_accelerate_configuration(
    Call& call, const PutBucketAccelerateConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const std::string& status = in.accelerate_configuration.status;
  if (status.empty()) return malformed_xml();
  if (in.bucket.find('.') != in.bucket.npos) {
    return invalid_request(
        "S3 Transfer Acceleration is not supported for buckets with periods (.) in their names");
  }
  bucket->accelerate_status = status;
  return Nothing{};
}

Result<GetBucketAccelerateConfigurationResult> S3::get_bucket_accelerate_configuration(
    Call& call, const GetBucketAccelerateConfiguration& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  return GetBucketAccelerateConfigurationResult{.status = bucket->accelerate_status};
}

}  // namespace emu::s3
