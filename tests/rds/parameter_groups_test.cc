// Groups of parameters. Sources: Amazon RDS API Reference, "CreateDBParameterGroup",
// "ModifyDBParameterGroup", "ResetDBParameterGroup", "DeleteDBParameterGroup",
// "DescribeDBParameters", and those of clusters.
#include <doctest/doctest.h>
#include <emu/rds.h>

#include <string>

#include "support/fixture.h"

namespace emu::test {

using namespace rds;

namespace {

struct ParameterGroupFixture : Fixture {
  ParameterGroupFixture() {
    aws.send(CreateDBParameterGroup{.db_parameter_group_name = "Shop",
                                    .db_parameter_group_family = "mysql8.0",
                                    .description = "of the shop",
                                    .tags = {{.key = "team", .value = "bus"}}})
        .value();
    aws.send(CreateDBClusterParameterGroup{.db_cluster_parameter_group_name = "shop",
                                           .db_parameter_group_family = "aurora-mysql8.0",
                                           .description = "of the cluster"})
        .value();
  }
  static Parameter parameter(const std::string& name, const std::string& value) {
    return {.parameter_name = name, .parameter_value = value, .apply_method = "pending-reboot"};
  }
  auto modify(std::vector<Parameter> parameters) {
    return aws.send(ModifyDBParameterGroup{.db_parameter_group_name = "shop",
                                           .parameters = std::move(parameters)});
  }
  // "a=1 b=2" of those that were set.
  std::string parameters() {
    std::string text;
    const auto listed = aws.send(DescribeDBParameters{.db_parameter_group_name = "shop"}).value();
    for (const Parameter& each : listed.parameters) {
      text += *each.parameter_name + "=" + *each.parameter_value + " ";
    }
    return text;
  }
};

}  // namespace

TEST_SUITE("rds: parameter groups") {
  TEST_CASE_FIXTURE(ParameterGroupFixture, "a group has the parameters that were set") {
    CHECK(modify({parameter("b", "2"), parameter("a", "1")}).value().db_parameter_group_name ==
          "shop");
    CHECK(parameters() == "a=1 b=2 ");
    modify({parameter("a", "3")}).value();
    CHECK(parameters() == "a=3 b=2 ");
    DescribeDBParameters of_user{.db_parameter_group_name = "shop", .source = "user"};
    const auto listed = aws.send(of_user).value().parameters;
    REQUIRE(listed.size() == 2);
    CHECK(listed[0].source == "user");
    CHECK(listed[0].apply_method == "pending-reboot");
    of_user.source = "engine-default";
    CHECK(aws.send(of_user).value().parameters.empty());
    aws.send(ResetDBParameterGroup{.db_parameter_group_name = "shop",
                                   .parameters = {parameter("a", "")}})
        .value();
    CHECK(parameters() == "b=2 ");
    aws.send(ResetDBParameterGroup{.db_parameter_group_name = "shop", .reset_all_parameters = true})
        .value();
    CHECK(parameters() == "");
  }

  TEST_CASE_FIXTURE(ParameterGroupFixture, "it is described, tagged and deleted") {
    const auto group =
        aws.send(DescribeDBParameterGroups{.db_parameter_group_name = "SHOP"}).value();
    REQUIRE(group.db_parameter_groups.size() == 1);
    const DbParameterGroup& seen = group.db_parameter_groups[0];
    CHECK(seen.db_parameter_group_family == "mysql8.0");
    CHECK(seen.description == "of the shop");
    CHECK(seen.db_parameter_group_arn == "arn:aws:rds:us-east-1:000000000000:pg:shop");
    CHECK(aws.send(ListTagsForResource{.resource_name = seen.db_parameter_group_arn})
              .value()
              .tag_list.size() == 1);
    const auto own =
        aws.send(DescribeDBParameterGroups{.db_parameter_group_name = "default.mysql8.0"}).value();
    CHECK(own.db_parameter_groups.at(0).description == "Default parameter group for mysql8.0");
    CHECK(aws.send(DescribeDBParameterGroups{}).value().db_parameter_groups.size() == 1);
    aws.send(DeleteDBParameterGroup{.db_parameter_group_name = "shop"}).value();
    CHECK(code(aws.send(DescribeDBParameterGroups{.db_parameter_group_name = "shop"})) ==
          "DBParameterGroupNotFound");
  }

  TEST_CASE_FIXTURE(ParameterGroupFixture, "a group that is used stays, and one must be there") {
    CreateDBInstance instance{.db_instance_identifier = "one",
                              .allocated_storage = 20,
                              .db_instance_class = "db.t3.medium",
                              .engine = "mysql",
                              .master_username = "admin",
                              .master_user_password = "password",
                              .db_parameter_group_name = "missing"};
    CHECK(code(aws.send(instance)) == "DBParameterGroupNotFound");
    instance.db_parameter_group_name = "shop";
    aws.send(instance).value();
    CHECK(code(aws.send(DeleteDBParameterGroup{.db_parameter_group_name = "shop"})) ==
          "InvalidDBParameterGroupState");
    CHECK(code(aws.send(ModifyDBInstance{.db_instance_identifier = "one",
                                         .db_parameter_group_name = "missing"})) ==
          "DBParameterGroupNotFound");
    aws.send(ModifyDBInstance{.db_instance_identifier = "one",
                              .db_parameter_group_name = "default.mysql8.0"})
        .value();
    CHECK(aws.send(DeleteDBParameterGroup{.db_parameter_group_name = "shop"}).ok());
  }

  TEST_CASE_FIXTURE(ParameterGroupFixture, "clusters have groups of their own") {
    CreateDBCluster cluster{.db_cluster_identifier = "one",
                            .db_cluster_parameter_group_name = "missing",
                            .engine = "aurora-mysql",
                            .master_username = "admin",
                            .master_user_password = "password"};
    CHECK(code(aws.send(cluster)) == "DBClusterParameterGroupNotFound");
    cluster.db_cluster_parameter_group_name = "shop";
    aws.send(cluster).value();
    CHECK(code(aws.send(DeleteDBClusterParameterGroup{
              .db_cluster_parameter_group_name = "shop"})) == "InvalidDBParameterGroupState");
    aws.send(ModifyDBClusterParameterGroup{.db_cluster_parameter_group_name = "shop",
                                           .parameters = {parameter("a", "1")}})
        .value();
    CHECK(aws.send(DescribeDBClusterParameters{.db_cluster_parameter_group_name = "shop"})
              .value()
              .parameters.size() == 1);
    aws.send(ResetDBClusterParameterGroup{.db_cluster_parameter_group_name = "shop",
                                          .reset_all_parameters = true})
        .value();
    CHECK(aws.send(DescribeDBClusterParameters{.db_cluster_parameter_group_name = "shop"})
              .value()
              .parameters.empty());
    CHECK(aws.send(DescribeDBClusterParameterGroups{})
              .value()
              .db_cluster_parameter_groups.at(0)
              .db_cluster_parameter_group_arn ==
          "arn:aws:rds:us-east-1:000000000000:cluster-pg:shop");
  }

  TEST_CASE_FIXTURE(ParameterGroupFixture, "what is refused changes nothing") {
    modify({parameter("a", "1")}).value();
    CHECK(code(modify({parameter("b", "1"), parameter("c", "")})) == "InvalidParameterValue");
    CHECK(code(modify(std::vector<Parameter>(21, parameter("b", "1")))) == "InvalidParameterValue");
    CHECK(code(aws.send(ModifyDBParameterGroup{.db_parameter_group_name = "default.mysql8.0",
                                               .parameters = {parameter("b", "1")}})) ==
          "InvalidParameterValue");
    CHECK(code(aws.send(ResetDBParameterGroup{.db_parameter_group_name = "shop"})) ==
          "InvalidParameterCombination");
    CHECK(parameters() == "a=1 ");
    CreateDBParameterGroup again{.db_parameter_group_name = "shop",
                                 .db_parameter_group_family = "mysql8.0",
                                 .description = "again"};
    CHECK(code(aws.send(again)) == "DBParameterGroupAlreadyExists");
    for (const char* name : {"1x", "x-", "x--y", "default.x", "x y"}) {
      again.db_parameter_group_name = name;
      CHECK_MESSAGE(code(aws.send(again)) == "InvalidParameterValue", name);
    }
    again.db_parameter_group_name = "other";
    again.db_parameter_group_family = "oracle19";
    CHECK(code(aws.send(again)) == "InvalidParameterValue");
    CHECK(code(aws.send(DeleteDBParameterGroup{.db_parameter_group_name = "other"})) ==
          "DBParameterGroupNotFound");
  }
}

}  // namespace emu::test
