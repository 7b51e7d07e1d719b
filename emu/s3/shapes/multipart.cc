#include <emu/s3/multipart.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

namespace {

template <class T>
void upload(StructureShape<T>& s) {
  describing::object(s);
  s.member("UploadId", &T::upload_id).query("uploadId").required();
}

template <class T>
void part(StructureShape<T>& s) {
  upload(s);
  s.member("PartNumber", &T::part_number).query("partNumber").required();
}

// The answer to either way in which a part comes.
template <class T>
void part_answer(StructureShape<T>& s) {
  describing::encryption_answer(s);
  describing::customer_key_answer(s);
  s.member("RequestCharged", &T::request_charged).header("x-amz-request-charged");
}

template <class T>
void caller_pays(StructureShape<T>& s) {
  s.member("RequestPayer", &T::request_payer).header("x-amz-request-payer");
  describing::expected_owner(s);
}

template <class T>
void abort_rule(StructureShape<T>& s) {
  s.member("AbortDate", &T::abort_date).header("x-amz-abort-date");
  s.member("AbortRuleId", &T::abort_rule_id).header("x-amz-abort-rule-id");
}

}  // namespace

void CreateMultipartUploadResult::describe(StructureShape<CreateMultipartUploadResult>& s) {
  s.document("InitiateMultipartUploadResult");
  s.member("Bucket", &CreateMultipartUploadResult::bucket);
  s.member("Key", &CreateMultipartUploadResult::key);
  s.member("UploadId", &CreateMultipartUploadResult::upload_id);
  s.member("ChecksumAlgorithm", &CreateMultipartUploadResult::checksum_algorithm)
      .header("x-amz-checksum-algorithm");
  s.member("ChecksumType", &CreateMultipartUploadResult::checksum_type)
      .header("x-amz-checksum-type");
  abort_rule(s);
  part_answer(s);
  s.member("SSEKMSEncryptionContext", &CreateMultipartUploadResult::sse_kms_encryption_context)
      .header("x-amz-server-side-encryption-context");
}

void CreateMultipartUpload::describe(StructureShape<CreateMultipartUpload>& s) {
  describing::object(s);
  describing::content_headers(s);
  s.member("Metadata", &CreateMultipartUpload::metadata).header_prefix("x-amz-meta-");
  s.member("ChecksumAlgorithm", &CreateMultipartUpload::checksum_algorithm)
      .header("x-amz-checksum-algorithm");
  s.member("ChecksumType", &CreateMultipartUpload::checksum_type).header("x-amz-checksum-type");
  s.member("StorageClass", &CreateMultipartUpload::storage_class).header("x-amz-storage-class");
  s.member("Tagging", &CreateMultipartUpload::tagging).header("x-amz-tagging");
  s.member("WebsiteRedirectLocation", &CreateMultipartUpload::website_redirect_location)
      .header("x-amz-website-redirect-location");
  describing::encryption(s);
  describing::customer_key(s);
  s.member("ACL", &CreateMultipartUpload::acl).header("x-amz-acl");
  describing::grants(s);
  describing::object_lock(s);
  caller_pays(s);
}

void UploadPartResult::describe(StructureShape<UploadPartResult>& s) {
  s.member("ETag", &UploadPartResult::etag).header("ETag");
  describing::checksums(s);
  part_answer(s);
}

void UploadPart::describe(StructureShape<UploadPart>& s) {
  part(s);
  s.member("Body", &UploadPart::body).payload();
  s.member("ContentMD5", &UploadPart::content_md5).header("Content-MD5");
  s.member("ContentLength", &UploadPart::content_length).header("Content-Length");
  s.member("ChecksumAlgorithm", &UploadPart::checksum_algorithm)
      .header("x-amz-sdk-checksum-algorithm");
  describing::checksums(s);
  describing::customer_key(s);
  caller_pays(s);
}

void CopyPartResult::describe(StructureShape<CopyPartResult>& s) {
  s.member("LastModified", &CopyPartResult::last_modified);
  s.member("ETag", &CopyPartResult::etag);
  describing::checksum_elements(s);
}

void UploadPartCopyResult::describe(StructureShape<UploadPartCopyResult>& s) {
  s.member("CopyPartResult", &UploadPartCopyResult::copy_part_result).payload();
  s.member("CopySourceVersionId", &UploadPartCopyResult::copy_source_version_id)
      .header("x-amz-copy-source-version-id");
  part_answer(s);
}

