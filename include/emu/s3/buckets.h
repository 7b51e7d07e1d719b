// Buckets: making, finding, listing and deleting them.
// Source: Amazon S3 API Reference, "Actions".
#pragma once

#include <emu/s3/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

// Where a directory bucket would lie; not for general purpose buckets.
struct LocationInfo {
  std::string type = {};
  std::string name = {};
  static void describe(StructureShape<LocationInfo>& s);
};

struct BucketInfo {
  std::string data_redundancy = {};
  std::string type = {};
  static void describe(StructureShape<BucketInfo>& s);
};

struct CreateBucketConfiguration {
  std::string location_constraint = {};  // region; "EU" is eu-west-1
  std::optional<LocationInfo> location = {};
  std::optional<BucketInfo> bucket = {};
  std::vector<Tag> tags = {};
  static void describe(StructureShape<CreateBucketConfiguration>& s);
};

struct CreateBucketResult {
  std::string location = {};  // "/name", or the URL of a bucket elsewhere
  std::string bucket_arn = {};
  static void describe(StructureShape<CreateBucketResult>& s);
};

// Makes an empty bucket in the caller's region. Outside us-east-1 the configuration must name that
// region. In us-east-1 making one's own bucket again succeeds.
// Errors: InvalidBucketName, BucketAlreadyOwnedByYou (409), BucketAlreadyExists (409),
// IllegalLocationConstraintException, InvalidLocationConstraint, TooManyBuckets,
// InvalidBucketAclWithObjectOwnership, InvalidBucketAclWithBlockPublicAccessError.
struct CreateBucket {
  static constexpr OperationName kOperation{"s3", "CreateBucket", "PUT", "/{Bucket}"};
  using Result = CreateBucketResult;
  std::string bucket;
  std::optional<CreateBucketConfiguration> create_bucket_configuration = {};
  std::string acl = {};  // "private", "public-read" …
  std::string grant_full_control = {};
  std::string grant_read = {};
  std::string grant_read_acp = {};
  std::string grant_write = {};
  std::string grant_write_acp = {};
  std::optional<bool> object_lock_enabled_for_bucket = {};  // versioning is enabled, too
  std::string object_ownership = {};                        // "BucketOwnerEnforced" unless given
  // "global", or "account-regional" for names such as abc-111122223333-us-east-1-an.
  std::string bucket_namespace = {};
  static void describe(StructureShape<CreateBucket>& s);
};

struct HeadBucketResult {
  std::string bucket_arn = {};
  std::string bucket_region = {};
  bool access_point_alias = false;
  static void describe(StructureShape<HeadBucketResult>& s);
};

// Whether a bucket exists and the caller may list it. Errors: 404 and 403.
struct HeadBucket {
  static constexpr OperationName kOperation{"s3", "HeadBucket", "HEAD", "/{Bucket}"};
  using Result = HeadBucketResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<HeadBucket>& s);
};

struct Bucket {
  std::string name = {};
  Time creation_date = {};
  std::string bucket_region = {};
  std::string bucket_arn = {};
  static void describe(StructureShape<Bucket>& s);
};

struct ListBucketsResult {
  std::vector<Bucket> buckets = {};  // by name
  Owner owner = {};
  std::string continuation_token = {};  // given to the next call
  std::string prefix = {};
  static void describe(StructureShape<ListBucketsResult>& s);
};

// The account's buckets in all regions.
struct ListBuckets {
  static constexpr OperationName kOperation{"s3", "ListBuckets", "GET", "/"};
  using Result = ListBucketsResult;
  std::optional<std::int32_t> max_buckets = {};  // 1 to 10,000
  std::string continuation_token = {};
  std::string prefix = {};
  std::string bucket_region = {};
  static void describe(StructureShape<ListBuckets>& s);
};

// Errors: NoSuchBucket, BucketNotEmpty (409), of which versions and delete markers are a case, too.
struct DeleteBucket {
  static constexpr OperationName kOperation{"s3", "DeleteBucket", "DELETE", "/{Bucket}", 204};
  using Result = Nothing;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucket>& s);
};

struct GetBucketLocationResult {
  std::string location_constraint = {};  // empty for us-east-1; "EU" where it was asked for
  static void describe(StructureShape<GetBucketLocationResult>& s);
};

struct GetBucketLocation {
  static constexpr OperationName kOperation{"s3", "GetBucketLocation", "GET", "/{Bucket}?location"};
  using Result = GetBucketLocationResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketLocation>& s);
};

}  // namespace emu::s3
