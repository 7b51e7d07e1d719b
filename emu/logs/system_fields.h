// System fields: what CloudWatch Logs may add to what filters give on.
// Source: Amazon CloudWatch Logs API Reference, "PutSubscriptionFilter", "PutMetricFilter".
#pragma once

#include <emu/result.h>

#include <string>
#include <vector>

namespace emu::logs {

// Errors: InvalidParameterException.
Status check_system_fields(const std::vector<std::string>& fields);

}  // namespace emu::logs
