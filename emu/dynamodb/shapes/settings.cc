#include <emu/dynamodb/settings.h>

#include "dynamodb/shapes/describe.h"

namespace emu::dynamodb {

void Endpoint::describe(StructureShape<Endpoint>& s) {
  s.member("Address", &Endpoint::address);
  s.member("CachePeriodInMinutes", &Endpoint::cache_period_in_minutes);
}

void DescribeEndpointsResult::describe(StructureShape<DescribeEndpointsResult>& s) {
  s.member("Endpoints", &DescribeEndpointsResult::endpoints);
}

void DescribeEndpoints::describe(StructureShape<DescribeEndpoints>&) {}

void DescribeLimitsResult::describe(StructureShape<DescribeLimitsResult>& s) {
  s.member("AccountMaxReadCapacityUnits", &DescribeLimitsResult::account_max_read_capacity_units);
  s.member("AccountMaxWriteCapacityUnits", &DescribeLimitsResult::account_max_write_capacity_units);
  s.member("TableMaxReadCapacityUnits", &DescribeLimitsResult::table_max_read_capacity_units);
  s.member("TableMaxWriteCapacityUnits", &DescribeLimitsResult::table_max_write_capacity_units);
}

void DescribeLimits::describe(StructureShape<DescribeLimits>&) {}

void TimeToLiveDescription::describe(StructureShape<TimeToLiveDescription>& s) {
  s.member("TimeToLiveStatus", &TimeToLiveDescription::time_to_live_status);
  s.member("AttributeName", &TimeToLiveDescription::attribute_name);
}

void DescribeTimeToLiveResult::describe(StructureShape<DescribeTimeToLiveResult>& s) {
  s.member("TimeToLiveDescription", &DescribeTimeToLiveResult::time_to_live_description);
}

void DescribeTimeToLive::describe(StructureShape<DescribeTimeToLive>& s) {
  detail::table_name(s.member("TableName", &DescribeTimeToLive::table_name).required());
}

void TimeToLiveSpecification::describe(StructureShape<TimeToLiveSpecification>& s) {
  s.member("Enabled", &TimeToLiveSpecification::enabled).required();
  s.member("AttributeName", &TimeToLiveSpecification::attribute_name).required().range(1, 255);
}

void UpdateTimeToLiveResult::describe(StructureShape<UpdateTimeToLiveResult>& s) {
  s.member("TimeToLiveSpecification", &UpdateTimeToLiveResult::time_to_live_specification);
}

void UpdateTimeToLive::describe(StructureShape<UpdateTimeToLive>& s) {
  detail::table_name(s.member("TableName", &UpdateTimeToLive::table_name).required());
  s.member("TimeToLiveSpecification", &UpdateTimeToLive::time_to_live_specification).required();
}

void PointInTimeRecoveryDescription::describe(StructureShape<PointInTimeRecoveryDescription>& s) {
  s.member("PointInTimeRecoveryStatus",
           &PointInTimeRecoveryDescription::point_in_time_recovery_status);
  s.member("RecoveryPeriodInDays", &PointInTimeRecoveryDescription::recovery_period_in_days);
  s.member("EarliestRestorableDateTime",
           &PointInTimeRecoveryDescription::earliest_restorable_date_time);
  s.member("LatestRestorableDateTime",
           &PointInTimeRecoveryDescription::latest_restorable_date_time);
}

void ContinuousBackupsDescription::describe(StructureShape<ContinuousBackupsDescription>& s) {
  s.member("ContinuousBackupsStatus", &ContinuousBackupsDescription::continuous_backups_status);
  s.member("PointInTimeRecoveryDescription",
           &ContinuousBackupsDescription::point_in_time_recovery_description);
}

void DescribeContinuousBackupsResult::describe(StructureShape<DescribeContinuousBackupsResult>& s) {
  s.member("ContinuousBackupsDescription",
           &DescribeContinuousBackupsResult::continuous_backups_description);
}

void DescribeContinuousBackups::describe(StructureShape<DescribeContinuousBackups>& s) {
  detail::table_name(s.member("TableName", &DescribeContinuousBackups::table_name).required());
}

void PointInTimeRecoverySpecification::describe(
    StructureShape<PointInTimeRecoverySpecification>& s) {
  s.member("PointInTimeRecoveryEnabled",
           &PointInTimeRecoverySpecification::point_in_time_recovery_enabled)
      .required();
  s.member("RecoveryPeriodInDays", &PointInTimeRecoverySpecification::recovery_period_in_days)
      .range(1, 35);
}

void UpdateContinuousBackupsResult::describe(StructureShape<UpdateContinuousBackupsResult>& s) {
  s.member("ContinuousBackupsDescription",
           &UpdateContinuousBackupsResult::continuous_backups_description);
}

void UpdateContinuousBackups::describe(StructureShape<UpdateContinuousBackups>& s) {
  detail::table_name(s.member("TableName", &UpdateContinuousBackups::table_name).required());
  s.member("PointInTimeRecoverySpecification",
           &UpdateContinuousBackups::point_in_time_recovery_specification)
      .required();
}

}  // namespace emu::dynamodb

namespace emu {
EMU_DESCRIBED(dynamodb::Endpoint);
EMU_DESCRIBED(dynamodb::DescribeEndpointsResult);
EMU_DESCRIBED_OPERATION(dynamodb::DescribeEndpoints);
EMU_DESCRIBED(dynamodb::DescribeLimitsResult);
EMU_DESCRIBED_OPERATION(dynamodb::DescribeLimits);
EMU_DESCRIBED(dynamodb::TimeToLiveDescription);
EMU_DESCRIBED(dynamodb::DescribeTimeToLiveResult);
EMU_DESCRIBED_OPERATION(dynamodb::DescribeTimeToLive);
EMU_DESCRIBED(dynamodb::TimeToLiveSpecification);
EMU_DESCRIBED(dynamodb::UpdateTimeToLiveResult);
EMU_DESCRIBED_OPERATION(dynamodb::UpdateTimeToLive);
EMU_DESCRIBED(dynamodb::PointInTimeRecoveryDescription);
EMU_DESCRIBED(dynamodb::ContinuousBackupsDescription);
EMU_DESCRIBED(dynamodb::DescribeContinuousBackupsResult);
EMU_DESCRIBED_OPERATION(dynamodb::DescribeContinuousBackups);
EMU_DESCRIBED(dynamodb::PointInTimeRecoverySpecification);
EMU_DESCRIBED(dynamodb::UpdateContinuousBackupsResult);
EMU_DESCRIBED_OPERATION(dynamodb::UpdateContinuousBackups);
}  // namespace emu
