#include <emu/s3/policies.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void PutBucketPolicy::describe(StructureShape<PutBucketPolicy>& s) {
  describing::bucket(s);
  s.member("Policy", &PutBucketPolicy::policy).payload().required();
  describing::payload_integrity(s);
  s.member("ConfirmRemoveSelfBucketAccess", &PutBucketPolicy::confirm_remove_self_bucket_access)
      .header("x-amz-confirm-remove-self-bucket-access");
  describing::expected_owner(s);
}

void GetBucketPolicyResult::describe(StructureShape<GetBucketPolicyResult>& s) {
  s.member("Policy", &GetBucketPolicyResult::policy).payload();
}

void GetBucketPolicy::describe(StructureShape<GetBucketPolicy>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void DeleteBucketPolicy::describe(StructureShape<DeleteBucketPolicy>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void PolicyStatus::describe(StructureShape<PolicyStatus>& s) {
  s.member("IsPublic", &PolicyStatus::is_public);
}

void GetBucketPolicyStatusResult::describe(StructureShape<GetBucketPolicyStatusResult>& s) {
  s.member("PolicyStatus", &GetBucketPolicyStatusResult::policy_status).payload();
}

void GetBucketPolicyStatus::describe(StructureShape<GetBucketPolicyStatus>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void PublicAccessBlockConfiguration::describe(StructureShape<PublicAccessBlockConfiguration>& s) {
  s.member("BlockPublicAcls", &PublicAccessBlockConfiguration::block_public_acls);
  s.member("IgnorePublicAcls", &PublicAccessBlockConfiguration::ignore_public_acls);
  s.member("BlockPublicPolicy", &PublicAccessBlockConfiguration::block_public_policy);
  s.member("RestrictPublicBuckets", &PublicAccessBlockConfiguration::restrict_public_buckets);
}

void PutPublicAccessBlock::describe(StructureShape<PutPublicAccessBlock>& s) {
  describing::bucket(s);
  s.member("PublicAccessBlockConfiguration",
           &PutPublicAccessBlock::public_access_block_configuration)
      .payload()
      .required();
  describing::payload_integrity(s);
  describing::expected_owner(s);
}

void GetPublicAccessBlockResult::describe(StructureShape<GetPublicAccessBlockResult>& s) {
  s.member("PublicAccessBlockConfiguration",
           &GetPublicAccessBlockResult::public_access_block_configuration)
      .payload();
}

void GetPublicAccessBlock::describe(StructureShape<GetPublicAccessBlock>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void DeletePublicAccessBlock::describe(StructureShape<DeletePublicAccessBlock>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void OwnershipControlsRule::describe(StructureShape<OwnershipControlsRule>& s) {
  s.member("ObjectOwnership", &OwnershipControlsRule::object_ownership)
      .required()
      .one_of({"BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced"});
}

void OwnershipControls::describe(StructureShape<OwnershipControls>& s) {
  s.member("Rules", &OwnershipControls::rules).wire_name("Rule").flattened().required().range(1, 1);
}

void PutBucketOwnershipControls::describe(StructureShape<PutBucketOwnershipControls>& s) {
  describing::bucket(s);
  s.member("OwnershipControls", &PutBucketOwnershipControls::ownership_controls)
      .payload()
      .required();
  describing::payload_integrity(s);
  describing::expected_owner(s);
}

void GetBucketOwnershipControlsResult::describe(
    StructureShape<GetBucketOwnershipControlsResult>& s) {
  s.member("OwnershipControls", &GetBucketOwnershipControlsResult::ownership_controls).payload();
}

void GetBucketOwnershipControls::describe(StructureShape<GetBucketOwnershipControls>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void DeleteBucketOwnershipControls::describe(StructureShape<DeleteBucketOwnershipControls>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED_OPERATION(s3::PutBucketPolicy);
EMU_DESCRIBED(s3::GetBucketPolicyResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketPolicy);
EMU_DESCRIBED_OPERATION(s3::DeleteBucketPolicy);
EMU_DESCRIBED(s3::PolicyStatus);
EMU_DESCRIBED(s3::GetBucketPolicyStatusResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketPolicyStatus);
EMU_DESCRIBED(s3::PublicAccessBlockConfiguration);
EMU_DESCRIBED_OPERATION(s3::PutPublicAccessBlock);
EMU_DESCRIBED(s3::GetPublicAccessBlockResult);
EMU_DESCRIBED_OPERATION(s3::GetPublicAccessBlock);
EMU_DESCRIBED_OPERATION(s3::DeletePublicAccessBlock);
EMU_DESCRIBED(s3::OwnershipControlsRule);
EMU_DESCRIBED(s3::OwnershipControls);
EMU_DESCRIBED_OPERATION(s3::PutBucketOwnershipControls);
EMU_DESCRIBED(s3::GetBucketOwnershipControlsResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketOwnershipControls);
EMU_DESCRIBED_OPERATION(s3::DeleteBucketOwnershipControls);
}  // namespace emu
