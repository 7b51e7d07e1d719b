// Settings of global tables of version 2017.11.29, which are kept. Sources: Amazon DynamoDB API
// Reference, "UpdateGlobalTableSettings" and "DescribeGlobalTableSettings"; AWS CLI Command
// Reference, "describe-global-table-settings" and "update-global-table-settings".
#include "dynamodb/global_tables_fixture.h"

namespace emu::test {

namespace {

AutoScalingSettingsUpdate scaling(std::int64_t least, std::int64_t most) {
  return {.minimum_units = least, .maximum_units = most};
}

AutoScalingSettingsUpdate tracking(std::string policy, double target) {
  return {.scaling_policy_update = AutoScalingPolicyUpdate{
              .policy_name = std::move(policy),
              .target_tracking_scaling_policy_configuration = {.target_value = target}}};
}

// A global table `stats` with provisioned throughput and an index.
struct SettingsFixture : GlobalTablesFixture {
  SettingsFixture() {
    CreateTable in = table("stats");
    in.attribute_definitions.push_back({"team", "S"});
    in.billing_mode = billing_modes::kProvisioned;
    in.provisioned_throughput =
        ProvisionedThroughput{.read_capacity_units = 10, .write_capacity_units = 5};
    in.global_secondary_indexes = {{.index_name = "by-team",
                                    .key_schema = {{"team", "HASH"}},
                                    .projection = {.projection_type = "ALL"},
                                    .provisioned_throughput = ProvisionedThroughput{
                                        .read_capacity_units = 3, .write_capacity_units = 2}}};
    aws.send(in).value();
    europe.send(in).value();
    aws.send(create({"us-east-1", "eu-west-1"})).value();
  }

