// Objects that are uploaded in parts.
// Sources: Amazon S3 API Reference, "CreateMultipartUpload", "UploadPart", "UploadPartCopy",
// "CompleteMultipartUpload", "AbortMultipartUpload", "ListParts", "ListMultipartUploads"; User
// Guide, "Uploading and copying objects using multipart upload", "Checking object integrity in
// Amazon S3".
#pragma once

#include <emu/blob.h>
#include <emu/s3/listing.h>
#include <emu/s3/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::s3 {

struct CreateMultipartUploadResult {
  std::string bucket = {};
  std::string key = {};
  std::string upload_id = {};
  std::string checksum_algorithm = {};  // as it was asked for
  std::string checksum_type = {};
  std::optional<Time> abort_date = {};  // when a lifecycle rule aborts the upload
  std::string abort_rule_id = {};
  std::string server_side_encryption = {};
  std::string sse_kms_key_id = {};
  std::string sse_kms_encryption_context = {};
  std::optional<bool> bucket_key_enabled = {};
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key_md5 = {};
  std::string request_charged = {};
  static void describe(StructureShape<CreateMultipartUploadResult>& s);
};

// Begins an upload in parts. Headers, tags and encryption are those of the object that it will
// become. With a checksum algorithm of type COMPOSITE each part must come with its checksum; that
// is the type unless FULL_OBJECT is asked for, which CRC64NVME always is.
// Errors: NoSuchBucket, KeyTooLongError, MetadataTooLarge, InvalidStorageClass, InvalidTag,
// InvalidRequest for checksums, AccessControlListNotSupported.
struct CreateMultipartUpload {
  static constexpr OperationName kOperation{"s3", "CreateMultipartUpload", "POST",
                                            "/{Bucket}/{Key+}?uploads"};
  using Result = CreateMultipartUploadResult;
  std::string bucket;
  std::string key;
  std::string content_type = {};  // "binary/octet-stream" unless given
  std::string cache_control = {};
  std::string content_disposition = {};
  std::string content_encoding = {};
  std::string content_language = {};
  std::string expires = {};
  std::map<std::string, std::string> metadata = {};
  std::string checksum_algorithm = {};  // "CRC32" …
  std::string checksum_type = {};       // "COMPOSITE", "FULL_OBJECT"
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
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<CreateMultipartUpload>& s);
};

struct UploadPartResult {
  std::string etag = {};  // the MD5 of the part, quoted
  std::string checksum_crc32 = {};
  std::string checksum_crc32c = {};
  std::string checksum_crc64nvme = {};
  std::string checksum_sha1 = {};
  std::string checksum_sha256 = {};
  std::string server_side_encryption = {};
  std::string sse_kms_key_id = {};
  std::optional<bool> bucket_key_enabled = {};
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key_md5 = {};
  std::string request_charged = {};
  static void describe(StructureShape<UploadPartResult>& s);
};

// Stores a part of an upload, in place of one of the same number. A customer's key must be sent
// with each part.
// Errors: NoSuchUpload, InvalidArgument (the number), InvalidRequest (another checksum than the
// upload's, or none), BadDigest, InvalidDigest, EntityTooLarge.
struct UploadPart {
  static constexpr OperationName kOperation{"s3", "UploadPart", "PUT", "/{Bucket}/{Key+}"};
  using Result = UploadPartResult;
  std::string bucket;
  std::string key;
  std::string upload_id;
  std::int32_t part_number = 0;  // 1 to 10,000
  Blob body = {};                // up to 5 GiB
  std::string content_md5 = {};  // base64, verified
  std::optional<std::int64_t> content_length = {};
  std::string checksum_algorithm = {};
  std::string checksum_crc32 = {};
  std::string checksum_crc32c = {};
  std::string checksum_crc64nvme = {};
  std::string checksum_sha1 = {};
  std::string checksum_sha256 = {};
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key = {};
  std::string sse_customer_key_md5 = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<UploadPart>& s);
};

struct CopyPartResult {
  std::string etag = {};
  Time last_modified = {};
  std::string checksum_crc32 = {};
  std::string checksum_crc32c = {};
  std::string checksum_crc64nvme = {};
  std::string checksum_sha1 = {};
  std::string checksum_sha256 = {};
  static void describe(StructureShape<CopyPartResult>& s);
};

