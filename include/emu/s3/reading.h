// Reading objects, whole or in part.
// Source: Amazon S3 API Reference, "GetObject", "HeadObject".
#pragma once

#include <emu/blob.h>
#include <emu/s3/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace emu::s3 {

struct GetObjectResult {
  Blob body = {};
  std::int32_t status_code = 200;  // 206 for a part
  std::string accept_ranges = {};
  Time last_modified = {};  // travels in whole seconds
  std::int64_t content_length = 0;
  std::string etag = {};  // quoted
  std::string checksum_crc32 = {};
  std::string checksum_crc32c = {};
  std::string checksum_crc64nvme = {};
  std::string checksum_sha1 = {};
  std::string checksum_sha256 = {};
  std::string checksum_type = {};  // "FULL_OBJECT"
  std::string version_id = {};
  std::string content_type = {};
  std::string cache_control = {};
  std::string content_disposition = {};
  std::string content_encoding = {};
  std::string content_language = {};
  std::string expires = {};
  std::string content_range = {};  // "bytes 0-99/1234"
  std::string website_redirect_location = {};
  std::string server_side_encryption = {};
  std::string sse_kms_key_id = {};
  std::optional<bool> bucket_key_enabled = {};
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key_md5 = {};
  std::map<std::string, std::string> metadata = {};
  std::string storage_class = {};  // absent for STANDARD
  std::optional<std::int32_t> parts_count = {};
  std::optional<std::int32_t> tag_count = {};
  std::string expiration = {};        // when a lifecycle rule deletes it, and which
  std::string object_lock_mode = {};  // "GOVERNANCE" or "COMPLIANCE"
  std::optional<Time> object_lock_retain_until_date = {};
  std::string object_lock_legal_hold_status = {};  // "ON" or "OFF"
  static void describe(StructureShape<GetObjectResult>& s);
};

// An object, or the part that a range names; the body shares the storage of what was put.
// Conditions: IfMatch decides before IfUnmodifiedSince, IfNoneMatch before IfModifiedSince; times
// are compared in whole seconds.
// Errors: NoSuchKey (404; 403 AccessDenied for callers that may not list the bucket),
// PreconditionFailed (412), NotModified (304), InvalidRange (416), InvalidPartNumber (416),
// NoSuchVersion (404), MethodNotAllowed (405) for a delete marker that is named by its version.
struct GetObject {
  static constexpr OperationName kOperation{"s3", "GetObject", "GET", "/{Bucket}/{Key+}"};
  using Result = GetObjectResult;
  std::string bucket;
  std::string key;
  std::string range = {};     // "bytes=0-99", "bytes=-100"; several ranges are ignored
  std::string if_match = {};  // an ETag, with or without quotes
  std::string if_none_match = {};
  std::optional<Time> if_modified_since = {};
  std::optional<Time> if_unmodified_since = {};
  std::string checksum_mode = {};  // "ENABLED"
  std::string response_cache_control = {};
  std::string response_content_disposition = {};
  std::string response_content_encoding = {};
  std::string response_content_language = {};
  std::string response_content_type = {};
  std::string response_expires = {};
  std::string version_id = {};                   // the newest version unless given
  std::optional<std::int32_t> part_number = {};  // 1 to 10,000; not with a range
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key = {};
  std::string sse_customer_key_md5 = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<GetObject>& s);
};

struct HeadObjectResult {
  std::int32_t status_code = 200;  // 206 for a part
  std::string accept_ranges = {};
  Time last_modified = {};  // travels in whole seconds
  std::int64_t content_length = 0;
  std::string etag = {};  // quoted
  std::string checksum_crc32 = {};
  std::string checksum_crc32c = {};
  std::string checksum_crc64nvme = {};
  std::string checksum_sha1 = {};
  std::string checksum_sha256 = {};
  std::string checksum_type = {};  // "FULL_OBJECT"
  std::string version_id = {};
  std::string content_type = {};
  std::string cache_control = {};
  std::string content_disposition = {};
  std::string content_encoding = {};
  std::string content_language = {};
  std::string expires = {};
  std::string content_range = {};  // "bytes 0-99/1234"
  std::string website_redirect_location = {};
  std::string server_side_encryption = {};
  std::string sse_kms_key_id = {};
  std::optional<bool> bucket_key_enabled = {};
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key_md5 = {};
  std::map<std::string, std::string> metadata = {};
  std::string storage_class = {};  // absent for STANDARD
  std::optional<std::int32_t> parts_count = {};
  std::optional<std::int32_t> tag_count = {};
  std::string expiration = {};        // when a lifecycle rule deletes it, and which
  std::string object_lock_mode = {};  // "GOVERNANCE" or "COMPLIANCE"
  std::optional<Time> object_lock_retain_until_date = {};
  std::string object_lock_legal_hold_status = {};  // "ON" or "OFF"
  static void describe(StructureShape<HeadObjectResult>& s);
};

// All that GetObject answers but the body, with the same conditions and errors.
struct HeadObject {
  static constexpr OperationName kOperation{"s3", "HeadObject", "HEAD", "/{Bucket}/{Key+}"};
  using Result = HeadObjectResult;
  std::string bucket;
  std::string key;
  std::string range = {};     // "bytes=0-99", "bytes=-100"; several ranges are ignored
  std::string if_match = {};  // an ETag, with or without quotes
  std::string if_none_match = {};
  std::optional<Time> if_modified_since = {};
  std::optional<Time> if_unmodified_since = {};
  std::string checksum_mode = {};  // "ENABLED"
  std::string response_cache_control = {};
  std::string response_content_disposition = {};
  std::string response_content_encoding = {};
  std::string response_content_language = {};
  std::string response_content_type = {};
  std::string response_expires = {};
  std::string version_id = {};                   // the newest version unless given
  std::optional<std::int32_t> part_number = {};  // 1 to 10,000; not with a range
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key = {};
  std::string sse_customer_key_md5 = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<HeadObject>& s);
};

}  // namespace emu::s3
