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
  static void describe(StructureShape<PutObjectResult>& s) {
    s.member("ETag", &PutObjectResult::etag).header("ETag");
    describing::checksums(s);
    s.member("ChecksumType", &PutObjectResult::checksum_type).header("x-amz-checksum-type");
    s.member("VersionId", &PutObjectResult::version_id).header("x-amz-version-id");
    s.member("Size", &PutObjectResult::size).header("x-amz-object-size");
    describing::encryption_answer(s);
    s.member("SSEKMSEncryptionContext", &PutObjectResult::sse_kms_encryption_context)
        .header("x-amz-server-side-encryption-context");
    describing::customer_key_answer(s);
    s.member("Expiration", &PutObjectResult::expiration).header("x-amz-expiration");
    s.member("RequestCharged", &PutObjectResult::request_charged).header("x-amz-request-charged");
  }
};

// Stores an object, in place of one of the same key.
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
  static void describe(StructureShape<PutObject>& s) {
    describing::object(s);
    s.member("Body", &PutObject::body).payload();
    describing::content_headers(s);
    s.member("Metadata", &PutObject::metadata).header_prefix("x-amz-meta-");
    s.member("ContentMD5", &PutObject::content_md5).header("Content-MD5");
    s.member("ContentLength", &PutObject::content_length).header("Content-Length");
    s.member("ChecksumAlgorithm", &PutObject::checksum_algorithm)
        .header("x-amz-sdk-checksum-algorithm");
    describing::checksums(s);
    describing::write_conditions(s);
    s.member("StorageClass", &PutObject::storage_class).header("x-amz-storage-class");
    s.member("Tagging", &PutObject::tagging).header("x-amz-tagging");
    s.member("WebsiteRedirectLocation", &PutObject::website_redirect_location)
        .header("x-amz-website-redirect-location");
    describing::encryption(s);
    describing::customer_key(s);
    s.member("ACL", &PutObject::acl).header("x-amz-acl");
    describing::grants(s);
    describing::object_lock(s);
    s.member("WriteOffsetBytes", &PutObject::write_offset_bytes).header("x-amz-write-offset-bytes");
    s.member("RequestPayer", &PutObject::request_payer).header("x-amz-request-payer");
    describing::expected_owner(s);
  }
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
  static void describe(StructureShape<CopyObjectDetails>& s) {
    s.member("ETag", &CopyObjectDetails::etag);
    s.member("LastModified", &CopyObjectDetails::last_modified);
    s.member("ChecksumCRC32", &CopyObjectDetails::checksum_crc32);
    s.member("ChecksumCRC32C", &CopyObjectDetails::checksum_crc32c);
    s.member("ChecksumCRC64NVME", &CopyObjectDetails::checksum_crc64nvme);
    s.member("ChecksumSHA1", &CopyObjectDetails::checksum_sha1);
    s.member("ChecksumSHA256", &CopyObjectDetails::checksum_sha256);
    s.member("ChecksumType", &CopyObjectDetails::checksum_type);
  }
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
  static void describe(StructureShape<CopyObjectResult>& s) {
    s.member("CopyObjectResult", &CopyObjectResult::copy_object_result).payload();
    s.member("CopySourceVersionId", &CopyObjectResult::copy_source_version_id)
        .header("x-amz-copy-source-version-id");
    s.member("VersionId", &CopyObjectResult::version_id).header("x-amz-version-id");
    describing::encryption_answer(s);
    s.member("SSEKMSEncryptionContext", &CopyObjectResult::sse_kms_encryption_context)
        .header("x-amz-server-side-encryption-context");
    describing::customer_key_answer(s);
    s.member("Expiration", &CopyObjectResult::expiration).header("x-amz-expiration");
    s.member("RequestCharged", &CopyObjectResult::request_charged).header("x-amz-request-charged");
  }
};

