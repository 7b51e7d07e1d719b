#include <emu/s3/encryption.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void ServerSideEncryptionByDefault::describe(StructureShape<ServerSideEncryptionByDefault>& s) {
  s.member("SSEAlgorithm", &ServerSideEncryptionByDefault::sse_algorithm)
      .required()
      .one_of({"AES256", "aws:fsx", "aws:kms", "aws:kms:dsse"});
  s.member("KMSMasterKeyID", &ServerSideEncryptionByDefault::kms_master_key_id);
}

void BlockedEncryptionTypes::describe(StructureShape<BlockedEncryptionTypes>& s) {
  s.member("EncryptionType", &BlockedEncryptionTypes::encryption_type)
      .flattened()
      .each({.values = {"NONE", "SSE-C"}});
}

void ServerSideEncryptionRule::describe(StructureShape<ServerSideEncryptionRule>& s) {
  s.member("ApplyServerSideEncryptionByDefault",
           &ServerSideEncryptionRule::apply_server_side_encryption_by_default);
  s.member("BucketKeyEnabled", &ServerSideEncryptionRule::bucket_key_enabled);
  s.member("BlockedEncryptionTypes", &ServerSideEncryptionRule::blocked_encryption_types);
}

void ServerSideEncryptionConfiguration::describe(
    StructureShape<ServerSideEncryptionConfiguration>& s) {
  s.member("Rules", &ServerSideEncryptionConfiguration::rules)
      .wire_name("Rule")
      .flattened()
      .required();
}

void PutBucketEncryption::describe(StructureShape<PutBucketEncryption>& s) {
  describing::bucket(s);
  describing::payload_integrity(s);
  s.member("ServerSideEncryptionConfiguration",
           &PutBucketEncryption::server_side_encryption_configuration)
      .payload()
      .required();
  describing::expected_owner(s);
}

void GetBucketEncryptionResult::describe(StructureShape<GetBucketEncryptionResult>& s) {
  s.member("ServerSideEncryptionConfiguration",
           &GetBucketEncryptionResult::server_side_encryption_configuration)
      .payload();
}

void GetBucketEncryption::describe(StructureShape<GetBucketEncryption>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void DeleteBucketEncryption::describe(StructureShape<DeleteBucketEncryption>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::ServerSideEncryptionByDefault);
EMU_DESCRIBED(s3::BlockedEncryptionTypes);
EMU_DESCRIBED(s3::ServerSideEncryptionRule);
EMU_DESCRIBED(s3::ServerSideEncryptionConfiguration);
EMU_DESCRIBED_OPERATION(s3::PutBucketEncryption);
EMU_DESCRIBED(s3::GetBucketEncryptionResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketEncryption);
EMU_DESCRIBED_OPERATION(s3::DeleteBucketEncryption);
}  // namespace emu
