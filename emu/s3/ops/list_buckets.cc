// Source: Amazon S3 API Reference, "ListBuckets".
#include <utility>

#include "core/text/base64.h"
#include "s3/bucket_name.h"
#include "s3/errors.h"
#include "s3/limits.h"
#include "s3/service.h"

namespace emu::s3 {

Result<ListBucketsResult> S3::list_buckets(Call& call, const ListBuckets& in) {
  const auto most = static_cast<std::int32_t>(kListBucketsMax);
  if (in.max_buckets && (*in.max_buckets < 1 || *in.max_buckets > most)) {
    return invalid_argument("Argument max-buckets must be an integer between 1 and 10000",
                            "max-buckets", std::to_string(*in.max_buckets));
  }
  if (!in.bucket_region.empty() && !is_region_name(in.bucket_region)) {
    return invalid_argument("Argument value " + in.bucket_region + " is not a valid AWS Region",
                            "bucket-region", in.bucket_region);
  }
  const auto after = base64_decode(in.continuation_token);
  if (!after) return wrong_continuation_token(in.continuation_token);
  const std::size_t limit =
      in.max_buckets ? static_cast<std::size_t>(*in.max_buckets) : kListBucketsMax;

  ListBucketsResult result{.owner = {.id = canonical_user_id(call.account())}, .prefix = in.prefix};
  auto at = *after < in.prefix ? buckets_.lower_bound(in.prefix) : buckets_.upper_bound(*after);
  for (; at != buckets_.end() && at->first.starts_with(in.prefix); ++at) {
    const StoredBucket& bucket = at->second;
    if (bucket.account != call.account()) continue;
    if (!in.bucket_region.empty() && bucket.region != in.bucket_region) continue;
    if (result.buckets.size() == limit) {
      result.continuation_token = base64_encode(result.buckets.back().name);
      break;
    }
    result.buckets.push_back({.name = bucket.name,
                              .creation_date = bucket.created,
                              .bucket_region = bucket.region,
                              .bucket_arn = bucket.arn()});
  }
  return result;
}

}  // namespace emu::s3
