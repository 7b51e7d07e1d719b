// What is kept of statements between calls is never seen.
#include "rdsdata/engine/kept.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <optional>
#include <string>

#include "rdsdata/limits.h"
#include "shop.h"

namespace emu::test {

using namespace rdsdata;

TEST_SUITE("rdsdata: what is kept of statements") {
  TEST_CASE("those that were asked for last are kept") {
    Kept<int> kept(2);
    kept.put("a", 1);
    kept.put("b", 2);
    CHECK(*kept.find("a") == 1);
    kept.put("c", 3);
    CHECK(kept.find("b") == nullptr);
    CHECK(kept.take("a") == 1);
    CHECK(kept.take("a") == std::nullopt);
    kept.put("c", 4);
    CHECK(*kept.find("c") == 3);
    kept.clear();
    CHECK(kept.find("c") == nullptr);
  }

  TEST_CASE("a statement reads the columns that its table has when it runs") {
    for (const char* engine : {"aurora-mysql", "aurora-postgresql"}) {
      Shop shop(engine);
      shop.sql("CREATE TABLE stock (id INT PRIMARY KEY)").value();
      shop.sql("INSERT INTO stock VALUES (1)").value();
      const std::string all = "SELECT * FROM stock";
      CHECK(shop.rows(all) == "1");
      CHECK(shop.rows(all) == "1");
      shop.sql("ALTER TABLE stock ADD COLUMN amount INT").value();
      CHECK(shop.rows(all) == "1,NULL");
      shop.sql("DROP TABLE stock").value();
      CHECK_FALSE(shop.sql(all).ok());
      shop.sql("CREATE TABLE stock (a INT, b INT, c INT)").value();
      shop.sql("INSERT INTO stock VALUES (1, 2, 3)").value();
      CHECK(shop.rows(all) == "1,2,3");
    }
  }

  TEST_CASE("an INSERT without names of columns fills those that are there") {
    Shop shop;
    shop.sql("CREATE TABLE stock (id INT PRIMARY KEY, amount INT DEFAULT 7)").value();
    const std::string insert = "INSERT INTO stock VALUES (:id, DEFAULT)";
    shop.sql(insert, {parameter("id", 1)}).value();
    shop.sql(insert, {parameter("id", 2)}).value();
    shop.sql("DROP TABLE stock").value();
    shop.sql("CREATE TABLE stock (id INT PRIMARY KEY, amount INT DEFAULT 9)").value();
    shop.sql(insert, {parameter("id", 3)}).value();
    CHECK(shop.rows("SELECT id, amount FROM stock") == "3,9");
  }

  TEST_CASE("definitions of a transaction are its own until it ends, and go with it") {
    Shop shop("aurora-postgresql");
    shop.sql("CREATE TABLE stock (id INT PRIMARY KEY)").value();
    shop.sql("INSERT INTO stock VALUES (1)").value();
    const std::string all = "SELECT * FROM stock";
    CHECK(shop.rows(all) == "1");
    const std::string transaction = shop.begin();
    CHECK(shop.rows(all, transaction) == "1");
    shop.sql("ALTER TABLE stock ADD COLUMN amount INT", {}, transaction).value();
    CHECK(shop.rows(all, transaction) == "1,NULL");
    CHECK(shop.rows(all) == "1");
    shop.rollback(transaction).value();
    CHECK(shop.rows(all) == "1");
    shop.sql("INSERT INTO stock VALUES (2)").value();
    CHECK(shop.rows("SELECT id FROM stock ORDER BY id") == "1|2");
  }

  TEST_CASE("parameters of a call are not those of the next one") {
    Shop shop;
    shop.sql("CREATE TABLE stock (id INT PRIMARY KEY, product VARCHAR(20))").value();
    const std::string insert = "INSERT INTO stock (id, product) VALUES (:id, :product)";
    shop.sql(insert, {parameter("id", 1), parameter("product", "ring")}).value();
    CHECK_FALSE(shop.sql(insert, {parameter("id", 1), parameter("product", "plain")}).ok());
    CHECK_FALSE(shop.sql(insert, {parameter("id", 2)}).ok());
    shop.sql(insert, {parameter("id", 2), parameter("product", "plain")}).value();
    CHECK(shop.rows("SELECT * FROM stock ORDER BY id") == "1,ring|2,plain");
  }

  TEST_CASE("a view may not lead to a function that is refused") {
    Shop shop;
    shop.sql("CREATE VIEW facts AS SELECT 1 AS fact").value();
    CHECK(shop.rows("SELECT * FROM facts") == "1");
    shop.sql("DROP VIEW facts").value();
    const bool is_made = shop.sql("CREATE VIEW facts AS SELECT json('{}') AS fact").ok();
    CHECK_FALSE((is_made && shop.sql("SELECT * FROM facts").ok()));
  }

  TEST_CASE("more statements than are kept are as good as few") {
    Shop shop;
    shop.sql("CREATE TABLE stock (id INT PRIMARY KEY)").value();
    shop.sql("INSERT INTO stock VALUES (1)").value();
    for (int round = 0; round < 2; ++round) {
      for (std::size_t i = 0; i < kStatementsKept * 2; ++i) {
        REQUIRE(shop.rows(fmt::format("SELECT id + {} FROM stock", i)) == std::to_string(i + 1));
      }
    }
  }
}

}  // namespace emu::test
