// Put, Get and DeleteBucketWebsite.
// Source: Amazon S3 API Reference, "PutBucketWebsite", "GetBucketWebsite", "DeleteBucketWebsite".
#include <utility>

#include "s3/errors.h"
#include "s3/http/website.h"
#include "s3/service.h"

namespace emu::s3 {

Result<Nothing> S3::put_bucket_website(Call& call, const PutBucketWebsite& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  EMU_CHECK(check_website(in.website_configuration));
  bucket->website = in.website_configuration;
  return Nothing{};
}

Result<GetBucketWebsiteResult> S3::get_bucket_website(Call& call, const GetBucketWebsite& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  if (!bucket->website) return no_such_website(in.bucket);
  const WebsiteConfiguration& website = *bucket->website;
  return GetBucketWebsiteResult{.index_document = website.index_document,
                                .error_document = website.error_document,
                                .redirect_all_requests_to = website.redirect_all_requests_to,
                                .routing_rules = website.routing_rules};
}

Result<Nothing> S3::delete_bucket_website(Call& call, const DeleteBucketWebsite& in) {
  EMU_TRY(StoredBucket* bucket, open(call, in));
  bucket->website.reset();
  return Nothing{};
}

}  // namespace emu::s3
