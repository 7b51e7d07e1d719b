// CloudWatch: the metrics, alarms and dashboards of every account and region.
//
// Alarms are evaluated at whole minutes, those with short periods every ten seconds, by one timer
// for all. An alarm whose metric has no data any more waits for new data, so an account where
// nothing happens costs nothing. Actions are carried out by tasks of their own.
//
// Metrics that services publish are asked for when somebody reads metrics, and before alarms are
// evaluated (core/gate/metrics.h).
#pragma once

#include <emu/cloudwatch.h>
#include <emu/result.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cloudwatch/alarm_actions.h"
#include "cloudwatch/notification.h"
#include "cloudwatch/service_metrics.h"
#include "cloudwatch/state.h"
#include "core/gate/call.h"
#include "core/gate/metrics.h"
#include "core/gate/operation_table.h"
#include "core/gate/regional.h"
#include "core/gate/resource_policies.h"
#include "core/gate/service.h"
#include "core/gate/world.h"

namespace emu::cloudwatch {

extern const ServiceProfile kProfile;

std::unique_ptr<Service> make_service(World& world);

class Cloudwatch final : public Service, public MetricSink, private ResourceHost {
 public:
  explicit Cloudwatch(World& world);

  Result<Nothing> put_metric_data(Call& call, const PutMetricData& in);
  Result<GetMetricStatisticsResult> get_metric_statistics(Call& call,
                                                          const GetMetricStatistics& in);
  Result<GetMetricDataResult> get_metric_data(Call& call, const GetMetricData& in);
  Result<ListMetricsResult> list_metrics(Call& call, const ListMetrics& in);

  Result<Nothing> put_metric_alarm(Call& call, const PutMetricAlarm& in);
  Result<Nothing> put_composite_alarm(Call& call, const PutCompositeAlarm& in);
  Result<DescribeAlarmsResult> describe_alarms(Call& call, const DescribeAlarms& in);
  Result<DescribeAlarmsForMetricResult> describe_alarms_for_metric(
      Call& call, const DescribeAlarmsForMetric& in);
  Result<DescribeAlarmHistoryResult> describe_alarm_history(Call& call,
                                                            const DescribeAlarmHistory& in);
  Result<Nothing> delete_alarms(Call& call, const DeleteAlarms& in);
  Result<Nothing> set_alarm_state(Call& call, const SetAlarmState& in);
  Result<Nothing> enable_alarm_actions(Call& call, const EnableAlarmActions& in);
  Result<Nothing> disable_alarm_actions(Call& call, const DisableAlarmActions& in);

  Result<PutDashboardResult> put_dashboard(Call& call, const PutDashboard& in);
  Result<GetDashboardResult> get_dashboard(Call& call, const GetDashboard& in);
  Result<ListDashboardsResult> list_dashboards(Call& call, const ListDashboards& in);
  Result<DeleteDashboardsResult> delete_dashboards(Call& call, const DeleteDashboards& in);

  Result<TagResourceResult> tag_resource(Call& call, const TagResource& in);
  Result<UntagResourceResult> untag_resource(Call& call, const UntagResource& in);
  Result<ListTagsForResourceResult> list_tags_for_resource(Call& call,
                                                           const ListTagsForResource& in);

  void put_metric(const MetricValue& value) override;
  void put_sums(const MetricValue& of, const MetricSums& sums) override;
  void add_to_minute(const MetricValue& value) override { services_.add(value); }
  void expect_metrics(std::string_view account, std::string_view region,
                      std::string_view metric_namespace) override;

  const ServiceProfile& profile() const override { return kProfile; }
  void add_to(OperationTable& table) override;
  void reset(std::optional<std::string_view> account) override;

 private:
  RegionState& state_of(const Call& call) { return regions_.at(call.account(), call.region()); }

  // An account's dashboards are the same in every region.
  std::map<std::string, Dashboard, std::less<>>& dashboards_of(const Call& call) {
    return regions_.at(call.account(), {}).dashboards;
  }

  // Condition keys of an alarm's or a dashboard's tags.
  ResourceTerms terms(const AccessRequest&) const override { return {}; }
  void add_keys(const AccessRequest& request, std::vector<ConditionValue>& out) const override;
  // Null when there is none.
  Tags* find_tags(std::string_view arn) const;
  // Of what the caller's account has. Errors: ResourceNotFoundException.
  Result<Tags*> own_tags(const Call& call, const std::string& arn) const;

  // Lets services put what they have of the minutes that are over.
  void ask_sources();
  void store_minute(const MinuteOfMetric& minute, Time time);
  void keep(const MetricValue& of, Aggregate values);
  void store(RegionState& state, const std::string& key, StoredMetric& metric,
             const MetricPut& what);

  // An alarm that has been checked takes its place, with the state of one that was there.
  Result<Alarm*> enter(RegionState& state, Alarm next);
  void begin_watching(RegionState& state, Alarm& alarm);
  void end_watching(RegionState& state, Alarm& alarm);
  void wake(RegionState& state, std::string_view metric_key);
  void evaluate_at(Alarm& alarm, Time time);
  void arrange();
  void evaluate_due();
  void evaluate(RegionState& state, Alarm& alarm);

  // Gives an alarm another state, or another reason for the same, with all that follows.
  void change_state(RegionState& state, Alarm& alarm, AlarmState next);
  // The same for this alarm alone. Whether its state is another one now.
  bool enter_state(RegionState& state, Alarm& alarm, AlarmState next,
                   std::vector<TriggeringChild> children);
  bool evaluate_composite(RegionState& state, Alarm& alarm, const Alarm* cause);
  // Lets composite alarms follow an alarm whose state has changed.
  void evaluate_followers(RegionState& state, const Alarm& changed);
  void tell_buses(const Alarm& alarm, const AlarmState& before);
  bool holds(RegionState& state, const Alarm& alarm) const;
  // Carries out the actions for the state that the alarm is in, or lets them wait.
  void act(RegionState& state, Alarm& alarm, const AlarmState& before,
           std::vector<TriggeringChild> children);
  void suppressor_changed(RegionState& state, Alarm& alarm);
  void suppress(Alarm& alarm, const AlarmState& before, std::string_view by);
  void set_suppressor_timer(Alarm& alarm, std::int64_t seconds);
  void suppressor_timer_fired(std::uint64_t serial);
  void stop_suppressor_timer(Alarm& alarm);
  void set_actions_enabled(RegionState& state, const std::vector<std::string>& names, bool enabled);

  struct AlarmPlace {
    std::string account;
    std::string region;
    std::string name;
  };
  // Null when it is gone.
  Alarm* find(std::uint64_t serial);

  World& world_;
  // Stored.
  mutable Regional<RegionState> regions_;
  std::uint64_t last_serial_ = 0;
  // Alive beside it.
  AlarmActions actions_;
  ServiceMetrics services_;
  std::map<std::uint64_t, AlarmPlace> places_ = {};          // of alarms, by serial number
  std::set<std::pair<Time, std::uint64_t>> due_ = {};        // evaluations, by serial number
  std::map<std::uint64_t, TimerId> suppressor_timers_ = {};  // by the alarm's serial number
  TimerId timer_ = {};
  Time timer_at_ = {};
  Time asked_until_ = {};  // what services have put
};

}  // namespace emu::cloudwatch
