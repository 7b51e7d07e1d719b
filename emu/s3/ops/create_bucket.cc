// Source: Amazon S3 API Reference, "CreateBucket".
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "s3/acl.h"
#include "s3/bucket_name.h"
#include "s3/errors.h"
#include "s3/limits.h"
#include "s3/object_settings.h"
#include "s3/service.h"
#include "s3/tags.h"

namespace emu::s3 {

namespace {

constexpr std::string_view kFirstRegion = "us-east-1";

Error illegal_location_constraint(std::string_view constraint) {
  return make_error(
      "IllegalLocationConstraintException",
      fmt::format("The {} location constraint is incompatible for the region specific "
                  "endpoint this request was sent to.",
                  constraint.empty() ? "unspecified" : constraint),
      400);
}

Error invalid_location_constraint(std::string_view constraint) {
  return make_error("InvalidLocationConstraint", "The specified location-constraint is not valid",
                    400, {{"LocationConstraint", std::string(constraint)}});
}

// Requests to us-east-1 may make buckets in any region; requests to another region only in that.
// Source: Amazon S3 API Reference, "CreateBucket" (LocationConstraint).
Result<std::string> region_of(std::string_view caller_region, std::string_view constraint) {
  const bool is_first = caller_region == kFirstRegion;
  if (constraint.empty()) {
    if (!is_first) return illegal_location_constraint(constraint);
    return std::string(caller_region);
  }
  const std::string_view region = constraint == "EU" ? "eu-west-1" : constraint;
  if (region == kFirstRegion || !is_region_name(region)) {
    if (!is_first && region == kFirstRegion) return illegal_location_constraint(constraint);
    return invalid_location_constraint(constraint);
  }
  if (!is_first && region != caller_region) return illegal_location_constraint(constraint);
  return std::string(region);
}

Status check_ownership(std::string_view ownership) {
  if (ownership.empty() || ownership == "BucketOwnerEnforced" ||
      ownership == "BucketOwnerPreferred" || ownership == "ObjectWriter") {
    return {};
  }
  return invalid_argument("Invalid x-amz-object-ownership header: " + std::string(ownership),
                          "x-amz-object-ownership", ownership);
}

std::string location_of(std::string_view bucket, std::string_view region) {
  if (region == kFirstRegion) return fmt::format("/{}", bucket);
  return fmt::format("http://{}.s3.amazonaws.com/", bucket);
}

Error bucket_already_exists(std::string_view bucket) {
  return bucket_error(
      "BucketAlreadyExists",
      "The requested bucket name is not available. The bucket namespace is shared by "
      "all users of the system. Please select a different name and try again.",
      409, bucket);
}

Error bucket_already_owned_by_you(std::string_view bucket) {
  return bucket_error(
      "BucketAlreadyOwnedByYou",
      "Your previous request to create the named bucket succeeded and you already own it.", 409,
      bucket);
}

}  // namespace

Result<CreateBucketResult> S3::create_bucket(Call& call, const CreateBucket& in) {
  if (!is_bucket_name(in.bucket)) {
    return bucket_error("InvalidBucketName", "The specified bucket is not valid.", 400, in.bucket);
  }
  const CreateBucketConfiguration configuration =
      in.create_bucket_configuration.value_or(CreateBucketConfiguration{});
  if (configuration.location || configuration.bucket) {
    return invalid_request("The configuration is not that of a general purpose bucket.");
  }
  EMU_TRY(std::string region, region_of(call.region(), configuration.location_constraint));
  EMU_CHECK(check_ownership(in.object_ownership));
  AclRequest acl = acl_of(in);
  acl.has_grants = acl.has_grants || !in.grant_write.empty();
  EMU_CHECK(check_new_bucket_acl(acl, in.object_ownership));
  if (in.object_lock_enabled_for_bucket.value_or(false)) {
    return not_implemented_header("x-amz-bucket-object-lock-enabled",
                                  "Object Lock is not supported");
  }
  EMU_CHECK(check_bucket_tags(configuration.tags));

  CreateBucketResult result{.location = location_of(in.bucket, region),
                            .bucket_arn = "arn:aws:s3:::" + in.bucket};
  if (const StoredBucket* existing = find(in.bucket)) {
    if (existing->account != call.account()) return bucket_already_exists(in.bucket);
    const bool again = region == kFirstRegion && existing->region == kFirstRegion;
    if (!again) return bucket_already_owned_by_you(in.bucket);
    return result;
  }
  const auto owned = std::count_if(buckets_.begin(), buckets_.end(), [&](const auto& entry) {
    return entry.second.account == call.account();
  });
  if (static_cast<std::size_t>(owned) >= kBucketsMax) {
    return make_error("TooManyBuckets", "You have attempted to create more buckets than allowed",
                      400);
  }

  StoredBucket bucket{.name = in.bucket,
                      .account = call.account(),
                      .region = std::move(region),
                      .created = world_.now()};
  if (!in.object_ownership.empty()) bucket.object_ownership = in.object_ownership;
  bucket.tags = configuration.tags;
  buckets_.emplace(in.bucket, std::move(bucket));
  return result;
}

}  // namespace emu::s3
