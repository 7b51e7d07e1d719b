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
  static void describe(StructureShape<VersionedResult>& s);
};

// Replaces the tags of an object. Errors: InvalidTag, BadRequest for too many.
struct PutObjectTagging {
  static constexpr OperationName kOperation{"s3", "PutObjectTagging", "PUT",
                                            "/{Bucket}/{Key+}?tagging"};
  using Result = VersionedResult;
  std::string bucket;
  std::string key;
  Tagging tagging = {};
  std::string version_id = {};  // the newest version unless given
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutObjectTagging>& s);
};

struct GetObjectTaggingResult {
  std::vector<Tag> tag_set = {};
  std::string version_id = {};
  static void describe(StructureShape<GetObjectTaggingResult>& s);
};

struct GetObjectTagging {
  static constexpr OperationName kOperation{"s3", "GetObjectTagging", "GET",
                                            "/{Bucket}/{Key+}?tagging"};
  using Result = GetObjectTaggingResult;
  std::string bucket;
  std::string key;
  std::string version_id = {};     // the newest version unless given
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetObjectTagging>& s);
};

struct DeleteObjectTagging {
  static constexpr OperationName kOperation{"s3", "DeleteObjectTagging", "DELETE",
                                            "/{Bucket}/{Key+}?tagging", 204};
  using Result = VersionedResult;
  std::string bucket;
  std::string key;
  std::string version_id = {};  // the newest version unless given
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteObjectTagging>& s);
};

// Replaces the tags of a bucket.
struct PutBucketTagging {
  static constexpr OperationName kOperation{"s3", "PutBucketTagging", "PUT", "/{Bucket}?tagging",
                                            204};
  using Result = Nothing;
  std::string bucket;
  Tagging tagging = {};
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketTagging>& s);
};

struct GetBucketTaggingResult {
  std::vector<Tag> tag_set = {};
  static void describe(StructureShape<GetBucketTaggingResult>& s);
};

// Errors: NoSuchTagSet (404).
struct GetBucketTagging {
  static constexpr OperationName kOperation{"s3", "GetBucketTagging", "GET", "/{Bucket}?tagging"};
  using Result = GetBucketTaggingResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketTagging>& s);
};

struct DeleteBucketTagging {
  static constexpr OperationName kOperation{"s3", "DeleteBucketTagging", "DELETE",
                                            "/{Bucket}?tagging", 204};
  using Result = Nothing;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteBucketTagging>& s);
};

}  // namespace emu::s3
