// Source: Amazon DynamoDB API Reference, "BatchExecuteStatement"; Developer Guide, "Running batch
// operations with PartiQL for DynamoDB".
#include <emu/iam.h>

#include "dynamodb/partiql_fixture.h"

namespace emu::test {

TEST_SUITE("dynamodb: BatchExecuteStatement") {
  TEST_CASE_FIXTURE(PartiqlFixture, "each statement succeeds or fails by itself") {
    put({{"id", S("a")}, {"n", N(1)}});
    const auto batch =
        aws.send(BatchExecuteStatement{
                     .statements = {{.statement = "INSERT INTO stats VALUE {'id': 'b'}"},
                                    {.statement = "INSERT INTO stats VALUE {'id': 'a'}"},
                                    {.statement = "UPDATE stats SET n = 2 WHERE id = 'a' AND n = 7",
                                     .return_values_on_condition_check_failure = "ALL_OLD"},
                                    {.statement = "INSERT INTO"},
                                    {.statement = "DELETE FROM gone WHERE id = 'a'"}},
                     .return_consumed_capacity = "TOTAL"})
            .value();
    REQUIRE(batch.responses.size() == 5);
    CHECK_FALSE(batch.responses[0].error.has_value());
    CHECK(batch.responses[0].table_name == "stats");
    CHECK(batch.responses[1].error.value().code == "DuplicateItem");
    CHECK(batch.responses[1].error.value().message == "Duplicate primary key exists in table");
    CHECK(batch.responses[2].error.value().code == "ConditionalCheckFailed");
    CHECK(batch.responses[2].error.value().item == Item{{"id", S("a")}, {"n", N(1)}});
    CHECK(batch.responses[3].error.value().code == "ValidationError");
    CHECK(batch.responses[4].error.value().code == "ResourceNotFound");
    CHECK(batch.consumed_capacity.at(0).capacity_units == 1);
    CHECK(get("b") == Item{{"id", S("b")}});
  }

  TEST_CASE_FIXTURE(PartiqlFixture, "reads are of one item each") {
    put({{"id", S("a")}, {"n", N(1)}});
    const auto batch =
        aws.send(BatchExecuteStatement{
                     .statements = {{.statement = "SELECT n FROM stats WHERE id = 'a'"},
                                    {.statement = "SELECT * FROM stats WHERE id = 'none'"},
                                    {.statement = "SELECT * FROM stats WHERE id = 'a' AND n = 2"},
                                    {.statement = "SELECT * FROM stats WHERE n = 1"}}})
            .value();
    CHECK(batch.responses.at(0).item == Item{{"n", N(1)}});
    CHECK_FALSE(batch.responses.at(1).item.has_value());
    CHECK_FALSE(batch.responses.at(2).item.has_value());
    CHECK(batch.responses.at(3).error.value().code == "ValidationError");
    CHECK(code(aws.send(BatchExecuteStatement{
              .statements = {{.statement = "SELECT n FROM stats WHERE id = 'a'"},
                             {.statement = "DELETE FROM stats WHERE id = 'a'"}}})) ==
          "ValidationException");
    CHECK_FALSE(get("a").empty());
  }

  // "IAM security policies with PartiQL for DynamoDB"
  TEST_CASE_FIXTURE(PartiqlFixture, "each statement needs its permission") {
    aws.send(iam::CreateUser{.user_name = "ann"}).value();
    aws.send(iam::PutUserPolicy{.user_name = "ann", .policy_name = "own", .policy_document = R"({
        "Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:PartiQLInsert",
        "Resource":"arn:aws:dynamodb:*:*:table/stats",
        "Condition":{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["ann-*"]}}}})"})
        .value();
    const auto key = aws.send(iam::CreateAccessKey{.user_name = "ann"}).value().access_key;
    Aws ann = cloud.aws({.access_key_id = key.access_key_id});
    const auto batch =
        ann.send(BatchExecuteStatement{
                     .statements = {{.statement = "INSERT INTO stats VALUE {'id': 'ann-1'}"},
                                    {.statement = "INSERT INTO stats VALUE {'id': 'bob-1'}"},
                                    {.statement = "DELETE FROM stats WHERE id = 'ann-1'"}}})
            .value();
    CHECK_FALSE(batch.responses.at(0).error.has_value());
    CHECK(batch.responses.at(1).error.value().code == "AccessDenied");
    CHECK(batch.responses.at(2).error.value().code == "AccessDenied");
    CHECK(code(ann.send(ExecuteStatement{.statement = "DELETE FROM stats WHERE id = 'ann-1'"})) ==
          "AccessDeniedException");
    CHECK(code(ann.send(ExecuteTransaction{
              .transact_statements = {{.statement = "INSERT INTO stats VALUE {'id': 'ann-2'}"},
                                      {.statement = "INSERT INTO stats VALUE {'id': 'bob'}"}}})) ==
          "AccessDeniedException");
    CHECK(get("ann-2").empty());
    CHECK(ann.send(ExecuteStatement{.statement = "INSERT INTO stats VALUE {'id': 'ann-3'}"}).ok());
  }
}

}  // namespace emu::test
