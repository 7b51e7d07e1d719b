#include <emu/s3/buckets.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void LocationInfo::describe(StructureShape<LocationInfo>& s) {
  s.member("Type", &LocationInfo::type);
  s.member("Name", &LocationInfo::name);
}

void BucketInfo::describe(StructureShape<BucketInfo>& s) {
  s.member("DataRedundancy", &BucketInfo::data_redundancy);
  s.member("Type", &BucketInfo::type);
}

void CreateBucketConfiguration::describe(StructureShape<CreateBucketConfiguration>& s) {
  s.member("LocationConstraint", &CreateBucketConfiguration::location_constraint);
  s.member("Location", &CreateBucketConfiguration::location);
  s.member("Bucket", &CreateBucketConfiguration::bucket);
  s.member("Tags", &CreateBucketConfiguration::tags).entries_named("Tag");
}

void CreateBucketResult::describe(StructureShape<CreateBucketResult>& s) {
  s.member("Location", &CreateBucketResult::location).header("Location");
  s.member("BucketArn", &CreateBucketResult::bucket_arn).header("x-amz-bucket-arn");
}

void CreateBucket::describe(StructureShape<CreateBucket>& s) {
  describing::bucket(s);
  s.member("CreateBucketConfiguration", &CreateBucket::create_bucket_configuration).payload();
  s.member("ACL", &CreateBucket::acl).header("x-amz-acl");
  describing::grants(s);
  s.member("GrantWrite", &CreateBucket::grant_write).header("x-amz-grant-write");
  s.member("ObjectLockEnabledForBucket", &CreateBucket::object_lock_enabled_for_bucket)
      .header("x-amz-bucket-object-lock-enabled");
  s.member("ObjectOwnership", &CreateBucket::object_ownership).header("x-amz-object-ownership");
  s.member("BucketNamespace", &CreateBucket::bucket_namespace).header("x-amz-bucket-namespace");
}

void HeadBucketResult::describe(StructureShape<HeadBucketResult>& s) {
  s.member("BucketArn", &HeadBucketResult::bucket_arn).header("x-amz-bucket-arn");
  s.member("BucketRegion", &HeadBucketResult::bucket_region).header("x-amz-bucket-region");
  s.member("AccessPointAlias", &HeadBucketResult::access_point_alias)
      .header("x-amz-access-point-alias");
}

void HeadBucket::describe(StructureShape<HeadBucket>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void Bucket::describe(StructureShape<Bucket>& s) {
  s.member("Name", &Bucket::name);
  s.member("CreationDate", &Bucket::creation_date);
  s.member("BucketRegion", &Bucket::bucket_region);
  s.member("BucketArn", &Bucket::bucket_arn);
}

void ListBucketsResult::describe(StructureShape<ListBucketsResult>& s) {
  s.document("ListAllMyBucketsResult");
  s.member("Buckets", &ListBucketsResult::buckets).always().entries_named("Bucket");
  s.member("Owner", &ListBucketsResult::owner);
  s.member("ContinuationToken", &ListBucketsResult::continuation_token);
  s.member("Prefix", &ListBucketsResult::prefix);
}

void ListBuckets::describe(StructureShape<ListBuckets>& s) {
  s.member("MaxBuckets", &ListBuckets::max_buckets).query("max-buckets");
  s.member("ContinuationToken", &ListBuckets::continuation_token).query("continuation-token");
  s.member("Prefix", &ListBuckets::prefix).query("prefix");
  s.member("BucketRegion", &ListBuckets::bucket_region).query("bucket-region");
}

void DeleteBucket::describe(StructureShape<DeleteBucket>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void GetBucketLocationResult::describe(StructureShape<GetBucketLocationResult>& s) {
  s.member("LocationConstraint", &GetBucketLocationResult::location_constraint).document_text();
}

void GetBucketLocation::describe(StructureShape<GetBucketLocation>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::LocationInfo);
EMU_DESCRIBED(s3::BucketInfo);
EMU_DESCRIBED(s3::CreateBucketConfiguration);
EMU_DESCRIBED(s3::CreateBucketResult);
EMU_DESCRIBED_OPERATION(s3::CreateBucket);
EMU_DESCRIBED(s3::HeadBucketResult);
EMU_DESCRIBED_OPERATION(s3::HeadBucket);
EMU_DESCRIBED(s3::Bucket);
EMU_DESCRIBED(s3::ListBucketsResult);
EMU_DESCRIBED_OPERATION(s3::ListBuckets);
EMU_DESCRIBED_OPERATION(s3::DeleteBucket);
EMU_DESCRIBED(s3::GetBucketLocationResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketLocation);
}  // namespace emu
