#include <algorithm>

#include "cloudwatch/service.h"

namespace emu::cloudwatch {

namespace {

template <class T>
bool fits(const std::optional<T>& asked, const std::optional<T>& has) {
  return !asked || asked == has;
}

}  // namespace

Result<DescribeAlarmsForMetricResult> Cloudwatch::describe_alarms_for_metric(
    Call& call, const DescribeAlarmsForMetric& in) {
  const std::string key = metric_key({.namespace_value = in.namespace_value,
                                      .metric_name = in.metric_name,
                                      .dimensions = in.dimensions});
  DescribeAlarmsForMetricResult out;
  for (const auto& [name, alarm] : state_of(call).alarms) {
    const auto& keys = alarm.metric_keys;
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) continue;
    const bool is_asked_for = fits(in.statistic, alarm.metric.statistic) &&
                              fits(in.extended_statistic, alarm.metric.extended_statistic) &&
                              fits(in.period, alarm.metric.period) &&
                              fits(in.unit, alarm.metric.unit);
    if (is_asked_for) out.metric_alarms.push_back(described_metric_alarm(alarm));
  }
  return out;
}

}  // namespace emu::cloudwatch
