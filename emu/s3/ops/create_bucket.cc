// Source: Amazon S3 API Reference, "CreateBucket".
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "s3/acl.h"
#include "s3/arn.h"
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
  if (!is_first && region != caller_region) return illegal_location_constraint(constraint);
  if (region == kFirstRegion || !is_region_name(region)) {
    return invalid_location_constraint(constraint);
  }
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

Error invalid_bucket_name(std::string_view bucket) {
  return bucket_error("InvalidBucketName", "The specified bucket is not valid.", 400, bucket);
}

// Source: Amazon S3 User Guide, "Namespaces for general purpose buckets".
Status check_namespace(const CreateBucket& in, std::string_view account, std::string_view region) {
  constexpr std::string_view kHeader = "x-amz-bucket-namespace";
  const std::string& asked = in.bucket_namespace;
  if (asked.empty() || asked == "global") return {};
  if (asked != "account-regional") {
    return invalid_argument("Invalid bucket namespace: " + asked, kHeader, asked);
  }
  if (in.bucket.ends_with(fmt::format("-{}-{}-an", account, region))) return {};
  return invalid_bucket_name(in.bucket);
}

// Source: Amazon S3 User Guide, "Default settings for new S3 buckets FAQ".
StoredBucket with_defaults(BucketDefaults defaults) {
  StoredBucket bucket{};
  if (defaults == BucketDefaults::k2022) {
    bucket.object_ownership = "ObjectWriter";
    bucket.public_access_block.reset();
  }
  return bucket;
}

Status set_bucket_acl(const AclRequest& acl, const std::string& account, StoredBucket& bucket) {
  if (acl.is_empty()) return {};
  const std::string owner = canonical_user_id(account);
  EMU_TRY(bucket.grants, read_bucket_acl(acl, {.owner = owner, .bucket_owner = owner}));
  if (bucket.acls_disabled() && acl.canned != "private") return bucket_acl_without_acls();
  if (blocks_public_acls(bucket) && is_public(bucket.grants)) {
    return make_error("InvalidBucketAclWithBlockPublicAccessError",
                      "Bucket cannot have public ACLs set with BlockPublicAccess enabled", 400);
  }
  return {};
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
    return invalid_bucket_name(in.bucket);
  }
  const CreateBucketConfiguration configuration =
      in.create_bucket_configuration.value_or(CreateBucketConfiguration{});
  if (configuration.location || configuration.bucket) {
    return invalid_request("The configuration is not that of a general purpose bucket.");
  }
  EMU_TRY(std::string region, region_of(call.region(), configuration.location_constraint));
  EMU_CHECK(check_namespace(in, call.account(), region));
  EMU_CHECK(check_ownership(in.object_ownership));
  StoredBucket bucket = with_defaults(options_.bucket_defaults);
  if (!in.object_ownership.empty()) bucket.object_ownership = in.object_ownership;
  EMU_CHECK(set_bucket_acl(acl_of(in), call.account(), bucket));
  EMU_CHECK(check_bucket_tags(configuration.tags));

  CreateBucketResult result{.location = location_of(in.bucket, region),
                            .bucket_arn = bucket_arn_of(in.bucket)};
  if (const auto existing = buckets_.find(in.bucket); existing != buckets_.end()) {
    StoredBucket& old = existing->second;
    if (old.account != call.account()) return bucket_already_exists(in.bucket);
    const bool again = region == kFirstRegion && old.region == kFirstRegion;
    if (!again) return bucket_already_owned_by_you(in.bucket);
    old.grants = std::move(bucket.grants);
    return result;
  }
  const auto owned = std::count_if(buckets_.begin(), buckets_.end(), [&](const auto& entry) {
    return entry.second.account == call.account();
  });
  if (static_cast<std::size_t>(owned) >= kBucketsMax) {
    return make_error("TooManyBuckets", "You have attempted to create more buckets than allowed",
                      400);
  }

  bucket.name = in.bucket;
  bucket.account = call.account();
  bucket.region = std::move(region);
  bucket.location = configuration.location_constraint;
  bucket.created = world_.now();
  bucket.tags = configuration.tags;
  if (in.object_lock_enabled_for_bucket.value_or(false)) {
    bucket.versioning = Versioning::kEnabled;
    bucket.object_lock = ObjectLockConfiguration{.object_lock_enabled = "Enabled"};
  }
  buckets_.emplace(in.bucket, std::move(bucket));
  storage_metrics_.begin();
  return result;
}

}  // namespace emu::s3
