#include "iam/lookup.h"
#include "iam/service.h"

namespace emu::iam {

Result<ListInstanceProfilesForRoleResult> Iam::list_instance_profiles_for_role(
    Call& call, const ListInstanceProfilesForRole& in) {
  EMU_CHECK(find_role(account(call), in.role_name));
  return ListInstanceProfilesForRoleResult{};
}

}  // namespace emu::iam
