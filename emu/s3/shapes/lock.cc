#include <emu/s3/lock.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void DefaultRetention::describe(StructureShape<DefaultRetention>& s) {
  s.member("Mode", &DefaultRetention::mode);
  s.member("Days", &DefaultRetention::days);
  s.member("Years", &DefaultRetention::years);
}

void ObjectLockRule::describe(StructureShape<ObjectLockRule>& s) {
  s.member("DefaultRetention", &ObjectLockRule::default_retention);
}

void ObjectLockConfiguration::describe(StructureShape<ObjectLockConfiguration>& s) {
  s.member("ObjectLockEnabled", &ObjectLockConfiguration::object_lock_enabled);
  s.member("Rule", &ObjectLockConfiguration::rule);
}

void RequestChargedResult::describe(StructureShape<RequestChargedResult>& s) {
  s.member("RequestCharged", &RequestChargedResult::request_charged)
      .header("x-amz-request-charged");
}

void PutObjectLockConfiguration::describe(StructureShape<PutObjectLockConfiguration>& s) {
  describing::bucket(s);
  s.member("ObjectLockConfiguration", &PutObjectLockConfiguration::object_lock_configuration)
      .payload();
  s.member("Token", &PutObjectLockConfiguration::token).header("x-amz-bucket-object-lock-token");
  describing::payload_integrity(s);
  s.member("RequestPayer", &PutObjectLockConfiguration::request_payer)
      .header("x-amz-request-payer");
  describing::expected_owner(s);
}

void GetObjectLockConfigurationResult::describe(
    StructureShape<GetObjectLockConfigurationResult>& s) {
  s.member("ObjectLockConfiguration", &GetObjectLockConfigurationResult::object_lock_configuration)
      .payload();
}

void GetObjectLockConfiguration::describe(StructureShape<GetObjectLockConfiguration>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void ObjectLockRetention::describe(StructureShape<ObjectLockRetention>& s) {
  s.member("Mode", &ObjectLockRetention::mode);
  s.member("RetainUntilDate", &ObjectLockRetention::retain_until_date);
}

void PutObjectRetention::describe(StructureShape<PutObjectRetention>& s) {
  describing::object(s);
  s.member("Retention", &PutObjectRetention::retention).payload();
  s.member("VersionId", &PutObjectRetention::version_id).query("versionId");
  s.member("BypassGovernanceRetention", &PutObjectRetention::bypass_governance_retention)
      .header("x-amz-bypass-governance-retention");
  describing::payload_integrity(s);
  s.member("RequestPayer", &PutObjectRetention::request_payer).header("x-amz-request-payer");
  describing::expected_owner(s);
}

void GetObjectRetentionResult::describe(StructureShape<GetObjectRetentionResult>& s) {
  s.member("Retention", &GetObjectRetentionResult::retention).payload();
}

void GetObjectRetention::describe(StructureShape<GetObjectRetention>& s) {
  describing::object(s);
  s.member("VersionId", &GetObjectRetention::version_id).query("versionId");
  s.member("RequestPayer", &GetObjectRetention::request_payer).header("x-amz-request-payer");
  describing::expected_owner(s);
}

void ObjectLockLegalHold::describe(StructureShape<ObjectLockLegalHold>& s) {
  s.member("Status", &ObjectLockLegalHold::status);
}

void PutObjectLegalHold::describe(StructureShape<PutObjectLegalHold>& s) {
  describing::object(s);
  s.member("LegalHold", &PutObjectLegalHold::legal_hold).payload();
  s.member("VersionId", &PutObjectLegalHold::version_id).query("versionId");
  describing::payload_integrity(s);
  s.member("RequestPayer", &PutObjectLegalHold::request_payer).header("x-amz-request-payer");
  describing::expected_owner(s);
}

void GetObjectLegalHoldResult::describe(StructureShape<GetObjectLegalHoldResult>& s) {
  s.member("LegalHold", &GetObjectLegalHoldResult::legal_hold).payload();
}

void GetObjectLegalHold::describe(StructureShape<GetObjectLegalHold>& s) {
  describing::object(s);
  s.member("VersionId", &GetObjectLegalHold::version_id).query("versionId");
  s.member("RequestPayer", &GetObjectLegalHold::request_payer).header("x-amz-request-payer");
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::DefaultRetention);
EMU_DESCRIBED(s3::ObjectLockRule);
EMU_DESCRIBED(s3::ObjectLockConfiguration);
EMU_DESCRIBED(s3::RequestChargedResult);
EMU_DESCRIBED_OPERATION(s3::PutObjectLockConfiguration);
EMU_DESCRIBED(s3::GetObjectLockConfigurationResult);
EMU_DESCRIBED_OPERATION(s3::GetObjectLockConfiguration);
EMU_DESCRIBED(s3::ObjectLockRetention);
EMU_DESCRIBED_OPERATION(s3::PutObjectRetention);
EMU_DESCRIBED(s3::GetObjectRetentionResult);
EMU_DESCRIBED_OPERATION(s3::GetObjectRetention);
EMU_DESCRIBED(s3::ObjectLockLegalHold);
EMU_DESCRIBED_OPERATION(s3::PutObjectLegalHold);
EMU_DESCRIBED(s3::GetObjectLegalHoldResult);
EMU_DESCRIBED_OPERATION(s3::GetObjectLegalHold);
}  // namespace emu
