#include "dynamodb/request.h"

#include <algorithm>

#include "dynamodb/limits.h"

namespace emu::dynamodb {

namespace {

// Started units; at least one.
double started(std::size_t bytes, std::size_t unit) {
  return static_cast<double>(std::max<std::size_t>(1, (bytes + unit - 1) / unit));
}

}  // namespace

double write_units(std::size_t bytes) { return started(bytes, kWriteUnitBytes); }

double read_units(std::size_t bytes, bool consistent) {
  return started(bytes, kReadUnitBytes) * (consistent ? 1.0 : 0.5);
}

std::optional<ConsumedCapacity> consumed(const std::optional<std::string>& mode,
                                         const std::string& table, double units) {
  if (!mode || *mode == "NONE") return std::nullopt;
  ConsumedCapacity capacity{.table_name = table, .capacity_units = units};
  if (*mode == "INDEXES") capacity.table = Capacity{.capacity_units = units};
  return capacity;
}

}  // namespace emu::dynamodb
