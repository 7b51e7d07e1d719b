// Policies of buses: which ones a bus takes, and the statements that PutPermission writes.
// Source: Amazon EventBridge API Reference, "PutPermission", "RemovePermission".
#pragma once

#include <emu/eventbridge/buses.h>
#include <emu/result.h>

#include <memory>
#include <string>
#include <string_view>

namespace emu::eventbridge {

using PolicyPtr = std::shared_ptr<const std::string>;

// The policy that a bus has after PutPermission.
Result<PolicyPtr> with_permission(const PolicyPtr& policy, std::string_view bus_arn,
                                  const PutPermission& in);
// The policy without a statement; null when none is left.
Result<PolicyPtr> without_permission(const PolicyPtr& policy, std::string_view statement_id);

}  // namespace emu::eventbridge
