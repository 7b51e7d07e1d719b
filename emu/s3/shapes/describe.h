// Members and rules that several operations share.
#pragma once

#include <emu/describe.h>
#include <emu/s3/types.h>

#include <limits>
#include <string_view>

namespace emu::s3 {

// What many operations say of themselves in the same words.
namespace describing {

template <class T>
void bucket(StructureShape<T>& s) {
  s.member("Bucket", &T::bucket).required().path("Bucket");
}

template <class T>
void object(StructureShape<T>& s) {
  bucket(s);
  s.member("Key", &T::key).required().path("Key");
}

template <class T>
void expected_owner(StructureShape<T>& s) {
  s.member("ExpectedBucketOwner", &T::expected_bucket_owner).header("x-amz-expected-bucket-owner");
}

template <class T>
void checksums(StructureShape<T>& s) {
  s.member("ChecksumCRC32", &T::checksum_crc32).header("x-amz-checksum-crc32");
  s.member("ChecksumCRC32C", &T::checksum_crc32c).header("x-amz-checksum-crc32c");
  s.member("ChecksumCRC64NVME", &T::checksum_crc64nvme).header("x-amz-checksum-crc64nvme");
  s.member("ChecksumSHA1", &T::checksum_sha1).header("x-amz-checksum-sha1");
  s.member("ChecksumSHA256", &T::checksum_sha256).header("x-amz-checksum-sha256");
}

// The same in a document.
template <class T>
void checksum_elements(StructureShape<T>& s) {
  s.member("ChecksumCRC32", &T::checksum_crc32);
  s.member("ChecksumCRC32C", &T::checksum_crc32c);
  s.member("ChecksumCRC64NVME", &T::checksum_crc64nvme);
  s.member("ChecksumSHA1", &T::checksum_sha1);
  s.member("ChecksumSHA256", &T::checksum_sha256);
}

// Which of a bucket's configurations of one kind.
template <class T>
void configuration_id(StructureShape<T>& s) {
  s.member("Id", &T::id).required().query("id");
}

// Of the body of a configuration; a transport's matter.
template <class T>
void payload_integrity(StructureShape<T>& s) {
  s.member("ContentMD5", &T::content_md5).header("Content-MD5");
  s.member("ChecksumAlgorithm", &T::checksum_algorithm).header("x-amz-sdk-checksum-algorithm");
}

template <class T>
void content_headers(StructureShape<T>& s) {
  s.member("ContentType", &T::content_type).header("Content-Type");
  s.member("CacheControl", &T::cache_control).header("Cache-Control");
  s.member("ContentDisposition", &T::content_disposition).header("Content-Disposition");
  s.member("ContentEncoding", &T::content_encoding).header("Content-Encoding");
  s.member("ContentLanguage", &T::content_language).header("Content-Language");
  s.member("Expires", &T::expires).header("Expires");
}

template <class T>
void response_overrides(StructureShape<T>& s) {
  s.member("ResponseCacheControl", &T::response_cache_control).query("response-cache-control");
  s.member("ResponseContentDisposition", &T::response_content_disposition)
      .query("response-content-disposition");
  s.member("ResponseContentEncoding", &T::response_content_encoding)
      .query("response-content-encoding");
  s.member("ResponseContentLanguage", &T::response_content_language)
      .query("response-content-language");
  s.member("ResponseContentType", &T::response_content_type).query("response-content-type");
  s.member("ResponseExpires", &T::response_expires).query("response-expires");
}

template <class T>
void read_conditions(StructureShape<T>& s) {
  s.member("IfMatch", &T::if_match).header("If-Match");
  s.member("IfNoneMatch", &T::if_none_match).header("If-None-Match");
  s.member("IfModifiedSince", &T::if_modified_since).header("If-Modified-Since");
  s.member("IfUnmodifiedSince", &T::if_unmodified_since).header("If-Unmodified-Since");
}

template <class T>
void write_conditions(StructureShape<T>& s) {
  s.member("IfMatch", &T::if_match).header("If-Match");
  s.member("IfNoneMatch", &T::if_none_match).header("If-None-Match");
}

// Where a copy comes from, and what must hold for it.
template <class T>
void copy_source(StructureShape<T>& s) {
  s.member("CopySource", &T::copy_source).header("x-amz-copy-source").required();
  s.member("CopySourceIfMatch", &T::copy_source_if_match).header("x-amz-copy-source-if-match");
  s.member("CopySourceIfNoneMatch", &T::copy_source_if_none_match)
      .header("x-amz-copy-source-if-none-match");
  s.member("CopySourceIfModifiedSince", &T::copy_source_if_modified_since)
      .header("x-amz-copy-source-if-modified-since");
  s.member("CopySourceIfUnmodifiedSince", &T::copy_source_if_unmodified_since)
      .header("x-amz-copy-source-if-unmodified-since");
  s.member("CopySourceSSECustomerAlgorithm", &T::copy_source_sse_customer_algorithm)
      .header("x-amz-copy-source-server-side-encryption-customer-algorithm");
  s.member("CopySourceSSECustomerKey", &T::copy_source_sse_customer_key)
      .header("x-amz-copy-source-server-side-encryption-customer-key");
  s.member("CopySourceSSECustomerKeyMD5", &T::copy_source_sse_customer_key_md5)
      .header("x-amz-copy-source-server-side-encryption-customer-key-MD5");
  s.member("ExpectedSourceBucketOwner", &T::expected_source_bucket_owner)
      .header("x-amz-source-expected-bucket-owner");
}

template <class T>
void encryption_answer(StructureShape<T>& s) {
  s.member("ServerSideEncryption", &T::server_side_encryption)
      .header("x-amz-server-side-encryption");
  s.member("SSEKMSKeyId", &T::sse_kms_key_id).header("x-amz-server-side-encryption-aws-kms-key-id");
  s.member("BucketKeyEnabled", &T::bucket_key_enabled)
      .header("x-amz-server-side-encryption-bucket-key-enabled");
}

template <class T>
void encryption(StructureShape<T>& s) {
  encryption_answer(s);
  s.member("SSEKMSEncryptionContext", &T::sse_kms_encryption_context)
      .header("x-amz-server-side-encryption-context");
}

template <class T>
void customer_key_answer(StructureShape<T>& s) {
  s.member("SSECustomerAlgorithm", &T::sse_customer_algorithm)
      .header("x-amz-server-side-encryption-customer-algorithm");
  s.member("SSECustomerKeyMD5", &T::sse_customer_key_md5)
      .header("x-amz-server-side-encryption-customer-key-MD5");
}

template <class T>
void customer_key(StructureShape<T>& s) {
  customer_key_answer(s);
  s.member("SSECustomerKey", &T::sse_customer_key)
      .header("x-amz-server-side-encryption-customer-key");
}

template <class T>
void grants(StructureShape<T>& s) {
  s.member("GrantFullControl", &T::grant_full_control).header("x-amz-grant-full-control");
  s.member("GrantRead", &T::grant_read).header("x-amz-grant-read");
  s.member("GrantReadACP", &T::grant_read_acp).header("x-amz-grant-read-acp");
  s.member("GrantWriteACP", &T::grant_write_acp).header("x-amz-grant-write-acp");
}

template <class T>
void object_lock(StructureShape<T>& s) {
  s.member("ObjectLockMode", &T::object_lock_mode).header("x-amz-object-lock-mode");
  s.member("ObjectLockRetainUntilDate", &T::object_lock_retain_until_date)
      .header("x-amz-object-lock-retain-until-date");
  s.member("ObjectLockLegalHoldStatus", &T::object_lock_legal_hold_status)
      .header("x-amz-object-lock-legal-hold");
}

// Of an object that is read.
template <class T>
void object_answer(StructureShape<T>& s) {
  s.member("StatusCode", &T::status_code).status();
  s.member("AcceptRanges", &T::accept_ranges).header("accept-ranges");
  s.member("LastModified", &T::last_modified).header("Last-Modified");
  s.member("ContentLength", &T::content_length).header("Content-Length");
  s.member("ETag", &T::etag).header("ETag");
  checksums(s);
  s.member("ChecksumType", &T::checksum_type).header("x-amz-checksum-type");
  s.member("VersionId", &T::version_id).header("x-amz-version-id");
  content_headers(s);
  s.member("ContentRange", &T::content_range).header("Content-Range");
  s.member("WebsiteRedirectLocation", &T::website_redirect_location)
      .header("x-amz-website-redirect-location");
  encryption_answer(s);
  customer_key_answer(s);
  s.member("Metadata", &T::metadata).header_prefix("x-amz-meta-");
  s.member("StorageClass", &T::storage_class).header("x-amz-storage-class");
  s.member("PartsCount", &T::parts_count).header("x-amz-mp-parts-count");
  s.member("TagCount", &T::tag_count).header("x-amz-tagging-count");
  s.member("Expiration", &T::expiration).header("x-amz-expiration");
  object_lock(s);
}

}  // namespace describing

}  // namespace emu::s3
