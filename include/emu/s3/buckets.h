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
  static void describe(StructureShape<LocationInfo>& s) {
    s.member("Type", &LocationInfo::type);
    s.member("Name", &LocationInfo::name);
  }
};

struct BucketInfo {
  std::string data_redundancy = {};
  std::string type = {};
  static void describe(StructureShape<BucketInfo>& s) {
    s.member("DataRedundancy", &BucketInfo::data_redundancy);
    s.member("Type", &BucketInfo::type);
  }
};

struct CreateBucketConfiguration {
  std::string location_constraint = {};  // region; "EU" is eu-west-1
  std::optional<LocationInfo> location = {};
  std::optional<BucketInfo> bucket = {};
  std::vector<Tag> tags = {};
  static void describe(StructureShape<CreateBucketConfiguration>& s) {
    s.member("LocationConstraint", &CreateBucketConfiguration::location_constraint);
    s.member("Location", &CreateBucketConfiguration::location);
    s.member("Bucket", &CreateBucketConfiguration::bucket);
    s.member("Tags", &CreateBucketConfiguration::tags).entries_named("Tag");
  }
};

struct CreateBucketResult {
  std::string location = {};  // "/name", or the URL of a bucket elsewhere
  std::string bucket_arn = {};
  static void describe(StructureShape<CreateBucketResult>& s) {
    s.member("Location", &CreateBucketResult::location).header("Location");
    s.member("BucketArn", &CreateBucketResult::bucket_arn).header("x-amz-bucket-arn");
  }
};

// Makes an empty bucket in the caller's region. Outside us-east-1 the configuration must name that
// region. In us-east-1 making one's own bucket again succeeds.
// Errors: InvalidBucketName, BucketAlreadyOwnedByYou (409), BucketAlreadyExists (409),
// IllegalLocationConstraintException, InvalidLocationConstraint, TooManyBuckets,
// InvalidBucketAclWithObjectOwnership.
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
  std::optional<bool> object_lock_enabled_for_bucket = {};
  std::string object_ownership = {};  // "BucketOwnerEnforced" unless given
  static void describe(StructureShape<CreateBucket>& s) {
    describing::bucket(s);
    s.member("CreateBucketConfiguration", &CreateBucket::create_bucket_configuration).payload();
    s.member("ACL", &CreateBucket::acl).header("x-amz-acl");
    describing::grants(s);
    s.member("GrantWrite", &CreateBucket::grant_write).header("x-amz-grant-write");
    s.member("ObjectLockEnabledForBucket", &CreateBucket::object_lock_enabled_for_bucket)
        .header("x-amz-bucket-object-lock-enabled");
    s.member("ObjectOwnership", &CreateBucket::object_ownership).header("x-amz-object-ownership");
  }
};

struct HeadBucketResult {
  std::string bucket_arn = {};
  std::string bucket_region = {};
  bool access_point_alias = false;
  static void describe(StructureShape<HeadBucketResult>& s) {
    s.member("BucketArn", &HeadBucketResult::bucket_arn).header("x-amz-bucket-arn");
    s.member("BucketRegion", &HeadBucketResult::bucket_region).header("x-amz-bucket-region");
    s.member("AccessPointAlias", &HeadBucketResult::access_point_alias)
        .header("x-amz-access-point-alias");
  }
};

// Whether a bucket exists and the caller may list it. Errors: 404 and 403.
struct HeadBucket {
  static constexpr OperationName kOperation{"s3", "HeadBucket", "HEAD", "/{Bucket}"};
  using Result = HeadBucketResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<HeadBucket>& s) {
    describing::bucket(s);
    describing::expected_owner(s);
  }
};

struct Bucket {
  std::string name = {};
  Time creation_date = {};
  std::string bucket_region = {};
  std::string bucket_arn = {};
  static void describe(StructureShape<Bucket>& s) {
    s.member("Name", &Bucket::name);
    s.member("CreationDate", &Bucket::creation_date);
    s.member("BucketRegion", &Bucket::bucket_region);
    s.member("BucketArn", &Bucket::bucket_arn);
  }
};

struct ListBucketsResult {
  std::vector<Bucket> buckets = {};  // by name
  Owner owner = {};
  std::string continuation_token = {};  // given to the next call
  std::string prefix = {};
  static void describe(StructureShape<ListBucketsResult>& s) {
    s.member("Buckets", &ListBucketsResult::buckets).always().entries_named("Bucket");
    s.member("Owner", &ListBucketsResult::owner);
    s.member("ContinuationToken", &ListBucketsResult::continuation_token);
    s.member("Prefix", &ListBucketsResult::prefix);
  }
};

// The account's buckets in all regions.
struct ListBuckets {
  static constexpr OperationName kOperation{"s3", "ListBuckets", "GET", "/"};
  using Result = ListBucketsResult;
  std::optional<std::int32_t> max_buckets = {};  // 1 to 10,000
  std::string continuation_token = {};
  std::string prefix = {};
  std::string bucket_region = {};
  static void describe(StructureShape<ListBuckets>& s) {
    s.member("MaxBuckets", &ListBuckets::max_buckets).query("max-buckets");
    s.member("ContinuationToken", &ListBuckets::continuation_token).query("continuation-token");
    s.member("Prefix", &ListBuckets::prefix).query("prefix");
    s.member("BucketRegion", &ListBuckets::bucket_region).query("bucket-region");
  }
};

// Errors: NoSuchBucket, BucketNotEmpty (409).
struct DeleteBucket {
  static constexpr OperationName kOperation{"s3", "DeleteBucket", "DELETE", "/{Bucket}", 204};
  using Result = EmptyResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucket>& s) {
    describing::bucket(s);
    describing::expected_owner(s);
  }
};

struct GetBucketLocationResult {
  std::string location_constraint = {};  // empty for us-east-1
  static void describe(StructureShape<GetBucketLocationResult>& s) {
    s.member("LocationConstraint", &GetBucketLocationResult::location_constraint);
  }
};

struct GetBucketLocation {
  static constexpr OperationName kOperation{"s3", "GetBucketLocation", "GET", "/{Bucket}?location"};
  using Result = GetBucketLocationResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketLocation>& s) {
    describing::bucket(s);
    describing::expected_owner(s);
  }
};

struct GetBucketVersioningResult {
  std::string status = {};  // empty: never enabled
  std::string mfa_delete = {};
  static void describe(StructureShape<GetBucketVersioningResult>& s) {
    s.member("Status", &GetBucketVersioningResult::status);
    s.member("MFADelete", &GetBucketVersioningResult::mfa_delete).wire_name("MfaDelete");
  }
};

// Buckets keep one version of each object, so the answer is empty.
struct GetBucketVersioning {
  static constexpr OperationName kOperation{"s3", "GetBucketVersioning", "GET",
                                            "/{Bucket}?versioning"};
  using Result = GetBucketVersioningResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketVersioning>& s) {
    describing::bucket(s);
    describing::expected_owner(s);
  }
};

}  // namespace emu::s3
