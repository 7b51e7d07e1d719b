// Rules for the settings of tables, shared by CreateTable and UpdateTable.
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/result.h>

#include <optional>

#include "dynamodb/table.h"

namespace emu::dynamodb {

// What can be wrong with throughput by itself.
Status check_throughput_bounds(const ProvisionedThroughput& throughput);
Status check_limits(const OnDemandThroughput& limits);

// For a table that is made on demand or provisioned. Source: Amazon DynamoDB API Reference,
// "CreateTable", BillingMode and ProvisionedThroughput.
Status check_billing(bool on_demand, const std::optional<ProvisionedThroughput>& provisioned,
                     const std::optional<OnDemandThroughput>& limits);
// Source: Amazon DynamoDB API Reference, "StreamSpecification" and "SSESpecification".
Status check_stream(const StreamSpecification& stream);
Status check_encryption(const SseSpecification& encryption);

// What the table can take at once: what it was asked to be warm for, and what it is provisioned for
// or begins with on demand. Source: Amazon DynamoDB Developer Guide, "Understanding DynamoDB warm
// throughput".
TableWarmThroughputDescription warm_throughput(const TableSettings& settings);
// Refuses what is less than that.
Status check_warm(const WarmThroughput& wanted, const TableSettings& settings);

}  // namespace emu::dynamodb
