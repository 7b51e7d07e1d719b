#include "dynamodb/throughput.h"

#include <emu/describe.h>
#include <emu/dynamodb/errors.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "dynamodb/limits.h"

namespace emu::dynamodb {

namespace {

struct ThrottlingReason {
  std::string reason;  // "TableWriteProvisionedThroughputExceeded"
  std::string resource;
  static void describe(StructureShape<ThrottlingReason>& s) {
    s.member("reason", &ThrottlingReason::reason);
    s.member("resource", &ThrottlingReason::resource);
  }
};

// The member begins with a small letter in ThrottlingException only.
struct ProvisionedThrottling {
  std::vector<ThrottlingReason> reasons;
  static void describe(StructureShape<ProvisionedThrottling>& s) {
    s.member("ThrottlingReasons", &ProvisionedThrottling::reasons);
  }
};
struct OnDemandThrottling {
  std::vector<ThrottlingReason> reasons;
  static void describe(StructureShape<OnDemandThrottling>& s) {
    s.member("throttlingReasons", &OnDemandThrottling::reasons);
  }
};

template <class T>
class ThrottlingDetail final : public ErrorDetail {
 public:
  explicit ThrottlingDetail(ThrottlingReason reason) { throttling_.reasons = {std::move(reason)}; }
  const Shape& shape() const override { return shape_of<T>(); }
  const void* value() const override { return &throttling_; }

 private:
  T throttling_;
};

// AWS does not document the text.
constexpr const char* kTableExceeded =
    "The level of configured provisioned throughput for the table was exceeded. Consider "
    "increasing "
    "your provisioning level with the UpdateTable API.";
constexpr const char* kIndexExceeded =
    "The level of configured provisioned throughput for one or more global secondary indexes of "
    "the "
    "table was exceeded. Consider increasing your provisioning level for the under-provisioned "
    "global secondary indexes with the UpdateTable API";
constexpr const char* kMaximumExceeded =
    "Throughput exceeds the maximum OnDemandThroughput configured on table or index";

}  // namespace

// A table begins with what it may take in one second.
bool UnitBucket::has_left(std::int64_t rate, Time now) {
  const auto units = static_cast<double>(rate);
  if (!as_of_) {
    left_ = units;
  } else {
    const std::chrono::duration<double> passed = now - *as_of_;
    const double most = units * std::chrono::duration<double>(kBurst).count();
    left_ = std::min(most, left_ + units * passed.count());
  }
  as_of_ = now;
  return left_ > 0;
}

std::optional<ThroughputLimit> limit_of(bool is_on_demand, const ProvisionedThroughput& provisioned,
                                        const std::optional<OnDemandThroughput>& on_demand,
                                        Usage usage) {
  if (!is_on_demand) {
    return ThroughputLimit{.units = usage == Usage::kRead ? provisioned.read_capacity_units
                                                          : provisioned.write_capacity_units};
  }
  if (!on_demand) return std::nullopt;
  const std::optional<std::int64_t>& most = usage == Usage::kRead
                                                ? on_demand->max_read_request_units
                                                : on_demand->max_write_request_units;
  constexpr std::int64_t kUnlimited = -1;
  if (!most || *most == kUnlimited) return std::nullopt;
  return ThroughputLimit{.units = *most, .is_on_demand = true};
}

Error throttled(const ThroughputLimit& limit, Usage usage, std::string_view arn, bool is_index) {
  ThrottlingReason reason{
      .reason = fmt::format(
          "{}{}{}", is_index ? "Index" : "Table", usage == Usage::kRead ? "Read" : "Write",
          limit.is_on_demand ? "MaxOnDemandThroughputExceeded" : "ProvisionedThroughputExceeded"),
      .resource = std::string(arn)};
  Error error{.code = errors::kProvisionedThroughputExceededException,
              .message = is_index ? kIndexExceeded : kTableExceeded};
  if (limit.is_on_demand) {
    error.code = errors::kThrottlingException;
    error.message = kMaximumExceeded;
    error.detail = std::make_shared<ThrottlingDetail<OnDemandThrottling>>(std::move(reason));
  } else {
    error.detail = std::make_shared<ThrottlingDetail<ProvisionedThrottling>>(std::move(reason));
  }
  return error;
}

}  // namespace emu::dynamodb
