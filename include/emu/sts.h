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

// Patterns of the API reference, and whether a text keeps to them.
namespace pattern {
inline constexpr std::string_view kName = R"([\w+=,.@-]*)";
inline constexpr std::string_view kDocument = R"([\u0009\u000A\u000D\u0020-\u00FF]+)";
inline constexpr std::string_view kExternalId = R"([\w+=,.@:\/-]*)";
inline constexpr std::string_view kSerialNumber = R"([\w+=/:,.@-]*)";
inline constexpr std::string_view kDigits = R"([\d]*)";
inline constexpr std::string_view kWord = R"([\w]*)";
inline constexpr std::string_view kTagKey = R"([\p{L}\p{Z}\p{N}_.:/=+\-@]+)";
inline constexpr std::string_view kTagValue = R"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)";

bool name(std::string_view text);
bool document(std::string_view text);
bool external_id(std::string_view text);
bool serial_number(std::string_view text);
bool digits(std::string_view text);
bool word(std::string_view text);
bool tag_key(std::string_view text);
bool tag_value(std::string_view text);
}  // namespace pattern

struct Tag {
  std::string key;
  std::string value = {};  // may be empty
  static void describe(StructureShape<Tag>& s) {
    s.member("Key", &Tag::key)
        .required()
        .range(1, 128)
        .pattern(&pattern::tag_key, pattern::kTagKey);
    s.member("Value", &Tag::value)
        .always()
        .range(0, 256)
        .pattern(&pattern::tag_value, pattern::kTagValue);
  }
};

struct PolicyDescriptorType {
  std::string arn = {};  // of a managed policy in the role's account
  static void describe(StructureShape<PolicyDescriptorType>& s) {
    s.member("arn", &PolicyDescriptorType::arn).range(20, 2048);
  }
};

struct Credentials {
  std::string access_key_id = {};  // "ASIA…"
  std::string secret_access_key = {};
  std::string session_token = {};
  Time expiration = {};
  static void describe(StructureShape<Credentials>& s) {
    s.member("AccessKeyId", &Credentials::access_key_id);
    s.member("SecretAccessKey", &Credentials::secret_access_key);
    s.member("SessionToken", &Credentials::session_token);
    s.member("Expiration", &Credentials::expiration);
  }
};

struct AssumedRoleUser {
  std::string assumed_role_id = {};  // "AROA…:session"
  std::string arn = {};              // arn:aws:sts::A:assumed-role/R/session
  static void describe(StructureShape<AssumedRoleUser>& s) {
    s.member("AssumedRoleId", &AssumedRoleUser::assumed_role_id);
    s.member("Arn", &AssumedRoleUser::arn);
  }
};

struct GetCallerIdentityResult {
  std::string user_id = {};
  std::string account = {};
  std::string arn = {};
  static void describe(StructureShape<GetCallerIdentityResult>& s) {
    s.member("UserId", &GetCallerIdentityResult::user_id);
    s.member("Account", &GetCallerIdentityResult::account);
    s.member("Arn", &GetCallerIdentityResult::arn);
  }
};

// Who the caller is. No policy can forbid it.
struct GetCallerIdentity {
  static constexpr OperationName kOperation{"sts", "GetCallerIdentity"};
  using Result = GetCallerIdentityResult;
  static void describe(StructureShape<GetCallerIdentity>&) {}
};

struct AssumeRoleResult {
  Credentials credentials = {};
  AssumedRoleUser assumed_role_user = {};
  std::optional<std::int32_t> packed_policy_size =
      {};  // percent of what session policies and tags may take
  std::string source_identity = {};
  static void describe(StructureShape<AssumeRoleResult>& s) {
    s.member("Credentials", &AssumeRoleResult::credentials);
    s.member("AssumedRoleUser", &AssumeRoleResult::assumed_role_user);
    s.member("PackedPolicySize", &AssumeRoleResult::packed_policy_size);
    s.member("SourceIdentity", &AssumeRoleResult::source_identity);
  }
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
  static void describe(StructureShape<AssumeRole>& s) {
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
};

struct GetSessionTokenResult {
  Credentials credentials = {};
  static void describe(StructureShape<GetSessionTokenResult>& s) {
    s.member("Credentials", &GetSessionTokenResult::credentials);
  }
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
  static void describe(StructureShape<GetSessionToken>& s) {
    s.member("DurationSeconds", &GetSessionToken::duration_seconds).range(900, 129600);
    s.member("SerialNumber", &GetSessionToken::serial_number)
        .range(9, 256)
        .pattern(&pattern::serial_number, pattern::kSerialNumber);
    s.member("TokenCode", &GetSessionToken::token_code)
        .range(6, 6)
        .pattern(&pattern::digits, pattern::kDigits);
  }
};

struct GetAccessKeyInfoResult {
  std::string account = {};
  static void describe(StructureShape<GetAccessKeyInfoResult>& s) {
    s.member("Account", &GetAccessKeyInfoResult::account);
  }
};

// The account that a key belongs to.
// Errors: ValidationError for a key that is none.
struct GetAccessKeyInfo {
  static constexpr OperationName kOperation{"sts", "GetAccessKeyInfo"};
  using Result = GetAccessKeyInfoResult;
  std::string access_key_id;
  static void describe(StructureShape<GetAccessKeyInfo>& s) {
    s.member("AccessKeyId", &GetAccessKeyInfo::access_key_id)
        .required()
        .range(16, 128)
        .pattern(&pattern::word, pattern::kWord);
  }
};

}  // namespace emu::sts
