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

  // Source: PostgreSQL documentation, "ROLLBACK TO SAVEPOINT", "PostgreSQL Error Codes".
  TEST_CASE_FIXTURE(PostgreSqlStock, "whatever PostgreSQL does not understand aborts as well") {
    const std::string aborted = "ERROR: current transaction is aborted, commands ignored until end";
    for (const char* wrong : {"SELEC 1", "SELECT 'open", "SELECT 1 ~ 'a'", "LOCK TABLE stock",
                              "SELECT * FROM missing", "ROLLBACK TO missing"}) {
      const std::string id = begin();
      take(id).value();
      CHECK_FALSE(sql(wrong, {}, id).ok());
      CHECK_MESSAGE(message(sql("SELECT 1", {}, id)).starts_with(aborted), wrong);
      CHECK_MESSAGE(message(sql("SELEC 1", {}, id)).starts_with(aborted), wrong);
      CHECK(code(commit(id)) == "DatabaseErrorException");
    }
    CHECK(amount() == "5");
    // What the API refuses has not reached the database.
    const std::string id = begin();
    CHECK(code(sql("SELECT :missing", {}, id)) == "BadRequestException");
    CHECK(code(sql("SELECT 1; SELECT 2", {}, id)) == "ValidationException");
    CHECK(rows("SELECT 1", id) == "1");
  }

  TEST_CASE_FIXTURE(PostgreSqlStock, "a savepoint is the way back from an error") {
    const std::string id = begin();
    take(id).value();
    sql("SAVEPOINT a", {}, id).value();
    sql("SAVEPOINT b", {}, id).value();
    take(id).value();
    CHECK_FALSE(sql("SELEC 1", {}, id).ok());
    CHECK(message(sql("RELEASE a", {}, id)).starts_with("ERROR: current transaction is aborted"));
    sql("/* back */ Rollback To SAVEPOINT A", {}, id).value();
    CHECK(amount(id) == "4");
    CHECK(message(sql("ROLLBACK TO b", {}, id)) ==
          "ERROR: savepoint \"b\" does not exist; SQLState: 3B001");
    sql("ROLLBACK TO a", {}, id).value();
    sql("RELEASE a", {}, id).value();
    commit(id).value();
    CHECK(amount() == "4");
  }

  TEST_CASE_FIXTURE(Stock, "savepoints of a transaction have an end") {
    const std::string id = begin();
    int made = 0;
    while (made < 200 && sql("SAVEPOINT s" + std::to_string(made), {}, id).ok()) ++made;
    CHECK(made == 100);
    sql("RELEASE SAVEPOINT s50", {}, id).value();
    CHECK(sql("SAVEPOINT again", {}, id).ok());
    CHECK(message(sql("ROLLBACK TO s50", {}, id)).starts_with("SAVEPOINT s50 does not exist"));
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

  TEST_CASE_FIXTURE(Stock,
                    "a cluster that stops loses its transactions, and so does a restarted one") {
    for (const bool stops : {true, false}) {
      const std::string first = begin();
      take(first).value();
      const std::string second = begin();
      std::string answer;
      cloud.spawn("waits", [&] { answer = code(take(second)); });
      cloud.advance(1s);
      if (stops) {
        aws.send(rds::StopDBCluster{.db_cluster_identifier = "shop"}).value();
        aws.send(rds::StartDBCluster{.db_cluster_identifier = "shop"}).value();
      } else {
        aws.send(rds::RebootDBCluster{.db_cluster_identifier = "shop"}).value();
      }
      cloud.advance(0s);
      CHECK(answer == "TransactionNotFoundException");
      CHECK(code(commit(first)) == "TransactionNotFoundException");
      CHECK(amount() == "5");
      CHECK(take().ok());
      sql("UPDATE stock SET amount = 5 WHERE product = 'ring'").value();
    }
  }

  TEST_CASE_FIXTURE(Stock, "a transaction goes on in a cluster that has another name") {
    const std::string id = begin();
    take(id).value();
    aws.send(rds::ModifyDBCluster{.db_cluster_identifier = "shop",
                                  .new_db_cluster_identifier = "store"})
        .value();
    arn.replace(arn.rfind("shop"), 4, "store");
    CHECK(amount(id) == "4");
    CHECK(commit(id).ok());
  }

  TEST_CASE_FIXTURE(Stock, "a cluster that goes takes what its open transactions have changed") {
    const std::string id = begin();
    take(id).value();
    aws.send(rds::DeleteDBCluster{.db_cluster_identifier = "shop", .skip_final_snapshot = true})
        .value();
    CHECK(code(take(id)) == "DatabaseNotFoundException");
    const auto again = aws.send(rds::CreateDBCluster{.database_name = "shop",
                                                     .db_cluster_identifier = "shop",
                                                     .engine = "aurora-mysql",
                                                     .master_username = "admin",
                                                     .enable_http_endpoint = true,
                                                     .manage_master_user_password = true})
                           .value();
    secret = again.db_cluster->master_user_secret->secret_arn;
    CHECK(code(commit(id)) == "TransactionNotFoundException");
    CHECK(rows("SHOW TABLES") == "");
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
