// SELECT by ExecuteStatement. Source: Amazon DynamoDB Developer Guide, "PartiQL select statements
// for DynamoDB"; API Reference, "ExecuteStatement".
#include <fmt/format.h>

#include <string>
#include <vector>

#include "core/text/base64.h"
#include "dynamodb/partiql_fixture.h"

namespace emu::test {

namespace {

struct SelectFixture : PartiqlFixture {
  SelectFixture() {
    for (const std::string bus : {"a", "b", "c"}) {
      for (int departure = 1; departure <= 4; ++departure) {
        aws.send(PutItem{.table_name = "trips",
                         .item = {{"bus", S(bus)},
                                  {"departure", N(departure)},
                                  {"seats", N(departure * 10)},
                                  {"m", M{{"k", L{S("x"), S("y")}}}}}})
            .value();
      }
    }
  }

  // "a1 a2": bus and departure of what is answered, in order.
  std::string trips(const std::string& statement, std::vector<AttributeValue> parameters = {}) {
    return names(run(statement, std::move(parameters)).value().items);
  }
  // How many items are looked at, each of which has the bytes of a unit.
  double scanned(const std::string& statement) {
    for (const std::string bus : {"a", "b", "c"}) {
      for (int departure = 1; departure <= 4; ++departure) {
        aws.send(UpdateItem{.table_name = "trips",
                            .key = {{"bus", S(bus)}, {"departure", N(departure)}},
                            .update_expression = "SET filling = :f",
                            .expression_attribute_values = {{":f", S(std::string(4000, 'x'))}}})
            .value();
      }
    }
    return aws
        .send(ExecuteStatement{
            .statement = statement, .consistent_read = true, .return_consumed_capacity = "TOTAL"})
        .value()
        .consumed_capacity.value()
        .capacity_units.value();
  }
  static std::string names(const std::vector<Item>& items) {
    std::string text;
    for (const Item& item : items) {
      if (!text.empty()) text += ' ';
      text += item.at("bus").s() + item.at("departure").n();
    }
    return text;
  }
};

}  // namespace

TEST_SUITE("dynamodb: SELECT") {
  TEST_CASE_FIXTURE(SelectFixture,
                    "a hash key leads to its items, in order, and others are filters") {
    CHECK(trips("SELECT * FROM trips WHERE bus = 'a'") == "a1 a2 a3 a4");
    CHECK(trips("SELECT * FROM trips WHERE bus = ? AND departure BETWEEN 2 AND 3", {S("b")}) ==
          "b2 b3");
    CHECK(trips("SELECT * FROM trips WHERE 2 < departure AND bus = 'a'") == "a3 a4");
    CHECK(trips("SELECT * FROM trips WHERE bus = 'a' AND seats >= 30 AND departure <> 4") == "a3");
    CHECK(trips("SELECT * FROM trips WHERE bus = 'a' AND (departure = 1 OR departure = 4)") ==
          "a1 a4");
    CHECK(trips("SELECT * FROM \"trips\" WHERE bus = 'none'").empty());
  }

  TEST_CASE_FIXTURE(SelectFixture, "several hash keys are read one after another") {
    CHECK(trips("SELECT * FROM trips WHERE bus IN ['c', 'a', 'c'] AND departure > 3") == "c4 a4");
    CHECK(trips("SELECT * FROM trips WHERE bus IN ['c', 'a'] AND departure > 2 ORDER BY bus ASC, "
                "departure DESC") == "a4 a3 c4 c3");
    CHECK(
        trips("SELECT * FROM trips WHERE bus IN ['c', 'a'] AND departure = 1 ORDER BY bus DESC") ==
        "c1 a1");
  }

  TEST_CASE_FIXTURE(SelectFixture, "OR of hash keys is a list of them") {
    CHECK(scanned("SELECT * FROM trips WHERE bus = 'c' OR 'a' = bus") == 8);
    CHECK(trips("SELECT * FROM trips WHERE (bus = 'c' OR (bus = 'a' OR bus IN ['b'])) AND "
                "departure = 1") == "c1 a1 b1");
    CHECK(scanned("SELECT * FROM trips WHERE bus = 'c' OR departure = 1") == 12);
    CHECK(scanned("SELECT * FROM trips WHERE bus = 'c' OR bus > 'a'") == 12);
  }

  // "PartiQL arithmetic, comparison, and logical operators for DynamoDB": IN takes up to 50 hash
  // keys, and up to 100 other values.
  TEST_CASE_FIXTURE(SelectFixture, "a list has at most 50 hash keys") {
    const auto list = [](int count) {
      std::string values = "'0'";
      for (int i = 1; i < count; ++i) values += fmt::format(", '{}'", i);
      return values;
    };
    CHECK(run("SELECT * FROM trips WHERE bus IN [" + list(50) + "]").ok());
    CHECK(message(run("SELECT * FROM trips WHERE bus IN [" + list(51) + "]")) ==
          "A SELECT can name at most 50 values of a partition key");
    CHECK(run("SELECT * FROM trips WHERE note IN [" + list(100) + "]").ok());
  }

  TEST_CASE_FIXTURE(SelectFixture, "without a hash key all items are looked at") {
    CHECK(run("SELECT * FROM trips").value().items.size() == 12);
    CHECK(run("SELECT * FROM trips WHERE seats = 20").value().items.size() == 3);
    CHECK(run("SELECT * FROM trips WHERE bus = 'a' OR departure = 1").value().items.size() == 6);
  }

  TEST_CASE_FIXTURE(SelectFixture, "attributes are answered under the last names of their paths") {
    CHECK(run("SELECT seats, m.k, m.k[1], none FROM trips WHERE bus = 'a' AND departure = 1")
              .value()
              .items ==
          std::vector<Item>{{{"seats", N(10)}, {"k", L{S("x"), S("y")}}, {"k[1]", S("y")}}});
  }

  TEST_CASE_FIXTURE(SelectFixture, "an order is one of keys, where a hash key is given") {
    CHECK(trips("SELECT * FROM trips WHERE bus = 'a' ORDER BY departure DESC") == "a4 a3 a2 a1");
    CHECK(message(run("SELECT * FROM trips ORDER BY departure")) ==
          "Must have WHERE clause in the statement when using ORDER BY clause.");
    CHECK(message(run("SELECT * FROM trips WHERE seats = 1 ORDER BY departure")) ==
          "Must have at least one non-optional hash key condition in WHERE clause when using ORDER "
          "BY clause.");
    CHECK(message(run("SELECT * FROM trips WHERE bus = 'a' ORDER BY seats")) ==
          "Variable reference seats in ORDER BY clause must be part of the primary key");
  }

  TEST_CASE_FIXTURE(SelectFixture, "pages go on where the one before has ended") {
    for (const std::string& statement :
         {std::string("SELECT * FROM trips"),
          std::string("SELECT * FROM trips WHERE bus IN ['b', 'a', 'c']"),
          std::string(
              "SELECT * FROM trips WHERE bus IN ['b', 'a', 'c'] ORDER BY departure DESC")}) {
      const std::string all = trips(statement);
      std::string paged;
      ExecuteStatement in{.statement = statement, .limit = 5};
      int pages = 0;
      do {
        const auto page = aws.send(in).value();
        REQUIRE(page.items.size() <= 5);
        paged += (paged.empty() ? "" : " ") + names(page.items);
        in.next_token = page.next_token;
        CHECK(page.next_token.has_value() == !page.last_evaluated_key.empty());
        ++pages;
      } while (in.next_token && pages < 10);
      CHECK(pages == 3);
      CHECK(paged == all);
    }
  }

  TEST_CASE_FIXTURE(SelectFixture, "a token is good for its statement only") {
    const auto page =
        aws.send(ExecuteStatement{.statement = "SELECT * FROM trips", .limit = 1}).value();
    CHECK(code(aws.send(ExecuteStatement{.statement = "SELECT bus FROM trips",
                                         .next_token = page.next_token})) == "ValidationException");
    CHECK(code(aws.send(ExecuteStatement{.statement = "SELECT * FROM trips", .next_token = "x"})) ==
          "ValidationException");
  }

  TEST_CASE_FIXTURE(SelectFixture, "a token leads to nothing that the condition leaves out") {
    // A token says in Base64 where its page has ended.
    const std::string statement = "SELECT * FROM trips WHERE bus = 'a' AND departure >= 3";
    const auto page = aws.send(ExecuteStatement{.statement = statement, .limit = 1}).value();
    std::string token = *base64_decode(*page.next_token);
    const std::size_t at = token.find(R"({"N":"3"})");
    REQUIRE(at != std::string::npos);
    token.replace(at, 9, R"({"N":"1"})");
    CHECK(message(aws.send(
              ExecuteStatement{.statement = statement, .next_token = base64_encode(token)})) ==
          "The NextToken is not of this statement");
  }

  TEST_CASE_FIXTURE(SelectFixture, "reading costs what a query or a scan costs") {
    const auto units = [&](const std::string& statement, bool consistent) {
      return aws
          .send(ExecuteStatement{.statement = statement,
                                 .consistent_read = consistent,
                                 .return_consumed_capacity = "TOTAL"})
          .value()
          .consumed_capacity.value()
          .capacity_units.value();
    };
    CHECK(units("SELECT * FROM trips WHERE bus = 'a'", true) == 1);
    CHECK(units("SELECT seats FROM trips", false) == 0.5);
  }
}

}  // namespace emu::test
