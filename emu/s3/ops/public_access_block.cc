// Put, Get and DeletePublicAccessBlock; Put, Get and DeleteBucketOwnershipControls.
// Source: Amazon S3 API Reference, "PutPublicAccessBlock", "PutBucketOwnershipControls" and the
// pages of the other operations.
#include <utility>

#include "s3/acl.h"
#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

Result<Nothing> S3::put_public_access_block(Call& call, const PutPublicAccessBlock& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  bucket->public_access_block = in.public_access_block_configuration;
  return Nothing{};
}

Result<GetPublicAccessBlockResult> S3::get_public_access_block(Call& call,
                                                               const GetPublicAccessBlock& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const auto& block = bucket->public_access_block;
  if (!block) {
    return bucket_error("NoSuchPublicAccessBlockConfiguration",
                        "The public access block configuration was not found", 404, in.bucket);
  }
  return GetPublicAccessBlockResult{.public_access_block_configuration = *block};
}

Result<Nothing> S3::delete_public_access_block(Call& call, const DeletePublicAccessBlock& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  bucket->public_access_block.reset();
  return Nothing{};
}

Result<Nothing> S3::put_bucket_ownership_controls(Call& call,
                                                  const PutBucketOwnershipControls& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const std::string& ownership = in.ownership_controls.rules.front().object_ownership;
  // A list that lets others in must be taken back before lists are disabled.
  // Source: Amazon S3 User Guide, "Controlling ownership of objects and disabling ACLs".
  if (ownership == "BucketOwnerEnforced" &&
      !is_private(bucket->grants, canonical_user_id(bucket->account))) {
    return bucket_acl_without_acls();
  }
  bucket->object_ownership = ownership;
  return Nothing{};
}

Result<GetBucketOwnershipControlsResult> S3::get_bucket_ownership_controls(
    Call& call, const GetBucketOwnershipControls& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  const std::string& ownership = bucket->object_ownership;
  if (ownership.empty()) {
    return bucket_error("OwnershipControlsNotFoundError",
                        "The bucket ownership controls were not found", 404, in.bucket);
  }
  return GetBucketOwnershipControlsResult{
      .ownership_controls = {.rules = {{.object_ownership = ownership}}}};
}

Result<Nothing> S3::delete_bucket_ownership_controls(Call& call,
                                                     const DeleteBucketOwnershipControls& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  bucket->object_ownership.clear();
  return Nothing{};
}

}  // namespace emu::s3
