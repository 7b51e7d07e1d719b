// Clusters. Sources: Amazon RDS API Reference, "CreateDBCluster", "ModifyDBCluster",
// "DeleteDBCluster", "StopDBCluster", "FailoverDBCluster", "EnableHttpEndpoint"; Amazon RDS User
// Guide, "Password management with Amazon RDS and AWS Secrets Manager".
#include <doctest/doctest.h>
#include <emu/iam.h>
#include <emu/rds.h>
#include <emu/rdsdata.h>
#include <emu/secretsmanager.h>

#include <string>

#include "support/fixture.h"

namespace emu::test {

using namespace rds;

namespace {

struct Clusters : Fixture {
  static CreateDBCluster cluster(const std::string& identifier = "shop") {
    return {.db_cluster_identifier = identifier,
            .engine = "aurora-mysql",
            .master_username = "admin",
            .master_user_password = "password"};
  }
  DbCluster create(const CreateDBCluster& in = cluster()) {
    return *aws.send(in).value().db_cluster;
  }
  Result<DescribeDBClustersResult> describe(const std::string& identifier) {
    return aws.send(DescribeDBClusters{.db_cluster_identifier = identifier});
  }
};

}  // namespace

TEST_SUITE("rds: clusters") {
  TEST_CASE_FIXTURE(Clusters, "a cluster is made, described and deleted") {
    CHECK(create(cluster("Shop")).status == "creating");
    const DbCluster made = describe("shop").value().db_clusters.at(0);
    CHECK(made.status == "available");
    CHECK(made.db_cluster_arn == "arn:aws:rds:us-east-1:000000000000:cluster:shop");
    CHECK(made.engine_version.starts_with("8.0.mysql_aurora"));
    CHECK(made.port == 3306);
    CHECK(made.endpoint.starts_with("shop.cluster-"));
    CHECK(made.http_endpoint_enabled == false);
    CHECK(code(aws.send(cluster())) == "DBClusterAlreadyExistsFault");
    const auto deleted =
        aws.send(DeleteDBCluster{.db_cluster_identifier = "shop", .skip_final_snapshot = true});
    CHECK(deleted.value().db_cluster->status == "deleting");
    CHECK(code(describe("shop")) == "DBClusterNotFoundFault");
    CHECK(aws.send(DescribeDBClusters{}).value().db_clusters.empty());
  }

  TEST_CASE_FIXTURE(Clusters, "what cannot be") {
    CreateDBCluster in = cluster("two--hyphens");
    CHECK(message(aws.send(in)).find("not a valid identifier") != std::string::npos);
    in = cluster();
    in.engine = "oracle";
    CHECK(message(aws.send(in)) == "Invalid DB engine");
    in = cluster();
    in.master_user_password = "short";
    CHECK(message(aws.send(in)).find("shorter than 8 characters") != std::string::npos);
    in.master_user_password = "password";
    in.manage_master_user_password = true;
    CHECK(code(aws.send(in)) == "InvalidParameterCombination");
    in = cluster();
    in.engine_version = "1.0";
    CHECK(message(aws.send(in)) == "Cannot find version 1.0 for aurora-mysql");
    CHECK(aws.send(DescribeDBClusters{}).value().db_clusters.empty());
    in = cluster();
    in.deletion_protection = true;
    create(in);
    CHECK(code(aws.send(
              DeleteDBCluster{.db_cluster_identifier = "shop", .skip_final_snapshot = true})) ==
          "InvalidParameterCombination");
    aws.send(ModifyDBCluster{.db_cluster_identifier = "shop", .deletion_protection = false})
        .value();
    CHECK(code(aws.send(DeleteDBCluster{.db_cluster_identifier = "shop"})) ==
          "InvalidParameterCombination");
    CHECK(describe("shop").ok());
  }

  TEST_CASE_FIXTURE(Clusters, "the master password lies in a secret, if RDS is to manage it") {
    CreateDBCluster in = cluster();
    in.master_user_password.reset();
    in.manage_master_user_password = true;
    in.enable_http_endpoint = true;
    const DbCluster made = create(in);
    const std::string secret = made.master_user_secret->secret_arn;
    const auto read = [&] { return aws.send(secretsmanager::GetSecretValue{.secret_id = secret}); };
    const std::string before = read().value().secret_string;
    CHECK(before.find("\"username\":\"admin\"") != std::string::npos);
    const auto select = [&] {
      return aws.send(rdsdata::ExecuteStatement{
          .resource_arn = made.db_cluster_arn, .secret_arn = secret, .sql = "SELECT 1"});
    };
    CHECK(select().ok());
    aws.send(ModifyDBCluster{.db_cluster_identifier = "shop", .rotate_master_user_password = true})
        .value();
    CHECK(read().value().secret_string != before);
    CHECK(select().ok());
    aws.send(ModifyDBCluster{.db_cluster_identifier = "shop",
                             .master_user_password = "password",
                             .manage_master_user_password = false})
        .value();
    CHECK(code(read()) == "ResourceNotFoundException");
    aws.send(ModifyDBCluster{.db_cluster_identifier = "shop", .manage_master_user_password = true})
        .value();
    const auto again = describe("shop").value().db_clusters.at(0).master_user_secret->secret_arn;
    aws.send(DeleteDBCluster{.db_cluster_identifier = "shop", .skip_final_snapshot = true}).value();
    CHECK(code(aws.send(secretsmanager::GetSecretValue{.secret_id = again})) ==
          "ResourceNotFoundException");
  }

  TEST_CASE_FIXTURE(Clusters, "a cluster keeps its databases under a new name") {
    CreateDBCluster in = cluster();
    in.database_name = "shop";
    in.enable_http_endpoint = true;
    create(in);
    const auto secret =
        aws
            .send(secretsmanager::CreateSecret{
                .name = "db", .secret_string = R"({"username":"admin","password":"password"})"})
            .value()
            .arn;
    const auto run = [&](const std::string& identifier, const std::string& sql) {
      return aws.send(rdsdata::ExecuteStatement{
          .resource_arn = describe(identifier).value().db_clusters.at(0).db_cluster_arn,
          .secret_arn = secret,
          .sql = sql});
    };
    run("shop", "CREATE TABLE t (a INT)").value();
    const auto renamed = aws.send(
        ModifyDBCluster{.db_cluster_identifier = "shop", .new_db_cluster_identifier = "Store"});
    CHECK(renamed.value().db_cluster->endpoint.starts_with("store.cluster-"));
    CHECK(code(describe("shop")) == "DBClusterNotFoundFault");
    CHECK(run("store", "SELECT * FROM t").ok());
  }

  TEST_CASE_FIXTURE(Clusters, "states follow each other") {
    create();
    CHECK(aws.send(RebootDBCluster{.db_cluster_identifier = "shop"}).ok());
    const auto stopped = aws.send(StopDBCluster{.db_cluster_identifier = "shop"});
    CHECK(stopped.value().db_cluster->status == "stopping");
    CHECK(describe("shop").value().db_clusters.at(0).status == "stopped");
    CHECK(code(aws.send(StopDBCluster{.db_cluster_identifier = "shop"})) ==
          "InvalidDBClusterStateFault");
    CHECK(aws.send(StartDBCluster{.db_cluster_identifier = "shop"}).value().db_cluster->status ==
          "starting");
    CHECK(describe("shop").value().db_clusters.at(0).status == "available");
    const std::string arn = describe("shop").value().db_clusters.at(0).db_cluster_arn;
    CHECK(aws.send(EnableHttpEndpoint{.resource_arn = arn}).value().http_endpoint_enabled == true);
    CHECK(describe("shop").value().db_clusters.at(0).http_endpoint_enabled == true);
    CHECK(aws.send(DisableHttpEndpoint{.resource_arn = arn}).value().http_endpoint_enabled ==
          false);
    CHECK(code(aws.send(EnableHttpEndpoint{.resource_arn = "arn:aws:rds:us-east-1:1:cluster:x"})) ==
          "ResourceNotFoundFault");
  }

  TEST_CASE_FIXTURE(Clusters, "what happens while a secret is made is not undone") {
    const DbCluster made = create(cluster());
    Result<ModifyDBClusterResult> late = Error{};
    cloud.spawn("modify", [&] {
      const auto slow = cloud.fail({.operation = "CreateSecret", .latency = 1s});
      late = aws.send(ModifyDBCluster{.db_cluster_identifier = "shop",
                                      .backup_retention_period = 7,
                                      .manage_master_user_password = true});
    });
    cloud.advance(500ms);
    aws.send(AddTagsToResource{.resource_name = made.db_cluster_arn,
                               .tags = {{.key = "team", .value = "bus"}}})
        .value();
    aws.send(EnableHttpEndpoint{.resource_arn = made.db_cluster_arn}).value();
    aws.send(StopDBCluster{.db_cluster_identifier = "shop"}).value();
    cloud.advance(1s);
    REQUIRE(late.ok());
    const DbCluster now = describe("shop").value().db_clusters.at(0);
    CHECK(now.backup_retention_period == 7);
    CHECK(now.master_user_secret.has_value());
    CHECK(now.tag_list.size() == 1);
    CHECK(now.http_endpoint_enabled == true);
    CHECK(now.status == "stopped");
  }

  TEST_CASE_FIXTURE(Clusters, "nor is a name taken over, and no secret is left behind") {
    create(cluster());
    Result<ModifyDBClusterResult> late = Error{};
    const auto modify = [&] {
      const auto slow = cloud.fail({.operation = "CreateSecret", .latency = 1s});
      late = aws.send(ModifyDBCluster{.db_cluster_identifier = "shop",
                                      .new_db_cluster_identifier = "store",
                                      .manage_master_user_password = true});
    };
    cloud.spawn("modify", modify);
    cloud.advance(500ms);
    create(cluster("store"));
    cloud.advance(1s);
    CHECK(code(late) == "DBClusterAlreadyExistsFault");
    CHECK_FALSE(describe("shop").value().db_clusters.at(0).master_user_secret.has_value());
    const auto remove = [&](const std::string& name) {
      aws.send(DeleteDBCluster{.db_cluster_identifier = name, .skip_final_snapshot = true}).value();
    };
    remove("store");
    cloud.spawn("modify", modify);
    cloud.advance(500ms);
    remove("shop");
    create(cluster());
    cloud.advance(1s);
    CHECK(code(late) == "DBClusterNotFoundFault");
    CHECK_FALSE(describe("shop").value().db_clusters.at(0).master_user_secret.has_value());
    CHECK(aws.send(secretsmanager::ListSecrets{}).value().secret_list.empty());
  }

  // Source: Service Authorization Reference, "Condition keys for Amazon RDS".
  TEST_CASE_FIXTURE(Clusters, "conditions look at the tags that a cluster has") {
    CreateDBCluster in = cluster();
    in.tags = {{.key = "team", .value = "bus"}};
    in.enable_http_endpoint = true;
    const DbCluster made = create(in);
    create(cluster("other"));
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    Aws ann = cloud.aws({.access_key_id = key.access_key_id});
    for (const char* condition : {"aws:ResourceTag/team", "rds:cluster-tag/team"}) {
      aws.send(iam::PutUserPolicy{
                   .user_name = "ann",
                   .policy_name = "tagged",
                   .policy_document =
                       std::string(R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                                   R"("Action":["rds:*","rds-data:*"],"Resource":"*",)"
                                   R"("Condition":{"StringEquals":{")") +
                       condition + R"(":"bus"}}}]})"})
          .value();
      CHECK(ann.send(RebootDBCluster{.db_cluster_identifier = "shop"}).ok());
      CHECK(code(ann.send(RebootDBCluster{.db_cluster_identifier = "other"})) == "AccessDenied");
      CHECK(message(ann.send(rdsdata::ExecuteStatement{.resource_arn = made.db_cluster_arn,
                                                       .secret_arn = made.db_cluster_arn,
                                                       .sql = "SELECT 1"}))
                .find("rds-data") == std::string::npos);
    }
  }

  TEST_CASE_FIXTURE(Clusters, "lists come in pages and by filters") {
    for (int i = 0; i < 21; ++i) create(cluster("c" + std::to_string(100 + i)));
    CHECK(code(aws.send(DescribeDBClusters{.max_records = 5})) == "InvalidParameterValue");
    const auto first = aws.send(DescribeDBClusters{.max_records = 20}).value();
    CHECK(first.db_clusters.size() == 20);
    const auto second =
        aws.send(DescribeDBClusters{.max_records = 20, .marker = first.marker}).value();
    CHECK(second.db_clusters.size() == 1);
    CHECK(second.marker.empty());
    const auto found = aws.send(
        DescribeDBClusters{.filters = {{.name = "db-cluster-id", .values = {"c101", "c102"}}}});
    CHECK(found.value().db_clusters.size() == 2);
    CHECK(code(aws.send(DescribeDBClusters{.filters = {{.name = "x", .values = {"y"}}}})) ==
          "InvalidParameterValue");
  }

  TEST_CASE_FIXTURE(Clusters, "there are no global clusters") {
    CHECK(aws.send(DescribeGlobalClusters{}).value().global_clusters.empty());
    CHECK(code(aws.send(DescribeGlobalClusters{.global_cluster_identifier = "x"})) ==
          "GlobalClusterNotFoundFault");
  }

  TEST_CASE_FIXTURE(Clusters, "IAM is asked for the cluster, and for the secret") {
    CreateDBCluster in = cluster();
    in.master_user_password.reset();
    in.manage_master_user_password = true;
    in.enable_http_endpoint = true;
    const DbCluster made = create(in);
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    Aws ann = cloud.aws({.access_key_id = key.access_key_id});
    const auto allow = [&](const std::string& action, const std::string& resource) {
      aws.send(iam::PutUserPolicy{
                   .user_name = "ann",
                   .policy_name = action.substr(0, action.find(':')),
                   .policy_document = R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow",)"
                                      R"("Action":")" +
                                      action + R"(","Resource":")" + resource + R"("}]})"})
          .value();
    };
    const auto select = [&] {
      return ann.send(rdsdata::ExecuteStatement{.resource_arn = made.db_cluster_arn,
                                                .secret_arn = made.master_user_secret->secret_arn,
                                                .sql = "SELECT 1"});
    };
    CHECK(message(select()).find("rds-data:ExecuteStatement on resource: " + made.db_cluster_arn) !=
          std::string::npos);
    allow("rds-data:*", made.db_cluster_arn);
    CHECK(message(select()).find("secretsmanager:GetSecretValue") != std::string::npos);
    CHECK(code(select()) == "AccessDeniedException");
    allow("secretsmanager:GetSecretValue", made.master_user_secret->secret_arn);
    CHECK(select().ok());
    CHECK(code(ann.send(StopDBCluster{.db_cluster_identifier = "shop"})) == "AccessDenied");
    allow("rds:StopDBCluster", "arn:aws:rds:*:*:cluster:sh*");
    CHECK(ann.send(StopDBCluster{.db_cluster_identifier = "shop"}).ok());
  }
}

}  // namespace emu::test
