#include <emu/s3/writing.h>

#include "s3/form_header.h"
#include "s3/shapes/describe.h"

namespace emu::s3 {

void PutObjectResult::describe(StructureShape<PutObjectResult>& s) {
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

void PutObject::describe(StructureShape<PutObject>& s) {
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
  // A header of emu's own, set when a form becomes a PutObject.
  s.member("IsForm", &PutObject::is_form).header(kFormHeader);
}

void CopyObjectDetails::describe(StructureShape<CopyObjectDetails>& s) {
  s.member("ETag", &CopyObjectDetails::etag);
  s.member("LastModified", &CopyObjectDetails::last_modified);
  describing::checksum_elements(s);
  s.member("ChecksumType", &CopyObjectDetails::checksum_type);
}

void CopyObjectResult::describe(StructureShape<CopyObjectResult>& s) {
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

void CopyObject::describe(StructureShape<CopyObject>& s) {
  describing::object(s);
  describing::copy_source(s);
  s.member("MetadataDirective", &CopyObject::metadata_directive).header("x-amz-metadata-directive");
  describing::content_headers(s);
  s.member("Metadata", &CopyObject::metadata).header_prefix("x-amz-meta-");
  s.member("ChecksumAlgorithm", &CopyObject::checksum_algorithm).header("x-amz-checksum-algorithm");
  s.member("TaggingDirective", &CopyObject::tagging_directive).header("x-amz-tagging-directive");
  s.member("Tagging", &CopyObject::tagging).header("x-amz-tagging");
  describing::write_conditions(s);
  s.member("StorageClass", &CopyObject::storage_class).header("x-amz-storage-class");
  s.member("WebsiteRedirectLocation", &CopyObject::website_redirect_location)
      .header("x-amz-website-redirect-location");
  describing::encryption(s);
  describing::customer_key(s);
  s.member("ACL", &CopyObject::acl).header("x-amz-acl");
  describing::grants(s);
  describing::object_lock(s);
  s.member("RequestPayer", &CopyObject::request_payer).header("x-amz-request-payer");
  describing::expected_owner(s);
}

void DeleteObjectResult::describe(StructureShape<DeleteObjectResult>& s) {
  s.member("DeleteMarker", &DeleteObjectResult::delete_marker).header("x-amz-delete-marker");
  s.member("VersionId", &DeleteObjectResult::version_id).header("x-amz-version-id");
  s.member("RequestCharged", &DeleteObjectResult::request_charged).header("x-amz-request-charged");
}

void DeleteObject::describe(StructureShape<DeleteObject>& s) {
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

void ObjectIdentifier::describe(StructureShape<ObjectIdentifier>& s) {
  s.member("Key", &ObjectIdentifier::key).required();
  s.member("VersionId", &ObjectIdentifier::version_id);
  s.member("ETag", &ObjectIdentifier::etag);
  s.member("LastModifiedTime", &ObjectIdentifier::last_modified_time);
  s.member("Size", &ObjectIdentifier::size);
}

void Delete::describe(StructureShape<Delete>& s) {
  s.member("Objects", &Delete::objects).wire_name("Object").flattened().required();
  s.member("Quiet", &Delete::quiet);
}

void DeletedObject::describe(StructureShape<DeletedObject>& s) {
  s.member("Key", &DeletedObject::key);
  s.member("VersionId", &DeletedObject::version_id);
  s.member("DeleteMarker", &DeletedObject::delete_marker);
  s.member("DeleteMarkerVersionId", &DeletedObject::delete_marker_version_id);
}

void DeleteError::describe(StructureShape<DeleteError>& s) {
  s.member("Key", &DeleteError::key);
  s.member("VersionId", &DeleteError::version_id);
  s.member("Code", &DeleteError::code);
  s.member("Message", &DeleteError::message);
}

void DeleteObjectsResult::describe(StructureShape<DeleteObjectsResult>& s) {
  s.document("DeleteResult");
  s.member("Deleted", &DeleteObjectsResult::deleted).flattened();
  s.member("Errors", &DeleteObjectsResult::errors).wire_name("Error").flattened();
  s.member("RequestCharged", &DeleteObjectsResult::request_charged).header("x-amz-request-charged");
}

void DeleteObjects::describe(StructureShape<DeleteObjects>& s) {
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

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::PutObjectResult);
EMU_DESCRIBED_OPERATION(s3::PutObject);
EMU_DESCRIBED(s3::CopyObjectDetails);
EMU_DESCRIBED(s3::CopyObjectResult);
EMU_DESCRIBED_OPERATION(s3::CopyObject);
EMU_DESCRIBED(s3::DeleteObjectResult);
EMU_DESCRIBED_OPERATION(s3::DeleteObject);
EMU_DESCRIBED(s3::ObjectIdentifier);
EMU_DESCRIBED(s3::Delete);
EMU_DESCRIBED(s3::DeletedObject);
EMU_DESCRIBED(s3::DeleteError);
EMU_DESCRIBED(s3::DeleteObjectsResult);
EMU_DESCRIBED_OPERATION(s3::DeleteObjects);
}  // namespace emu
