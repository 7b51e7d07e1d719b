#include <fmt/format.h>

#include <algorithm>

#include "cloudformation/resource_type.h"
#include "core/hash/ids.h"
#include "core/text/partition.h"

namespace emu::cloudformation {

namespace {

// As many random letters and digits as CloudFormation puts behind a name.
constexpr std::size_t kNameRandomLength = 13;

}  // namespace

std::string Making::new_name(std::size_t length_max) const {
  const std::size_t room = length_max - kNameRandomLength - 2;
  // Each gets half, and what the other leaves.
  const std::size_t half = room / 2;
  const std::size_t of_id =
      std::min(logical_id.size(), std::max(half, room - std::min(room, stack_name.size())));
  const std::size_t of_stack = std::min(stack_name.size(), room - of_id);
  return fmt::format("{}-{}-{}", stack_name.substr(0, of_stack), logical_id.substr(0, of_id),
                     upper_alnum_id(world.random(), kNameRandomLength));
}

Result<std::string> Making::name(std::string_view property, std::size_t length_max) const {
  EMU_TRY(std::string given, text_property(properties, property));
  return given.empty() ? new_name(length_max) : given;
}

std::string Making::arn(std::string_view service, std::string_view resource) const {
  return fmt::format("arn:{}:{}:{}:{}:{}", partition_of(caller.region), service, caller.region,
                     caller.account, resource);
}

}  // namespace emu::cloudformation
