#include <emu/cloudwatch/types.h>
#include <emu/describe.h>

#include "core/gate/metric_units.h"

namespace emu::cloudwatch {

void Dimension::describe(StructureShape<Dimension>& s) {
  s.member("Name", &Dimension::name).required().range(1, 255);
  s.member("Value", &Dimension::value).required().range(1, 1024);
}

void Metric::describe(StructureShape<Metric>& s) {
  s.member("Namespace", &Metric::namespace_value).range(1, 255);
  s.member("MetricName", &Metric::metric_name).range(1, 255);
  s.member("Dimensions", &Metric::dimensions).range(0, 30);
}

void MetricStat::describe(StructureShape<MetricStat>& s) {
  s.member("Metric", &MetricStat::metric).required();
  s.member("Period", &MetricStat::period).required().at_least(1);
  s.member("Stat", &MetricStat::stat).required();
  s.member("Unit", &MetricStat::unit).one_of(metric_units());
}

void MetricDataQuery::describe(StructureShape<MetricDataQuery>& s) {
  s.member("Id", &MetricDataQuery::id).required().range(1, 255);
  s.member("MetricStat", &MetricDataQuery::metric_stat);
  s.member("Expression", &MetricDataQuery::expression).range(1, 2048);
  s.member("Label", &MetricDataQuery::label);
  s.member("ReturnData", &MetricDataQuery::return_data);
  s.member("Period", &MetricDataQuery::period).at_least(1);
  s.member("AccountId", &MetricDataQuery::account_id).range(1, 255);
}

void Tag::describe(StructureShape<Tag>& s) {
  s.member("Key", &Tag::key).required().range(1, 128);
  s.member("Value", &Tag::value).range(0, 256).always();
}

}  // namespace emu::cloudwatch

namespace emu {
EMU_DESCRIBED(cloudwatch::Dimension);
EMU_DESCRIBED(cloudwatch::Metric);
EMU_DESCRIBED(cloudwatch::MetricStat);
EMU_DESCRIBED(cloudwatch::MetricDataQuery);
EMU_DESCRIBED(cloudwatch::Tag);
}  // namespace emu
