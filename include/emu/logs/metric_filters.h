// Metric filters: events of a group that match a pattern become values of a CloudWatch metric as
// they come in, at the time of the event. Include <emu/logs.h>.
// Sources: Amazon CloudWatch Logs API Reference, the page of each operation; CloudWatch Logs User
// Guide, "Configuring metric values for a metric filter", "Publishing dimensions with metrics from
// values in JSON or space-delimited log events".
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::logs {

struct MetricTransformation {
  std::string metric_name;
  std::string metric_namespace;
  // A number, or where in the event there is one: "$.bytes" of JSON, "$bytes" of fields. An event
  // without a number there gives no value.
  std::string metric_value;
  std::optional<double> default_value = {};  // of events that do not match; not with dimensions
  // Up to three, each with where its value is in the event. An event without one of them gives no
  // value.
  std::map<std::string, std::string> dimensions = {};
  std::string unit = {};  // "None" when absent
  static void describe(StructureShape<MetricTransformation>& s);
};

// Makes a filter, or changes the one of that name. A group has at most 100.
struct PutMetricFilter {
  static constexpr OperationName kOperation{"logs", "PutMetricFilter"};
  using Result = Nothing;
  std::string log_group_name;
  std::string filter_name;
  std::optional<std::string> filter_pattern;  // as FilterLogEvents takes it; empty: every event
  std::vector<MetricTransformation> metric_transformations;  // exactly one
  // The rest are records: logs are not transformed, and come from one account and region.
  std::optional<bool> apply_on_transformed_logs = {};
  std::string field_selection_criteria = {};
  std::vector<std::string> emit_system_field_dimensions = {};
  static void describe(StructureShape<PutMetricFilter>& s);
};

struct MetricFilter {
  std::string filter_name = {};
  std::string filter_pattern = {};
  std::vector<MetricTransformation> metric_transformations = {};
  std::int64_t creation_time = 0;
  std::string log_group_name = {};
  std::optional<bool> apply_on_transformed_logs = {};
  std::string field_selection_criteria = {};
  std::vector<std::string> emit_system_field_dimensions = {};
  static void describe(StructureShape<MetricFilter>& s);
};

struct DescribeMetricFiltersResult {
  std::vector<MetricFilter> metric_filters = {};  // by name, and by group among equal ones
  std::string next_token = {};
  static void describe(StructureShape<DescribeMetricFiltersResult>& s);
};

// Of one group, or of all. The prefix counts for one group only; a metric's name and namespace come
// together.
struct DescribeMetricFilters {
  static constexpr OperationName kOperation{"logs", "DescribeMetricFilters"};
  using Result = DescribeMetricFiltersResult;
  std::string log_group_name = {};
  std::string filter_name_prefix = {};
  std::string next_token = {};
  std::optional<std::int32_t> limit = {};  // 1–50, by default 50
  std::string metric_name = {};
  std::string metric_namespace = {};
  static void describe(StructureShape<DescribeMetricFilters>& s);
};

struct DeleteMetricFilter {
  static constexpr OperationName kOperation{"logs", "DeleteMetricFilter"};
  using Result = Nothing;
  std::string log_group_name;
  std::string filter_name;
  static void describe(StructureShape<DeleteMetricFilter>& s);
};

struct MetricFilterMatchRecord {
  std::int64_t event_number = 0;  // 0 for the first message
  std::string event_message = {};
  // By the names that the pattern has for them: "$bytes", "$.bytes"; "$3" for a field without a
  // name.
  std::map<std::string, std::string> extracted_values = {};
  static void describe(StructureShape<MetricFilterMatchRecord>& s);
};

struct TestMetricFilterResult {
  std::vector<MetricFilterMatchRecord> matches = {};
  static void describe(StructureShape<TestMetricFilterResult>& s);
};

// Which of up to 50 messages a pattern matches.
struct TestMetricFilter {
  static constexpr OperationName kOperation{"logs", "TestMetricFilter"};
  using Result = TestMetricFilterResult;
  std::optional<std::string> filter_pattern;
  std::vector<std::string> log_event_messages;
  static void describe(StructureShape<TestMetricFilter>& s);
};

}  // namespace emu::logs