// Copies an object of up to 5 GiB without moving its bytes. With "REPLACE" the metadata and content
// headers are those of the request. Copying an object onto itself must change something.
// Errors: NoSuchKey, NoSuchBucket, InvalidRequest, InvalidArgument, PreconditionFailed (412).
struct CopyObject {
  static constexpr OperationName kOperation{"s3", "CopyObject", "PUT", "/{Bucket}/{Key+}"};
  using Result = CopyObjectResult;
  std::string bucket;
  std::string key;
  std::string copy_source;  // "bucket/key", percent-encoded
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
  static void describe(StructureShape<CopyObject>& s) {
    describing::object(s);
    s.member("CopySource", &CopyObject::copy_source).header("x-amz-copy-source").required();
    s.member("CopySourceIfMatch", &CopyObject::copy_source_if_match)
        .header("x-amz-copy-source-if-match");
    s.member("CopySourceIfNoneMatch", &CopyObject::copy_source_if_none_match)
        .header("x-amz-copy-source-if-none-match");
    s.member("CopySourceIfModifiedSince", &CopyObject::copy_source_if_modified_since)
        .header("x-amz-copy-source-if-modified-since");
    s.member("CopySourceIfUnmodifiedSince", &CopyObject::copy_source_if_unmodified_since)
        .header("x-amz-copy-source-if-unmodified-since");
    s.member("MetadataDirective", &CopyObject::metadata_directive)
        .header("x-amz-metadata-directive");
    describing::content_headers(s);
    s.member("Metadata", &CopyObject::metadata).header_prefix("x-amz-meta-");
    s.member("ChecksumAlgorithm", &CopyObject::checksum_algorithm)
        .header("x-amz-checksum-algorithm");
    s.member("TaggingDirective", &CopyObject::tagging_directive).header("x-amz-tagging-directive");
    s.member("Tagging", &CopyObject::tagging).header("x-amz-tagging");
    describing::write_conditions(s);
    s.member("StorageClass", &CopyObject::storage_class).header("x-amz-storage-class");
    s.member("WebsiteRedirectLocation", &CopyObject::website_redirect_location)
        .header("x-amz-website-redirect-location");
    describing::encryption(s);
    describing::customer_key(s);
    s.member("CopySourceSSECustomerAlgorithm", &CopyObject::copy_source_sse_customer_algorithm)
        .header("x-amz-copy-source-server-side-encryption-customer-algorithm");
    s.member("CopySourceSSECustomerKey", &CopyObject::copy_source_sse_customer_key)
        .header("x-amz-copy-source-server-side-encryption-customer-key");
    s.member("CopySourceSSECustomerKeyMD5", &CopyObject::copy_source_sse_customer_key_md5)
        .header("x-amz-copy-source-server-side-encryption-customer-key-MD5");
    s.member("ACL", &CopyObject::acl).header("x-amz-acl");
    describing::grants(s);
    describing::object_lock(s);
    s.member("RequestPayer", &CopyObject::request_payer).header("x-amz-request-payer");
    describing::expected_owner(s);
    s.member("ExpectedSourceBucketOwner", &CopyObject::expected_source_bucket_owner)
        .header("x-amz-source-expected-bucket-owner");
  }
};

struct DeleteObjectResult {
  std::optional<bool> delete_marker = {};
  std::string version_id = {};
  std::string request_charged = {};
  static void describe(StructureShape<DeleteObjectResult>& s) {
    s.member("DeleteMarker", &DeleteObjectResult::delete_marker).header("x-amz-delete-marker");
    s.member("VersionId", &DeleteObjectResult::version_id).header("x-amz-version-id");
    s.member("RequestCharged", &DeleteObjectResult::request_charged)
        .header("x-amz-request-charged");
  }
};

