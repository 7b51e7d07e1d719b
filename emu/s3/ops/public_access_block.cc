// Put, Get and DeletePublicAccessBlock; Put, Get and DeleteBucketOwnershipControls.
#include <utility>

#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

Result<Nothing> S3::put_public_access_block(Call& call, const PutPublicAccessBlock& in) {
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  (*bucket)->public_access_block = in.public_access_block_configuration;
  return Nothing{};
}

Result<GetPublicAccessBlockResult> S3::get_public_access_block(Call& call,
                                                               const GetPublicAccessBlock& in) {
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  const auto& block = (*bucket)->public_access_block;
  if (!block) return no_such_public_access_block(in.bucket);
  return GetPublicAccessBlockResult{.public_access_block_configuration = *block};
}

Result<Nothing> S3::delete_public_access_block(Call& call, const DeletePublicAccessBlock& in) {
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  (*bucket)->public_access_block.reset();
  return Nothing{};
}

Result<Nothing> S3::put_bucket_ownership_controls(Call& call,
                                                  const PutBucketOwnershipControls& in) {
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  (*bucket)->object_ownership = in.ownership_controls.rules.front().object_ownership;
  return Nothing{};
}

Result<GetBucketOwnershipControlsResult> S3::get_bucket_ownership_controls(
    Call& call, const GetBucketOwnershipControls& in) {
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  const std::string& ownership = (*bucket)->object_ownership;
  if (ownership.empty()) return no_such_ownership_controls(in.bucket);
  return GetBucketOwnershipControlsResult{
      .ownership_controls = {.rules = {{.object_ownership = ownership}}}};
}

Result<Nothing> S3::delete_bucket_ownership_controls(Call& call,
                                                     const DeleteBucketOwnershipControls& in) {
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  (*bucket)->object_ownership.clear();
  return Nothing{};
}

}  // namespace emu::s3
