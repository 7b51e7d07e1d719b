// What a table and its global indexes tell CloudWatch of each minute, beside what follows from
// calls.
//
// Source: Amazon DynamoDB Developer Guide, "DynamoDB metrics and dimensions".
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "core/gate/minute_metrics.h"
#include "dynamodb/throughput.h"

namespace emu::dynamodb {

// Operations that return items in the sense of ReturnedItemCount.
enum class Returning : std::size_t { kQuery, kScan, kExecuteStatement };

// Each part is made when it is needed first. It belongs to the moment and is not stored.
class TableMetrics {
 public:
  using Part = std::shared_ptr<ResourceMetrics>;

  // Of a table or, with a name, of a global index of it. `table_arn` is the table's.
  const Part& units(const std::string& table_arn, std::string_view index);
  static std::size_t kind_of(Usage usage) { return usage == Usage::kRead ? 0 : 1; }

  const Part& returned(const std::string& table_arn, Returning by);

 private:
  Part units_ = {};
  std::array<Part, 3> returned_ = {};
};

}  // namespace emu::dynamodb
