// One invocation of a schedule's target.
// Sources: EventBridge Scheduler User Guide, "Using universal targets", "Adding context attributes
// in EventBridge Scheduler", "Configuring a dead-letter queue for EventBridge Scheduler".
#pragma once

#include <emu/result.h>
#include <emu/time.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/delivery/courier.h"
#include "core/gate/operation_table.h"
#include "core/gate/world.h"
#include "scheduler/state.h"

namespace emu::scheduler {

// "arn:aws:scheduler:::aws-sdk:" and a service and an action, as SDKs name them.
bool is_universal(std::string_view target_arn);
// The operation that it calls; null when there is none here.
const OperationEntry* universal_operation(World& world, std::string_view target_arn);

class Invocation {
 public:
  Invocation(World& world, std::shared_ptr<const Plan> plan, Time scheduled);

  const Plan& plan() const { return *plan_; }
  // Calls the target as the schedule's role.
  Status send();
  void bury(const DeliveryFailure& failure);

 private:
  // The input with what stands for the invocation, or AWS's words when there is none.
  std::string payload() const;
  Status put_event(Aws& aws, std::string payload);
  Status call_operation(CallerPtr role, std::string payload);

  World& world_;
  std::shared_ptr<const Plan> plan_;
  std::string scheduled_;  // "2026-01-01T00:00:00Z"
  std::string execution_id_;
  std::int64_t attempts_ = 0;
};

}  // namespace emu::scheduler
