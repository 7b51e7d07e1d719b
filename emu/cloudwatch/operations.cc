// What CloudWatch answers, and what each operation asks of IAM.
// Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon
// CloudWatch".
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "cloudwatch/service.h"
#include "core/gate/tag_keys.h"
#include "core/text/partition.h"

namespace emu::cloudwatch {

namespace {

std::string arn_of_alarm(const Call& call, std::string_view name) {
  return alarm_arn(call.account(), call.region(), name);
}

template <class Op>
std::string named_alarm(const Call& call, const Op& in) {
  return arn_of_alarm(call, in.alarm_name);
}

// The trace asks for it before anybody has looked at the request.
template <class Op>
std::string first_alarm(const Call& call, const Op& in) {
  return in.alarm_names.empty() ? std::string() : arn_of_alarm(call, in.alarm_names.front());
}

// Each of several alarms needs the permission.
template <class Op>
void other_alarms(const Call& call, const Op& in, std::vector<AccessNeed>& out,
                  std::string_view action) {
  for (std::size_t i = 1; i < in.alarm_names.size(); ++i) {
    out.push_back({.action = action, .resource = arn_of_alarm(call, in.alarm_names[i])});
  }
}

std::string arn_of_dashboard(const Call& call, std::string_view name) {
  return fmt::format("arn:{}:cloudwatch::{}:dashboard/{}", partition_of(call.region()),
                     call.account(), name);
}

template <class Op>
std::string named_dashboard(const Call& call, const Op& in) {
  return arn_of_dashboard(call, in.dashboard_name);
}

template <class Op>
std::string tagged_resource(const Call&, const Op& in) {
  return in.resource_arn;
}

constexpr auto kRequestTags = [](const Call&, const auto& in, std::vector<ConditionValue>& out) {
  add_request_tags(in.tags, out);
};

void put_namespace(const Call&, const PutMetricData& in, std::vector<ConditionValue>& out) {
  out.push_back({.key = "cloudwatch:namespace", .values = {in.namespace_value}});
}

void register_alarm_operations(Cloudwatch& cloudwatch, OperationTable& table) {
  table.add<PutMetricAlarm>(cloudwatch, &Cloudwatch::put_metric_alarm,
                            {.resource = &named_alarm, .conditions = kRequestTags});
  table.add<PutCompositeAlarm>(cloudwatch, &Cloudwatch::put_composite_alarm,
                               {.resource = &named_alarm, .conditions = kRequestTags});
  table.add<DescribeAlarms>(cloudwatch, &Cloudwatch::describe_alarms);
  table.add<DescribeAlarmsForMetric>(cloudwatch, &Cloudwatch::describe_alarms_for_metric);
  table.add<DescribeAlarmHistory>(cloudwatch, &Cloudwatch::describe_alarm_history);
  table.add<DeleteAlarms>(
      cloudwatch, &Cloudwatch::delete_alarms,
      {.resource = &first_alarm, .also = [](const Call& call, const auto& in, auto& out) {
         other_alarms(call, in, out, "cloudwatch:DeleteAlarms");
       }});
  table.add<SetAlarmState>(cloudwatch, &Cloudwatch::set_alarm_state, {&named_alarm});
  table.add<EnableAlarmActions>(
      cloudwatch, &Cloudwatch::enable_alarm_actions,
      {.resource = &first_alarm, .also = [](const Call& call, const auto& in, auto& out) {
         other_alarms(call, in, out, "cloudwatch:EnableAlarmActions");
       }});
  table.add<DisableAlarmActions>(
      cloudwatch, &Cloudwatch::disable_alarm_actions,
      {.resource = &first_alarm, .also = [](const Call& call, const auto& in, auto& out) {
         other_alarms(call, in, out, "cloudwatch:DisableAlarmActions");
       }});
}

}  // namespace

void Cloudwatch::add_to(OperationTable& table) {
  table.add<PutMetricData>(*this, &Cloudwatch::put_metric_data, {.conditions = &put_namespace});
  table.add<GetMetricStatistics>(*this, &Cloudwatch::get_metric_statistics);
  table.add<GetMetricData>(*this, &Cloudwatch::get_metric_data);
  table.add<ListMetrics>(*this, &Cloudwatch::list_metrics);
  register_alarm_operations(*this, table);
  table.add<PutDashboard>(*this, &Cloudwatch::put_dashboard,
                          {.resource = &named_dashboard, .conditions = kRequestTags});
  table.add<GetDashboard>(*this, &Cloudwatch::get_dashboard, {&named_dashboard});
  table.add<ListDashboards>(*this, &Cloudwatch::list_dashboards);
  table.add<DeleteDashboards>(*this, &Cloudwatch::delete_dashboards);
  table.add<TagResource>(*this, &Cloudwatch::tag_resource,
                         {.resource = &tagged_resource, .conditions = kRequestTags});
  table.add<UntagResource>(
      *this, &Cloudwatch::untag_resource,
      {.resource = &tagged_resource, .conditions = [](const Call&, const auto& in, auto& out) {
         add_tag_keys(in.tag_keys, out);
       }});
  table.add<ListTagsForResource>(*this, &Cloudwatch::list_tags_for_resource, {&tagged_resource});
}

}  // namespace emu::cloudwatch
