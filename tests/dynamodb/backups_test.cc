// Source: Amazon DynamoDB API Reference, "CreateBackup", "DescribeBackup", "ListBackups",
// "DeleteBackup", "RestoreTableFromBackup", "RestoreTableToPointInTime".
#include "core/gate/memory_gauge.h"
#include "core/gate/world.h"
#include "dynamodb/fixture.h"
#include "support/room.h"

namespace emu::test {

namespace {

struct BackupFixture : TableFixture {
  std::string backup(const std::string& name, const std::string& table = "stats") {
    return aws.send(CreateBackup{.table_name = table, .backup_name = name})
        .value()
        .backup_details.backup_arn;
  }
  Result<RestoreTableFromBackupResult> restore(const std::string& arn,
                                               const std::string& target = "restored") {
    return aws.send(RestoreTableFromBackup{.target_table_name = target, .backup_arn = arn});
  }
  Item get_from(const std::string& table, const std::string& id) {
    return aws.send(GetItem{.table_name = table, .key = {{"id", S(id)}}}).value().item;
  }
  void remove(const std::string& id) {
    aws.send(DeleteItem{.table_name = "stats", .key = {{"id", S(id)}}}).value();
  }
  void enable_recovery(std::int32_t days = 35) {
    aws.send(UpdateContinuousBackups{
                 .table_name = "stats",
                 .point_in_time_recovery_specification = {.point_in_time_recovery_enabled = true,
                                                          .recovery_period_in_days = days}})
        .value();
  }
  Result<RestoreTableToPointInTimeResult> restore_to(std::optional<Time> at,
                                                     const std::string& target = "restored") {
    RestoreTableToPointInTime in{.source_table_name = "stats", .target_table_name = target};
    in.restore_date_time = at;
    if (!at) in.use_latest_restorable_time = true;
    return aws.send(in);
  }
};

}  // namespace

TEST_SUITE("dynamodb: backups") {
  TEST_CASE_FIXTURE(BackupFixture, "a table is made from a backup, as it was then") {
    put({{"id", S("a")}, {"n", N(1)}});
    const auto made =
        aws.send(CreateBackup{.table_name = kStatsArn, .backup_name = "daily"}).value();
    CHECK(made.backup_details.backup_status == "CREATING");
    CHECK(made.backup_details.backup_size_bytes > 0);
    const std::string& arn = made.backup_details.backup_arn;
    CHECK(arn.starts_with(std::string(kStatsArn) + "/backup/01767225600000-"));
    put({{"id", S("a")}, {"n", N(2)}});
    put({{"id", S("b")}});
    aws.send(DeleteTable{.table_name = "stats"}).value();

    const auto restoring = restore(arn).value().table_description;
    CHECK(restoring.table_status == "CREATING");
    CHECK(restoring.restore_summary->restore_in_progress);
    CHECK(get_from("restored", "a").at("n") == N(1));
    CHECK(get_from("restored", "b").empty());
    const auto table = aws.send(DescribeTable{.table_name = "restored"}).value().table;
    CHECK(table.item_count == 1);
    CHECK(table.table_arn == "arn:aws:dynamodb:us-east-1:000000000000:table/restored");
    CHECK(table.restore_summary->source_backup_arn == arn);
    CHECK(table.restore_summary->source_table_arn == kStatsArn);
    CHECK_FALSE(table.restore_summary->restore_in_progress);
  }

  TEST_CASE_FIXTURE(BackupFixture, "a backup is described until it is deleted") {
    const std::string arn = backup("daily");
    const auto described = aws.send(DescribeBackup{.backup_arn = arn}).value().backup_description;
    CHECK(described.backup_details.backup_status == "AVAILABLE");
    CHECK(described.backup_details.backup_type == "USER");
    CHECK(described.source_table_details.table_name == "stats");
    CHECK(described.source_table_details.billing_mode == "PAY_PER_REQUEST");
    CHECK(aws.send(DeleteBackup{.backup_arn = arn})
              .value()
              .backup_description.backup_details.backup_status == "DELETED");
    CHECK(code(aws.send(DescribeBackup{.backup_arn = arn})) == "BackupNotFoundException");
    CHECK(code(aws.send(DeleteBackup{.backup_arn = arn})) == "BackupNotFoundException");
    CHECK(code(restore(arn)) == "BackupNotFoundException");
  }

  TEST_CASE_FIXTURE(BackupFixture, "backups are listed by table and time, in pages") {
    std::vector<std::string> arns;
    for (int day = 0; day < 3; ++day) {
      arns.push_back(backup("day"));
      cloud.advance(24h);
    }
    backup("other", "trips");
    std::vector<std::string> seen;
    ListBackups list{.table_name = "stats", .limit = 2};
    do {
      const auto page = aws.send(list).value();
      CHECK(page.backup_summaries.size() <= 2);
      for (const auto& summary : page.backup_summaries) seen.push_back(summary.backup_arn);
      list.exclusive_start_backup_arn = page.last_evaluated_backup_arn;
    } while (!list.exclusive_start_backup_arn->empty());
    CHECK(seen == arns);

    CHECK(aws.send(ListBackups{}).value().backup_summaries.size() == 4);
    CHECK(aws.send(ListBackups{.backup_type = "SYSTEM"}).value().backup_summaries.empty());
    CHECK(aws.send(ListBackups{.table_name = kStatsArn}).value().backup_summaries.size() == 3);
    const char* other_account = "arn:aws:dynamodb:us-east-1:111111111111:table/stats";
    CHECK(aws.send(ListBackups{.table_name = other_account}).value().backup_summaries.empty());
    const auto between = aws.send(ListBackups{.table_name = "stats",
                                              .time_range_lower_bound = cloud.now() - 48h,
                                              .time_range_upper_bound = cloud.now() - 24h})
                             .value()
                             .backup_summaries;
    REQUIRE(between.size() == 1);
    CHECK(between[0].backup_arn == arns[1]);
  }

  TEST_CASE_FIXTURE(BackupFixture, "a restored table leaves what has to be set anew") {
    aws.send(TagResource{.resource_arn = kStatsArn, .tags = {{"team", "bus"}}}).value();
    aws.send(UpdateTable{.table_name = "stats", .deletion_protection_enabled = true}).value();
    enable_recovery();
    const std::string arn = backup("daily");
    RestoreTableFromBackup in{.target_table_name = "restored",
                              .backup_arn = arn,
                              .billing_mode_override = billing_modes::kProvisioned};
    CHECK(code(aws.send(in)) == "ValidationException");
    in.provisioned_throughput_override =
        ProvisionedThroughput{.read_capacity_units = 3, .write_capacity_units = 4};
    const auto table = aws.send(in).value().table_description;
    CHECK(table.provisioned_throughput.write_capacity_units == 4);
    CHECK_FALSE(table.deletion_protection_enabled);
    CHECK(aws.send(ListTagsOfResource{.resource_arn = table.table_arn}).value().tags.empty());
    CHECK(aws.send(DescribeContinuousBackups{.table_name = "restored"})
              .value()
              .continuous_backups_description.point_in_time_recovery_description
              .point_in_time_recovery_status == "DISABLED");
  }

  TEST_CASE_FIXTURE(BackupFixture, "a table that is there is not restored over") {
    const std::string arn = backup("daily");
    CHECK(code(restore(arn, "trips")) == "TableAlreadyExistsException");
    CHECK(code(aws.send(CreateBackup{.table_name = "none", .backup_name = "daily"})) ==
          "TableNotFoundException");
    CHECK(code(aws.send(CreateBackup{.table_name = "stats", .backup_name = "a b"})) ==
          "ValidationException");
  }

  TEST_CASE_FIXTURE(BackupFixture, "what is copied needs its room, where memory has a bound") {
    for (int i = 0; i < 10; ++i) {
      put({{"id", S(std::to_string(i))}, {"v", S(std::string(300'000, 'v'))}});
    }
    enable_recovery();
    const std::string arn = backup("daily");
    Room room(std::size_t{2} << 20);
    cloud.world().set_memory_gauge(&room);
    CHECK(code(aws.send(CreateBackup{.table_name = "stats", .backup_name = "again"})) ==
          "ThrottlingException");
    CHECK(code(restore(arn)) == "ThrottlingException");
    CHECK(code(restore_to({})) == "ThrottlingException");
    CHECK(aws.send(ListBackups{}).value().backup_summaries.size() == 1);
    CHECK(aws.send(ListTables{}).value().table_names.size() == 2);
    room.bytes = std::size_t{4} << 20;
    CHECK(restore(arn).ok());
    cloud.world().set_memory_gauge(nullptr);
  }

  TEST_CASE_FIXTURE(BackupFixture, "a table is restored to each point in its time") {
    put({{"id", S("a")}, {"n", N(0)}});
    enable_recovery();
    const Time enabled = cloud.now();
    cloud.advance(1min);
    put({{"id", S("a")}, {"n", N(1)}});
    put({{"id", S("b")}});
    cloud.advance(1min);
    put({{"id", S("a")}, {"n", N(2)}});
    remove("b");
    cloud.advance(10min);

    restore_to(enabled, "at-0").value();
    CHECK(get_from("at-0", "a").at("n") == N(0));
    CHECK(get_from("at-0", "b").empty());
    restore_to(enabled + 1min, "at-1").value();
    CHECK(get_from("at-1", "a").at("n") == N(1));
    CHECK(get_from("at-1", "b").size() == 1);
    const auto latest = restore_to({}, "latest").value().table_description;
    CHECK(latest.restore_summary->restore_date_time == cloud.now() - 5min);
    CHECK(latest.restore_summary->source_backup_arn.empty());
    CHECK(get_from("latest", "a").at("n") == N(2));
    CHECK(get_from("latest", "b").empty());
    CHECK(get_from("stats", "a").at("n") == N(2));
  }

  TEST_CASE_FIXTURE(BackupFixture, "only the days of recovery can be restored to") {
    CHECK(code(restore_to({})) == "PointInTimeRecoveryUnavailableException");
    enable_recovery(1);
    put({{"id", S("a")}, {"n", N(0)}});
    cloud.advance(25h);
    put({{"id", S("a")}, {"n", N(1)}});
    cloud.advance(1h);
    CHECK(code(restore_to(cloud.now() - 24h - 1ms)) == "InvalidRestoreTimeException");
    CHECK(code(restore_to(cloud.now() - 5min + 1ms)) == "InvalidRestoreTimeException");
    restore_to(cloud.now() - 24h).value();
    CHECK(get_from("restored", "a").at("n") == N(0));

    CHECK(code(aws.send(RestoreTableToPointInTime{.target_table_name = "x-x",
                                                  .use_latest_restorable_time = true})) ==
          "ValidationException");
    CHECK(code(aws.send(RestoreTableToPointInTime{
              .source_table_name = "stats", .target_table_name = "x-x"})) == "ValidationException");
    CHECK(code(aws.send(RestoreTableToPointInTime{.source_table_name = "none",
                                                  .target_table_name = "x-x",
                                                  .use_latest_restorable_time = true})) ==
          "TableNotFoundException");
  }
}

}  // namespace emu::test
