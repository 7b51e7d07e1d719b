#include <emu/logs/metric_filters.h>

#include "core/gate/metric_units.h"
#include "logs/shapes/describe.h"

namespace emu::logs {

namespace {

template <class T>
auto metric_text(StructureShape<T>& s, std::string_view name, std::string T::*where) {
  return s.member(name, where).range(0, 255).pattern(&pattern::metric_text, "[^:*$]*");
}

}  // namespace

void MetricTransformation::describe(StructureShape<MetricTransformation>& s) {
  metric_text(s, "metricName", &MetricTransformation::metric_name).required();
  metric_text(s, "metricNamespace", &MetricTransformation::metric_namespace).required();
  s.member("metricValue", &MetricTransformation::metric_value).required().range(0, 100);
  s.member("defaultValue", &MetricTransformation::default_value);
  s.member("dimensions", &MetricTransformation::dimensions).each({.max = 255});
  s.member("unit", &MetricTransformation::unit).one_of(metric_units());
}

void PutMetricFilter::describe(StructureShape<PutMetricFilter>& s) {
  describing::log_group_name(s, "logGroupName", &PutMetricFilter::log_group_name).required();
  describing::log_stream_name(s, "filterName", &PutMetricFilter::filter_name).required();
  s.member("filterPattern", &PutMetricFilter::filter_pattern).required().range(0, 1024);
  s.member("metricTransformations", &PutMetricFilter::metric_transformations)
      .required()
      .range(1, 1);
  s.member("applyOnTransformedLogs", &PutMetricFilter::apply_on_transformed_logs);
  s.member("fieldSelectionCriteria", &PutMetricFilter::field_selection_criteria).range(0, 2000);
  s.member("emitSystemFieldDimensions", &PutMetricFilter::emit_system_field_dimensions);
}

void MetricFilter::describe(StructureShape<MetricFilter>& s) {
  s.member("filterName", &MetricFilter::filter_name);
  s.member("filterPattern", &MetricFilter::filter_pattern).always();
  s.member("metricTransformations", &MetricFilter::metric_transformations);
  s.member("creationTime", &MetricFilter::creation_time);
  s.member("logGroupName", &MetricFilter::log_group_name);
  s.member("applyOnTransformedLogs", &MetricFilter::apply_on_transformed_logs);
  s.member("fieldSelectionCriteria", &MetricFilter::field_selection_criteria);
  s.member("emitSystemFieldDimensions", &MetricFilter::emit_system_field_dimensions);
}

void DescribeMetricFiltersResult::describe(StructureShape<DescribeMetricFiltersResult>& s) {
  s.member("metricFilters", &DescribeMetricFiltersResult::metric_filters).always();
  s.member("nextToken", &DescribeMetricFiltersResult::next_token);
}

void DescribeMetricFilters::describe(StructureShape<DescribeMetricFilters>& s) {
  describing::log_group_name(s, "logGroupName", &DescribeMetricFilters::log_group_name);
  describing::log_stream_name(s, "filterNamePrefix", &DescribeMetricFilters::filter_name_prefix);
  s.member("nextToken", &DescribeMetricFilters::next_token);
  s.member("limit", &DescribeMetricFilters::limit).range(1, 50);
  metric_text(s, "metricName", &DescribeMetricFilters::metric_name);
  metric_text(s, "metricNamespace", &DescribeMetricFilters::metric_namespace);
}

void DeleteMetricFilter::describe(StructureShape<DeleteMetricFilter>& s) {
  describing::log_group_name(s, "logGroupName", &DeleteMetricFilter::log_group_name).required();
  describing::log_stream_name(s, "filterName", &DeleteMetricFilter::filter_name).required();
}

void MetricFilterMatchRecord::describe(StructureShape<MetricFilterMatchRecord>& s) {
  s.member("eventNumber", &MetricFilterMatchRecord::event_number);
  s.member("eventMessage", &MetricFilterMatchRecord::event_message);
  s.member("extractedValues", &MetricFilterMatchRecord::extracted_values).always();
}

void TestMetricFilterResult::describe(StructureShape<TestMetricFilterResult>& s) {
  s.member("matches", &TestMetricFilterResult::matches).always();
}

void TestMetricFilter::describe(StructureShape<TestMetricFilter>& s) {
  s.member("filterPattern", &TestMetricFilter::filter_pattern).required().range(0, 1024);
  s.member("logEventMessages", &TestMetricFilter::log_event_messages)
      .required()
      .range(1, 50)
      .each({.min = 1});
}

}  // namespace emu::logs

namespace emu {
EMU_DESCRIBED(logs::MetricTransformation);
EMU_DESCRIBED_OPERATION(logs::PutMetricFilter);
EMU_DESCRIBED(logs::MetricFilter);
EMU_DESCRIBED(logs::DescribeMetricFiltersResult);
EMU_DESCRIBED_OPERATION(logs::DescribeMetricFilters);
EMU_DESCRIBED_OPERATION(logs::DeleteMetricFilter);
EMU_DESCRIBED(logs::MetricFilterMatchRecord);
EMU_DESCRIBED(logs::TestMetricFilterResult);
EMU_DESCRIBED_OPERATION(logs::TestMetricFilter);
}  // namespace emu
