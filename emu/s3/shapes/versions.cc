#include <emu/s3/versions.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void VersioningConfiguration::describe(StructureShape<VersioningConfiguration>& s) {
  s.member("MFADelete", &VersioningConfiguration::mfa_delete).wire_name("MfaDelete");
  s.member("Status", &VersioningConfiguration::status);
}

void PutBucketVersioning::describe(StructureShape<PutBucketVersioning>& s) {
  describing::bucket(s);
  s.member("VersioningConfiguration", &PutBucketVersioning::versioning_configuration)
      .payload()
      .required();
  s.member("MFA", &PutBucketVersioning::mfa).header("x-amz-mfa");
  describing::payload_integrity(s);
  describing::expected_owner(s);
}

void GetBucketVersioningResult::describe(StructureShape<GetBucketVersioningResult>& s) {
  s.document("VersioningConfiguration");
  s.member("Status", &GetBucketVersioningResult::status);
  s.member("MFADelete", &GetBucketVersioningResult::mfa_delete).wire_name("MfaDelete");
}

void GetBucketVersioning::describe(StructureShape<GetBucketVersioning>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void ObjectVersion::describe(StructureShape<ObjectVersion>& s) {
  s.member("Key", &ObjectVersion::key);
  s.member("VersionId", &ObjectVersion::version_id);
  s.member("IsLatest", &ObjectVersion::is_latest);
  s.member("LastModified", &ObjectVersion::last_modified);
  s.member("ETag", &ObjectVersion::etag);
  s.member("ChecksumAlgorithm", &ObjectVersion::checksum_algorithm).flattened();
  s.member("ChecksumType", &ObjectVersion::checksum_type);
  s.member("Size", &ObjectVersion::size);
  s.member("StorageClass", &ObjectVersion::storage_class);
  s.member("Owner", &ObjectVersion::owner);
}

void DeleteMarkerEntry::describe(StructureShape<DeleteMarkerEntry>& s) {
  s.member("Key", &DeleteMarkerEntry::key);
  s.member("VersionId", &DeleteMarkerEntry::version_id);
  s.member("IsLatest", &DeleteMarkerEntry::is_latest);
  s.member("LastModified", &DeleteMarkerEntry::last_modified);
  s.member("Owner", &DeleteMarkerEntry::owner);
}

void ListObjectVersionsResult::describe(StructureShape<ListObjectVersionsResult>& s) {
  s.document("ListVersionsResult");
  s.member("Name", &ListObjectVersionsResult::name);
  s.member("Prefix", &ListObjectVersionsResult::prefix).always();
  s.member("KeyMarker", &ListObjectVersionsResult::key_marker).always();
  s.member("VersionIdMarker", &ListObjectVersionsResult::version_id_marker).always();
  s.member("NextKeyMarker", &ListObjectVersionsResult::next_key_marker);
  s.member("NextVersionIdMarker", &ListObjectVersionsResult::next_version_id_marker);
  s.member("MaxKeys", &ListObjectVersionsResult::max_keys);
  s.member("Delimiter", &ListObjectVersionsResult::delimiter);
  s.member("EncodingType", &ListObjectVersionsResult::encoding_type);
  s.member("IsTruncated", &ListObjectVersionsResult::is_truncated);
  s.member("Versions", &ListObjectVersionsResult::versions).wire_name("Version").flattened();
  s.member("DeleteMarkers", &ListObjectVersionsResult::delete_markers)
      .wire_name("DeleteMarker")
      .flattened();
  s.member("CommonPrefixes", &ListObjectVersionsResult::common_prefixes).flattened();
  s.member("RequestCharged", &ListObjectVersionsResult::request_charged)
      .header("x-amz-request-charged");
}

void ListObjectVersions::describe(StructureShape<ListObjectVersions>& s) {
  describing::bucket(s);
  s.member("Prefix", &ListObjectVersions::prefix).query("prefix");
  s.member("Delimiter", &ListObjectVersions::delimiter).query("delimiter");
  s.member("MaxKeys", &ListObjectVersions::max_keys).query("max-keys");
  s.member("EncodingType", &ListObjectVersions::encoding_type).query("encoding-type");
  s.member("KeyMarker", &ListObjectVersions::key_marker).query("key-marker");
  s.member("VersionIdMarker", &ListObjectVersions::version_id_marker).query("version-id-marker");
  s.member("OptionalObjectAttributes", &ListObjectVersions::optional_object_attributes)
      .header("x-amz-optional-object-attributes");
  s.member("RequestPayer", &ListObjectVersions::request_payer).header("x-amz-request-payer");
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::VersioningConfiguration);
EMU_DESCRIBED_OPERATION(s3::PutBucketVersioning);
EMU_DESCRIBED(s3::GetBucketVersioningResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketVersioning);
EMU_DESCRIBED(s3::ObjectVersion);
EMU_DESCRIBED(s3::DeleteMarkerEntry);
EMU_DESCRIBED(s3::ListObjectVersionsResult);
EMU_DESCRIBED_OPERATION(s3::ListObjectVersions);
}  // namespace emu
