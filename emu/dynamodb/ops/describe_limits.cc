#include "dynamodb/limits.h"
#include "dynamodb/service.h"

namespace emu::dynamodb {

Result<DescribeLimitsResult> Dynamodb::describe_limits(Call&, const DescribeLimits&) {
  return DescribeLimitsResult{.account_max_read_capacity_units = kAccountCapacityUnits,
                              .account_max_write_capacity_units = kAccountCapacityUnits,
                              .table_max_read_capacity_units = kTableCapacityUnits,
                              .table_max_write_capacity_units = kTableCapacityUnits};
}

}  // namespace emu::dynamodb
