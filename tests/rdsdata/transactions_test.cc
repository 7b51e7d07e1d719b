// Transactions, and those who wait for them. Sources: RDS Data API Reference, "BeginTransaction",
// "CommitTransaction", "RollbackTransaction"; Amazon Aurora User Guide, "Troubleshooting Amazon RDS
// Data API"; MySQL Reference Manual, "InnoDB Locking", "Statements That Cause an Implicit Commit";
// PostgreSQL documentation, "Client Connection Defaults", lock_timeout.
#include <doctest/doctest.h>

#include <string>

#include "shop.h"

namespace emu::test {

using namespace rdsdata;

namespace {

struct Stock : Shop {
  explicit Stock(const std::string& engine = "aurora-mysql") : Shop(engine) {
    sql("CREATE TABLE stock (product VARCHAR(20) PRIMARY KEY, amount INT NOT NULL)").value();
    sql("INSERT INTO stock VALUES ('ring', 5), ('plain', 7)").value();
  }
  std::string amount(std::optional<std::string> transaction = {}) {
    return rows("SELECT amount FROM stock WHERE product = 'ring'", std::move(transaction));
  }
  Result<ExecuteStatementResult> take(std::optional<std::string> transaction = {}) {
    return sql("UPDATE stock SET amount = amount - 1 WHERE product = 'ring'", {},
               std::move(transaction));
  }
};

struct PostgreSqlStock : Stock {
  PostgreSqlStock() : Stock("aurora-postgresql") {}
};

}  // namespace

TEST_SUITE("rdsdata: transactions") {
  TEST_CASE_FIXTURE(Stock, "what a transaction changes is its own until it commits") {
    const std::string id = begin();
    take(id).value();
    CHECK(amount(id) == "4");
    CHECK(amount() == "5");
    CHECK(commit(id).value().transaction_status == "Transaction Committed");
    CHECK(amount() == "4");
    CHECK(code(take(id)) == "TransactionNotFoundException");
    CHECK(code(commit(id)) == "TransactionNotFoundException");
  }

  TEST_CASE_FIXTURE(Stock, "a rollback undoes all of it, and so does a savepoint a part") {
    const std::string id = begin();
    take(id).value();
    sql("SAVEPOINT a", {}, id).value();
    take(id).value();
    CHECK(amount(id) == "3");
    sql("ROLLBACK TO SAVEPOINT a", {}, id).value();
    CHECK(amount(id) == "4");
    CHECK(rollback(id).value().transaction_status == "Rollback Complete");
    CHECK(amount() == "5");
  }

  TEST_CASE_FIXTURE(Stock,
                    "who changes something waits until the transaction before it has ended") {
    const std::string first = begin();
    take(first).value();
    std::string order;
    for (const char* name : {"a", "b"}) {
      cloud.spawn("buyer", [&, name] {
        take().value();
        order += name;
      });
    }
    cloud.advance(10s);
    CHECK(order.empty());
    commit(first).value();
    cloud.advance(0s);
    CHECK(order == "ab");
    CHECK(amount() == "2");
  }

  TEST_CASE_FIXTURE(Stock, "the wait ends with the call, after 45 seconds") {
    const std::string first = begin();
    take(first).value();
    const Time begun = cloud.now();
    CHECK(code(take()) == "StatementTimeoutException");
    CHECK(cloud.now() - begun == 45s);
    CHECK(amount(first) == "4");
  }

  TEST_CASE_FIXTURE(Stock, "or with the session's own patience, in MySQL's words") {
    const std::string first = begin();
    take(first).value();
    const std::string second = begin();
    sql("SET SESSION innodb_lock_wait_timeout = 5", {}, second).value();
    const Time begun = cloud.now();
    CHECK(message(take(second)) ==
          "Lock wait timeout exceeded; try restarting transaction; Error code: 1205; SQLState: "
          "40001");
    CHECK(cloud.now() - begun == 5s);
    commit(first).value();
    CHECK(take(second).ok());
    CHECK(message(sql("SELECT * FROM stock FOR UPDATE NOWAIT")).find("3572") != std::string::npos);
    CHECK(rows("SELECT * FROM stock FOR UPDATE SKIP LOCKED") == "");
    commit(second).value();
    CHECK(amount() == "3");
  }

  TEST_CASE_FIXTURE(Stock, "FOR UPDATE takes the lock before anything is changed") {
    const std::string first = begin();
    CHECK(rows("SELECT amount FROM stock WHERE product = 'ring' FOR UPDATE", first) == "5");
    bool done = false;
    cloud.spawn("other", [&] {
      take().value();
      done = true;
    });
    cloud.advance(1s);
    CHECK_FALSE(done);
    rollback(first).value();
    cloud.advance(0s);
    CHECK(done);
  }

  TEST_CASE_FIXTURE(Stock, "a transaction ends after three idle minutes, and lets others go on") {
    const std::string first = begin();
    take(first).value();
    cloud.advance(2min + 59s);
    CHECK(amount(first) == "4");
    cloud.advance(2min + 50s);
    const Time begun = cloud.now();
    CHECK(take().ok());
    CHECK(cloud.now() - begun == 10s);
    CHECK(amount() == "4");
    CHECK(code(commit(first)) == "TransactionNotFoundException");
  }

  TEST_CASE_FIXTURE(Stock, "and after a day at the latest") {
    const std::string first = begin();
    for (int minute = 0; minute < 24 * 60; minute += 2) {
      REQUIRE(amount(first) == "5");
      cloud.advance(2min);
    }
    CHECK(code(commit(first)) == "TransactionNotFoundException");
  }

  TEST_CASE_FIXTURE(Stock, "one call at a time") {
    const std::string first = begin();
    take(first).value();
    const std::string second = begin();
    cloud.spawn("waits", [&] { static_cast<void>(take(second)); });
    cloud.advance(1s);
    CHECK(message(take(second)) == "Transaction is still running a query");
  }

  TEST_CASE_FIXTURE(Stock, "MySQL's definitions commit what was before them") {
    const std::string first = begin();
    take(first).value();
    sql("CREATE TABLE other (a INT)", {}, first).value();
    CHECK(amount() == "4");
    take(first).value();
    rollback(first).value();
    CHECK(amount() == "4");
  }

  TEST_CASE_FIXTURE(PostgreSqlStock,
                    "PostgreSQL's do not, and its transactions end with an error") {
    std::string id = begin();
    sql("CREATE TABLE other (a INT)", {}, id).value();
    rollback(id).value();
    CHECK(message(sql("SELECT * FROM other")) ==
          "ERROR: relation \"other\" does not exist; SQLState: 42P01");
    id = begin();
    take(id).value();
    CHECK_FALSE(sql("SELECT nothing FROM stock", {}, id).ok());
    CHECK(message(sql("SELECT 1", {}, id)) ==
          "ERROR: current transaction is aborted, commands ignored until end of transaction block; "
          "SQLState: 25P02");
    CHECK_FALSE(commit(id).ok());
    CHECK(amount() == "5");
    id = begin();
    take(id).value();
    const std::string second = begin();
    sql("SET LOCAL lock_timeout = '2s'", {}, second).value();
    CHECK(message(take(second)) ==
          "ERROR: canceling statement due to lock timeout; SQLState: 55P03");
  }

  TEST_CASE_FIXTURE(PostgreSqlStock, "a statement whose commit is refused has failed") {
    sql("CREATE TABLE bids (product VARCHAR(20) REFERENCES stock(product) "
        "DEFERRABLE INITIALLY DEFERRED)")
        .value();
    CHECK(code(sql("INSERT INTO bids VALUES ('nothing')")) == "DatabaseErrorException");
    CHECK(rows("SELECT count(*) FROM bids") == "0");
    sql("INSERT INTO bids VALUES ('ring')").value();
    CHECK(rows("SELECT count(*) FROM bids") == "1");
  }

  TEST_CASE_FIXTURE(Stock, "who waits in a cluster that goes is answered") {
    const std::string first = begin();
    take(first).value();
    std::string answer;
    cloud.spawn("waits", [&] { answer = code(take()); });
    cloud.advance(1s);
    aws.send(rds::DeleteDBCluster{.db_cluster_identifier = "shop", .skip_final_snapshot = true})
        .value();
    cloud.advance(0s);
    CHECK(answer == "DatabaseNotFoundException");
    answer.clear();
    cloud.reset();
    CHECK(code(commit(first)) == "DatabaseNotFoundException");
  }
}

}  // namespace emu::test
