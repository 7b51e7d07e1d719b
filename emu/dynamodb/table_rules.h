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

// What a table or an index can take at once: what it was asked to be warm for, and what it is
// provisioned for or begins with on demand. Source: Amazon DynamoDB Developer Guide, "Understanding
// DynamoDB warm throughput".
struct WarmUnits {
  std::int64_t reads;
  std::int64_t writes;
};
WarmUnits warm_units(const TableSettings& settings);
WarmUnits warm_units(const IndexSettings& index, bool is_on_demand);
// Refuses what is less than that.
Status check_warm(const WarmThroughput& wanted, const TableSettings& settings);
Status check_warm(const WarmThroughput& wanted, const IndexSettings& index, bool is_on_demand);
void raise_warm(WarmThroughput& warm, const WarmThroughput& wanted);

}  // namespace emu::dynamodb