  std::vector<ReplicaSettingsDescription> described() {
    return europe.send(DescribeGlobalTableSettings{.global_table_name = "stats"})
        .value()
        .replica_settings;
  }
  Result<UpdateGlobalTableSettingsResult> set(const UpdateGlobalTableSettings& in) {
    return aws.send(in);
  }
  static UpdateGlobalTableSettings changes() { return {.global_table_name = "stats"}; }
};

}  // namespace

TEST_SUITE("dynamodb: settings of global tables") {
  TEST_CASE_FIXTURE(SettingsFixture, "what was not set is the table's") {
    REQUIRE(described().size() == 2);
    const ReplicaSettingsDescription replica = described()[1];
    CHECK(replica.region_name == "eu-west-1");
    CHECK(replica.replica_status == "ACTIVE");
    CHECK(replica.replica_provisioned_read_capacity_units == 10);
    CHECK(replica.replica_provisioned_write_capacity_units == 5);
    CHECK(replica.replica_provisioned_read_capacity_auto_scaling_settings->auto_scaling_disabled ==
          true);
    CHECK(!replica.replica_billing_mode_summary);
    CHECK(!replica.replica_table_class_summary);
    REQUIRE(replica.replica_global_secondary_index_settings.size() == 1);
    const auto& index = replica.replica_global_secondary_index_settings[0];
    CHECK(index.index_name == "by-team");
    CHECK(index.index_status == "ACTIVE");
    CHECK(index.provisioned_read_capacity_units == 3);
    CHECK(index.provisioned_write_capacity_units == 2);
    aws.send(UpdateTable{.table_name = "stats",
                         .provisioned_throughput = ProvisionedThroughput{7, 8}})
        .value();
    CHECK(described()[0].replica_provisioned_read_capacity_units == 7);
  }

  TEST_CASE_FIXTURE(SettingsFixture, "capacity for writes is of all replicas, for reads of one") {
    UpdateGlobalTableSettings in = changes();
    in.global_table_provisioned_write_capacity_units = 15;
    in.global_table_global_secondary_index_settings_update = {
        {.index_name = "by-team", .provisioned_write_capacity_units = 16}};
    in.replica_settings_update = {
        {.region_name = "eu-west-1",
         .replica_provisioned_read_capacity_units = 20,
         .replica_global_secondary_index_settings_update = {{.index_name = "by-team",
                                                             .provisioned_read_capacity_units =
                                                                 21}},
         .replica_table_class = "STANDARD_INFREQUENT_ACCESS"}};
    const auto answer = set(in).value();
    CHECK(answer.global_table_name == "stats");
    REQUIRE(answer.replica_settings.size() == 2);
    CHECK(answer.replica_settings[0].replica_status == "UPDATING");
    CHECK(answer.replica_settings[0].replica_provisioned_write_capacity_units == 5);

    const auto here = described()[0];
    const auto there = described()[1];
    CHECK(here.replica_status == "ACTIVE");
    CHECK(here.replica_provisioned_write_capacity_units == 15);
    CHECK(there.replica_provisioned_write_capacity_units == 15);
    CHECK(here.replica_provisioned_read_capacity_units == 10);
    CHECK(there.replica_provisioned_read_capacity_units == 20);
    const auto& index_here = here.replica_global_secondary_index_settings[0];
    const auto& index_there = there.replica_global_secondary_index_settings[0];
    CHECK(index_here.provisioned_write_capacity_units == 16);
    CHECK(index_there.provisioned_write_capacity_units == 16);
    CHECK(index_here.provisioned_read_capacity_units == 3);
    CHECK(index_there.provisioned_read_capacity_units == 21);
    CHECK(there.replica_table_class_summary->table_class == "STANDARD_INFREQUENT_ACCESS");
    CHECK(!here.replica_table_class_summary);
  }

  TEST_CASE_FIXTURE(SettingsFixture, "auto scaling is kept until it is disabled") {
    UpdateGlobalTableSettings in = changes();
    auto& writes = in.global_table_provisioned_write_capacity_auto_scaling_settings_update;
    const auto kept = [&] {
      return *described()[0].replica_provisioned_write_capacity_auto_scaling_settings;
    };
    writes = scaling(1, 100);
    set(in).value();
    writes = tracking("half", 50);
    set(in).value();
    writes = tracking("most", 70);
    set(in).value();
    CHECK(kept().auto_scaling_disabled == false);
    CHECK(kept().minimum_units == 1);
    CHECK(kept().maximum_units == 100);
    REQUIRE(kept().scaling_policies.size() == 1);
    CHECK(kept().scaling_policies[0].policy_name == "most");
    CHECK(kept().scaling_policies[0].target_tracking_scaling_policy_configuration->target_value ==
          70);
    writes = tracking("none", 0);
    CHECK(code(set(in)) == "ValidationException");
    writes = scaling(101, 100);
    CHECK(code(set(in)) == "ValidationException");
    CHECK(kept().minimum_units == 1);
    writes = AutoScalingSettingsUpdate{.auto_scaling_disabled = true};
    set(in).value();
    CHECK(kept().auto_scaling_disabled == true);
    CHECK(!kept().minimum_units);
  }

  TEST_CASE_FIXTURE(SettingsFixture, "on demand, nothing is provisioned") {
    UpdateGlobalTableSettings in = changes();
    in.global_table_billing_mode = "PAY_PER_REQUEST";
    set(in).value();
    CHECK(described()[0].replica_billing_mode_summary->billing_mode == "PAY_PER_REQUEST");
    CHECK(described()[0].replica_provisioned_write_capacity_units == 0);
    CHECK(
        !described()[0].replica_global_secondary_index_settings[0].provisioned_read_capacity_units);
    SUBCASE("of the table") { in.global_table_provisioned_write_capacity_units = 5; }
    SUBCASE("of an index") {
      in.global_table_global_secondary_index_settings_update = {
          {.index_name = "by-team", .provisioned_write_capacity_units = 5}};
    }
    SUBCASE("of a replica") {
      in.replica_settings_update = {
          {.region_name = "eu-west-1", .replica_provisioned_read_capacity_units = 5}};
    }
    CHECK(code(set(in)) == "ValidationException");
    in = changes();
    in.global_table_billing_mode = "PROVISIONED";
    set(in).value();
    CHECK(described()[0].replica_billing_mode_summary->billing_mode == "PROVISIONED");
    CHECK(described()[0].replica_provisioned_write_capacity_units == 5);
  }

  TEST_CASE_FIXTURE(SettingsFixture, "all of the settings are made, or none") {
    UpdateGlobalTableSettings in = changes();
    in.global_table_name = "none";
    CHECK(code(set(in)) == "GlobalTableNotFoundException");
    CHECK(code(aws.send(DescribeGlobalTableSettings{.global_table_name = "none"})) ==
          "GlobalTableNotFoundException");
    in = changes();
    in.global_table_provisioned_write_capacity_units = 15;
    in.replica_settings_update = {{.region_name = "us-west-2"}};
    CHECK(code(set(in)) == "ReplicaNotFoundException");
    in.replica_settings_update = {
        {.region_name = "eu-west-1",
         .replica_global_secondary_index_settings_update = {{.index_name = "by-day"}}}};
    CHECK(code(set(in)) == "IndexNotFoundException");
    in.replica_settings_update.clear();
    in.global_table_global_secondary_index_settings_update = {{.index_name = "by-day"}};
    CHECK(code(set(in)) == "IndexNotFoundException");
    CHECK(described()[0].replica_provisioned_write_capacity_units == 5);
  }

  TEST_CASE_FIXTURE(SettingsFixture, "a table that is deleted leaves its replica as it was set") {
    UpdateGlobalTableSettings in = changes();
    in.global_table_provisioned_write_capacity_units = 15;
    set(in).value();
    europe.send(DeleteTable{.table_name = "stats"}).value();
    REQUIRE(described().size() == 2);
    CHECK(described()[1].replica_provisioned_write_capacity_units == 15);
    CHECK(described()[1].replica_provisioned_read_capacity_units == 0);
    CHECK(described()[1].replica_global_secondary_index_settings.empty());
  }

  TEST_CASE("a global table that is not ACTIVE keeps its settings") {
    GlobalTablesFixture slow({.dynamodb = {.table_step = 500ms}});
    slow.make("stats", slow.aws);
    slow.cloud.advance(500ms);
    slow.aws.send(slow.create({"us-east-1"})).value();
    const UpdateGlobalTableSettings in{.global_table_name = "stats",
                                       .global_table_billing_mode = "PAY_PER_REQUEST"};
    CHECK(slow.code(slow.aws.send(in)) == "ResourceInUseException");
    slow.cloud.advance(500ms);
    CHECK(slow.aws.send(in).ok());
    CHECK(slow.code(slow.aws.send(in)) == "ResourceInUseException");
  }
}

}  // namespace emu::test
