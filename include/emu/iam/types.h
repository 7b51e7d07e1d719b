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

struct Tag {
  std::string key;
  std::string value = {};  // may be empty
  static void describe(StructureShape<Tag>& s);
};

struct AttachedPermissionsBoundary {
  std::string permissions_boundary_type = {};  // "Policy"
  std::string permissions_boundary_arn = {};
  static void describe(StructureShape<AttachedPermissionsBoundary>& s);
};

// When and where a role's session last made a call.
struct RoleLastUsed {
  std::optional<Time> last_used_date = {};
  std::string region = {};
  static void describe(StructureShape<RoleLastUsed>& s);
};

struct Role {
  std::string path = {};
  std::string role_name = {};
  std::string role_id = {};  // "AROA…"
  std::string arn = {};
  Time create_date = {};
  std::string assume_role_policy_document = {};  // percent-encoded, as AWS gives it
  std::string description = {};
  std::optional<std::chrono::seconds> max_session_duration = {};  // not told by CreateRole
  std::optional<AttachedPermissionsBoundary> permissions_boundary = {};
  std::vector<Tag> tags = {};
  std::optional<RoleLastUsed> role_last_used = {};
  static void describe(StructureShape<Role>& s);
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
  static void describe(StructureShape<User>& s);
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
  Time update_date = {};                      // of its newest version
  std::optional<std::vector<Tag>> tags = {};  // GetPolicy tells them even when there are none
  static void describe(StructureShape<Policy>& s);
};

struct PolicyVersion {
  std::string document = {};    // percent-encoded, as AWS gives it
  std::string version_id = {};  // "v1"
  bool is_default_version = false;
  Time create_date = {};
  static void describe(StructureShape<PolicyVersion>& s);
};

// A managed policy where it is attached.
struct AttachedPolicy {
  std::string policy_name = {};
  std::string policy_arn = {};
  static void describe(StructureShape<AttachedPolicy>& s);
};

// A key with its secret, which is given only when the key is made.
struct AccessKey {
  std::string user_name = {};
  std::string access_key_id = {};  // "AKIA…"
  std::string status = {};         // "Active" or "Inactive"
  std::string secret_access_key = {};
  Time create_date = {};
  static void describe(StructureShape<AccessKey>& s);
};

// A key without its secret.
struct AccessKeyMetadata {
  std::string user_name = {};
  std::string access_key_id = {};
  std::string status = {};
  Time create_date = {};
  static void describe(StructureShape<AccessKeyMetadata>& s);
};

}  // namespace emu::iam
