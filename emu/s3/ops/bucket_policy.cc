// Put, Get and DeleteBucketPolicy, and GetBucketPolicyStatus.
// Source: Amazon S3 API Reference, "PutBucketPolicy", "GetBucketPolicy", "DeleteBucketPolicy",
// "GetBucketPolicyStatus".
#include "s3/bucket_policy.h"

#include <utility>

#include "s3/access.h"
#include "s3/errors.h"
#include "s3/policy_principals.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Error no_such_policy(std::string_view bucket) {
  return bucket_error("NoSuchBucketPolicy", "The bucket policy does not exist", 404, bucket);
}

// Other accounts, whatever they are permitted, have no say in it. Source: Amazon S3 API Reference,
// "PutBucketPolicy" (Permissions).
Status check_own(const Call& call, const StoredBucket& bucket) {
  if (!is_outside(call.caller, bucket.account)) return {};
  return method_not_allowed(call.operation.name.method, "BUCKETPOLICY");
}

}  // namespace

Result<Nothing> S3::put_bucket_policy(Call& call, const PutBucketPolicy& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_CHECK(check_own(call, *bucket));
  EMU_TRY(const PolicyFacts facts, check_policy(in.policy, in.bucket));
  const auto& block = bucket->public_access_block;
  if (facts.is_public && block && block->block_public_policy) {
    return public_access_blocked(call, "s3:PutBucketPolicy", in.bucket, "policies",
                                 "BlockPublicPolicy");
  }
  bucket->policy = std::make_shared<const std::string>(with_account_arns(in.policy));
  bucket->policy_is_public = facts.is_public;
  return Nothing{};
}

Result<GetBucketPolicyResult> S3::get_bucket_policy(Call& call, const GetBucketPolicy& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_CHECK(check_own(call, *bucket));
  if (bucket->policy == nullptr) return no_such_policy(in.bucket);
  return GetBucketPolicyResult{.policy = *bucket->policy};
}

Result<Nothing> S3::delete_bucket_policy(Call& call, const DeleteBucketPolicy& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_CHECK(check_own(call, *bucket));
  bucket->policy = nullptr;
  bucket->policy_is_public = false;
  return Nothing{};
}

Result<GetBucketPolicyStatusResult> S3::get_bucket_policy_status(Call& call,
                                                                 const GetBucketPolicyStatus& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  if (bucket->policy == nullptr) return no_such_policy(in.bucket);
  return GetBucketPolicyStatusResult{.policy_status = {.is_public = bucket->policy_is_public}};
}

}  // namespace emu::s3
