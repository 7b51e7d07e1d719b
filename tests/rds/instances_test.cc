// Instances, groups of subnets, what is offered, and tags. Sources: Amazon RDS API Reference,
// "CreateDBInstance", "DeleteDBInstance", "FailoverDBCluster", "CreateDBSubnetGroup",
// "DescribeDBEngineVersions", "DescribeOrderableDBInstanceOptions", "AddTagsToResource".
#include <doctest/doctest.h>
#include <emu/rds.h>
#include <emu/secretsmanager.h>

#include <string>

#include "support/fixture.h"

namespace emu::test {

using namespace rds;

namespace {

struct Instances : Fixture {
  Instances() {
    aws.send(CreateDBCluster{.db_cluster_identifier = "shop",
                             .engine = "aurora-postgresql",
                             .master_username = "someone",
                             .master_user_password = "password"})
        .value();
  }
  static CreateDBInstance member(const std::string& identifier) {
    return {.db_instance_identifier = identifier,
            .db_instance_class = "db.r6g.large",
            .engine = "aurora-postgresql",
            .db_cluster_identifier = "shop"};
  }
  static CreateDBInstance alone() {
    return {.db_instance_identifier = "alone",
            .allocated_storage = 20,
            .db_instance_class = "db.t3.medium",
            .engine = "mysql",
            .master_username = "admin",
            .master_user_password = "password"};
  }
  DbInstance describe(const std::string& identifier) {
    return aws.send(DescribeDBInstances{.db_instance_identifier = identifier})
        .value()
        .db_instances.at(0);
  }
  // The members of the cluster, the writer with a star.
  std::string members() {
    std::string text;
    const auto cluster = aws.send(DescribeDBClusters{}).value().db_clusters.at(0);
    for (const DbClusterMember& each : cluster.db_cluster_members) {
      text += each.db_instance_identifier + (each.is_cluster_writer.value() ? "* " : " ");
    }
    return text;
  }
};

}  // namespace

TEST_SUITE("rds: instances") {
  TEST_CASE_FIXTURE(Instances, "what happens while a secret is made is not undone") {
    const auto made = aws.send(alone()).value();
    Result<ModifyDBInstanceResult> late = Error{};
    cloud.spawn("modify", [&] {
      const auto slow = cloud.fail({.operation = "CreateSecret", .latency = 1s});
      late = aws.send(
          ModifyDBInstance{.db_instance_identifier = "alone", .manage_master_user_password = true});
    });
    cloud.advance(500ms);
    aws.send(AddTagsToResource{.resource_name = made.db_instance->db_instance_arn,
                               .tags = {{.key = "team", .value = "bus"}}})
        .value();
    aws.send(StopDBInstance{.db_instance_identifier = "alone"}).value();
    cloud.advance(1s);
    REQUIRE(late.ok());
    CHECK(describe("alone").db_instance_status == "stopped");
    CHECK(describe("alone").tag_list.size() == 1);
    CHECK(describe("alone").master_user_secret.has_value());
  }

  TEST_CASE_FIXTURE(Instances, "the first member of a cluster writes, and others take its place") {
    CHECK(aws.send(member("one")).value().db_instance->db_instance_status == "creating");
    aws.send(member("two")).value();
    CHECK(members() == "one* two ");
    CHECK(describe("one").master_username == "someone");
    CHECK(describe("one").endpoint->port == 5432);
    aws.send(FailoverDBCluster{.db_cluster_identifier = "shop"}).value();
    CHECK(members() == "one two* ");
    CHECK(code(aws.send(FailoverDBCluster{.db_cluster_identifier = "shop",
                                          .target_db_instance_identifier = "two"})) ==
          "InvalidDBClusterStateFault");
    CHECK(code(aws.send(
              DeleteDBCluster{.db_cluster_identifier = "shop", .skip_final_snapshot = true})) ==
          "InvalidDBClusterStateFault");
    aws.send(
           ModifyDBInstance{.db_instance_identifier = "two", .new_db_instance_identifier = "three"})
        .value();
    aws.send(DeleteDBInstance{.db_instance_identifier = "three"}).value();
    CHECK(members() == "one* ");
    aws.send(DeleteDBInstance{.db_instance_identifier = "one"}).value();
    CHECK(aws.send(DeleteDBCluster{.db_cluster_identifier = "shop", .skip_final_snapshot = true})
              .ok());
  }

  TEST_CASE_FIXTURE(Instances, "what cannot be") {
    CreateDBInstance in = member("one");
    in.engine = "aurora-mysql";
    CHECK(code(aws.send(in)) == "InvalidParameterCombination");
    in = member("one");
    in.master_username = "other";
    CHECK(code(aws.send(in)) == "InvalidParameterCombination");
    in = member("one");
    in.db_instance_class = "large";
    CHECK(code(aws.send(in)) == "InvalidParameterValue");
    in = member("one");
    in.db_cluster_identifier = "missing";
    CHECK(code(aws.send(in)) == "DBClusterNotFoundFault");
    in = alone();
    in.allocated_storage.reset();
    CHECK(code(aws.send(in)) == "InvalidParameterCombination");
    in = alone();
    in.db_subnet_group_name = "missing";
    CHECK(code(aws.send(in)) == "DBSubnetGroupNotFoundFault");
    CHECK(aws.send(DescribeDBInstances{}).value().db_instances.empty());
    aws.send(member("one")).value();
    CHECK(code(aws.send(member("one"))) == "DBInstanceAlreadyExists");
    CHECK(code(aws.send(StopDBInstance{.db_instance_identifier = "one"})) ==
          "InvalidDBInstanceState");
  }

  TEST_CASE_FIXTURE(Instances, "an instance may be alone, with its own user, secret and state") {
    CreateDBInstance in = alone();
    in.master_user_password.reset();
    in.manage_master_user_password = true;
    const std::string secret = aws.send(in).value().db_instance->master_user_secret->secret_arn;
    CHECK(aws.send(secretsmanager::GetSecretValue{.secret_id = secret}).ok());
    CHECK(describe("alone").db_instance_status == "available");
    CHECK(aws.send(RebootDBInstance{.db_instance_identifier = "alone"}).ok());
    aws.send(StopDBInstance{.db_instance_identifier = "alone"}).value();
    CHECK(describe("alone").db_instance_status == "stopped");
    aws.send(StartDBInstance{.db_instance_identifier = "alone"}).value();
    aws.send(ModifyDBInstance{.db_instance_identifier = "alone",
                              .allocated_storage = 40,
                              .backup_retention_period = 7,
                              .db_port_number = 3307})
        .value();
    CHECK(describe("alone").allocated_storage == 40);
    CHECK(describe("alone").endpoint->port == 3307);
    CHECK(code(aws.send(DeleteDBInstance{.db_instance_identifier = "alone"})) ==
          "InvalidParameterCombination");
    aws.send(DeleteDBInstance{.db_instance_identifier = "alone", .skip_final_snapshot = true})
        .value();
    CHECK(code(aws.send(secretsmanager::GetSecretValue{.secret_id = secret})) ==
          "ResourceNotFoundException");
    CHECK(code(aws.send(DescribeDBInstances{.db_instance_identifier = "alone"})) ==
          "DBInstanceNotFound");
  }

  TEST_CASE_FIXTURE(Instances, "groups of subnets") {
    const auto create = [&](std::vector<std::string> subnets) {
      return aws.send(CreateDBSubnetGroup{.db_subnet_group_name = "Private",
                                          .db_subnet_group_description = "d",
                                          .subnet_ids = std::move(subnets)});
    };
    CHECK(code(create({"subnet-1"})) == "DBSubnetGroupDoesNotCoverEnoughAZs");
    const DbSubnetGroup made = *create({"subnet-1", "subnet-2"}).value().db_subnet_group;
    CHECK(made.db_subnet_group_name == "private");
    CHECK(made.subnets[1].subnet_availability_zone->name == "us-east-1b");
    CHECK(code(create({"subnet-1", "subnet-2"})) == "DBSubnetGroupAlreadyExists");
    CreateDBInstance in = alone();
    in.db_subnet_group_name = "private";
    aws.send(in).value();
    CHECK(describe("alone").db_subnet_group->db_subnet_group_name == "private");
    CHECK(code(aws.send(DeleteDBSubnetGroup{.db_subnet_group_name = "private"})) ==
          "InvalidDBSubnetGroupStateFault");
    aws.send(DeleteDBInstance{.db_instance_identifier = "alone", .skip_final_snapshot = true})
        .value();
    aws.send(ModifyDBSubnetGroup{.db_subnet_group_name = "private",
                                 .subnet_ids = {"subnet-1", "subnet-2", "subnet-3"}})
        .value();
    CHECK(aws.send(DescribeDBSubnetGroups{}).value().db_subnet_groups.at(0).subnets.size() == 3);
    aws.send(DeleteDBSubnetGroup{.db_subnet_group_name = "private"}).value();
    CHECK(code(aws.send(DescribeDBSubnetGroups{.db_subnet_group_name = "private"})) ==
          "DBSubnetGroupNotFoundFault");
  }

  TEST_CASE_FIXTURE(Instances, "what is offered can be made") {
    const auto versions =
        aws.send(DescribeDBEngineVersions{.engine = "aurora-mysql", .default_only = true}).value();
    REQUIRE(versions.db_engine_versions.size() == 1);
    CHECK(versions.db_engine_versions[0].db_parameter_group_family == "aurora-mysql8.0");
    const auto all = aws.send(DescribeDBEngineVersions{}).value().db_engine_versions;
    CHECK(all.size() > 5);
    for (const DbEngineVersion& each : all) {
      CHECK_FALSE(aws.send(DescribeOrderableDBInstanceOptions{
                               .engine = each.engine, .engine_version = each.engine_version})
                      .value()
                      .orderable_db_instance_options.empty());
    }
    CHECK(code(aws.send(DescribeDBEngineVersions{.engine = "oracle"})) == "InvalidParameterValue");
  }

  TEST_CASE_FIXTURE(Instances, "tags") {
    const std::string arn = aws.send(DescribeDBClusters{}).value().db_clusters.at(0).db_cluster_arn;
    aws.send(AddTagsToResource{.resource_name = arn,
                               .tags = {{.key = "a", .value = "1"}, {.key = "b", .value = "2"}}})
        .value();
    aws.send(AddTagsToResource{.resource_name = arn, .tags = {{.key = "a", .value = "3"}}}).value();
    aws.send(RemoveTagsFromResource{.resource_name = arn, .tag_keys = {"b"}}).value();
    const auto tags = aws.send(ListTagsForResource{.resource_name = arn}).value().tag_list;
    REQUIRE(tags.size() == 1);
    CHECK(tags[0].value == "3");
    CHECK(code(aws.send(ListTagsForResource{.resource_name = arn + "x"})) ==
          "DBClusterNotFoundFault");
    AddTagsToResource many{.resource_name = arn, .tags = {}};
    for (int i = 0; i < 51; ++i) many.tags.push_back({.key = std::to_string(i), .value = "x"});
    CHECK(code(aws.send(many)) == "InvalidParameterValue");
  }
}

}  // namespace emu::test
