// Versions of objects: keeping what a put replaces and a delete covers.
//
//   aws.send(s3::PutBucketVersioning{.bucket = "site",
//                                    .versioning_configuration = {.status = "Enabled"}}).value();
//   const auto first = aws.send(s3::PutObject{.bucket = "site", .key = "a", .body = "1"}).value();
//   aws.send(s3::DeleteObject{.bucket = "site", .key = "a"}).value();   // a delete marker
//   aws.send(s3::GetObject{.bucket = "site", .key = "a", .version_id = first.version_id}).value();
//
// Sources: Amazon S3 API Reference; User Guide, "Retaining multiple versions of objects with S3
// Versioning".
#pragma once

#include <emu/s3/listing.h>
#include <emu/s3/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

struct VersioningConfiguration {
  std::string status = {};      // "Enabled" or "Suspended"
  std::string mfa_delete = {};  // "Enabled" or "Disabled"
  static void describe(StructureShape<VersioningConfiguration>& s);
};

// Enables or suspends versioning; it cannot be taken away again.
// Errors: IllegalVersioningConfigurationException, InvalidBucketState (409) where objects can be
// locked, AccessDenied for deletes with MFA by others than the account itself.
struct PutBucketVersioning {
  static constexpr OperationName kOperation{"s3", "PutBucketVersioning", "PUT",
                                            "/{Bucket}?versioning"};
  using Result = Nothing;
  std::string bucket;
  VersioningConfiguration versioning_configuration = {};
  std::string mfa = {};  // serial number of a device, a space, its code
  std::string content_md5 = {};
  std::string checksum_algorithm = {};
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<PutBucketVersioning>& s);
};

struct GetBucketVersioningResult {
  std::string status = {};      // empty: never enabled
  std::string mfa_delete = {};  // empty: never set
  static void describe(StructureShape<GetBucketVersioningResult>& s);
};

struct GetBucketVersioning {
  static constexpr OperationName kOperation{"s3", "GetBucketVersioning", "GET",
                                            "/{Bucket}?versioning"};
  using Result = GetBucketVersioningResult;
  std::string bucket;
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetBucketVersioning>& s);
};

struct ObjectVersion {
  std::string etag = {};
  std::vector<std::string> checksum_algorithm = {};
  std::string checksum_type = {};
  std::int64_t size = 0;
  std::string storage_class = {};
  std::string key = {};
  std::string version_id = {};  // "null" for the version without an id
  bool is_latest = false;
  Time last_modified = {};
  Owner owner = {};
  static void describe(StructureShape<ObjectVersion>& s);
};

struct DeleteMarkerEntry {
  Owner owner = {};
  std::string key = {};
  std::string version_id = {};
  bool is_latest = false;
  Time last_modified = {};
  static void describe(StructureShape<DeleteMarkerEntry>& s);
};

struct ListObjectVersionsResult {
  std::string name = {};
  std::string prefix = {};
  std::string key_marker = {};
  std::string version_id_marker = {};
  std::string next_key_marker = {};  // with the next given to the next call
  std::string next_version_id_marker = {};
  std::int32_t max_keys = 0;
  std::string delimiter = {};
  std::string encoding_type = {};
  bool is_truncated = false;
  std::vector<ObjectVersion> versions = {};
  std::vector<DeleteMarkerEntry> delete_markers = {};
  std::vector<CommonPrefix> common_prefixes = {};
  std::string request_charged = {};
  static void describe(StructureShape<ListObjectVersionsResult>& s);
};

// All versions and delete markers by key, the newest of each key first; of buckets that were never
// versioned, too. Errors: InvalidArgument.
struct ListObjectVersions {
  static constexpr OperationName kOperation{"s3", "ListObjectVersions", "GET",
                                            "/{Bucket}?versions"};
  using Result = ListObjectVersionsResult;
  std::string bucket;
  std::string prefix = {};
  std::string delimiter = {};                 // folds keys into common prefixes
  std::optional<std::int32_t> max_keys = {};  // versions, markers and prefixes; at most 1,000
  std::string encoding_type = {};             // "url": keys are percent-encoded
  std::string key_marker = {};                // begins behind this key,
  std::string version_id_marker = {};         // or behind this version of it
  std::vector<std::string> optional_object_attributes = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<ListObjectVersions>& s);
};

}  // namespace emu::s3
