#include <emu/s3/acl.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

namespace {

template <class T>
void describe_put_acl(StructureShape<T>& s) {
  s.member("ACL", &T::acl).header("x-amz-acl");
  s.member("AccessControlPolicy", &T::access_control_policy).payload();
  describing::grants(s);
  s.member("GrantWrite", &T::grant_write).header("x-amz-grant-write");
  describing::payload_integrity(s);
  describing::expected_owner(s);
}

template <class T>
void describe_acl_answer(StructureShape<T>& s) {
  s.document("AccessControlPolicy");
  s.member("Owner", &T::owner);
  s.member("Grants", &T::grants).wire_name("AccessControlList").entries_named("Grant").always();
}

}  // namespace

void Grantee::describe(StructureShape<Grantee>& s) {
  s.xml_namespace("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  s.member("Type", &Grantee::type).xml_attribute("xsi:type");
  s.member("ID", &Grantee::id);
  s.member("URI", &Grantee::uri);
  s.member("EmailAddress", &Grantee::email_address);
}

void Grant::describe(StructureShape<Grant>& s) {
  s.member("Grantee", &Grant::grantee);
  s.member("Permission", &Grant::permission);
}

void AccessControlPolicy::describe(StructureShape<AccessControlPolicy>& s) {
  s.member("Owner", &AccessControlPolicy::owner);
  s.member("Grants", &AccessControlPolicy::grants)
      .wire_name("AccessControlList")
      .entries_named("Grant");
}

void PutBucketAcl::describe(StructureShape<PutBucketAcl>& s) {
  describing::bucket(s);
  describe_put_acl(s);
}

void GetBucketAclResult::describe(StructureShape<GetBucketAclResult>& s) { describe_acl_answer(s); }

void GetBucketAcl::describe(StructureShape<GetBucketAcl>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void PutObjectAclResult::describe(StructureShape<PutObjectAclResult>& s) {
  s.member("RequestCharged", &PutObjectAclResult::request_charged).header("x-amz-request-charged");
}

void PutObjectAcl::describe(StructureShape<PutObjectAcl>& s) {
  describing::object(s);
  s.member("VersionId", &PutObjectAcl::version_id).query("versionId");
  describe_put_acl(s);
  s.member("RequestPayer", &PutObjectAcl::request_payer).header("x-amz-request-payer");
}

void GetObjectAclResult::describe(StructureShape<GetObjectAclResult>& s) {
  describe_acl_answer(s);
  s.member("RequestCharged", &GetObjectAclResult::request_charged).header("x-amz-request-charged");
}

void GetObjectAcl::describe(StructureShape<GetObjectAcl>& s) {
  describing::object(s);
  s.member("VersionId", &GetObjectAcl::version_id).query("versionId");
  s.member("RequestPayer", &GetObjectAcl::request_payer).header("x-amz-request-payer");
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::Grantee);
EMU_DESCRIBED(s3::Grant);
EMU_DESCRIBED(s3::AccessControlPolicy);
EMU_DESCRIBED_OPERATION(s3::PutBucketAcl);
EMU_DESCRIBED(s3::GetBucketAclResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketAcl);
EMU_DESCRIBED(s3::PutObjectAclResult);
EMU_DESCRIBED_OPERATION(s3::PutObjectAcl);
EMU_DESCRIBED(s3::GetObjectAclResult);
EMU_DESCRIBED_OPERATION(s3::GetObjectAcl);
}  // namespace emu
