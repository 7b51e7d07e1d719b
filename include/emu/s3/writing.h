// Putting, copying and deleting objects.
// Sources: Amazon S3 API Reference, "PutObject", "CopyObject", "DeleteObject", "DeleteObjects";
// User Guide, "Checking object integrity", "Conditional requests".
#pragma once

#include <emu/blob.h>
#include <emu/s3/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

struct PutObjectResult {
  std::string etag = {};  // the MD5 of the body, quoted
  std::string checksum_crc32 = {};
  std::string checksum_crc32c = {};
  std::string checksum_crc64nvme = {};
  std::string checksum_sha1 = {};
  std::string checksum_sha256 = {};
  std::string checksum_type = {};
  std::string version_id = {};
  std::optional<std::int64_t> size = {};
  std::string server_side_encryption = {};
  std::string sse_kms_key_id = {};
  std::optional<bool> bucket_key_enabled = {};
  std::string sse_kms_encryption_context = {};
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key_md5 = {};
  std::string expiration = {};
  std::string request_charged = {};
  static void describe(StructureShape<PutObjectResult>& s);
};

// Stores an object, in place of one of the same key or, where versioning is enabled, as its newest
// version.
// At most one checksum may be given, and is verified; without one CRC64NVME is computed, or what
// ChecksumAlgorithm names. User metadata is at most 2 KiB of keys and values.
// Errors: NoSuchBucket, KeyTooLongError, EntityTooLarge, BadDigest, InvalidDigest, InvalidRequest,
// MetadataTooLarge, InvalidStorageClass, InvalidTag, PreconditionFailed (412), NoSuchKey (404, with
// IfMatch), AccessControlListNotSupported.
struct PutObject {
  static constexpr OperationName kOperation{"s3", "PutObject", "PUT", "/{Bucket}/{Key+}"};
  using Result = PutObjectResult;
  std::string bucket;
  std::string key;
  Blob body = {};                 // up to 5 GiB
  std::string content_type = {};  // "binary/octet-stream" unless given
  std::string cache_control = {};
  std::string content_disposition = {};
  std::string content_encoding = {};
  std::string content_language = {};
  std::string expires = {};  // kept as it was sent
  std::map<std::string, std::string> metadata = {};
  std::string content_md5 = {};  // base64, verified
  std::optional<std::int64_t> content_length = {};
  std::string checksum_algorithm = {};
  std::string checksum_crc32 = {};
  std::string checksum_crc32c = {};
  std::string checksum_crc64nvme = {};
  std::string checksum_sha1 = {};
  std::string checksum_sha256 = {};
  std::string if_match = {};       // the ETag that is replaced
  std::string if_none_match = {};  // "*": only where there is none
  std::string storage_class = {};
  std::string tagging = {};  // "a=1&b=2"
  std::string website_redirect_location = {};
  std::string server_side_encryption = {};
  std::string sse_kms_key_id = {};
  std::string sse_kms_encryption_context = {};
  std::optional<bool> bucket_key_enabled = {};
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key = {};
  std::string sse_customer_key_md5 = {};
  std::string acl = {};
  std::string grant_full_control = {};
  std::string grant_read = {};
  std::string grant_read_acp = {};
  std::string grant_write_acp = {};
  std::string object_lock_mode = {};
  std::optional<Time> object_lock_retain_until_date = {};
  std::string object_lock_legal_hold_status = {};
  std::optional<std::int64_t> write_offset_bytes = {};  // directory buckets only
  std::string request_payer = {};                       // "requester"
  std::string expected_bucket_owner = {};
  std::optional<bool> is_form = {};  // a browser has posted it; events then say Post, not Put
  static void describe(StructureShape<PutObject>& s);
};

// CopyObjectResult in the API reference.
struct CopyObjectDetails {
  std::string etag = {};
  Time last_modified = {};
  std::string checksum_crc32 = {};
  std::string checksum_crc32c = {};
  std::string checksum_crc64nvme = {};
  std::string checksum_sha1 = {};
  std::string checksum_sha256 = {};
  std::string checksum_type = {};
  static void describe(StructureShape<CopyObjectDetails>& s);
};

struct CopyObjectResult {
  CopyObjectDetails copy_object_result = {};
  std::string copy_source_version_id = {};
  std::string version_id = {};
  std::string server_side_encryption = {};
  std::string sse_kms_key_id = {};
  std::optional<bool> bucket_key_enabled = {};
  std::string sse_kms_encryption_context = {};
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key_md5 = {};
  std::string expiration = {};
  std::string request_charged = {};
  static void describe(StructureShape<CopyObjectResult>& s);
};

