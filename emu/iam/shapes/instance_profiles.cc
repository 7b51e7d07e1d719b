#include <emu/iam/instance_profiles.h>

#include "iam/shapes/describe.h"

namespace emu::iam {

void InstanceProfile::describe(StructureShape<InstanceProfile>& s) {
  s.member("Path", &InstanceProfile::path);
  s.member("InstanceProfileName", &InstanceProfile::instance_profile_name);
  s.member("InstanceProfileId", &InstanceProfile::instance_profile_id);
  s.member("Arn", &InstanceProfile::arn);
  s.member("CreateDate", &InstanceProfile::create_date);
  s.member("Roles", &InstanceProfile::roles).always();
  s.member("Tags", &InstanceProfile::tags);
}

void ListInstanceProfilesForRoleResult::describe(
    StructureShape<ListInstanceProfilesForRoleResult>& s) {
  s.member("InstanceProfiles", &ListInstanceProfilesForRoleResult::instance_profiles).always();
  s.member("IsTruncated", &ListInstanceProfilesForRoleResult::is_truncated);
  s.member("Marker", &ListInstanceProfilesForRoleResult::marker);
}

void ListInstanceProfilesForRole::describe(StructureShape<ListInstanceProfilesForRole>& s) {
  s.member("RoleName", &ListInstanceProfilesForRole::role_name)
      .required()
      .range(1, 64)
      .pattern(&pattern::name, pattern::kName);
  s.member("Marker", &ListInstanceProfilesForRole::marker)
      .range(1, 320)
      .pattern(&pattern::marker, pattern::kMarker);
  s.member("MaxItems", &ListInstanceProfilesForRole::max_items).range(1, 1000);
}

}  // namespace emu::iam

namespace emu {
EMU_DESCRIBED(iam::InstanceProfile);
EMU_DESCRIBED(iam::ListInstanceProfilesForRoleResult);
EMU_DESCRIBED_OPERATION(iam::ListInstanceProfilesForRole);
}  // namespace emu