void UploadPartCopy::describe(StructureShape<UploadPartCopy>& s) {
  part(s);
  describing::copy_source(s);
  s.member("CopySourceRange", &UploadPartCopy::copy_source_range).header("x-amz-copy-source-range");
  describing::customer_key(s);
  caller_pays(s);
}

void CompletedPart::describe(StructureShape<CompletedPart>& s) {
  s.member("PartNumber", &CompletedPart::part_number);
  s.member("ETag", &CompletedPart::etag);
  describing::checksum_elements(s);
}

void CompletedMultipartUpload::describe(StructureShape<CompletedMultipartUpload>& s) {
  s.member("Parts", &CompletedMultipartUpload::parts).wire_name("Part").flattened();
}

void CompleteMultipartUploadResult::describe(StructureShape<CompleteMultipartUploadResult>& s) {
  s.document("CompleteMultipartUploadResult");
  s.member("Location", &CompleteMultipartUploadResult::location);
  s.member("Bucket", &CompleteMultipartUploadResult::bucket);
  s.member("Key", &CompleteMultipartUploadResult::key);
  s.member("ETag", &CompleteMultipartUploadResult::etag);
  describing::checksum_elements(s);
  s.member("ChecksumType", &CompleteMultipartUploadResult::checksum_type);
  s.member("VersionId", &CompleteMultipartUploadResult::version_id).header("x-amz-version-id");
  describing::encryption_answer(s);
  s.member("Expiration", &CompleteMultipartUploadResult::expiration).header("x-amz-expiration");
  s.member("RequestCharged", &CompleteMultipartUploadResult::request_charged)
      .header("x-amz-request-charged");
}

void CompleteMultipartUpload::describe(StructureShape<CompleteMultipartUpload>& s) {
  upload(s);
  s.member("MultipartUpload", &CompleteMultipartUpload::multipart_upload)
      .wire_name("CompleteMultipartUpload")
      .payload();
  describing::checksums(s);
  s.member("ChecksumType", &CompleteMultipartUpload::checksum_type).header("x-amz-checksum-type");
  s.member("MpuObjectSize", &CompleteMultipartUpload::mpu_object_size)
      .header("x-amz-mp-object-size");
  describing::write_conditions(s);
  describing::customer_key(s);
  caller_pays(s);
}

void AbortMultipartUploadResult::describe(StructureShape<AbortMultipartUploadResult>& s) {
  s.member("RequestCharged", &AbortMultipartUploadResult::request_charged)
      .header("x-amz-request-charged");
}

void AbortMultipartUpload::describe(StructureShape<AbortMultipartUpload>& s) {
  upload(s);
  s.member("IfMatchInitiatedTime", &AbortMultipartUpload::if_match_initiated_time)
      .header("x-amz-if-match-initiated-time");
  caller_pays(s);
}

void Part::describe(StructureShape<Part>& s) {
  s.member("PartNumber", &Part::part_number);
  s.member("LastModified", &Part::last_modified);
  s.member("ETag", &Part::etag);
  s.member("Size", &Part::size);
  describing::checksum_elements(s);
}

void Initiator::describe(StructureShape<Initiator>& s) {
  s.member("ID", &Initiator::id);
  s.member("DisplayName", &Initiator::display_name);
}

void ListPartsResult::describe(StructureShape<ListPartsResult>& s) {
  s.document("ListPartsResult");
  s.member("Bucket", &ListPartsResult::bucket);
  s.member("Key", &ListPartsResult::key);
  s.member("UploadId", &ListPartsResult::upload_id);
  s.member("Initiator", &ListPartsResult::initiator);
  s.member("Owner", &ListPartsResult::owner);
  s.member("StorageClass", &ListPartsResult::storage_class);
  s.member("PartNumberMarker", &ListPartsResult::part_number_marker);
  s.member("NextPartNumberMarker", &ListPartsResult::next_part_number_marker);
  s.member("MaxParts", &ListPartsResult::max_parts);
  s.member("IsTruncated", &ListPartsResult::is_truncated);
  s.member("ChecksumAlgorithm", &ListPartsResult::checksum_algorithm);
  s.member("ChecksumType", &ListPartsResult::checksum_type);
  s.member("Parts", &ListPartsResult::parts).wire_name("Part").flattened();
  abort_rule(s);
  s.member("RequestCharged", &ListPartsResult::request_charged).header("x-amz-request-charged");
}

