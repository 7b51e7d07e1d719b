#include <emu/cloudwatch/metrics.h>
#include <emu/describe.h>

#include "core/gate/metric_units.h"

namespace emu::cloudwatch {

void StatisticSet::describe(StructureShape<StatisticSet>& s) {
  s.member("SampleCount", &StatisticSet::sample_count).required();
  s.member("Sum", &StatisticSet::sum).required();
  s.member("Minimum", &StatisticSet::minimum).required();
  s.member("Maximum", &StatisticSet::maximum).required();
}

void MetricDatum::describe(StructureShape<MetricDatum>& s) {
  s.member("MetricName", &MetricDatum::metric_name).required().range(1, 255);
  s.member("Dimensions", &MetricDatum::dimensions).range(0, 30);
  s.member("Timestamp", &MetricDatum::timestamp);
  s.member("Value", &MetricDatum::value);
  s.member("StatisticValues", &MetricDatum::statistic_values);
  s.member("Values", &MetricDatum::values);
  s.member("Counts", &MetricDatum::counts);
  s.member("Unit", &MetricDatum::unit).one_of(metric_units());
  s.member("StorageResolution", &MetricDatum::storage_resolution).at_least(1);
}

void Entity::describe(StructureShape<Entity>& s) {
  s.member("KeyAttributes", &Entity::key_attributes).range(2, 4).each({.min = 1, .max = 2048});
  s.member("Attributes", &Entity::attributes).range(0, 10).each({.min = 1, .max = 2048});
}

void EntityMetricData::describe(StructureShape<EntityMetricData>& s) {
  s.member("Entity", &EntityMetricData::entity);
  s.member("MetricData", &EntityMetricData::metric_data);
}

void PutMetricData::describe(StructureShape<PutMetricData>& s) {
  s.member("Namespace", &PutMetricData::namespace_value).required().range(1, 255);
  s.member("MetricData", &PutMetricData::metric_data);
  s.member("EntityMetricData", &PutMetricData::entity_metric_data);
  s.member("StrictEntityValidation", &PutMetricData::strict_entity_validation);
}

void Datapoint::describe(StructureShape<Datapoint>& s) {
  s.member("Timestamp", &Datapoint::timestamp);
  s.member("SampleCount", &Datapoint::sample_count);
  s.member("Average", &Datapoint::average);
  s.member("Sum", &Datapoint::sum);
  s.member("Minimum", &Datapoint::minimum);
  s.member("Maximum", &Datapoint::maximum);
  s.member("Unit", &Datapoint::unit);
  s.member("ExtendedStatistics", &Datapoint::extended_statistics);
}

void GetMetricStatisticsResult::describe(StructureShape<GetMetricStatisticsResult>& s) {
  s.member("Label", &GetMetricStatisticsResult::label);
  s.member("Datapoints", &GetMetricStatisticsResult::datapoints).always();
}

void GetMetricStatistics::describe(StructureShape<GetMetricStatistics>& s) {
  s.member("Namespace", &GetMetricStatistics::namespace_value).required().range(1, 255);
  s.member("MetricName", &GetMetricStatistics::metric_name).required().range(1, 255);
  s.member("Dimensions", &GetMetricStatistics::dimensions).range(0, 30);
  s.member("StartTime", &GetMetricStatistics::start_time).required();
  s.member("EndTime", &GetMetricStatistics::end_time).required();
  s.member("Period", &GetMetricStatistics::period).required().at_least(1);
  s.member("Statistics", &GetMetricStatistics::statistics)
      .range(1, 5)
      .each({.values = {"SampleCount", "Average", "Sum", "Minimum", "Maximum"}});
  s.member("ExtendedStatistics", &GetMetricStatistics::extended_statistics).range(1, 10);
  s.member("Unit", &GetMetricStatistics::unit).one_of(metric_units());
}

void LabelOptions::describe(StructureShape<LabelOptions>& s) {
  s.member("Timezone", &LabelOptions::timezone);
}

void MessageData::describe(StructureShape<MessageData>& s) {
  s.member("Code", &MessageData::code);
  s.member("Value", &MessageData::value);
}

void MetricDataResult::describe(StructureShape<MetricDataResult>& s) {
  s.member("Id", &MetricDataResult::id);
  s.member("Label", &MetricDataResult::label);
  s.member("Timestamps", &MetricDataResult::timestamps).always();
  s.member("Values", &MetricDataResult::values).always();
  s.member("StatusCode", &MetricDataResult::status_code);
  s.member("Messages", &MetricDataResult::messages);
}

void GetMetricDataResult::describe(StructureShape<GetMetricDataResult>& s) {
  s.member("MetricDataResults", &GetMetricDataResult::metric_data_results).always();
  s.member("NextToken", &GetMetricDataResult::next_token);
  s.member("Messages", &GetMetricDataResult::messages);
}

void GetMetricData::describe(StructureShape<GetMetricData>& s) {
  s.member("MetricDataQueries", &GetMetricData::metric_data_queries).required();
  s.member("StartTime", &GetMetricData::start_time).required();
  s.member("EndTime", &GetMetricData::end_time).required();
  s.member("NextToken", &GetMetricData::next_token);
  s.member("ScanBy", &GetMetricData::scan_by).one_of({"TimestampDescending", "TimestampAscending"});
  s.member("MaxDatapoints", &GetMetricData::max_datapoints);
  s.member("LabelOptions", &GetMetricData::label_options);
}

void DimensionFilter::describe(StructureShape<DimensionFilter>& s) {
  s.member("Name", &DimensionFilter::name).required().range(1, 255);
  s.member("Value", &DimensionFilter::value).range(1, 1024);
}

void ListMetricsResult::describe(StructureShape<ListMetricsResult>& s) {
  s.member("Metrics", &ListMetricsResult::metrics).always();
  s.member("NextToken", &ListMetricsResult::next_token);
  s.member("OwningAccounts", &ListMetricsResult::owning_accounts);
}

void ListMetrics::describe(StructureShape<ListMetrics>& s) {
  s.member("Namespace", &ListMetrics::namespace_value).range(1, 255);
  s.member("MetricName", &ListMetrics::metric_name).range(1, 255);
  s.member("Dimensions", &ListMetrics::dimensions).range(0, 10);
  s.member("NextToken", &ListMetrics::next_token);
  s.member("RecentlyActive", &ListMetrics::recently_active).one_of({"PT3H"});
  s.member("IncludeLinkedAccounts", &ListMetrics::include_linked_accounts);
  s.member("OwningAccount", &ListMetrics::owning_account).range(1, 255);
}

}  // namespace emu::cloudwatch

namespace emu {
EMU_DESCRIBED(cloudwatch::StatisticSet);
EMU_DESCRIBED(cloudwatch::MetricDatum);
EMU_DESCRIBED(cloudwatch::Entity);
EMU_DESCRIBED(cloudwatch::EntityMetricData);
EMU_DESCRIBED_OPERATION(cloudwatch::PutMetricData);
EMU_DESCRIBED(cloudwatch::Datapoint);
EMU_DESCRIBED(cloudwatch::GetMetricStatisticsResult);
EMU_DESCRIBED_OPERATION(cloudwatch::GetMetricStatistics);
EMU_DESCRIBED(cloudwatch::LabelOptions);
EMU_DESCRIBED(cloudwatch::MessageData);
EMU_DESCRIBED(cloudwatch::MetricDataResult);
EMU_DESCRIBED(cloudwatch::GetMetricDataResult);
EMU_DESCRIBED_OPERATION(cloudwatch::GetMetricData);
EMU_DESCRIBED(cloudwatch::DimensionFilter);
EMU_DESCRIBED(cloudwatch::ListMetricsResult);
EMU_DESCRIBED_OPERATION(cloudwatch::ListMetrics);
}  // namespace emu