struct UploadPartCopyResult {
  CopyPartResult copy_part_result = {};
  std::string copy_source_version_id = {};
  std::string server_side_encryption = {};
  std::string sse_kms_key_id = {};
  std::optional<bool> bucket_key_enabled = {};
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key_md5 = {};
  std::string request_charged = {};
  static void describe(StructureShape<UploadPartCopyResult>& s);
};

// Takes a part from an object, without moving its bytes.
// Errors: those of UploadPart and CopyObject; InvalidArgument for a range beyond the object.
struct UploadPartCopy {
  static constexpr OperationName kOperation{"s3", "UploadPartCopy", "PUT", "/{Bucket}/{Key+}"};
  using Result = UploadPartCopyResult;
  std::string bucket;
  std::string key;
  std::string upload_id;
  std::int32_t part_number = 0;
  std::string copy_source;             // "bucket/key", "bucket/key?versionId=v", percent-encoded
  std::string copy_source_range = {};  // "bytes=first-last"
  std::string copy_source_if_match = {};
  std::string copy_source_if_none_match = {};
  std::optional<Time> copy_source_if_modified_since = {};
  std::optional<Time> copy_source_if_unmodified_since = {};
  std::string copy_source_sse_customer_algorithm = {};
  std::string copy_source_sse_customer_key = {};
  std::string copy_source_sse_customer_key_md5 = {};
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key = {};
  std::string sse_customer_key_md5 = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  std::string expected_source_bucket_owner = {};
  static void describe(StructureShape<UploadPartCopy>& s);
};

struct CompletedPart {
  std::optional<std::int32_t> part_number = {};
  std::string etag = {};  // with quotes or without
  std::string checksum_crc32 = {};
  std::string checksum_crc32c = {};
  std::string checksum_crc64nvme = {};
  std::string checksum_sha1 = {};
  std::string checksum_sha256 = {};
  static void describe(StructureShape<CompletedPart>& s);
};

struct CompletedMultipartUpload {
  std::vector<CompletedPart> parts = {};  // in ascending order of their numbers
  static void describe(StructureShape<CompletedMultipartUpload>& s);
};

struct CompleteMultipartUploadResult {
  std::string location = {};
  std::string bucket = {};
  std::string key = {};
  std::string etag = {};            // "\"<MD5 of the parts' MD5s>-<number of parts>\""
  std::string checksum_crc32 = {};  // of type COMPOSITE with "-<number of parts>" behind it
  std::string checksum_crc32c = {};
  std::string checksum_crc64nvme = {};
  std::string checksum_sha1 = {};
  std::string checksum_sha256 = {};
  std::string checksum_type = {};
  std::string version_id = {};
  std::string server_side_encryption = {};
  std::string sse_kms_key_id = {};
  std::optional<bool> bucket_key_enabled = {};
  std::string expiration = {};
  std::string request_charged = {};
  static void describe(StructureShape<CompleteMultipartUploadResult>& s);
};

// Makes an object of the parts that are listed; the others are thrown away. Completing again
// answers the same as long as the object is the current one of its key.
// Errors: NoSuchUpload, MalformedXML, InvalidPart, InvalidPartOrder, EntityTooSmall (a part below
// 5 MiB that is not the last), BadDigest, InvalidRequest, PreconditionFailed (412), NoSuchKey (404,
// with IfMatch).
struct CompleteMultipartUpload {
  static constexpr OperationName kOperation{"s3", "CompleteMultipartUpload", "POST",
                                            "/{Bucket}/{Key+}"};
  using Result = CompleteMultipartUploadResult;
  std::string bucket;
  std::string key;
  std::string upload_id;
  std::optional<CompletedMultipartUpload> multipart_upload = {};
  std::string checksum_crc32 = {};  // of the object, verified
  std::string checksum_crc32c = {};
  std::string checksum_crc64nvme = {};
  std::string checksum_sha1 = {};
  std::string checksum_sha256 = {};
  std::string checksum_type = {};  // the upload's
  std::optional<std::int64_t> mpu_object_size = {};
  std::string if_match = {};       // the ETag that is replaced
  std::string if_none_match = {};  // "*": only where there is none
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key = {};
  std::string sse_customer_key_md5 = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<CompleteMultipartUpload>& s);
};

struct AbortMultipartUploadResult {
  std::string request_charged = {};
  static void describe(StructureShape<AbortMultipartUploadResult>& s);
};