// Copies an object of up to 5 GiB without moving its bytes. With "REPLACE" the metadata and content
// headers are those of the request. Copying an object onto itself must change something.
// Errors: NoSuchKey, NoSuchBucket, InvalidRequest, InvalidArgument, PreconditionFailed (412).
struct CopyObject {
  static constexpr OperationName kOperation{"s3", "CopyObject", "PUT", "/{Bucket}/{Key+}"};
  using Result = CopyObjectResult;
  std::string bucket;
  std::string key;
  std::string copy_source;  // "bucket/key", percent-encoded, and "?versionId=…" or nothing
  std::string copy_source_if_match = {};
  std::string copy_source_if_none_match = {};
  std::optional<Time> copy_source_if_modified_since = {};
  std::optional<Time> copy_source_if_unmodified_since = {};
  std::string metadata_directive = {};  // "COPY" (the default) or "REPLACE"
  std::string content_type = {};        // "binary/octet-stream" unless given
  std::string cache_control = {};
  std::string content_disposition = {};
  std::string content_encoding = {};
  std::string content_language = {};
  std::string expires = {};  // kept as it was sent
  std::map<std::string, std::string> metadata = {};
  std::string checksum_algorithm = {};
  std::string tagging_directive = {};  // "COPY" (the default) or "REPLACE"
  std::string tagging = {};
  std::string if_match = {};       // the ETag that is replaced
  std::string if_none_match = {};  // "*": only where there is none
  std::string storage_class = {};
  std::string website_redirect_location = {};
  std::string server_side_encryption = {};
  std::string sse_kms_key_id = {};
  std::string sse_kms_encryption_context = {};
  std::optional<bool> bucket_key_enabled = {};
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key = {};
  std::string sse_customer_key_md5 = {};
  std::string copy_source_sse_customer_algorithm = {};
  std::string copy_source_sse_customer_key = {};
  std::string copy_source_sse_customer_key_md5 = {};
  std::string acl = {};
  std::string grant_full_control = {};
  std::string grant_read = {};
  std::string grant_read_acp = {};
  std::string grant_write_acp = {};
  std::string object_lock_mode = {};
  std::optional<Time> object_lock_retain_until_date = {};
  std::string object_lock_legal_hold_status = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  std::string expected_source_bucket_owner = {};
  static void describe(StructureShape<CopyObject>& s);
};

struct DeleteObjectResult {
  std::optional<bool> delete_marker = {};  // one was made, or was the version that was named
  std::string version_id = {};             // of the marker that was made or the version removed
  std::string request_charged = {};
  static void describe(StructureShape<DeleteObjectResult>& s);
};

// Deletes an object; that there is none is no error, unless IfMatch is given. Where versioning was
// ever enabled a delete marker covers it, and only a version that is named is gone for good.
// Errors: NoSuchBucket, PreconditionFailed (412), AccessDenied for a version that is locked.
struct DeleteObject {
  static constexpr OperationName kOperation{"s3", "DeleteObject", "DELETE", "/{Bucket}/{Key+}",
                                            204};
  using Result = DeleteObjectResult;
  std::string bucket;
  std::string key;
  std::string version_id = {};                           // the one to remove for good
  std::string if_match = {};                             // an ETag, or "*"
  std::optional<Time> if_match_last_modified_time = {};  // directory buckets only
  std::optional<std::int64_t> if_match_size = {};        // directory buckets only
  std::string mfa = {};
  std::optional<bool> bypass_governance_retention = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteObject>& s);
};

struct ObjectIdentifier {
  std::string key;
  std::string version_id = {};
  std::string etag = {};  // deleted only if it still has it
  std::optional<Time> last_modified_time = {};
  std::optional<std::int64_t> size = {};
  static void describe(StructureShape<ObjectIdentifier>& s);
};

struct Delete {
  std::vector<ObjectIdentifier> objects = {};  // 1 to 1,000
  std::optional<bool> quiet = {};              // tells of failures only
  static void describe(StructureShape<Delete>& s);
};

struct DeletedObject {
  std::string key = {};
  std::string version_id = {};
  std::optional<bool> delete_marker = {};
  std::string delete_marker_version_id = {};
  static void describe(StructureShape<DeletedObject>& s);
};

// Error in the API reference.
struct DeleteError {
  std::string key = {};
  std::string version_id = {};
  std::string code = {};
  std::string message = {};
  static void describe(StructureShape<DeleteError>& s);
};

struct DeleteObjectsResult {
  std::vector<DeletedObject> deleted = {};
  std::vector<DeleteError> errors = {};
  std::string request_charged = {};
  static void describe(StructureShape<DeleteObjectsResult>& s);
};

// Deletes up to 1,000 objects; each one succeeds or fails by itself.
// Errors: NoSuchBucket, MalformedXML for none or too many.
struct DeleteObjects {
  static constexpr OperationName kOperation{"s3", "DeleteObjects", "POST", "/{Bucket}?delete"};
  using Result = DeleteObjectsResult;
  std::string bucket;
  Delete to_delete = {};
  std::string mfa = {};
  std::optional<bool> bypass_governance_retention = {};
  std::string checksum_algorithm = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteObjects>& s);
};

}  // namespace emu::s3
