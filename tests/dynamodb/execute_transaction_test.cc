// Source: Amazon DynamoDB API Reference, "ExecuteTransaction"; Developer Guide, "Performing
// transactions with PartiQL for DynamoDB" and "Using the EXISTS function with PartiQL for
// DynamoDB".
#include "dynamodb/partiql_fixture.h"

namespace emu::test {

namespace {

struct StatementsFixture : PartiqlFixture {
  auto transact(std::vector<ParameterizedStatement> statements) {
    return aws.send(ExecuteTransaction{.transact_statements = std::move(statements)});
  }
};

}  // namespace

TEST_SUITE("dynamodb: ExecuteTransaction") {
  TEST_CASE_FIXTURE(StatementsFixture, "statements write all or nothing") {
    put({{"id", S("a")}, {"n", N(1)}});
    const auto cancelled =
        transact({{.statement = "UPDATE stats SET n = n - 1 WHERE id = 'a' AND n >= 1"},
                  {.statement = "INSERT INTO stats VALUE {'id': ?}", .parameters = {S("b")}},
                  {.statement = "EXISTS(SELECT * FROM trips WHERE bus = 'x' AND departure = 1)"}});
    CHECK(message(cancelled) ==
          "Transaction cancelled, please refer cancellation reasons for specific reasons [None, "
          "None, ConditionalCheckFailed]");
    CHECK(get("a").at("n").integer() == 1);
    CHECK(get("b").empty());
    transact({{.statement = "UPDATE stats SET n = n - 1 WHERE id = 'a' AND n >= 1"},
              {.statement = "INSERT INTO stats VALUE {'id': ?}", .parameters = {S("b")}}})
        .value();
    CHECK(get("a").at("n").integer() == 0);
    const auto refused =
        transact({{.statement = "EXISTS(SELECT * FROM stats WHERE id = 'a' AND x IS MISSING)"},
                  {.statement = "UPDATE stats SET n = n - 1 WHERE id = 'none'"},
                  {.statement = "INSERT INTO stats VALUE {'id': 'b'}"}});
    CHECK(message(refused) ==
          "Transaction cancelled, please refer cancellation reasons for specific reasons [None, "
          "ConditionalCheckFailed, DuplicateItem]");
    CHECK(cancellation_reasons(refused.error()).at(2).message ==
          "Duplicate primary key exists in table");
  }

  TEST_CASE_FIXTURE(StatementsFixture, "statements read at one moment") {
    put({{"id", S("a")}, {"n", N(1)}});
    const auto read =
        aws.send(ExecuteTransaction{
                     .transact_statements = {{.statement = "SELECT n FROM stats WHERE id = 'a'"},
                                             {.statement = "SELECT * FROM stats WHERE id = 'b'"}},
                     .return_consumed_capacity = "TOTAL"})
            .value();
    REQUIRE(read.responses.size() == 2);
    CHECK(read.responses[0].item == Item{{"n", N(1)}});
    CHECK_FALSE(read.responses[1].item.has_value());
    CHECK(read.consumed_capacity.at(0).read_capacity_units == 4);
  }

  TEST_CASE_FIXTURE(StatementsFixture, "reading and writing do not mix, and items do not repeat") {
    CHECK(code(transact({{.statement = "SELECT * FROM stats WHERE id = 'a'"},
                         {.statement = "DELETE FROM stats WHERE id = 'b'"}})) ==
          "ValidationException");
    CHECK(code(transact({{.statement = "SELECT * FROM stats"}})) == "ValidationException");
    CHECK(message(transact({{.statement = "DELETE FROM stats WHERE id = 'b'"},
                            {.statement = "INSERT INTO stats VALUE {'id': 'b'}"}})) ==
          "Transaction request cannot include multiple operations on one item");
  }

  TEST_CASE_FIXTURE(StatementsFixture, "a token makes it happen once") {
    const ExecuteTransaction in{
        .transact_statements = {{.statement = "INSERT INTO stats VALUE {'id': 'a'}"}},
        .client_request_token = "token"};
    aws.send(in).value();
    CHECK(aws.send(in).ok());
    cloud.advance(10min);
    CHECK(code(aws.send(in)) == "TransactionCanceledException");
  }
}

}  // namespace emu::test
