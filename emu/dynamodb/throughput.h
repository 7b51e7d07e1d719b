// Throughput that limits, for accounts that ask for it: a bucket of units for the reads and one for
// the writes of a table or a global secondary index.
//
// A bucket fills at the rate that was provisioned, and keeps what is not used for five minutes. A
// call is let in while anything is left, since what it costs shows afterwards; it may leave a debt.
// Source: Amazon DynamoDB Developer Guide, "Burst and adaptive capacity" and "DynamoDB maximum
// throughput for on-demand tables".
#pragma once

#include <emu/dynamodb/tables.h>
#include <emu/result.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace emu::dynamodb {

class UnitBucket {
 public:
  // Whether something is left, at a rate in units per second that has held since the last time.
  bool has_left(std::int64_t rate, Time now);
  void take(double units) { left_ -= units; }

 private:
  double left_ = 0;
  std::optional<Time> as_of_ = {};  // none: nothing has been asked of it yet
};

enum class Usage : std::uint8_t { kRead, kWrite };

// What a table or an index may take in a second; nothing where it is not limited.
struct ThroughputLimit {
  std::int64_t units = 0;
  bool is_on_demand = false;
};
std::optional<ThroughputLimit> limit_of(bool is_on_demand, const ProvisionedThroughput& provisioned,
                                        const std::optional<OnDemandThroughput>& on_demand,
                                        Usage usage);

struct UnitBuckets {
  UnitBucket reads = {};
  UnitBucket writes = {};

  UnitBucket& of(Usage usage) { return usage == Usage::kRead ? reads : writes; }
};

// The refusals. Source: Amazon DynamoDB API Reference, "ThrottlingReason".
Error throttled(const ThroughputLimit& limit, Usage usage, std::string_view arn, bool is_index);

}  // namespace emu::dynamodb