// Ends an upload and throws its parts away.
// Errors: NoSuchUpload.
struct AbortMultipartUpload {
  static constexpr OperationName kOperation{"s3", "AbortMultipartUpload", "DELETE",
                                            "/{Bucket}/{Key+}", 204};
  using Result = AbortMultipartUploadResult;
  std::string bucket;
  std::string key;
  std::string upload_id;
  std::optional<Time> if_match_initiated_time = {};  // directory buckets only
  std::string request_payer = {};                    // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<AbortMultipartUpload>& s);
};

struct Part {
  std::int32_t part_number = 0;
  Time last_modified = {};
  std::string etag = {};
  std::int64_t size = 0;
  std::string checksum_crc32 = {};
  std::string checksum_crc32c = {};
  std::string checksum_crc64nvme = {};
  std::string checksum_sha1 = {};
  std::string checksum_sha256 = {};
  static void describe(StructureShape<Part>& s);
};

// Who has begun an upload: an account by its canonical user id, a user or role by its ARN.
struct Initiator {
  std::string id = {};
  std::string display_name = {};
  static void describe(StructureShape<Initiator>& s);
};

struct ListPartsResult {
  std::string bucket = {};
  std::string key = {};
  std::string upload_id = {};
  Initiator initiator = {};
  Owner owner = {};
  std::string storage_class = {};
  std::int32_t part_number_marker = 0;
  std::int32_t next_part_number_marker = 0;
  std::int32_t max_parts = 0;
  bool is_truncated = false;
  std::string checksum_algorithm = {};
  std::string checksum_type = {};
  std::vector<Part> parts = {};
  std::optional<Time> abort_date = {};
  std::string abort_rule_id = {};
  std::string request_charged = {};
  static void describe(StructureShape<ListPartsResult>& s);
};

// The parts of an upload that have come, by number.
// Errors: NoSuchUpload, InvalidArgument.
struct ListParts {
  static constexpr OperationName kOperation{"s3", "ListParts", "GET", "/{Bucket}/{Key+}"};
  using Result = ListPartsResult;
  std::string bucket;
  std::string key;
  std::string upload_id;
  std::optional<std::int32_t> max_parts = {};           // at most 1,000
  std::optional<std::int32_t> part_number_marker = {};  // begins behind it
  std::string sse_customer_algorithm = {};
  std::string sse_customer_key = {};
  std::string sse_customer_key_md5 = {};
  std::string request_payer = {};  // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<ListParts>& s);
};

// An upload that is neither completed nor aborted.
struct MultipartUpload {
  std::string upload_id = {};
  std::string key = {};
  Initiator initiator = {};
  Owner owner = {};
  std::string storage_class = {};
  Time initiated = {};
  std::string checksum_algorithm = {};
  std::string checksum_type = {};
  static void describe(StructureShape<MultipartUpload>& s);
};

struct ListMultipartUploadsResult {
  std::string bucket = {};
  std::string key_marker = {};
  std::string upload_id_marker = {};
  std::string next_key_marker = {};
  std::string next_upload_id_marker = {};
  std::string prefix = {};
  std::string delimiter = {};
  std::string encoding_type = {};
  std::int32_t max_uploads = 0;
  bool is_truncated = false;
  std::vector<MultipartUpload> uploads = {};
  std::vector<CommonPrefix> common_prefixes = {};
  std::string request_charged = {};
  static void describe(StructureShape<ListMultipartUploadsResult>& s);
};

// The uploads of a bucket by key, those of one key in the order in which they began.
// Errors: NoSuchBucket, InvalidArgument.
struct ListMultipartUploads {
  static constexpr OperationName kOperation{"s3", "ListMultipartUploads", "GET",
                                            "/{Bucket}?uploads"};
  using Result = ListMultipartUploadsResult;
  std::string bucket;
  std::string prefix = {};
  std::string delimiter = {};                    // folds keys into common prefixes
  std::optional<std::int32_t> max_uploads = {};  // uploads and prefixes; at most 1,000
  std::string encoding_type = {};                // "url": keys are percent-encoded
  std::string key_marker = {};                   // begins behind this key …
  std::string upload_id_marker = {};             // … or behind this upload of it
  std::string request_payer = {};                // "requester"
  std::string expected_bucket_owner = {};
  static void describe(StructureShape<ListMultipartUploads>& s);
};

}  // namespace emu::s3
