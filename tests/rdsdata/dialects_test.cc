// What MySQL and PostgreSQL write and SQLite does not, and their texts of errors.
// Sources: MySQL Reference Manual, "SQL Statements", "Server Error Message Reference"; PostgreSQL
// documentation, "SQL Commands", "PostgreSQL Error Codes".
#include <doctest/doctest.h>

#include <string>

#include "shop.h"

namespace emu::test {

using namespace rdsdata;

namespace {

struct Row {
  const char* sql;
  const char* rows;  // of a query; "" where only success counts
};

// Each in its order, on one database.
template <class Fixture, std::size_t N>
void play(Fixture& shop, const Row (&table)[N]) {
  for (const Row& row : table) {
    const std::string got = shop.rows(row.sql);
    CHECK_MESSAGE(got == row.rows, row.sql << " gives " << got);
  }
}

struct Refusal {
  const char* sql;
  const char* message;  // what it begins with
};

template <class Fixture, std::size_t N>
void refuse(Fixture& shop, const Refusal (&table)[N]) {
  for (const Refusal& row : table) {
    const auto result = shop.sql(row.sql);
    CHECK_MESSAGE(Fixture::message(result).starts_with(row.message),
                  row.sql << " says " << Fixture::message(result));
  }
}

}  // namespace

TEST_SUITE("rdsdata: dialects") {
  TEST_CASE_FIXTURE(Shop, "MySQL's spelling") {
    const Row table[] = {
        {"CREATE TABLE IF NOT EXISTS `orders` (`id` BIGINT UNSIGNED NOT NULL AUTO_INCREMENT, "
         "`state` ENUM('new','sold') NOT NULL DEFAULT 'new', `name` VARCHAR(10) COMMENT 'it''s', "
         "`made` DATETIME DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, PRIMARY KEY "
         "(`id`), UNIQUE KEY `by_name` (`name`), KEY (`state`)) ENGINE=InnoDB AUTO_INCREMENT=10 "
         "DEFAULT CHARSET=utf8mb4",
         ""},
        {"INSERT INTO orders (name) VALUES ('a'), ('b')", ""},
        {"SELECT LAST_INSERT_ID() > 0", "0"},
        {"SELECT id, state, name FROM shop.orders ORDER BY id", "10,new,a|11,new,b"},
        {"SELECT orders.id FROM `shop`.`orders` LIMIT 1, 1", "11"},
        {"INSERT IGNORE INTO orders (name) VALUES ('a')", ""},
        {"INSERT INTO orders SET name = 'c', state = 'sold'", ""},
        {"INSERT INTO orders (id, name) VALUES (10, 'z') ON DUPLICATE KEY UPDATE name = "
         "CONCAT(name, VALUES(name)), state = 'sold'",
         ""},
        {"INSERT INTO orders (id, name) VALUES (11, 'y') AS new ON DUPLICATE KEY UPDATE name = "
         "new.name",
         ""},
        {"SELECT name FROM orders ORDER BY id", "az|y|c"},
        {"SELECT name FROM orders WHERE name = 'AZ' && NOT state = \"new\"", "az"},
        {"SELECT name FROM orders WHERE name LIKE 'A_' OR name LIKE '10\\%'", "az"},
        {"SELECT 'a' || 'b', 'it\\'s', \"x\", `name` FROM orders WHERE name <=> 'c'", "0,it's,x,c"},
        {"SELECT IF(1 > 0, 'yes', 'no'), IFNULL(NULL, 2), GREATEST(1, 3)", "yes,2,3"},
        {"REPLACE INTO orders (id, name) VALUES (10, 'q')", ""},
        {"UPDATE orders o SET o.name = 'qq' WHERE o.id = 10 ORDER BY id LIMIT 1", ""},
        {"DELETE FROM orders WHERE id > 10 LIMIT 1", ""},
        {"SELECT CAST(id AS SIGNED), CAST('12' AS UNSIGNED) + 1 FROM orders WHERE name = 'qq'",
         "10,13"},
        {"SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()", "1"},
        {"SHOW TABLES", "orders"},
        {"ALTER TABLE orders ADD COLUMN note TEXT, ADD INDEX by_note (note(10))", ""},
        {"CREATE INDEX by_state ON orders (state)", ""},
        {"DROP INDEX by_state ON orders", ""},
        {"TRUNCATE TABLE orders", ""},
        {"SELECT COUNT(*) FROM orders # a comment", "0"},
        {"DROP TABLE IF EXISTS orders, nothing", ""},
    };
    play(*this, table);
  }

  TEST_CASE_FIXTURE(PostgreSqlShop, "PostgreSQL's spelling") {
    const Row table[] = {
        {"CREATE TABLE public.orders (id SERIAL PRIMARY KEY, \"Name\" text UNIQUE, price "
         "numeric(10,2) DEFAULT 0::numeric, made timestamptz NOT NULL DEFAULT now(), CONSTRAINT "
         "dear CHECK (price >= 0))",
         ""},
        {"INSERT INTO orders (\"Name\", price) VALUES ('a', 1.5), ($$b's$$, '2'::numeric) "
         "RETURNING id",
         "1|2"},
        {"SELECT \"Name\", price FROM orders WHERE \"Name\" ILIKE 'A%'", "a,1.50"},
        {"SELECT count(*) FROM orders WHERE \"Name\" LIKE 'A%'", "0"},
        {"SELECT (id + 1)::text || 'x', id::bigint, 'true'::boolean FROM public.orders ORDER BY id "
         "LIMIT 1 OFFSET 1",
         "3x,2,1"},
        {"INSERT INTO orders (id, \"Name\") VALUES (1, 'z') ON CONFLICT (id) DO UPDATE SET "
         "\"Name\" "
         "= excluded.\"Name\" RETURNING \"Name\"",
         "z"},
        {"INSERT INTO orders (id, \"Name\") VALUES (1, 'z') ON CONFLICT DO NOTHING", ""},
        {"SELECT E'a\\nb', 'a\\nb', '--no', ':no' /* :x /* nested */ */", "a\nb,a\\nb,--no,:no"},
        {"SELECT '2026-01-31 10:00:00'::date, DATE '2026-01-31'", "2026-01-31,2026-01-31"},
        {"CREATE TABLE keys (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, v varchar(3))",
         ""},
        {"INSERT INTO keys (id, v) VALUES (DEFAULT, 'x') RETURNING id", "1"},
        {"CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\"", ""},
        {"SELECT length(gen_random_uuid()::text)", "36"},
        {"SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY "
         "1",
         "keys|orders"},
        {"TRUNCATE keys RESTART IDENTITY", ""},
        {"DROP TABLE keys", ""},
    };
    play(*this, table);
  }

  TEST_CASE_FIXTURE(Shop, "the time is the world's") {
    const std::string now = rows("SELECT NOW(), CURRENT_DATE(), UNIX_TIMESTAMP()");
    cloud.advance(24h);
    CHECK(rows("SELECT DATE_SUB(NOW(), INTERVAL 1 DAY), CURRENT_DATE - INTERVAL 1 DAY, "
               "UNIX_TIMESTAMP() - 86400") == now);
    CHECK(rows("SELECT DATE_ADD('2026-01-31', INTERVAL 1 MONTH)") == "2026-02-28");
    CHECK(rows("SELECT DATE_FORMAT('2026-01-31 10:20:30', '%Y/%m/%d %H:%i:%s')") ==
          "2026/01/31 10:20:30");
    sql("CREATE TABLE t (a INT, at DATETIME DEFAULT NOW() ON UPDATE NOW())").value();
    sql("INSERT INTO t (a) VALUES (1)").value();
    const std::string made = rows("SELECT at FROM t");
    cloud.advance(1h);
    sql("UPDATE t SET a = 2").value();
    CHECK(rows("SELECT UNIX_TIMESTAMP(at) - UNIX_TIMESTAMP('" + made + "') FROM t") == "3600");
  }

  TEST_CASE_FIXTURE(Shop, "MySQL's texts of errors") {
    sql("CREATE TABLE p (id INT PRIMARY KEY, small TINYINT UNSIGNED, name VARCHAR(3) NOT NULL, "
        "state ENUM('a','b'), UNIQUE KEY by_name (name), CHECK (id < 100))")
        .value();
    sql("CREATE TABLE c (p INT, FOREIGN KEY (p) REFERENCES p (id))").value();
    sql("INSERT INTO p (id, name) VALUES (1, 'x')").value();
    sql("INSERT INTO c VALUES (1)").value();
    const Refusal table[] = {
        {"INSERT INTO p (id, name) VALUES (2, 'y'), (1, 'z')",
         "Duplicate entry '1' for key 'p.PRIMARY'; Error code: 1062; SQLState: 23000"},
        {"INSERT INTO p (id, name) VALUES (2, 'X')", "Duplicate entry 'X' for key 'p.by_name'"},
        {"INSERT INTO p (id, name) VALUES (2, NULL)", "Column 'name' cannot be null"},
        {"INSERT INTO p (id) VALUES (2)", "Field 'name' doesn't have a default value"},
        {"INSERT INTO p (id, name) VALUES (2, 'long')", "Data too long for column 'name' at row 1"},
        {"UPDATE p SET small = -1", "Out of range value for column 'small' at row 1"},
        {"UPDATE p SET small = 'x'", "Incorrect integer value"},
        {"UPDATE p SET state = 'c'", "Data truncated for column 'state' at row 1"},
        {"INSERT INTO p (id, name) VALUES (100, 'y')", "Check constraint 'p_chk_1' is violated."},
        {"INSERT INTO c VALUES (9)", "Cannot add or update a child row"},
        {"DELETE FROM p", "Cannot delete or update a parent row"},
        {"SELECT * FROM missing", "Table 'shop.missing' doesn't exist; Error code: 1146"},
        {"SELECT missing FROM p", "Unknown column 'missing' in 'field list'"},
        {"CREATE TABLE p (a INT)", "Table 'p' already exists"},
        {"SELECT missing(1)", "FUNCTION shop.missing does not exist"},
        {"SELEC 1", "emu does not support SELEC"},
        {"SELECT 1 +", "You have an error in your SQL syntax"},
        {"SELECT 'open", "You have an error in your SQL syntax"},
        {"CREATE PROCEDURE x() SELECT 1", "emu does not support CREATE PROCEDURE"},
        {"LOCK TABLES p WRITE", "emu does not support LOCK"},
        {"CALL x()", "emu does not support CALL"},
        {"SELECT @a", "emu does not support variables"},
        {"SELECT 1 REGEXP 2", "emu does not support REGEXP"},
        {";", "Query was empty"},
    };
    refuse(*this, table);
    CHECK(rows("SELECT id, name, small, state FROM p") == "1,x,NULL,NULL");
  }

  TEST_CASE_FIXTURE(PostgreSqlShop, "PostgreSQL's texts of errors") {
    sql("CREATE TABLE p (id int PRIMARY KEY, name varchar(3) NOT NULL UNIQUE, n int, CONSTRAINT "
        "few "
        "CHECK (id < 100))")
        .value();
    sql("INSERT INTO p VALUES (1, 'x', 0)").value();
    const Refusal table[] = {
        {"INSERT INTO p VALUES (1, 'y', 0)",
         "ERROR: duplicate key value violates unique constraint \"p_pkey\"\n  Detail: Key (id)=(1) "
         "already exists.; SQLState: 23505"},
        {"INSERT INTO p VALUES (2, 'x', 0)",
         "ERROR: duplicate key value violates unique constraint \"p_name_key\""},
        {"INSERT INTO p VALUES (2, NULL, 0)",
         "ERROR: null value in column \"name\" of relation \"p\" violates not-null constraint"},
        {"INSERT INTO p VALUES (2, 'long', 0)",
         "ERROR: value too long for type character varying(3); SQLState: 22001"},
        {"INSERT INTO p VALUES (200, 'y', 0)",
         "ERROR: new row for relation \"p\" violates check constraint \"few\"; SQLState: 23514"},
        {"UPDATE p SET n = 3000000000", "ERROR: integer out of range; SQLState: 22003"},
        {"SELECT missing FROM p", "ERROR: column \"missing\" does not exist; SQLState: 42703"},
        {"SELECT missing(1)", "ERROR: function missing does not exist; SQLState: 42883"},
        {"SELECT 1 FROM FROM", "ERROR: syntax error at or near \"FROM\"; SQLState: 42601"},
        {"SELECT nextval('x')", "ERROR: function nextval does not exist"},
        {"SELECT 'a' ~ 'b'", "ERROR: emu does not support regular expressions"},
        {"CREATE FUNCTION x() RETURNS int AS $$ SELECT 1 $$ LANGUAGE sql",
         "ERROR: emu does not support CREATE FUNCTION"},
        {"CREATE TABLE a (b int[])", "ERROR: emu does not support array types"},
    };
    refuse(*this, table);
  }

  // Sources: MySQL Reference Manual, "Server Error Message Reference", "FROM_UNIXTIME()",
  // "SAVEPOINT, ROLLBACK TO SAVEPOINT, and RELEASE SAVEPOINT Statements".
  TEST_CASE_FIXTURE(Shop, "types, moments and savepoints that MySQL does not take") {
    const Refusal table[] = {
        {"CREATE TABLE a (b DECIMAL(10, 31))",
         "Too big scale 31 specified for column 'b'. Maximum is 30.; Error code: 1425"},
        {"CREATE TABLE a (b DECIMAL(10, 2000000000))", "Too big scale 2000000000 specified"},
        {"CREATE TABLE a (b DECIMAL(66))",
         "Too-big precision 66 specified for 'b'. Maximum is 65.; Error code: 1426"},
        {"CREATE TABLE a (b DECIMAL(2, 3))", "For float(M,D), double(M,D) or decimal(M,D), M must"},
        {"CREATE TABLE a (b DECIMAL(x))", "You have an error in your SQL syntax"},
        {"CREATE TABLE a (b VARCHAR('x'))", "You have an error in your SQL syntax"},
        {"CREATE TABLE a (b `INT, c INT`)", "You have an error in your SQL syntax"},
        {"CREATE TABLE a (b INT 'x')", "You have an error in your SQL syntax"},
        {"CREATE TABLE a (b INT", "You have an error in your SQL syntax"},
        {"ALTER TABLE a ADD COLUMN b `INT, c INT`", "You have an error in your SQL syntax"},
        {"ALTER TABLE a DROP COLUMN", "You have an error in your SQL syntax"},
        {"ROLLBACK TO missing",
         "SAVEPOINT missing does not exist; Error code: 1305; SQLState: 42000"},
        {"RELEASE SAVEPOINT missing", "SAVEPOINT missing does not exist"},
        {"SAVEPOINT a b", "You have an error in your SQL syntax"},
        {"ROLLBACK TO SAVEPOINT a b", "You have an error in your SQL syntax"},
    };
    refuse(*this, table);
    CHECK(rows("SELECT FROM_UNIXTIME(9223372036854775807), FROM_UNIXTIME(-1), "
               "FROM_UNIXTIME(32536771200)") == "NULL,NULL,NULL");
    CHECK(rows("SELECT FROM_UNIXTIME(0), FROM_UNIXTIME(32536771199)") ==
          "1970-01-01 00:00:00,3001-01-18 23:59:59");
  }

  TEST_CASE_FIXTURE(PostgreSqlShop, "types and savepoints that PostgreSQL does not take") {
    const Refusal table[] = {
        {"CREATE TABLE a (b numeric(1001))",
         "ERROR: NUMERIC precision 1001 must be between 1 and 1000; SQLState: 22023"},
        {"CREATE TABLE a (b numeric(10, 2000000000))",
         "ERROR: NUMERIC scale 2000000000 must be between -1000 and 1000; SQLState: 22023"},
        {"CREATE TABLE a (b \"int DEFAULT 7, c int\")", "ERROR: syntax error"},
        {"SAVEPOINT a", "ERROR: SAVEPOINT can only be used in transaction blocks; SQLState: 25P01"},
        {"ROLLBACK TO a", "ERROR: ROLLBACK TO SAVEPOINT can only be used in transaction blocks"},
        {"RELEASE a", "ERROR: RELEASE SAVEPOINT can only be used in transaction blocks"},
    };
    refuse(*this, table);
    CHECK(rows("SELECT count(*) FROM information_schema.tables") == "0");
    sql("CREATE TABLE a (b \"int4\", c numeric(4, 1), d double precision, e timestamp(3) with "
        "time zone)")
        .value();
    sql("INSERT INTO a VALUES (1, 2.25, 3, '2026-01-01 00:00:00')").value();
    CHECK(rows("SELECT b, d, e FROM a") == "1,3.000000,2026-01-01 00:00:00");
  }

  TEST_CASE_FIXTURE(Shop, "long chains are refused, not worked on") {
    std::string days = "SELECT '2026-01-01'";
    for (int i = 0; i < 3000; ++i) days += " + INTERVAL 1 DAY";
    CHECK(message(sql(days)).starts_with("emu does not support"));
  }

  TEST_CASE_FIXTURE(PostgreSqlShop, "long chains of casts are refused, many short ones are not") {
    std::string chain = "SELECT 1";
    for (int i = 0; i < 10'000; ++i) chain += "::int";
    CHECK(message(sql(chain)).starts_with("ERROR: emu does not support"));
    std::string list = "SELECT count(*) FROM (VALUES (1::int)";
    for (int i = 0; i < 4000; ++i) list += ",(1::int)";
    CHECK(rows(list + ") v") == "4001");
  }

  TEST_CASE_FIXTURE(Shop, "databases of a cluster know nothing of each other") {
    sql("CREATE DATABASE other").value();
    CHECK(message(sql("CREATE DATABASE other")).starts_with("Can't create database 'other'"));
    auto there = statement("CREATE TABLE t (a INT)");
    there.database = "other";
    aws.send(there).value();
    CHECK(code(sql("SELECT * FROM t")) == "DatabaseErrorException");
    there.sql = "SHOW TABLES";
    CHECK(aws.send(there).value().records.size() == 1);
  }
}

}  // namespace emu::test
