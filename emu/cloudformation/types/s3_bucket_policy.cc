#include <emu/s3/policies.h>

#include "cloudformation/resource_type.h"

namespace emu::cloudformation {

namespace {

Status put_bucket_policy(Making& making, const std::string& bucket) {
  EMU_CHECK(check_properties(making.properties, {"Bucket", "PolicyDocument"}));
  EMU_TRY(const std::string policy, document_property(making.properties, "PolicyDocument"));
  EMU_CHECK(making.aws.send(s3::PutBucketPolicy{.bucket = bucket, .policy = policy}));
  return {};
}

Status create_bucket_policy(Making& making) {
  EMU_TRY(const std::string bucket, required_text(making.properties, "Bucket"));
  EMU_CHECK(put_bucket_policy(making, bucket));
  making.physical_id = bucket;
  return {};
}

Status remove_bucket_policy(Making& making) {
  EMU_CHECK(making.aws.send(s3::DeleteBucketPolicy{.bucket = making.physical_id}));
  return {};
}

Result<bool> update_bucket_policy(Making& making, const Json& before) {
  if (making.properties.value("Bucket", Json()) != before.value("Bucket", Json())) return false;
  EMU_CHECK(put_bucket_policy(making, making.physical_id));
  return true;
}

}  // namespace

extern const ResourceType kS3BucketPolicy;
const ResourceType kS3BucketPolicy = {.name = "AWS::S3::BucketPolicy",
                                      .create = &create_bucket_policy,
                                      .remove = &remove_bucket_policy,
                                      .update = &update_bucket_policy};

}  // namespace emu::cloudformation
