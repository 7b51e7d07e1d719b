// SELECT from an index. Sources: Amazon DynamoDB Developer Guide, "PartiQL select statements for
// DynamoDB"; API Reference, "Query"; texts as clients report.
#include "dynamodb/fixture.h"
#include "dynamodb/index_fixture.h"

namespace emu::test {

namespace {

struct IndexSelects : IndexFixture {
  IndexSelects() {
    aws.send(scores()).value();
    put({{"user", S("ann")}, {"game", S("go")}, {"score", N(10)}, {"note", S("n")}, {"x", S("y")}});
    put({{"user", S("bob")}, {"game", S("go")}, {"score", N(5)}, {"x", S("z")}});
    put({{"user", S("bob")}, {"game", S("chess")}, {"score", N(7)}});
  }
  Result<ExecuteStatementResult> run(const std::string& statement) {
    return aws.send(
        ExecuteStatement{.statement = statement, .return_consumed_capacity = "INDEXES"});
  }
  std::vector<Item> items(const std::string& statement) { return run(statement).value().items; }
};

constexpr const char* kInvalid = "One or more parameter values were invalid: ";

}  // namespace

TEST_SUITE("dynamodb: SELECT from an index") {
  TEST_CASE_FIXTURE(IndexSelects, "the index's hash key leads to its items, in its order") {
    CHECK(items("SELECT user FROM \"scores\".\"by-game\" WHERE game = 'go'") ==
          std::vector<Item>{{{"user", S("bob")}}, {{"user", S("ann")}}});
    CHECK(items("SELECT * FROM \"scores\".\"by-game\" WHERE game = 'chess' AND score > 1") ==
          std::vector<Item>{{{"user", S("bob")}, {"game", S("chess")}, {"score", N(7)}}});
  }

  TEST_CASE_FIXTURE(IndexSelects, "a filter may not speak of what the index does not have") {
    CHECK(message(run("SELECT * FROM \"scores\".\"by-game\" WHERE game = 'go' AND x = 'y'")) ==
          std::string(kInvalid) +
              "Secondary index by-game does not project one or more filter attributes: [x]");
    CHECK(message(run("SELECT * FROM \"scores\".\"by-game\" WHERE x = 'y'")) ==
          std::string(kInvalid) +
              "Secondary index by-game does not project one or more filter attributes: [x]");
    CHECK(message(run("SELECT * FROM \"scores\".\"by-score\" WHERE user = 'ann' AND x = 'y'")) ==
          std::string(kInvalid) +
              "Secondary index by-score does not project one or more filter attributes: [x]");
    CHECK(run("SELECT * FROM \"scores\".\"by-score\" WHERE user = 'ann' AND note = 'n'").ok());
  }

  TEST_CASE_FIXTURE(IndexSelects, "a global index gives what it projects, and nothing else") {
    CHECK(message(run("SELECT user, x.y, note FROM \"scores\".\"by-game\" WHERE game = 'go'")) ==
          std::string(kInvalid) + "Global secondary index by-game does not project [note, x]");
    CHECK(message(run("SELECT note FROM \"scores\".\"by-game\"")) ==
          std::string(kInvalid) + "Global secondary index by-game does not project [note]");
  }

  TEST_CASE_FIXTURE(IndexSelects, "a local index fetches what it does not project, at its price") {
    const auto units_of_table = [&](const std::string& selected) {
      return run("SELECT " + selected + " FROM \"scores\".\"by-score\" WHERE user = 'ann'")
          .value()
          .consumed_capacity->table->capacity_units;
    };
    CHECK(items("SELECT x FROM \"scores\".\"by-score\" WHERE user = 'ann'") ==
          std::vector<Item>{{{"x", S("y")}}});
    CHECK(units_of_table("x") == 0.5);
    CHECK(units_of_table("note, score") == 0);
    CHECK(units_of_table("*") == 0);
  }
}

}  // namespace emu::test
