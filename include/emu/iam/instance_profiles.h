// Instance profiles, through which virtual machines get their role. Include <emu/iam.h>.
// Source: AWS IAM API Reference, "ListInstanceProfilesForRole".
#pragma once

#include <emu/iam/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::iam {

struct InstanceProfile {
  std::string path = {};
  std::string instance_profile_name = {};
  std::string instance_profile_id = {};
  std::string arn = {};
  Time create_date = {};
  std::vector<Role> roles = {};
  std::vector<Tag> tags = {};
  static void describe(StructureShape<InstanceProfile>& s);
};

struct ListInstanceProfilesForRoleResult {
  std::vector<InstanceProfile> instance_profiles = {};
  bool is_truncated = false;
  std::string marker = {};
  static void describe(StructureShape<ListInstanceProfilesForRoleResult>& s);
};

// There are none: a role is only looked for. NoSuchEntity when it is not there.
struct ListInstanceProfilesForRole {
  static constexpr OperationName kOperation{"iam", "ListInstanceProfilesForRole"};
  using Result = ListInstanceProfilesForRoleResult;
  std::string role_name;
  std::string marker = {};
  std::optional<std::int32_t> max_items = {};
  static void describe(StructureShape<ListInstanceProfilesForRole>& s);
};

}  // namespace emu::iam
