#include "iam/state.h"

#include <algorithm>

#include "core/text/ascii.h"
#include "iam/managed_policies.h"

namespace emu::iam {

bool NameLess::operator()(std::string_view a, std::string_view b) const {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [](char x, char y) { return to_lower(x) < to_lower(y); });
}

const ManagedPolicy::Version& ManagedPolicy::version(std::int32_t number) const {
  return *std::find_if(versions.begin(), versions.end(),
                       [&](const Version& version) { return version.number == number; });
}

std::vector<InlinePolicy>::iterator Identity::inline_policy_at(std::string_view policy_name) {
  return std::lower_bound(inline_policies.begin(), inline_policies.end(), policy_name,
                          [](const InlinePolicy& policy, std::string_view wanted) {
                            return NameLess()(policy.name, wanted);
                          });
}

RoleEntity* Account::role(std::string_view name) { return find_value(roles, name); }
UserEntity* Account::user(std::string_view name) { return find_value(users, name); }

const ManagedPolicy* Account::policy(std::string_view arn) const {
  if (const ManagedPolicy* aws = aws_managed_policy(arn)) return aws;
  const auto found = policies.find(arn.substr(arn.rfind('/') + 1));
  return found == policies.end() || found->second.arn != arn ? nullptr : &found->second;
}

ManagedPolicy* Account::own_policy(std::string_view arn) {
  ManagedPolicy* found = find_value(policies, arn.substr(arn.rfind('/') + 1));
  return found == nullptr || found->arn != arn ? nullptr : found;
}

}  // namespace emu::iam
