#include <emu/sts/sessions.h>

#include "sts/shapes/describe.h"

namespace emu::sts {

void Tag::describe(StructureShape<Tag>& s) {
  s.member("Key", &Tag::key).required().range(1, 128).pattern(&pattern::tag_key, pattern::kTagKey);
  s.member("Value", &Tag::value)
      .always()
      .range(0, 256)
      .pattern(&pattern::tag_value, pattern::kTagValue);
}

void PolicyDescriptorType::describe(StructureShape<PolicyDescriptorType>& s) {
  s.member("arn", &PolicyDescriptorType::arn).range(20, 2048);
}

void Credentials::describe(StructureShape<Credentials>& s) {
  s.member("AccessKeyId", &Credentials::access_key_id);
  s.member("SecretAccessKey", &Credentials::secret_access_key);
  s.member("SessionToken", &Credentials::session_token);
  s.member("Expiration", &Credentials::expiration);
}

void AssumedRoleUser::describe(StructureShape<AssumedRoleUser>& s) {
  s.member("AssumedRoleId", &AssumedRoleUser::assumed_role_id);
  s.member("Arn", &AssumedRoleUser::arn);
}

void AssumeRoleResult::describe(StructureShape<AssumeRoleResult>& s) {
  s.member("Credentials", &AssumeRoleResult::credentials);
  s.member("AssumedRoleUser", &AssumeRoleResult::assumed_role_user);
  s.member("PackedPolicySize", &AssumeRoleResult::packed_policy_size);
  s.member("SourceIdentity", &AssumeRoleResult::source_identity);
}

void AssumeRole::describe(StructureShape<AssumeRole>& s) {
  s.member("RoleArn", &AssumeRole::role_arn).required().range(20, 2048);
  s.member("RoleSessionName", &AssumeRole::role_session_name)
      .required()
      .range(2, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("PolicyArns", &AssumeRole::policy_arns);
  s.member("Policy", &AssumeRole::policy)
      .range(1, 2048)
      .pattern(&pattern::document, pattern::kDocument);
  s.member("DurationSeconds", &AssumeRole::duration_seconds).range(900, 43200);
  s.member("Tags", &AssumeRole::tags).range(0, 50);
  s.member("TransitiveTagKeys", &AssumeRole::transitive_tag_keys)
      .range(0, 50)
      .each({.min = 1, .max = 128, .matches = &pattern::tag_key, .pattern = pattern::kTagKey});
  s.member("ExternalId", &AssumeRole::external_id)
      .range(2, 1224)
      .pattern(&pattern::external_id, pattern::kExternalId);
  s.member("SerialNumber", &AssumeRole::serial_number)
      .range(9, 256)
      .pattern(&pattern::serial_number, pattern::kSerialNumber);
  s.member("TokenCode", &AssumeRole::token_code)
      .range(6, 6)
      .pattern(&pattern::digits, pattern::kDigits);
  s.member("SourceIdentity", &AssumeRole::source_identity)
      .range(2, 64)
      .pattern(&pattern::name, pattern::kName);
}

void GetSessionTokenResult::describe(StructureShape<GetSessionTokenResult>& s) {
  s.member("Credentials", &GetSessionTokenResult::credentials);
}

void GetSessionToken::describe(StructureShape<GetSessionToken>& s) {
  s.member("DurationSeconds", &GetSessionToken::duration_seconds).range(900, 129600);
  s.member("SerialNumber", &GetSessionToken::serial_number)
      .range(9, 256)
      .pattern(&pattern::serial_number, pattern::kSerialNumber);
  s.member("TokenCode", &GetSessionToken::token_code)
      .range(6, 6)
      .pattern(&pattern::digits, pattern::kDigits);
}

}  // namespace emu::sts

namespace emu {
EMU_DESCRIBED(sts::Tag);
EMU_DESCRIBED(sts::PolicyDescriptorType);
EMU_DESCRIBED(sts::Credentials);
EMU_DESCRIBED(sts::AssumedRoleUser);
EMU_DESCRIBED(sts::AssumeRoleResult);
EMU_DESCRIBED_OPERATION(sts::AssumeRole);
EMU_DESCRIBED(sts::GetSessionTokenResult);
EMU_DESCRIBED_OPERATION(sts::GetSessionToken);
}  // namespace emu
