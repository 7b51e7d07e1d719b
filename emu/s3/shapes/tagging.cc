#include <emu/s3/tagging.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void VersionedResult::describe(StructureShape<VersionedResult>& s) {
  s.member("VersionId", &VersionedResult::version_id).header("x-amz-version-id");
}

void PutObjectTagging::describe(StructureShape<PutObjectTagging>& s) {
  describing::object(s);
  s.member("Tagging", &PutObjectTagging::tagging).payload().required();
  s.member("VersionId", &PutObjectTagging::version_id).query("versionId");
  describing::payload_integrity(s);
  s.member("RequestPayer", &PutObjectTagging::request_payer).header("x-amz-request-payer");
  describing::expected_owner(s);
}

void GetObjectTaggingResult::describe(StructureShape<GetObjectTaggingResult>& s) {
  s.document("Tagging");
  s.member("TagSet", &GetObjectTaggingResult::tag_set).always().entries_named("Tag");
  s.member("VersionId", &GetObjectTaggingResult::version_id).header("x-amz-version-id");
}

void GetObjectTagging::describe(StructureShape<GetObjectTagging>& s) {
  describing::object(s);
  s.member("VersionId", &GetObjectTagging::version_id).query("versionId");
  s.member("RequestPayer", &GetObjectTagging::request_payer).header("x-amz-request-payer");
  describing::expected_owner(s);
}

void DeleteObjectTagging::describe(StructureShape<DeleteObjectTagging>& s) {
  describing::object(s);
  s.member("VersionId", &DeleteObjectTagging::version_id).query("versionId");
  describing::expected_owner(s);
}

void PutBucketTagging::describe(StructureShape<PutBucketTagging>& s) {
  describing::bucket(s);
  s.member("Tagging", &PutBucketTagging::tagging).payload().required();
  describing::payload_integrity(s);
  describing::expected_owner(s);
}

void GetBucketTaggingResult::describe(StructureShape<GetBucketTaggingResult>& s) {
  s.document("Tagging");
  s.member("TagSet", &GetBucketTaggingResult::tag_set).always().entries_named("Tag");
}

void GetBucketTagging::describe(StructureShape<GetBucketTagging>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void DeleteBucketTagging::describe(StructureShape<DeleteBucketTagging>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::VersionedResult);
EMU_DESCRIBED_OPERATION(s3::PutObjectTagging);
EMU_DESCRIBED(s3::GetObjectTaggingResult);
EMU_DESCRIBED_OPERATION(s3::GetObjectTagging);
EMU_DESCRIBED_OPERATION(s3::DeleteObjectTagging);
EMU_DESCRIBED_OPERATION(s3::PutBucketTagging);
EMU_DESCRIBED(s3::GetBucketTaggingResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketTagging);
EMU_DESCRIBED_OPERATION(s3::DeleteBucketTagging);
}  // namespace emu
