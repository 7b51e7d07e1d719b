// Source: Amazon DynamoDB API Reference, "UpdateTimeToLive", "DescribeTimeToLive",
// "UpdateContinuousBackups", "DescribeContinuousBackups", "DescribeLimits", "DescribeEndpoints".
#include "dynamodb/fixture.h"

namespace emu::test {

namespace {

struct SettingsFixture : TableFixture {
  Result<UpdateTimeToLiveResult> set_time_to_live(bool enabled, std::string attribute = "expires") {
    return aws.send(
        UpdateTimeToLive{.table_name = "stats",
                         .time_to_live_specification = {.enabled = enabled,
                                                        .attribute_name = std::move(attribute)}});
  }
  TimeToLiveDescription time_to_live() {
    return aws.send(DescribeTimeToLive{.table_name = "stats"}).value().time_to_live_description;
  }
  Result<UpdateContinuousBackupsResult> set_recovery(bool enabled,
                                                     std::optional<std::int32_t> days = {}) {
    return aws.send(UpdateContinuousBackups{
        .table_name = "stats",
        .point_in_time_recovery_specification = {.point_in_time_recovery_enabled = enabled,
                                                 .recovery_period_in_days = days}});
  }
  PointInTimeRecoveryDescription recovery() {
    return aws.send(DescribeContinuousBackups{.table_name = "stats"})
        .value()
        .continuous_backups_description.point_in_time_recovery_description;
  }
};

}  // namespace

TEST_SUITE("dynamodb: settings of tables") {
  TEST_CASE_FIXTURE(SettingsFixture, "time to live is enabled for an attribute, and disabled") {
    CHECK(time_to_live().time_to_live_status == "DISABLED");
    CHECK(time_to_live().attribute_name.empty());
    CHECK(set_time_to_live(true).value().time_to_live_specification.attribute_name == "expires");
    CHECK(time_to_live().time_to_live_status == "ENABLED");
    CHECK(time_to_live().attribute_name == "expires");
    cloud.advance(1h);
    CHECK_FALSE(set_time_to_live(false).value().time_to_live_specification.enabled);
    CHECK(time_to_live().time_to_live_status == "DISABLED");
    CHECK(time_to_live().attribute_name.empty());
  }

  TEST_CASE_FIXTURE(SettingsFixture, "time to live changes once in an hour") {
    set_time_to_live(true).value();
    cloud.advance(1h - 1ms);
    const auto refused = set_time_to_live(false);
    CHECK(code(refused) == "ValidationException");
    CHECK(message(refused) ==
          "Time to live has been modified multiple times within a fixed interval");
    cloud.advance(1ms);
    CHECK(set_time_to_live(false).ok());
  }

  // AWS does not document the texts.
  TEST_CASE_FIXTURE(SettingsFixture, "a change of time to live must change it") {
    CHECK(message(set_time_to_live(false)) == "TimeToLive is already disabled");
    set_time_to_live(true).value();
    CHECK(message(set_time_to_live(true)) == "TimeToLive is already enabled");
    CHECK(message(set_time_to_live(true, "other")) ==
          "TimeToLive is active on a different AttributeName: current AttributeName is expires");
    CHECK(code(aws.send(UpdateTimeToLive{
              .table_name = "none",
              .time_to_live_specification = {.enabled = true, .attribute_name = "x"}})) ==
          "ResourceNotFoundException");
  }

  TEST_CASE_FIXTURE(SettingsFixture, "a table can be restored to the days before") {
    CHECK(recovery().point_in_time_recovery_status == "DISABLED");
    CHECK_FALSE(recovery().recovery_period_in_days);
    const Time enabled = cloud.now();
    set_recovery(true, 2).value();
    CHECK(recovery().point_in_time_recovery_status == "ENABLED");
    CHECK(recovery().latest_restorable_date_time == enabled);
    cloud.advance(24h);
    CHECK(recovery().earliest_restorable_date_time == enabled);
    CHECK(recovery().latest_restorable_date_time == cloud.now() - 5min);
    cloud.advance(48h);
    CHECK(recovery().earliest_restorable_date_time == cloud.now() - 48h);
    set_recovery(true).value();
    CHECK(recovery().recovery_period_in_days == 2);
    set_recovery(false).value();
    CHECK(recovery().point_in_time_recovery_status == "DISABLED");
    CHECK(code(set_recovery(true, 36)) == "ValidationException");
    const auto missing = aws.send(DescribeContinuousBackups{.table_name = "none"});
    CHECK(code(missing) == "TableNotFoundException");
    CHECK(message(missing) == "Table not found: none");
  }

  TEST_CASE_FIXTURE(SettingsFixture, "an account has the quotas of a new one") {
    const auto limits = aws.send(DescribeLimits{}).value();
    CHECK(limits.account_max_read_capacity_units == 80'000);
    CHECK(limits.table_max_write_capacity_units == 40'000);
    const auto endpoints = aws.send(DescribeEndpoints{}).value().endpoints;
    REQUIRE(endpoints.size() == 1);
    CHECK(endpoints[0].address == "dynamodb.us-east-1.amazonaws.com");
    CHECK(endpoints[0].cache_period_in_minutes == 1440);
  }
}

}  // namespace emu::test