void ListParts::describe(StructureShape<ListParts>& s) {
  upload(s);
  s.member("MaxParts", &ListParts::max_parts).query("max-parts");
  s.member("PartNumberMarker", &ListParts::part_number_marker).query("part-number-marker");
  describing::customer_key(s);
  caller_pays(s);
}

void MultipartUpload::describe(StructureShape<MultipartUpload>& s) {
  s.member("Key", &MultipartUpload::key);
  s.member("UploadId", &MultipartUpload::upload_id);
  s.member("Initiator", &MultipartUpload::initiator);
  s.member("Owner", &MultipartUpload::owner);
  s.member("StorageClass", &MultipartUpload::storage_class);
  s.member("Initiated", &MultipartUpload::initiated);
  s.member("ChecksumAlgorithm", &MultipartUpload::checksum_algorithm);
  s.member("ChecksumType", &MultipartUpload::checksum_type);
}

void ListMultipartUploadsResult::describe(StructureShape<ListMultipartUploadsResult>& s) {
  s.document("ListMultipartUploadsResult");
  s.member("Bucket", &ListMultipartUploadsResult::bucket);
  s.member("KeyMarker", &ListMultipartUploadsResult::key_marker).always();
  s.member("UploadIdMarker", &ListMultipartUploadsResult::upload_id_marker).always();
  s.member("NextKeyMarker", &ListMultipartUploadsResult::next_key_marker).always();
  s.member("NextUploadIdMarker", &ListMultipartUploadsResult::next_upload_id_marker).always();
  s.member("Prefix", &ListMultipartUploadsResult::prefix);
  s.member("Delimiter", &ListMultipartUploadsResult::delimiter);
  s.member("EncodingType", &ListMultipartUploadsResult::encoding_type);
  s.member("MaxUploads", &ListMultipartUploadsResult::max_uploads);
  s.member("IsTruncated", &ListMultipartUploadsResult::is_truncated);
  s.member("Uploads", &ListMultipartUploadsResult::uploads).wire_name("Upload").flattened();
  s.member("CommonPrefixes", &ListMultipartUploadsResult::common_prefixes).flattened();
  s.member("RequestCharged", &ListMultipartUploadsResult::request_charged)
      .header("x-amz-request-charged");
}

void ListMultipartUploads::describe(StructureShape<ListMultipartUploads>& s) {
  describing::bucket(s);
  s.member("Prefix", &ListMultipartUploads::prefix).query("prefix");
  s.member("Delimiter", &ListMultipartUploads::delimiter).query("delimiter");
  s.member("MaxUploads", &ListMultipartUploads::max_uploads).query("max-uploads");
  s.member("EncodingType", &ListMultipartUploads::encoding_type).query("encoding-type");
  s.member("KeyMarker", &ListMultipartUploads::key_marker).query("key-marker");
  s.member("UploadIdMarker", &ListMultipartUploads::upload_id_marker).query("upload-id-marker");
  caller_pays(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::CreateMultipartUploadResult);
EMU_DESCRIBED_OPERATION(s3::CreateMultipartUpload);
EMU_DESCRIBED(s3::UploadPartResult);
EMU_DESCRIBED_OPERATION(s3::UploadPart);
EMU_DESCRIBED(s3::CopyPartResult);
EMU_DESCRIBED(s3::UploadPartCopyResult);
EMU_DESCRIBED_OPERATION(s3::UploadPartCopy);
EMU_DESCRIBED(s3::CompletedPart);
EMU_DESCRIBED(s3::CompletedMultipartUpload);
EMU_DESCRIBED(s3::CompleteMultipartUploadResult);
EMU_DESCRIBED_OPERATION(s3::CompleteMultipartUpload);
EMU_DESCRIBED(s3::AbortMultipartUploadResult);
EMU_DESCRIBED_OPERATION(s3::AbortMultipartUpload);
EMU_DESCRIBED(s3::Part);
EMU_DESCRIBED(s3::Initiator);
EMU_DESCRIBED(s3::ListPartsResult);
EMU_DESCRIBED_OPERATION(s3::ListParts);
EMU_DESCRIBED(s3::MultipartUpload);
EMU_DESCRIBED(s3::ListMultipartUploadsResult);
EMU_DESCRIBED_OPERATION(s3::ListMultipartUploads);
}  // namespace emu
