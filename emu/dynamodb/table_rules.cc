#include "dynamodb/table_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"

namespace emu::dynamodb {

namespace {

Error throughput_out_of_bounds(std::int64_t value, std::string_view member) {
  return validation(fmt::format("Given value {} for {} is out of bounds", value, member));
}

// -1 lifts a limit.
bool is_limit(std::int64_t units) { return units == -1 || (units >= 1 && units <= kThroughputMax); }

Error throughput_required() {
  return invalid_parameter(
      "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is "
      "PROVISIONED");
}

Error throughput_not_allowed() {
  return invalid_parameter(
      "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is "
      "PAY_PER_REQUEST");
}

Error stream_view_type_required() {
  return invalid_parameter("StreamViewType must be specified when StreamEnabled is true");
}

Error stream_view_type_not_allowed() {
  return invalid_parameter("StreamViewType cannot be specified when StreamEnabled is false");
}

Error encryption_key_not_allowed() {
  return invalid_parameter("KMSMasterKeyId can only be specified when SSEType is KMS");
}

// AWS does not document the text.
Error warm_throughput_decreased(std::string_view member) {
  return invalid_parameter(
      fmt::format("Requested {} for WarmThroughput for table is lower than current WarmThroughput, "
                  "decreasing WarmThroughput is not supported",
                  member));
}

}  // namespace

Status check_throughput_bounds(const ProvisionedThroughput& throughput) {
  if (throughput.read_capacity_units > kThroughputMax) {
    return throughput_out_of_bounds(throughput.read_capacity_units, "ReadCapacityUnits");
  }
  if (throughput.write_capacity_units > kThroughputMax) {
    return throughput_out_of_bounds(throughput.write_capacity_units, "WriteCapacityUnits");
  }
  return {};
}

Status check_limits(const OnDemandThroughput& limits) {
  if (limits.max_read_request_units && !is_limit(*limits.max_read_request_units)) {
    return throughput_out_of_bounds(*limits.max_read_request_units, "MaxReadRequestUnits");
  }
  if (limits.max_write_request_units && !is_limit(*limits.max_write_request_units)) {
    return throughput_out_of_bounds(*limits.max_write_request_units, "MaxWriteRequestUnits");
  }
  return {};
}

Status check_billing(bool on_demand, const std::optional<ProvisionedThroughput>& provisioned,
                     const std::optional<OnDemandThroughput>& limits) {
  if (on_demand && provisioned) return throughput_not_allowed();
  if (!on_demand && !provisioned) return throughput_required();
  if (!on_demand && limits) return on_demand_throughput_not_allowed();
  if (provisioned) return check_throughput_bounds(*provisioned);
  return limits ? check_limits(*limits) : Status();
}

Status check_stream(const StreamSpecification& stream) {
  if (stream.stream_enabled && !stream.stream_view_type) return stream_view_type_required();
  if (!stream.stream_enabled && stream.stream_view_type) return stream_view_type_not_allowed();
  return {};
}

Status check_encryption(const SseSpecification& encryption) {
  const bool with_key = encryption.sse_type.value_or("KMS") == "KMS";
  if (encryption.kms_master_key_id && !with_key) return encryption_key_not_allowed();
  return {};
}

TableWarmThroughputDescription warm_throughput(const TableSettings& settings) {
  const std::int64_t reads =
      settings.is_on_demand ? kOnDemandReadUnits : settings.throughput.read_capacity_units;
  const std::int64_t writes =
      settings.is_on_demand ? kOnDemandWriteUnits : settings.throughput.write_capacity_units;
  return {
      .read_units_per_second = std::max(reads, settings.warm.read_units_per_second.value_or(0)),
      .write_units_per_second = std::max(writes, settings.warm.write_units_per_second.value_or(0))};
}

Status check_warm(const WarmThroughput& wanted, const TableSettings& settings) {
  const TableWarmThroughputDescription now = warm_throughput(settings);
  if (wanted.read_units_per_second && *wanted.read_units_per_second < now.read_units_per_second) {
    return warm_throughput_decreased("ReadUnitsPerSecond");
  }
  if (wanted.write_units_per_second &&
      *wanted.write_units_per_second < now.write_units_per_second) {
    return warm_throughput_decreased("WriteUnitsPerSecond");
  }
  return {};
}

}  // namespace emu::dynamodb
