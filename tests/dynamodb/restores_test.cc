// What a restored table has otherwise than its source. Source: Amazon DynamoDB API Reference,
// "RestoreTableFromBackup", "RestoreTableToPointInTime". AWS does not document the texts.
#include <doctest/doctest.h>
#include <emu/json.h>

#include "dynamodb/index_fixture.h"

namespace emu::test {

namespace {

// A table with two global indexes and a local one, and a backup of it.
struct RestoreFixture : IndexFixture {
  RestoreFixture() {
    CreateTable in = scores();
    in.attribute_definitions.push_back({"team", "S"});
    in.global_secondary_indexes.push_back({.index_name = "by-team",
                                           .key_schema = {{"team", "HASH"}},
                                           .projection = {.projection_type = "ALL"}});
    source = aws.send(in).value().table_description;
    put({{"user", S("u")}, {"game", S("g")}, {"score", N(1)}, {"team", S("t")}});
    backup_arn = aws.send(CreateBackup{.table_name = "scores", .backup_name = "daily"})
                     .value()
                     .backup_details.backup_arn;
  }

  RestoreTableFromBackup to(const std::string& target) const {
    return {.target_table_name = target, .backup_arn = backup_arn};
  }
  GlobalSecondaryIndex by_game() const { return scores().global_secondary_indexes.front(); }
  TableDescription table(const std::string& name) {
    return aws.send(DescribeTable{.table_name = name}).value().table;
  }

  TableDescription source;
  std::string backup_arn;
};

}  // namespace

TEST_SUITE("dynamodb: restored tables") {
  TEST_CASE_FIXTURE(RestoreFixture, "all indexes come along unless some are named") {
    aws.send(to("whole")).value();
    CHECK(table("whole").global_secondary_indexes.size() == 2);
    CHECK(table("whole").local_secondary_indexes.size() == 1);
    CHECK(aws.send(Query{.table_name = "whole",
                         .index_name = "by-team",
                         .key_condition_expression = "team = :t",
                         .expression_attribute_values = {{":t", S("t")}}})
              .value()
              .count == 1);
  }

  TEST_CASE_FIXTURE(RestoreFixture, "those that are not named are left out, and their attributes") {
    RestoreTableFromBackup in = to("some");
    in.global_secondary_index_override = {by_game()};
    aws.send(in).value();
    REQUIRE(table("some").global_secondary_indexes.size() == 1);
    CHECK(table("some").global_secondary_indexes[0].index_name == "by-game");
    CHECK(table("some").local_secondary_indexes.size() == 1);
    CHECK(table("some").attribute_definitions.size() == 3);
  }

  TEST_CASE_FIXTURE(RestoreFixture, "an empty list leaves all out") {
    const std::string json = R"({"TargetTableName":"none","BackupArn":")" + backup_arn +
                             R"(","GlobalSecondaryIndexOverride":[],)"
                             R"("LocalSecondaryIndexOverride":[]})";
    aws.send(from_json<RestoreTableFromBackup>(json).value()).value();
    CHECK(table("none").global_secondary_indexes.empty());
    CHECK(table("none").local_secondary_indexes.empty());
    CHECK(table("none").attribute_definitions.size() == 2);
    CHECK(table("none").item_count == 1);
  }

  TEST_CASE_FIXTURE(RestoreFixture, "an index that is named must be one of the source") {
    RestoreTableFromBackup in = to("other");
    in.global_secondary_index_override = {by_game()};
    in.global_secondary_index_override[0].index_name = "by-nothing";
    CHECK(code(aws.send(in)) == "ValidationException");
    in.global_secondary_index_override = {by_game()};
    in.global_secondary_index_override[0].key_schema = {{"game", "HASH"}};
    CHECK(code(aws.send(in)) == "ValidationException");
    in.global_secondary_index_override = {by_game()};
    in.global_secondary_index_override[0].projection = {.projection_type = "ALL"};
    CHECK(code(aws.send(in)) == "ValidationException");
    in.global_secondary_index_override.clear();
    in.local_secondary_index_override = {{.index_name = "by-game",
                                          .key_schema = {{"user", "HASH"}, {"score", "RANGE"}},
                                          .projection = {.projection_type = "KEYS_ONLY"}}};
    CHECK(code(aws.send(in)) == "ValidationException");
    CHECK(code(aws.send(DescribeTable{.table_name = "other"})) == "ResourceNotFoundException");
  }

  TEST_CASE_FIXTURE(RestoreFixture, "a table that becomes provisioned needs throughput for each") {
    RestoreTableFromBackup in = to("paid");
    in.billing_mode_override = billing_modes::kProvisioned;
    in.provisioned_throughput_override =
        ProvisionedThroughput{.read_capacity_units = 3, .write_capacity_units = 4};
    CHECK(message(aws.send(in)) ==
          "One or more parameter values were invalid: ProvisionedThroughput must be specified for "
          "index: by-game");
    in.global_secondary_index_override = {by_game()};
    in.global_secondary_index_override[0].provisioned_throughput =
        ProvisionedThroughput{.read_capacity_units = 5, .write_capacity_units = 6};
    aws.send(in).value();
    CHECK(table("paid").provisioned_throughput.read_capacity_units == 3);
    CHECK(table("paid").global_secondary_indexes[0].provisioned_throughput.write_capacity_units ==
          6);

    // And back: nothing is left of it.
    const std::string arn = aws.send(CreateBackup{.table_name = "paid", .backup_name = "daily"})
                                .value()
                                .backup_details.backup_arn;
    RestoreTableFromBackup back{.target_table_name = "free",
                                .backup_arn = arn,
                                .billing_mode_override = billing_modes::kPayPerRequest};
    aws.send(back).value();
    CHECK(table("free").billing_mode_summary->billing_mode == billing_modes::kPayPerRequest);
    CHECK(table("free").global_secondary_indexes[0].provisioned_throughput.write_capacity_units ==
          0);
    back.target_table_name = "again";
    back.global_secondary_index_override = in.global_secondary_index_override;
    CHECK(code(aws.send(back)) == "ValidationException");
    back.billing_mode_override.reset();
    back.global_secondary_index_override[0].provisioned_throughput.reset();
    aws.send(back).value();
    CHECK(table("again").global_secondary_indexes[0].provisioned_throughput.write_capacity_units ==
          6);
  }

  TEST_CASE_FIXTURE(RestoreFixture, "a table is restored to a point in time with some indexes") {
    aws.send(UpdateContinuousBackups{
                 .table_name = "scores",
                 .point_in_time_recovery_specification = {.point_in_time_recovery_enabled = true}})
        .value();
    put({{"user", S("v")}, {"game", S("g")}, {"score", N(2)}});
    cloud.advance(6min);
    put({{"user", S("w")}, {"game", S("g")}, {"score", N(3)}});
    RestoreTableToPointInTime in{.source_table_name = "scores", .target_table_name = "before"};
    in.use_latest_restorable_time = true;
    in.global_secondary_index_override = {by_game()};
    aws.send(in).value();
    REQUIRE(table("before").global_secondary_indexes.size() == 1);
    CHECK(table("before").global_secondary_indexes[0].item_count == 2);
  }
}

}  // namespace emu::test
