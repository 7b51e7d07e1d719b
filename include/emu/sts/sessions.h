// Temporary credentials: of a role, and of a user. Include <emu/sts.h>.
// Source: AWS Security Token Service API Reference, the page of each operation.
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
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

struct AssumeRoleResult {
  Credentials credentials = {};
  AssumedRoleUser assumed_role_user = {};
  // Percent of what session policies and tags may take.
  std::optional<std::int32_t> packed_policy_size = {};
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

}  // namespace emu::sts
