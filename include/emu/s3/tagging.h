// Tags of objects (up to 10) and of buckets (up to 50).
// Source: Amazon S3 User Guide, "Categorizing your objects using tags".
#pragma once

#include <emu/s3/types.h>
#include <emu/shape.h>

#include <string>
#include <vector>

namespace emu::s3 {

struct VersionedResult {
  std::string version_id = {};
  static void describe(StructureShape<VersionedResult>& s) {
    s.member("VersionId", &VersionedResult::version_id).header("x-amz-version-id");
  }
};

// Replaces the tags of an object. Errors: InvalidTag, BadRequest for too many.
struct PutObjectTagging {
  static constexpr OperationName kOperation{"s3", "PutObjectTagging", "PUT",
                                            "/{Bucket}/{Key+}?tagging"};
  using Result = VersionedResult;
  std::string bucket;
  std::string key;
  Tagging tagging = {};
  std::string version_id = {};  // "null" or nothing
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutObjectTagging>& s) {
    describing::object(s);
    s.member("Tagging", &PutObjectTagging::tagging).payload();
    s.member("VersionId", &PutObjectTagging::version_id).query("versionId");
    describing::payload_integrity(s);
    s.member("RequestPayer", &PutObjectTagging::request_payer).header("x-amz-request-payer");
    describing::expected_owner(s);
  }
};

struct GetObjectTaggingResult {
  std::vector<Tag> tag_set = {};
  std::string version_id = {};
  static void describe(StructureShape<GetObjectTaggingResult>& s) {
    s.member("TagSet", &GetObjectTaggingResult::tag_set).always().entries_named("Tag");
    s.member("VersionId", &GetObjectTaggingResult::version_id).header("x-amz-version-id");
  }
};

struct GetObjectTagging {
  static constexpr OperationName kOperation{"s3", "GetObjectTagging", "GET",
                                            "/{Bucket}/{Key+}?tagging"};
  using Result = GetObjectTaggingResult;
  std::string bucket;
  std::string key;
  std::string version_id = {};     // "null" or nothing
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetObjectTagging>& s) {
    describing::object(s);
    s.member("VersionId", &GetObjectTagging::version_id).query("versionId");
    s.member("RequestPayer", &GetObjectTagging::request_payer).header("x-amz-request-payer");
    describing::expected_owner(s);
  }
};

struct DeleteObjectTagging {
  static constexpr OperationName kOperation{"s3", "DeleteObjectTagging", "DELETE",
                                            "/{Bucket}/{Key+}?tagging", 204};
  using Result = VersionedResult;
  std::string bucket;
  std::string key;
  std::string version_id = {};  // "null" or nothing
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteObjectTagging>& s) {
    describing::object(s);
    s.member("VersionId", &DeleteObjectTagging::version_id).query("versionId");
    describing::expected_owner(s);
  }
};

// Replaces the tags of a bucket.
struct PutBucketTagging {
  static constexpr OperationName kOperation{"s3", "PutBucketTagging", "PUT", "/{Bucket}?tagging",
                                            204};
  using Result = EmptyResult;
  std::string bucket;
  Tagging tagging = {};
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketTagging>& s) {
    describing::bucket(s);
    s.member("Tagging", &PutBucketTagging::tagging).payload();
    describing::payload_integrity(s);
    describing::expected_owner(s);
  }
};

struct GetBucketTaggingResult {
  std::vector<Tag> tag_set = {};
  static void describe(StructureShape<GetBucketTaggingResult>& s) {
    s.member("TagSet", &GetBucketTaggingResult::tag_set).always().entries_named("Tag");
  }
};

// Errors: NoSuchTagSet (404).
struct GetBucketTagging {
  static constexpr OperationName kOperation{"s3", "GetBucketTagging", "GET", "/{Bucket}?tagging"};
  using Result = GetBucketTaggingResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketTagging>& s) {
    describing::bucket(s);
    describing::expected_owner(s);
  }
};

struct DeleteBucketTagging {
  static constexpr OperationName kOperation{"s3", "DeleteBucketTagging", "DELETE",
                                            "/{Bucket}?tagging", 204};
  using Result = EmptyResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucketTagging>& s) {
    describing::bucket(s);
    describing::expected_owner(s);
  }
};

}  // namespace emu::s3
