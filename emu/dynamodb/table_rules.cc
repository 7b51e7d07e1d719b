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
Error warm_throughput_decreased(std::string_view member, std::string_view of) {
  return invalid_parameter(
      fmt::format("Requested {} for WarmThroughput for {} is lower than current WarmThroughput, "
                  "decreasing WarmThroughput is not supported",
                  member, of));
}

WarmUnits warm_units(bool is_on_demand, const ProvisionedThroughput& provisioned,
                     const WarmThroughput& asked_for) {
  const std::int64_t reads = is_on_demand ? kOnDemandReadUnits : provisioned.read_capacity_units;
  const std::int64_t writes = is_on_demand ? kOnDemandWriteUnits : provisioned.write_capacity_units;
  return {.reads = std::max(reads, asked_for.read_units_per_second.value_or(0)),
          .writes = std::max(writes, asked_for.write_units_per_second.value_or(0))};
}

// `of` is what the units are of, for people.
Status check_grows(const WarmThroughput& wanted, const WarmUnits& now, std::string_view of) {
  if (wanted.read_units_per_second && *wanted.read_units_per_second < now.reads) {
    return warm_throughput_decreased("ReadUnitsPerSecond", of);
  }
  if (wanted.write_units_per_second && *wanted.write_units_per_second < now.writes) {
    return warm_throughput_decreased("WriteUnitsPerSecond", of);
  }
  return {};
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

WarmUnits warm_units(const TableSettings& settings) {
  return warm_units(settings.is_on_demand, settings.throughput, settings.warm);
}

WarmUnits warm_units(const IndexSettings& index, bool is_on_demand) {
  return warm_units(is_on_demand, index.throughput, index.warm);
}

Status check_warm(const WarmThroughput& wanted, const TableSettings& settings) {
  return check_grows(wanted, warm_units(settings), "table");
}

Status check_warm(const WarmThroughput& wanted, const IndexSettings& index, bool is_on_demand) {
  return check_grows(wanted, warm_units(index, is_on_demand), "index " + index.name);
}

void raise_warm(WarmThroughput& warm, const WarmThroughput& wanted) {
  if (wanted.read_units_per_second) warm.read_units_per_second = wanted.read_units_per_second;
  if (wanted.write_units_per_second) warm.write_units_per_second = wanted.write_units_per_second;
}

}  // namespace emu::dynamodb