// Deletes an object; that there is none is no error, unless IfMatch is given.
// Errors: NoSuchBucket, PreconditionFailed (412).
struct DeleteObject {
  static constexpr OperationName kOperation{"s3", "DeleteObject", "DELETE", "/{Bucket}/{Key+}",
                                            204};
  using Result = DeleteObjectResult;
  std::string bucket;
  std::string key;
  std::string version_id = {};                           // "null" or nothing
  std::string if_match = {};                             // an ETag, or "*"
  std::optional<Time> if_match_last_modified_time = {};  // directory buckets only
  std::optional<std::int64_t> if_match_size = {};        // directory buckets only
  std::string mfa = {};
  std::optional<bool> bypass_governance_retention = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<DeleteObject>& s) {
    describing::object(s);
    s.member("VersionId", &DeleteObject::version_id).query("versionId");
    s.member("IfMatch", &DeleteObject::if_match).header("If-Match");
    s.member("IfMatchLastModifiedTime", &DeleteObject::if_match_last_modified_time)
        .header("x-amz-if-match-last-modified-time");
    s.member("IfMatchSize", &DeleteObject::if_match_size).header("x-amz-if-match-size");
    s.member("MFA", &DeleteObject::mfa).header("x-amz-mfa");
    s.member("BypassGovernanceRetention", &DeleteObject::bypass_governance_retention)
        .header("x-amz-bypass-governance-retention");
    s.member("RequestPayer", &DeleteObject::request_payer).header("x-amz-request-payer");
    describing::expected_owner(s);
  }
};

struct ObjectIdentifier {
  std::string key;
  std::string version_id = {};
  std::string etag = {};  // deleted only if it still has it
  std::optional<Time> last_modified_time = {};
  std::optional<std::int64_t> size = {};
  static void describe(StructureShape<ObjectIdentifier>& s) {
    s.member("Key", &ObjectIdentifier::key).required();
    s.member("VersionId", &ObjectIdentifier::version_id);
    s.member("ETag", &ObjectIdentifier::etag);
    s.member("LastModifiedTime", &ObjectIdentifier::last_modified_time);
    s.member("Size", &ObjectIdentifier::size);
  }
};

struct Delete {
  std::vector<ObjectIdentifier> objects = {};  // 1 to 1,000
  std::optional<bool> quiet = {};              // tells of failures only
  static void describe(StructureShape<Delete>& s) {
    s.member("Objects", &Delete::objects).wire_name("Object").flattened().required();
    s.member("Quiet", &Delete::quiet);
  }
};

struct DeletedObject {
  std::string key = {};
  std::string version_id = {};
  std::optional<bool> delete_marker = {};
  std::string delete_marker_version_id = {};
  static void describe(StructureShape<DeletedObject>& s) {
    s.member("Key", &DeletedObject::key);
    s.member("VersionId", &DeletedObject::version_id);
    s.member("DeleteMarker", &DeletedObject::delete_marker);
    s.member("DeleteMarkerVersionId", &DeletedObject::delete_marker_version_id);
  }
};

// Error in the API reference.
struct DeleteError {
  std::string key = {};
  std::string version_id = {};
  std::string code = {};
  std::string message = {};
  static void describe(StructureShape<DeleteError>& s) {
    s.member("Key", &DeleteError::key);
    s.member("VersionId", &DeleteError::version_id);
    s.member("Code", &DeleteError::code);
    s.member("Message", &DeleteError::message);
  }
};

struct DeleteObjectsResult {
  std::vector<DeletedObject> deleted = {};
  std::vector<DeleteError> errors = {};
  std::string request_charged = {};
  static void describe(StructureShape<DeleteObjectsResult>& s) {
    s.member("Deleted", &DeleteObjectsResult::deleted).flattened();
    s.member("Errors", &DeleteObjectsResult::errors).wire_name("Error").flattened();
    s.member("RequestCharged", &DeleteObjectsResult::request_charged)
        .header("x-amz-request-charged");
  }
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
  static void describe(StructureShape<DeleteObjects>& s) {
    describing::bucket(s);
    s.member("Delete", &DeleteObjects::to_delete).payload().required();
    s.member("MFA", &DeleteObjects::mfa).header("x-amz-mfa");
    s.member("BypassGovernanceRetention", &DeleteObjects::bypass_governance_retention)
        .header("x-amz-bypass-governance-retention");
    s.member("ChecksumAlgorithm", &DeleteObjects::checksum_algorithm)
        .header("x-amz-sdk-checksum-algorithm");
    s.member("RequestPayer", &DeleteObjects::request_payer).header("x-amz-request-payer");
    describing::expected_owner(s);
  }
};

}  // namespace emu::s3
