// Statements and their answers. Sources: RDS Data API Reference, "ExecuteStatement",
// "BatchExecuteStatement", "Field", "SqlParameter"; Amazon Aurora User Guide, "Calling the Amazon
// RDS Data API", "Troubleshooting Amazon RDS Data API".
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "shop.h"

namespace emu::test {

using namespace rdsdata;

TEST_SUITE("rdsdata: statements") {
  TEST_CASE_FIXTURE(Shop, "a table is made, filled and read") {
    sql("CREATE TABLE stock (id INT AUTO_INCREMENT PRIMARY KEY, product VARCHAR(20) NOT NULL, "
        "amount INT UNSIGNED NOT NULL DEFAULT 0)")
        .value();
    const auto made = sql("INSERT INTO stock (product, amount) VALUES (:p, :n)",
                          {parameter("p", "ring"), parameter("n", 5)})
                          .value();
    CHECK(made.number_of_records_updated == 1);
    REQUIRE(made.generated_fields.size() == 1);
    CHECK(made.generated_fields[0].long_value == 1);
    const auto read = sql("SELECT id, product, amount FROM stock").value();
    REQUIRE(read.records.size() == 1);
    CHECK(read.records[0][0].long_value == 1);
    CHECK(read.records[0][1].string_value == "ring");
    CHECK(read.records[0][2].long_value == 5);
    CHECK(read.number_of_records_updated == 0);
    const auto sold =
        sql("UPDATE stock SET amount = amount - :n WHERE product = :p AND amount >= :n",
            {parameter("p", "ring"), parameter("n", 6)})
            .value();
    CHECK(sold.number_of_records_updated == 0);
    CHECK(rows("SELECT amount FROM stock") == "5");
    const auto seen = cloud.look(PeekDatabase{.cluster = "shop", .sql = "SELECT * FROM stock"});
    CHECK(seen.columns == std::vector<std::string>{"id", "product", "amount"});
    CHECK(seen.records.size() == 1);
  }

  TEST_CASE_FIXTURE(Shop, "every kind of field goes in and comes out") {
    sql("CREATE TABLE t (a BIGINT, b DOUBLE, c TEXT, d BLOB, e BOOLEAN, f DECIMAL(10,2), g DATE, "
        "h DATETIME, i TIME, j JSON)")
        .value();
    std::vector<SqlParameter> values = {parameter("a", std::int64_t{1} << 40), parameter("b", 1.5),
                                        parameter("c", "x"), parameter("d", Blob("\xff\x00\x01")),
                                        parameter("e", true)};
    const auto hinted = [&](const char* name, const char* text, const char* hint) {
      values.push_back({.name = name, .value = of(text), .type_hint = hint});
    };
    hinted("f", "10.5", "DECIMAL");
    hinted("g", "2026-01-31", "DATE");
    hinted("h", "2026-01-31 10:00:00", "TIMESTAMP");
    hinted("i", "10:00:01", "TIME");
    hinted("j", R"({"a": 1})", "JSON");
    sql("INSERT INTO t VALUES (:a, :b, :c, :d, :e, :f, :g, :h, :i, :j)", values).value();
    const auto row = sql("SELECT * FROM t").value().records.at(0);
    CHECK(row[0].long_value == std::int64_t{1} << 40);
    CHECK(row[1].double_value == 1.5);
    CHECK(row[2].string_value == "x");
    CHECK(row[3].blob_value == Blob("\xff\x00\x01"));
    CHECK(row[4].boolean_value == true);
    CHECK(row[5].string_value == "10.50");
    CHECK(row[6].string_value == "2026-01-31");
    CHECK(row[7].string_value == "2026-01-31 10:00:00");
    CHECK(row[8].string_value == "10:00:01");
    CHECK(row[9].string_value == R"({"a": 1})");
    auto as_numbers = statement("SELECT a, f FROM t");
    as_numbers.result_set_options = {.decimal_return_type = "DOUBLE_OR_LONG",
                                     .long_return_type = "STRING"};
    const auto numbers = aws.send(as_numbers).value().records.at(0);
    CHECK(numbers[0].string_value == "1099511627776");
    CHECK(numbers[1].double_value == 10.5);
    CHECK(rows("SELECT NULL") == "NULL");
    CHECK(code(sql("SELECT :d", {{.name = "d", .value = of("no"), .type_hint = "DATE"}})) ==
          "BadRequestException");
    CHECK(message(sql("SELECT :a")) == "Cannot find parameter: a");
  }

  TEST_CASE_FIXTURE(Shop, "metadata and JSON") {
    sql("CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20), price DECIMAL(8,2))")
        .value();
    sql("INSERT INTO t (name, price) VALUES ('ring', 2.5), (NULL, NULL)").value();
    auto described = statement("SELECT id, name AS label, price FROM t");
    described.include_result_metadata = true;
    const auto columns = aws.send(described).value().column_metadata;
    REQUIRE(columns.size() == 3);
    CHECK(columns[0].is_auto_increment == true);
    CHECK(columns[0].nullable == 0);
    CHECK(columns[1].name == "name");
    CHECK(columns[1].label == "label");
    CHECK(columns[1].table_name == "t");
    CHECK(columns[1].type_name == "VARCHAR");
    CHECK(columns[1].precision == 20);
    CHECK(columns[2].scale == 2);
    auto json = statement("SELECT id, name, price FROM t");
    json.format_records_as = "JSON";
    const auto formatted = aws.send(json).value();
    CHECK(formatted.formatted_records ==
          R"([{"id":1,"name":"ring","price":"2.50"},{"id":2,"name":null,"price":null}])");
    CHECK(formatted.records.empty());
  }

  TEST_CASE_FIXTURE(Shop, "a batch is one statement with many sets of parameters, or nothing") {
    sql("CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20) UNIQUE)").value();
    const auto batch = [&](std::vector<std::string> names) {
      BatchExecuteStatement in{
          .resource_arn = arn, .secret_arn = secret, .sql = "INSERT INTO t (name) VALUES (:name)"};
      for (const auto& name : names) in.parameter_sets.push_back({parameter("name", name)});
      return aws.send(in);
    };
    const auto made = batch({"a", "b"}).value();
    REQUIRE(made.update_results.size() == 2);
    CHECK(made.update_results[1].generated_fields.at(0).long_value == 2);
    CHECK(code(batch({"c", "a"})) == "DatabaseErrorException");
    CHECK(rows("SELECT name FROM t ORDER BY name") == "a|b");
  }

  TEST_CASE_FIXTURE(Shop, "answers and rows have limits") {
    sql("CREATE TABLE t (a LONGTEXT)").value();
    sql("INSERT INTO t VALUES (:a)", {parameter("a", std::string(60'000, 'x'))}).value();
    CHECK(rows("SELECT count(*) FROM t") == "1");
    sql("INSERT INTO t SELECT t.a FROM t, (VALUES (1),(2),(3),(4),(5),(6),(7),(8),(9)) v").value();
    CHECK(sql("SELECT * FROM t").ok());
    sql("INSERT INTO t SELECT * FROM t").value();
    CHECK(message(sql("SELECT * FROM t")) == "Database response exceeded size limit");
    sql("UPDATE t SET a = concat(a, a)").value();
    CHECK(message(sql("SELECT * FROM t LIMIT 1")) == "Packet for query is too large");
    CHECK(code(sql("SELECT '" + std::string(65'536, 'x') + "'")) == "ValidationException");
  }

  TEST_CASE_FIXTURE(Shop, "a statement without an end is stopped, and changes nothing") {
    sql("CREATE TABLE t (a INT)").value();
    const auto endless =
        sql("INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT i FROM n WHERE i < 0");
    CHECK(code(endless) == "StatementTimeoutException");
    CHECK(rows("SELECT count(*) FROM t") == "0");
  }

  TEST_CASE_FIXTURE(Shop, "a transaction that a stopped statement has undone is not committed") {
    sql("CREATE TABLE t (a INT)").value();
    const std::string id = begin();
    const auto endless =
        sql("INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT i FROM n WHERE i < 0",
            {}, id);
    CHECK(code(endless) == "StatementTimeoutException");
    CHECK_FALSE(sql("INSERT INTO t VALUES (7)", {}, id).ok());
    CHECK(code(commit(id)) == "DatabaseErrorException");
    CHECK(rows("SELECT count(*) FROM t") == "0");
    CHECK(sql("INSERT INTO t VALUES (1)").ok());
  }

  TEST_CASE_FIXTURE(Shop, "a change behind WITH takes the lock, and belongs to its transaction") {
    sql("CREATE TABLE t (a INT)").value();
    sql("INSERT INTO t VALUES (1)").value();
    const std::string id = begin();
    const auto changed = sql("WITH x AS (SELECT 1 AS i) UPDATE t SET a = 2", {}, id).value();
    CHECK(changed.number_of_records_updated == 1);
    CHECK(rows("SELECT a FROM t") == "1");
    rollback(id).value();
    CHECK(rows("SELECT a FROM t") == "1");
  }

  TEST_CASE_FIXTURE(Shop, "a pattern of LIKE has an end") {
    const auto is_like = [&](std::size_t bytes) {
      return sql("SELECT 'a' LIKE :pattern", {parameter("pattern", std::string(bytes, 'a'))});
    };
    CHECK(is_like(1000).ok());
    CHECK(code(is_like(1001)) == "DatabaseErrorException");
  }

  TEST_CASE_FIXTURE(Shop, "deep statements are answered or refused on the small stack of a task") {
    const auto repeated = [](const std::string& text, int times) {
      std::string all;
      for (int i = 0; i < times; ++i) all += text;
      return all;
    };
    const auto common_tables = [](int count, const std::string& columns) {
      std::string all = "WITH c0 AS (SELECT 1 AS x)";
      for (int i = 1; i < count; ++i) {
        all += fmt::format(", c{} AS (SELECT {} FROM c{})", i, columns, i - 1);
      }
      return all + fmt::format(" SELECT x FROM c{}", count - 1);
    };
    std::string alternatives = "SELECT 1 WHERE 1 = 0";
    alternatives += repeated(" OR 1 = 1", 150);
    const std::vector<std::string> deep = {
        "SELECT " + repeated("(", 90) + "1" + repeated(")", 90),
        "SELECT " + repeated("(", 5'000) + "1" + repeated(")", 5'000),
        "SELECT " + repeated("CAST(", 90) + "1" + repeated(" AS SIGNED)", 90),
        "SELECT " + repeated("CAST(", 3'000) + "1" + repeated(" AS SIGNED)", 3'000),
        "SELECT " + repeated("abs(", 90) + "1" + repeated(")", 90),
        "SELECT 1" + repeated(" + 1", 10'000),
        "SELECT " + repeated("- ", 10'000) + "1",
        "SELECT " + repeated("CASE WHEN 1 THEN ", 500) + "1" + repeated(" END", 500),
        "SELECT 1" + repeated(" UNION SELECT 1", 2'000),
        repeated("SELECT * FROM (", 90) + "SELECT 1" + repeated(") AS t", 90),
        "SELECT 1" + repeated(" UNION SELECT 1", 480),
        common_tables(90, "DISTINCT x"),
        common_tables(1'500, "x"),
        "SELECT 1 WHERE 'a' LIKE '" + repeated("%a", 30'000) + "'"};
    int answered = 0;
    cloud.spawn("reader", [&] {
      CHECK(rows(alternatives) == "1");
      for (const std::string& text : deep) {
        static_cast<void>(sql(text));
        ++answered;
      }
    });
    cloud.advance(0s);
    CHECK(answered == static_cast<int>(deep.size()));
    CHECK(rows(deep[0]) == "1");
  }

  TEST_CASE_FIXTURE(Shop, "views and foreign keys that lead too far are refused") {
    sql("CREATE VIEW v0 AS SELECT 1 AS x").value();
    sql("CREATE TABLE t0 (id INT PRIMARY KEY)").value();
    const auto last = [&](const std::string& text) {
      int made = 0;
      const auto with = [&](int i) {
        return fmt::format(fmt::runtime(text), fmt::arg("i", i), fmt::arg("before", i - 1));
      };
      while (made < 600 && sql(with(made + 1)).ok()) ++made;
      CHECK(message(sql(with(made + 1))).starts_with("emu does not support"));
      return made;
    };
    cloud.spawn("writer", [&] {
      CHECK(last("CREATE VIEW v{i} AS SELECT DISTINCT x FROM v{before}") == 99);
      CHECK(rows("SELECT x FROM v99") == "1");
      CHECK(last("CREATE VIEW w{i} AS SELECT a.x FROM v{before} a, v{before} b, v40 c") > 0);
      CHECK(last("CREATE TABLE t{i} (id INT PRIMARY KEY, FOREIGN KEY (id) REFERENCES t{before} "
                 "(id) ON DELETE CASCADE ON UPDATE CASCADE)") == 30);
      CHECK(sql("DELETE FROM t0").ok());
    });
    cloud.advance(0s);
    CHECK(rows("SELECT count(*) FROM t30") == "0");
  }

  TEST_CASE_FIXTURE(Shop, "nothing outside of the database can be reached") {
    for (const char* text :
         {"ATTACH DATABASE 'x' AS y", "PRAGMA writable_schema = ON", "VACUUM INTO 'x'",
          "SELECT load_extension('x')", "SELECT readfile('/etc/passwd')",
          "CREATE VIRTUAL TABLE v USING fts5(a)", "SELECT json_extract('{}', '$')"}) {
      CHECK_MESSAGE(code(sql(text)) == "DatabaseErrorException", text);
    }
  }

  TEST_CASE_FIXTURE(Shop, "who may not, and what is not there") {
    auto other = statement("SELECT 1");
    other.resource_arn += "x";
    CHECK(code(aws.send(other)) == "DatabaseNotFoundException");
    other = statement("SELECT 1");
    other.secret_arn += "x";
    CHECK(code(aws.send(other)) == "SecretsErrorException");
    const auto bad =
        aws.send(secretsmanager::CreateSecret{
                     .name = "bad", .secret_string = R"({"username":"admin","password":"wrong"})"})
            .value();
    other.secret_arn = bad.arn;
    CHECK(message(aws.send(other)).starts_with("Access denied for user 'admin'"));
    other = statement("SELECT 1");
    other.schema = "x";
    CHECK(code(aws.send(other)) == "ValidationException");
    other = statement("SELECT 1");
    other.database = "missing";
    CHECK(message(aws.send(other)).starts_with("Unknown database 'missing'"));
    CHECK(code(sql("SELECT 1; SELECT 2")) == "ValidationException");
    aws.send(rds::DisableHttpEndpoint{.resource_arn = arn}).value();
    CHECK(code(sql("SELECT 1")) == "HttpEndpointNotEnabledException");
    aws.send(rds::EnableHttpEndpoint{.resource_arn = arn}).value();
    aws.send(rds::StopDBCluster{.db_cluster_identifier = "shop"}).value();
    CHECK(code(sql("SELECT 1")) == "InvalidResourceStateException");
    aws.send(rds::StartDBCluster{.db_cluster_identifier = "shop"}).value();
    CHECK(sql("SELECT 1").ok());
  }
}

}  // namespace emu::test
