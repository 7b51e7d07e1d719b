// Put, Get and DeleteBucketCors.
// Source: Amazon S3 API Reference, "PutBucketCors", "GetBucketCors", "DeleteBucketCors".
#include <utility>

#include "s3/errors.h"
#include "s3/http/cors.h"
#include "s3/service.h"

namespace emu::s3 {

namespace {

Error no_such_cors(std::string_view bucket) {
  return bucket_error("NoSuchCORSConfiguration", "The CORS configuration does not exist", 404,
                      bucket);
}

}  // namespace

Result<Nothing> S3::put_bucket_cors(Call& call, const PutBucketCors& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_CHECK(check_cors(in.cors_configuration));
  bucket->cors = in.cors_configuration;
  return Nothing{};
}

Result<GetBucketCorsResult> S3::get_bucket_cors(Call& call, const GetBucketCors& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  if (!bucket->cors) return no_such_cors(in.bucket);
  return GetBucketCorsResult{.cors_rules = bucket->cors->cors_rules};
}

Result<Nothing> S3::delete_bucket_cors(Call& call, const DeleteBucketCors& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  bucket->cors.reset();
  return Nothing{};
}

}  // namespace emu::s3
