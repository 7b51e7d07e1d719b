// Global tables of version 2017.11.29, which are kept. Sources: Amazon DynamoDB API Reference,
// "CreateGlobalTable", "UpdateGlobalTable", "ListGlobalTables"; AWS CLI Command Reference,
// "create-global-table" and "describe-global-table"; what is not found: as clients report.
#include <emu/iam.h>

#include "dynamodb/global_tables_fixture.h"

namespace emu::test {

namespace {

std::vector<std::string> regions(const std::vector<ReplicaDescription>& group) {
  std::vector<std::string> regions;
  for (const ReplicaDescription& replica : group) regions.push_back(replica.region_name);
  return regions;
}

ReplicaUpdate add(std::string region) { return {.create = CreateReplicaAction{std::move(region)}}; }

ReplicaUpdate remove(std::string region) {
  return {.delete_replica = DeleteReplicaAction{std::move(region)}};
}

struct KeptFixture : GlobalTablesFixture {
  Result<UpdateGlobalTableResult> update(std::vector<ReplicaUpdate> updates) {
    return aws.send(
        UpdateGlobalTable{.global_table_name = "stats", .replica_updates = std::move(updates)});
  }
  std::vector<std::string> listed(ListGlobalTables in = {}) {
    std::vector<std::string> names;
    for (const GlobalTable& global : aws.send(in).value().global_tables) {
      names.push_back(global.global_table_name);
    }
    return names;
  }
};

}  // namespace

TEST_SUITE("dynamodb: global tables of version 2017.11.29") {
  TEST_CASE_FIXTURE(KeptFixture, "a global table is made of tables, and every region sees it") {
    make("stats", aws);
    make("stats", europe);
    const auto made = aws.send(create({"us-east-1", "eu-west-1"})).value().global_table_description;
    CHECK(made.global_table_status == "CREATING");
    const auto described = europe.send(DescribeGlobalTable{.global_table_name = "stats"})
                               .value()
                               .global_table_description;
    CHECK(described.global_table_name == "stats");
    CHECK(described.global_table_arn == "arn:aws:dynamodb::000000000000:global-table/stats");
    CHECK(described.global_table_status == "ACTIVE");
    CHECK(described.creation_date_time == cloud.now());
    CHECK(regions(described.replication_group) ==
          std::vector<std::string>{"us-east-1", "eu-west-1"});
    CHECK(code(europe.send(create({"eu-west-1"}))) == "GlobalTableAlreadyExistsException");

    cloud.reset("000000000000");
    CHECK(code(aws.send(DescribeGlobalTable{.global_table_name = "stats"})) ==
          "GlobalTableNotFoundException");
  }

  TEST_CASE_FIXTURE(KeptFixture, "a reset of another account leaves it") {
    make("stats", aws);
    aws.send(create({"us-east-1"})).value();
    cloud.reset("111111111111");
    CHECK(aws.send(DescribeGlobalTable{.global_table_name = "stats"}).ok());
    Aws other = cloud.aws({.account = "111111111111"});
    CHECK(code(other.send(DescribeGlobalTable{.global_table_name = "stats"})) ==
          "GlobalTableNotFoundException");
  }

  TEST_CASE_FIXTURE(KeptFixture, "every replica needs its table") {
    make("stats", aws);
    const auto refused = aws.send(create({"us-east-1", "eu-west-1"}));
    CHECK(code(refused) == "TableNotFoundException");
    CHECK(message(refused) == "Table not found: Table: 'stats' not found in region: 'eu-west-1'.");
    CHECK(code(aws.send(create({}))) == "ValidationException");
    CHECK(code(aws.send(create({"us-east-1", "us-east-1"}))) == "ValidationException");
    CHECK(code(aws.send(
              CreateGlobalTable{.global_table_name = "stats", .replication_group = {Replica{}}})) ==
          "ValidationException");
    CHECK(listed().empty());
  }

  TEST_CASE_FIXTURE(KeptFixture, "a replica is empty, and its stream has both images") {
    CreateTable in = table("stats");
    in.stream_specification->stream_view_type = "NEW_IMAGE";
    aws.send(in).value();
    CHECK(code(aws.send(create({"us-east-1"}))) == "ValidationException");
    in.stream_specification.reset();
    europe.send(in).value();
    CHECK(code(aws.send(create({"eu-west-1"}))) == "ValidationException");
    make("full", aws);
    aws.send(PutItem{.table_name = "full", .item = {{"id", "a"}}}).value();
    CHECK(code(aws.send(CreateGlobalTable{.global_table_name = "full",
                                          .replication_group = {{"us-east-1"}}})) ==
          "ValidationException");
    CHECK(listed().empty());
  }

  TEST_CASE_FIXTURE(KeptFixture, "replicas have the same keys and indexes") {
    make("stats", aws);
    CreateTable in = table("stats");
    SUBCASE("a key of another type") { in.attribute_definitions = {{"id", "N"}}; }
    SUBCASE("a range key") {
      in.attribute_definitions.push_back({"at", "N"});
      in.key_schema.push_back({"at", "RANGE"});
    }
    SUBCASE("an index") {
      in.global_secondary_indexes = {{.index_name = "by-id",
                                      .key_schema = {{"id", "HASH"}},
                                      .projection = {.projection_type = "ALL"}}};
    }
    europe.send(in).value();
    CHECK(code(aws.send(create({"us-east-1", "eu-west-1"}))) == "ValidationException");
  }

  TEST_CASE_FIXTURE(KeptFixture, "replicas are added and removed, all of a request or none") {
    make("stats", aws);
    make("stats", europe);
    CHECK(code(update({add("eu-west-1")})) == "GlobalTableNotFoundException");
    aws.send(create({"us-east-1"})).value();
    aws.send(PutItem{.table_name = "stats", .item = {{"id", "a"}}}).value();
    CHECK(code(update({add("us-east-1")})) == "ReplicaAlreadyExistsException");
    CHECK(code(update({add("eu-west-1"), remove("us-west-2")})) == "ReplicaNotFoundException");
    CHECK(code(update({add("us-west-2")})) == "TableNotFoundException");
    CHECK(code(update({ReplicaUpdate{}})) == "ValidationException");
    const auto described = [&] {
      return regions(aws.send(DescribeGlobalTable{.global_table_name = "stats"})
                         .value()
                         .global_table_description.replication_group);
    };
    CHECK(described() == std::vector<std::string>{"us-east-1"});
    update({add("eu-west-1"), remove("us-east-1")}).value();
    CHECK(described() == std::vector<std::string>{"eu-west-1"});
  }

  TEST_CASE_FIXTURE(KeptFixture, "a global table is gone with its last replica") {
    make("stats", aws);
    aws.send(create({"us-east-1"})).value();
    CHECK(update({remove("us-east-1")}).value().global_table_description.global_table_status ==
          "DELETING");
    CHECK(code(aws.send(DescribeGlobalTable{.global_table_name = "stats"})) ==
          "GlobalTableNotFoundException");
    CHECK(listed().empty());
    CHECK(aws.send(DescribeTable{.table_name = "stats"}).ok());
    CHECK(aws.send(create({"us-east-1"})).ok());
  }

  TEST_CASE_FIXTURE(KeptFixture, "global tables are listed in pages, and by region") {
    for (const std::string name : {"cars", "bikes", "trams"}) {
      make(name, aws);
      make(name, europe);
      CreateGlobalTable in{.global_table_name = name, .replication_group = {{"us-east-1"}}};
      if (name != "cars") in.replication_group.push_back({"eu-west-1"});
      aws.send(in).value();
    }
    CHECK(listed() == std::vector<std::string>{"bikes", "cars", "trams"});
    CHECK(listed({.region_name = "eu-west-1"}) == std::vector<std::string>{"bikes", "trams"});
    const auto first = aws.send(ListGlobalTables{.limit = 1, .region_name = "eu-west-1"}).value();
    CHECK(first.last_evaluated_global_table_name == "bikes");
    REQUIRE(first.global_tables.size() == 1);
    CHECK(first.global_tables[0].replication_group.size() == 2);
    CHECK(listed({.exclusive_start_global_table_name = "bikes"}) ==
          std::vector<std::string>{"cars", "trams"});
    CHECK(aws.send(ListGlobalTables{.limit = 3}).value().last_evaluated_global_table_name.empty());
  }

  TEST_CASE("it takes the time that tables take") {
    GlobalTablesFixture slow({.dynamodb = {.table_step = 500ms}});
    slow.make("stats", slow.aws);
    slow.cloud.advance(500ms);
    slow.aws.send(slow.create({"us-east-1"})).value();
    const auto status = [&] {
      const auto described = slow.aws.send(DescribeGlobalTable{.global_table_name = "stats"});
      return described ? described.value().global_table_description.global_table_status
                       : described.error().code;
    };
    CHECK(status() == "CREATING");
    slow.cloud.advance(500ms);
    CHECK(status() == "ACTIVE");
    slow.aws
        .send(UpdateGlobalTable{.global_table_name = "stats",
                                .replica_updates = {remove("us-east-1")}})
        .value();
    CHECK(status() == "DELETING");
    slow.cloud.advance(500ms);
    CHECK(status() == "GlobalTableNotFoundException");
  }

  // Service Authorization Reference, "Actions, resources, and condition keys for Amazon DynamoDB".
  TEST_CASE_FIXTURE(KeptFixture, "the global table and its tables need a permission") {
    make("stats", aws);
    make("stats", europe);
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    const auto allow = [&](const std::string& resources) {
      aws.send(iam::PutUserPolicy{
                   .user_name = "ann",
                   .policy_name = "own",
                   .policy_document = R"({"Version":"2012-10-17","Statement":{"Effect":"Allow",)"
                                      R"("Action":"dynamodb:*","Resource":[)" +
                                      resources + "]}}"})
          .value();
    };
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    Aws ann = cloud.aws({.access_key_id = key.access_key_id});
    const std::string global = R"("arn:aws:dynamodb::000000000000:global-table/stats")";
    const std::string here = R"(,"arn:aws:dynamodb:us-east-1:000000000000:table/stats")";
    const std::string there = R"(,"arn:aws:dynamodb:eu-west-1:000000000000:table/stats")";
    const CreateGlobalTable both = create({"us-east-1", "eu-west-1"});
    allow(global);
    CHECK(code(ann.send(both)) == "AccessDeniedException");
    allow(global + here);
    CHECK(code(ann.send(both)) == "AccessDeniedException");
    CHECK(ann.send(create({"us-east-1"})).ok());
    const UpdateGlobalTable more{.global_table_name = "stats",
                                 .replica_updates = {add("eu-west-1")}};
    CHECK(code(ann.send(more)) == "AccessDeniedException");
    const UpdateGlobalTableSettings set{.global_table_name = "stats",
                                        .replica_settings_update = {{.region_name = "eu-west-1"}}};
    CHECK(code(ann.send(set)) == "AccessDeniedException");
    allow(global + there);
    CHECK(ann.send(more).ok());
    CHECK(ann.send(set).ok());
    CHECK(ann.send(DescribeGlobalTable{.global_table_name = "stats"}).ok());
    CHECK(code(ann.send(UpdateGlobalTable{.global_table_name = "stats",
                                          .replica_updates = {remove("us-east-1")}})) ==
          "AccessDeniedException");
    allow(there.substr(1));
    CHECK(code(ann.send(DescribeGlobalTable{.global_table_name = "stats"})) ==
          "AccessDeniedException");
    CHECK(code(ann.send(DescribeGlobalTableSettings{.global_table_name = "stats"})) ==
          "AccessDeniedException");
  }
}

}  // namespace emu::test
