// Putting and reading metrics. Include <emu/cloudwatch.h>.
//
//   aws.send(PutMetricData{.namespace_value = "shop",
//                          .metric_data = {{.metric_name = "Orders", .value = 1}}});
//
// A metric is known by its namespace, name and dimensions, in any order. Periods are in seconds.
#pragma once

#include <emu/cloudwatch/types.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::cloudwatch {

struct StatisticSet {
  double sample_count = {};
  double sum = {};
  double minimum = {};
  double maximum = {};
  static void describe(StructureShape<StatisticSet>& s);
};

struct MetricDatum {
  std::string metric_name;
  std::vector<Dimension> dimensions = {};
  std::optional<Time> timestamp = {};
  std::optional<double> value = {};
  std::optional<StatisticSet> statistic_values = {};
  std::vector<double> values = {};
  std::vector<double> counts = {};
  std::optional<std::string> unit = {};
  std::optional<std::int32_t> storage_resolution = {};
  static void describe(StructureShape<MetricDatum>& s);
};

struct Entity {
  std::map<std::string, std::string> key_attributes = {};
  std::map<std::string, std::string> attributes = {};
  static void describe(StructureShape<Entity>& s);
};

struct EntityMetricData {
  std::optional<Entity> entity = {};
  std::vector<MetricDatum> metric_data = {};
  static void describe(StructureShape<EntityMetricData>& s);
};

// Up to 1,000 values, each as `value`, `values` with `counts`, or `statistic_values`; all are kept,
// or none. Errors: InvalidParameterValue, InvalidParameterCombination, MissingParameter.
struct PutMetricData {
  static constexpr OperationName kOperation{"cloudwatch", "PutMetricData"};
  using Result = Nothing;
  std::string namespace_value;
  std::vector<MetricDatum> metric_data = {};
  std::vector<EntityMetricData> entity_metric_data = {};
  std::optional<bool> strict_entity_validation = {};
  static void describe(StructureShape<PutMetricData>& s);
};

struct Datapoint {
  std::optional<Time> timestamp = {};
  std::optional<double> sample_count = {};
  std::optional<double> average = {};
  std::optional<double> sum = {};
  std::optional<double> minimum = {};
  std::optional<double> maximum = {};
  std::string unit = {};
  std::map<std::string, double> extended_statistics = {};
  static void describe(StructureShape<Datapoint>& s);
};

struct GetMetricStatisticsResult {
  std::string label = {};
  std::vector<Datapoint> datapoints = {};
  static void describe(StructureShape<GetMetricStatisticsResult>& s);
};

// Up to 1,440 data points of one metric, by time, for each unit. Either statistics or
// extended_statistics ("p99", "tm90", "TM(10%:90%)").
// Errors: InvalidParameterValue, InvalidParameterCombination, MissingParameter.
struct GetMetricStatistics {
  static constexpr OperationName kOperation{"cloudwatch", "GetMetricStatistics"};
  using Result = GetMetricStatisticsResult;
  std::string namespace_value;
  std::string metric_name;
  std::vector<Dimension> dimensions = {};
  std::optional<Time> start_time = {};
  std::optional<Time> end_time = {};
  std::int32_t period = {};
  std::vector<std::string> statistics = {};
  std::vector<std::string> extended_statistics = {};
  std::optional<std::string> unit = {};
  static void describe(StructureShape<GetMetricStatistics>& s);
};

struct LabelOptions {
  std::optional<std::string> timezone = {};
  static void describe(StructureShape<LabelOptions>& s);
};

struct MessageData {
  std::string code = {};
  std::string value = {};
  static void describe(StructureShape<MessageData>& s);
};

struct MetricDataResult {
  std::string id = {};
  std::string label = {};
  std::vector<Time> timestamps = {};
  std::vector<double> values = {};
  std::string status_code = {};
  std::vector<MessageData> messages = {};
  static void describe(StructureShape<MetricDataResult>& s);
};

struct GetMetricDataResult {
  std::vector<MetricDataResult> metric_data_results = {};
  std::string next_token = {};
  std::vector<MessageData> messages = {};
  static void describe(StructureShape<GetMetricDataResult>& s);
};

// Metrics and expressions over them, the newest data points first unless scan_by says
// "TimestampAscending"; a page holds max_datapoints of all results together.
// Errors: ValidationError, InvalidNextToken.
struct GetMetricData {
  static constexpr OperationName kOperation{"cloudwatch", "GetMetricData"};
  using Result = GetMetricDataResult;
  std::vector<MetricDataQuery> metric_data_queries;
  std::optional<Time> start_time = {};
  std::optional<Time> end_time = {};
  std::optional<std::string> next_token = {};
  std::optional<std::string> scan_by = {};
  std::optional<std::int32_t> max_datapoints = {};
  std::optional<LabelOptions> label_options = {};
  static void describe(StructureShape<GetMetricData>& s);
};

struct DimensionFilter {
  std::string name;
  std::optional<std::string> value = {};
  static void describe(StructureShape<DimensionFilter>& s);
};

struct ListMetricsResult {
  std::vector<Metric> metrics = {};
  std::string next_token = {};
  std::vector<std::string> owning_accounts = {};
  static void describe(StructureShape<ListMetricsResult>& s);
};

// Those with data in the last two weeks, or in the last three hours for recently_active "PT3H"; 500
// a page. Errors: InvalidNextToken.
struct ListMetrics {
  static constexpr OperationName kOperation{"cloudwatch", "ListMetrics"};
  using Result = ListMetricsResult;
  std::optional<std::string> namespace_value = {};
  std::optional<std::string> metric_name = {};
  std::vector<DimensionFilter> dimensions = {};
  std::optional<std::string> next_token = {};
  std::optional<std::string> recently_active = {};
  std::optional<bool> include_linked_accounts = {};
  std::optional<std::string> owning_account = {};
  static void describe(StructureShape<ListMetrics>& s);
};

}  // namespace emu::cloudwatch
