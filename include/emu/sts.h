// STS: who is calling, and temporary credentials.
//
//   auto session = aws.send(sts::AssumeRole{.role_arn = role, .role_session_name = "me"}).value();
//   emu::Aws as_role = cloud.aws({.access_key_id = session.credentials.access_key_id});
//
// Credentials expire in the time of the Cloud. Any operation may also answer ValidationError (400)
// when a member breaks its constraints, and AccessDenied (403).
// Source: AWS Security Token Service API Reference.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu::sts {

struct Tag {
  std::string key;
  std::string value = {};  // may be empty
  static void describe(StructureShape<Tag>& s);
};

struct PolicyDescriptorType {
  std::string arn = {};  // of a managed policy in the role's account
  static void describe(StructureShape<PolicyDescriptorType>& s);
};

struct Credentials {
  std::string access_key_id = {};  // "ASIA…"
  std::string secret_access_key = {};
  std::string session_token = {};
  Time expiration = {};
  static void describe(StructureShape<Credentials>& s);
};

struct AssumedRoleUser {
  std::string assumed_role_id = {};  // "AROA…:session"
  std::string arn = {};              // arn:aws:sts::A:assumed-role/R/session
  static void describe(StructureShape<AssumedRoleUser>& s);
};

struct GetCallerIdentityResult {
  std::string user_id = {};
  std::string account = {};
  std::string arn = {};
  static void describe(StructureShape<GetCallerIdentityResult>& s);
};

// Who the caller is. No policy can forbid it.
struct GetCallerIdentity {
  static constexpr OperationName kOperation{"sts", "GetCallerIdentity"};
  using Result = GetCallerIdentityResult;
  static void describe(StructureShape<GetCallerIdentity>& s);
};

struct AssumeRoleResult {
  Credentials credentials = {};
  AssumedRoleUser assumed_role_user = {};
  std::optional<std::int32_t> packed_policy_size =
      {};  // percent of what session policies and tags may take
  std::string source_identity = {};
  static void describe(StructureShape<AssumeRoleResult>& s);
};

// Temporary credentials of a role for a caller whom its trust policy lets in. Session policies
// narrow what the session may do; the session lasts an hour by default, at least 15 minutes, at
// most as long as the role says, and one hour when a role's session asks. Errors: AccessDenied,
// ValidationError, MalformedPolicyDocument, PackedPolicyTooLarge.
struct AssumeRole {
  static constexpr OperationName kOperation{"sts", "AssumeRole"};
  using Result = AssumeRoleResult;
  std::string role_arn;
  std::string role_session_name;
  std::vector<PolicyDescriptorType> policy_arns = {};
  std::string policy = {};
  std::optional<std::chrono::seconds> duration_seconds = {};
  std::vector<Tag> tags = {};
  std::vector<std::string> transitive_tag_keys = {};
  std::string external_id = {};
  std::string serial_number = {};
  std::string token_code = {};
  std::string source_identity = {};
  static void describe(StructureShape<AssumeRole>& s);
};

struct GetSessionTokenResult {
  Credentials credentials = {};
  static void describe(StructureShape<GetSessionTokenResult>& s);
};

// Temporary credentials of the user who asks: for 12 hours by default, 15 minutes to 36 hours, one
// hour at most for the account itself. They may not be used with IAM, and with STS only for
// AssumeRole and GetCallerIdentity. Errors: AccessDenied when a role's session asks.
struct GetSessionToken {
  static constexpr OperationName kOperation{"sts", "GetSessionToken"};
  using Result = GetSessionTokenResult;
  std::optional<std::chrono::seconds> duration_seconds = {};
  std::string serial_number = {};
  std::string token_code = {};
  static void describe(StructureShape<GetSessionToken>& s);
};

struct GetAccessKeyInfoResult {
  std::string account = {};
  static void describe(StructureShape<GetAccessKeyInfoResult>& s);
};

// The account that a key belongs to.
// Errors: ValidationError for a key that is none.
struct GetAccessKeyInfo {
  static constexpr OperationName kOperation{"sts", "GetAccessKeyInfo"};
  using Result = GetAccessKeyInfoResult;
  std::string access_key_id;
  static void describe(StructureShape<GetAccessKeyInfo>& s);
};

}  // namespace emu::sts
