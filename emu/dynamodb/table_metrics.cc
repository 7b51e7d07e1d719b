#include "dynamodb/table_metrics.h"

#include "dynamodb/table_name.h"

namespace emu::dynamodb {

namespace {

constexpr std::array kUnits = {MetricKind{"ConsumedReadCapacityUnits"},
                               MetricKind{"ConsumedWriteCapacityUnits"}};
constexpr std::array kReturned = {MetricKind{"ReturnedItemCount"}};
constexpr std::array<const char*, 3> kOperations = {"Query", "Scan", "ExecuteStatement"};

TableMetrics::Part make(const std::string& table_arn, std::span<const MetricKind> kinds) {
  auto part = std::make_shared<ResourceMetrics>(
      table_arn, MetricKinds{.metric_namespace = "AWS/DynamoDB", .kinds = kinds});
  part->dimensions.emplace_back("TableName", parse_table_arn(table_arn)->name);
  return part;
}

}  // namespace

const TableMetrics::Part& TableMetrics::units(const std::string& table_arn,
                                              std::string_view index) {
  if (units_) return units_;
  units_ = make(table_arn, kUnits);
  if (!index.empty()) units_->dimensions.emplace_back("GlobalSecondaryIndexName", index);
  return units_;
}

const TableMetrics::Part& TableMetrics::returned(const std::string& table_arn, Returning by) {
  const auto at = static_cast<std::size_t>(by);
  Part& part = returned_[at];
  if (part) return part;
  part = make(table_arn, kReturned);
  part->dimensions.emplace_back("Operation", kOperations[at]);
  return part;
}

}  // namespace emu::dynamodb
