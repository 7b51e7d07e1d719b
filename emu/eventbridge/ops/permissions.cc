// PutPermission, RemovePermission.
#include "eventbridge/bus_policy.h"
#include "eventbridge/errors.h"
#include "eventbridge/service.h"

namespace emu::eventbridge {

Result<Nothing> EventBridge::put_permission(Call& call, const PutPermission& in) {
  EMU_TRY(StoredBus * bus, find_bus(call, in.event_bus_name));
  EMU_TRY(bus->policy, with_permission(bus->policy, bus->arn, in));
  bus->modified = world_.now();
  return Nothing{};
}

Result<Nothing> EventBridge::remove_permission(Call& call, const RemovePermission& in) {
  EMU_TRY(StoredBus * bus, find_bus(call, in.event_bus_name));
  if (in.remove_all_permissions.value_or(false)) {
    bus->policy = nullptr;
  } else {
    if (!in.statement_id) return validation("Parameter StatementId must be specified.");
    EMU_TRY(bus->policy, without_permission(bus->policy, *in.statement_id));
  }
  bus->modified = world_.now();
  return Nothing{};
}

}  // namespace emu::eventbridge
