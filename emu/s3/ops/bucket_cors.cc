// Put, Get and DeleteBucketCors.
#include <utility>

#include "s3/cors.h"
#include "s3/errors.h"
#include "s3/service.h"

namespace emu::s3 {

Result<Nothing> S3::put_bucket_cors(Call& call, const PutBucketCors& in) {
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  if (Status valid = check_cors(in.cors_configuration); !valid) return std::move(valid.error());
  (*bucket)->cors = in.cors_configuration;
  return Nothing{};
}

Result<GetBucketCorsResult> S3::get_bucket_cors(Call& call, const GetBucketCors& in) {
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  if (!(*bucket)->cors) return no_such_cors(in.bucket);
  return GetBucketCorsResult{.cors_rules = (*bucket)->cors->cors_rules};
}

Result<Nothing> S3::delete_bucket_cors(Call& call, const DeleteBucketCors& in) {
  auto bucket = open(call, in.bucket, in.expected_bucket_owner);
  if (!bucket) return std::move(bucket.error());
  (*bucket)->cors.reset();
  return Nothing{};
}

}  // namespace emu::s3
