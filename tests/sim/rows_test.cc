// Expectations of the rows that a query of a database gives. See docs/scenarios.md, expect.
#include <doctest/doctest.h>
#include <emu/rds.h>
#include <emu/rdsdata.h>
#include <emu/sim.h>

#include <map>
#include <string>
#include <vector>

namespace emu::sim {
namespace {

using Shelf = std::map<std::string, std::string>;

// A database with two books, of which there are so many, and one of which nobody knows how many.
Application library() {
  return {
      .name = "library", .deploy = [](Cloud& cloud, const Shelf&) -> Outputs {
        Aws aws = cloud.aws();
        const auto cluster = aws.send(rds::CreateDBCluster{.database_name = "library",
                                                           .db_cluster_identifier = "library",
                                                           .engine = "aurora-mysql",
                                                           .master_username = "admin",
                                                           .enable_http_endpoint = true,
                                                           .manage_master_user_password = true})
                                 .value()
                                 .db_cluster.value();
        for (const char* sql :
             {"CREATE TABLE books (title VARCHAR(20), there INT, lent INT, debt INT)",
              "INSERT INTO books VALUES ('Faust', 3, 3, -5), ('Emma', 7, 7, -6)",
              "CREATE TABLE lost (title VARCHAR(20), there INT)",
              "INSERT INTO lost VALUES ('Nana', NULL)"}) {
          aws.send(rdsdata::ExecuteStatement{.resource_arn = cluster.db_cluster_arn,
                                             .secret_arn = cluster.master_user_secret->secret_arn,
                                             .sql = sql,
                                             .database = "library"})
              .value();
        }
        return {{"cluster", cluster.db_cluster_arn}, {"title", "Emma"}};
      }};
}

std::vector<Verdict> verdicts_of_rows(const std::string& expect) {
  const Scenario scenario =
      parse_scenario("name: Library\ndeploy: {application: library}\nexpect:\n  - " + expect,
                     "library.yaml")
          .value();
  return run(scenario, {.applications = {library()}}).value().verdicts;
}

TEST_SUITE("sim: rows of a database") {
  TEST_CASE("the rows of a query are counted and compared") {
    for (const char* expect :
         {"rows: {cluster: library, sql: SELECT * FROM books}\n    count: 2",
          "rows: {cluster: '${cluster}', sql: SELECT * FROM books}\n    equal: [there, lent]",
          "rows: {cluster: library, database: library, sql: SELECT SUM(there) AS sum FROM books}\n"
          "    each: {sum: 10}",
          "rows: {cluster: library, sql: 'SELECT debt FROM books WHERE title = :title AND there > "
          ":n', parameters: {title: '${title}', n: 6}}\n    count: 1\n    each: {debt: {at_most: "
          "0}}"}) {
      CAPTURE(expect);
      for (const Verdict& verdict : verdicts_of_rows(expect)) {
        CAPTURE(verdict.reason);
        CHECK(verdict.passed);
      }
    }
  }

  TEST_CASE("what does not hold is shown with the row") {
    const std::vector<Verdict> verdicts = verdicts_of_rows(
        "rows: {cluster: library, sql: 'SELECT title, there FROM books'}\n    equal: [title, "
        "there]\n    each: {there: {at_most: 3}}");
    REQUIRE(verdicts.size() == 2);
    CHECK_FALSE(verdicts[0].passed);
    CHECK(verdicts[0].measured == "not equal");
    CHECK(verdicts[0].reason == "in the row where title is Faust, there is 3");
    CHECK_FALSE(verdicts[1].passed);
    CHECK(verdicts[1].expected ==
          "rows of library, SELECT title, there FROM books: each there at most 3");
    CHECK(verdicts[1].measured == "7");
    CHECK(verdicts[1].reason == "in the row where title is Emma, there is 7");
  }

  TEST_CASE("columns that are not there, and no numbers, are not as expected") {
    const auto measured = [](const std::string& expect) {
      const Verdict verdict = verdicts_of_rows(expect).at(0);
      CHECK_FALSE(verdict.passed);
      return verdict.measured;
    };
    CHECK(measured("rows: {cluster: library, sql: SELECT * FROM lost}\n    each: {there: 0}") ==
          "no whole number");
    CHECK(measured("rows: {cluster: library, sql: SELECT * FROM lost}\n    each: {here: 0}") ==
          "no such column");
    CHECK(measured("rows: {cluster: library, sql: SELECT * FROM lost}\n    equal: [here, gone]") ==
          "no such column");
  }

  TEST_CASE("what cannot be read is not as expected") {
    for (const char* rows : {"{cluster: gone, sql: SELECT 1}", "{cluster: library, sql: SELEKT 1}",
                             "{cluster: library, sql: DELETE FROM books}"}) {
      CAPTURE(rows);
      const auto verdicts = verdicts_of_rows("rows: " + std::string(rows) + "\n    count: 0");
      REQUIRE(verdicts.size() == 1);
      CHECK_FALSE(verdicts[0].passed);
      CHECK(verdicts[0].measured == "cannot be read");
      CHECK(verdicts[0].reason != "");
    }
  }
}

}  // namespace
}  // namespace emu::sim
