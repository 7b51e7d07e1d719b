// What the operations of IAM share: roles, users, policies, tags, and the patterns that names keep
// to. Source: AWS IAM API Reference, "Data Types".
#pragma once

#include <emu/shape.h>
#include <emu/time.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu::iam {

// Patterns of the API reference, and whether a text keeps to them.
namespace pattern {
inline constexpr std::string_view kName = R"([\w+=,.@-]+)";
inline constexpr std::string_view kPath = R"((\u002F)|(\u002F[\u0021-\u007F]+\u002F))";
inline constexpr std::string_view kPathPrefix = R"(\u002F[\u0021-\u007F]*)";
inline constexpr std::string_view kPolicyPath = R"(((/[A-Za-z0-9\.,\+@=_-]+)*)/)";
inline constexpr std::string_view kMarker = R"([\u0020-\u00FF]+)";
inline constexpr std::string_view kDocument = R"([\u0009\u000A\u000D\u0020-\u00FF]+)";
inline constexpr std::string_view kDescription =
    R"([\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*)";
inline constexpr std::string_view kVersionId = R"(v[1-9][0-9]*(\.[A-Za-z0-9-]*)?)";
inline constexpr std::string_view kWord = R"([\w]+)";
inline constexpr std::string_view kTagKey = R"([\p{L}\p{Z}\p{N}_.:/=+\-@]+)";
inline constexpr std::string_view kTagValue = R"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)";

bool name(std::string_view text);
bool path(std::string_view text);
bool path_prefix(std::string_view text);
bool policy_path(std::string_view text);
bool marker(std::string_view text);
bool document(std::string_view text);
bool description(std::string_view text);
bool version_id(std::string_view text);
bool word(std::string_view text);
bool tag_key(std::string_view text);
bool tag_value(std::string_view text);
}  // namespace pattern

// The answer of an operation that has nothing to tell.
struct EmptyResult {
  static void describe(StructureShape<EmptyResult>&) {}
};

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

struct AttachedPermissionsBoundary {
  std::string permissions_boundary_type = {};  // "Policy"
  std::string permissions_boundary_arn = {};
  static void describe(StructureShape<AttachedPermissionsBoundary>& s) {
    s.member("PermissionsBoundaryType", &AttachedPermissionsBoundary::permissions_boundary_type);
    s.member("PermissionsBoundaryArn", &AttachedPermissionsBoundary::permissions_boundary_arn);
  }
};

// When and where a role's session last made a call.
struct RoleLastUsed {
  std::optional<Time> last_used_date = {};
  std::string region = {};
  static void describe(StructureShape<RoleLastUsed>& s) {
    s.member("LastUsedDate", &RoleLastUsed::last_used_date);
    s.member("Region", &RoleLastUsed::region);
  }
};

struct Role {
  std::string path = {};
  std::string role_name = {};
  std::string role_id = {};  // "AROA…"
  std::string arn = {};
  Time create_date = {};
  std::string assume_role_policy_document = {};  // percent-encoded, as AWS gives it
  std::string description = {};
  std::chrono::seconds max_session_duration{0};
  std::optional<AttachedPermissionsBoundary> permissions_boundary = {};
  std::vector<Tag> tags = {};
  std::optional<RoleLastUsed> role_last_used = {};
  static void describe(StructureShape<Role>& s) {
    s.member("Path", &Role::path);
    s.member("RoleName", &Role::role_name);
    s.member("RoleId", &Role::role_id);
    s.member("Arn", &Role::arn);
    s.member("CreateDate", &Role::create_date);
    s.member("AssumeRolePolicyDocument", &Role::assume_role_policy_document);
    s.member("Description", &Role::description);
    s.member("MaxSessionDuration", &Role::max_session_duration);
    s.member("PermissionsBoundary", &Role::permissions_boundary);
    s.member("Tags", &Role::tags);
    s.member("RoleLastUsed", &Role::role_last_used);
  }
};

