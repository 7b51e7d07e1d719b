#include <emu/cloudformation.h>

#include "cloudformation/stacks.h"
#include "core/gate/world.h"

namespace emu::cloudformation {

namespace {

Result<CallerPtr> caller_of(Cloud& cloud, const ClientOptions& who) {
  World& world = cloud.world();
  const std::string region = who.region.value_or(cloud.options().region);
  const std::string account = who.account.value_or(cloud.options().account);
  if (!who.access_key_id) return world.unnamed_caller(account, region);
  return world.authorizer()->identify(*who.access_key_id, region);
}

Stacks& stacks_of(Cloud& cloud) { return cloud.world().interfaces().one<Stacks>(); }

}  // namespace

Result<Stack> deploy_template(Cloud& cloud, const DeployTemplate& request,
                              const ClientOptions& who) {
  const WorldEntry inside(cloud.world().scheduler());
  EMU_TRY(const CallerPtr caller, caller_of(cloud, who));
  return stacks_of(cloud).deploy(caller, request);
}

Status delete_stack(Cloud& cloud, const std::string& stack_name, const ClientOptions& who) {
  const WorldEntry inside(cloud.world().scheduler());
  EMU_TRY(const CallerPtr caller, caller_of(cloud, who));
  return stacks_of(cloud).remove(caller, stack_name);
}

std::optional<Stack> find_stack(Cloud& cloud, const std::string& stack_name,
                                const ClientOptions& who) {
  const WorldEntry inside(cloud.world().scheduler());
  return stacks_of(cloud).find(*caller_of(cloud, who).value(), stack_name);
}

std::vector<Stack> all_stacks(Cloud& cloud, const ClientOptions& who) {
  const WorldEntry inside(cloud.world().scheduler());
  return stacks_of(cloud).all(*caller_of(cloud, who).value());
}

}  // namespace emu::cloudformation