struct User {
  std::string path = {};
  std::string user_name = {};
  std::string user_id = {};  // "AIDA…"
  std::string arn = {};
  Time create_date = {};
  std::optional<Time> password_last_used = {};
  std::optional<AttachedPermissionsBoundary> permissions_boundary = {};
  std::vector<Tag> tags = {};
  static void describe(StructureShape<User>& s) {
    s.member("Path", &User::path);
    s.member("UserName", &User::user_name);
    s.member("UserId", &User::user_id);
    s.member("Arn", &User::arn);
    s.member("CreateDate", &User::create_date);
    s.member("PasswordLastUsed", &User::password_last_used);
    s.member("PermissionsBoundary", &User::permissions_boundary);
    s.member("Tags", &User::tags);
  }
};

// A managed policy without its documents.
struct Policy {
  std::string policy_name = {};
  std::string policy_id = {};  // "ANPA…"
  std::string arn = {};
  std::string path = {};
  std::string default_version_id = {};
  std::int32_t attachment_count = 0;
  std::int32_t permissions_boundary_usage_count = 0;
  bool is_attachable = true;
  std::string description = {};
  Time create_date = {};
  Time update_date = {};  // of its newest version
  std::vector<Tag> tags = {};
  static void describe(StructureShape<Policy>& s) {
    s.member("PolicyName", &Policy::policy_name);
    s.member("PolicyId", &Policy::policy_id);
    s.member("Arn", &Policy::arn);
    s.member("Path", &Policy::path);
    s.member("DefaultVersionId", &Policy::default_version_id);
    s.member("AttachmentCount", &Policy::attachment_count);
    s.member("PermissionsBoundaryUsageCount", &Policy::permissions_boundary_usage_count);
    s.member("IsAttachable", &Policy::is_attachable);
    s.member("Description", &Policy::description);
    s.member("CreateDate", &Policy::create_date);
    s.member("UpdateDate", &Policy::update_date);
    s.member("Tags", &Policy::tags);
  }
};

struct PolicyVersion {
  std::string document = {};    // percent-encoded, as AWS gives it
  std::string version_id = {};  // "v1"
  bool is_default_version = false;
  Time create_date = {};
  static void describe(StructureShape<PolicyVersion>& s) {
    s.member("Document", &PolicyVersion::document);
    s.member("VersionId", &PolicyVersion::version_id);
    s.member("IsDefaultVersion", &PolicyVersion::is_default_version);
    s.member("CreateDate", &PolicyVersion::create_date);
  }
};

// A managed policy where it is attached.
struct AttachedPolicy {
  std::string policy_name = {};
  std::string policy_arn = {};
  static void describe(StructureShape<AttachedPolicy>& s) {
    s.member("PolicyName", &AttachedPolicy::policy_name);
    s.member("PolicyArn", &AttachedPolicy::policy_arn);
  }
};

// A key as it is told once, when it is made.
struct AccessKey {
  std::string user_name = {};
  std::string access_key_id = {};  // "AKIA…"
  std::string status = {};         // "Active" or "Inactive"
  std::string secret_access_key = {};
  Time create_date = {};
  static void describe(StructureShape<AccessKey>& s) {
    s.member("UserName", &AccessKey::user_name);
    s.member("AccessKeyId", &AccessKey::access_key_id);
    s.member("Status", &AccessKey::status);
    s.member("SecretAccessKey", &AccessKey::secret_access_key);
    s.member("CreateDate", &AccessKey::create_date);
  }
};

// A key without its secret.
struct AccessKeyMetadata {
  std::string user_name = {};
  std::string access_key_id = {};
  std::string status = {};
  Time create_date = {};
  static void describe(StructureShape<AccessKeyMetadata>& s) {
    s.member("UserName", &AccessKeyMetadata::user_name);
    s.member("AccessKeyId", &AccessKeyMetadata::access_key_id);
    s.member("Status", &AccessKeyMetadata::status);
    s.member("CreateDate", &AccessKeyMetadata::create_date);
  }
};

}  // namespace emu::iam
