// What one call may cost, however it is written. Source: Amazon Aurora User Guide, "Troubleshooting
// Amazon RDS Data API"; the numbers are our own.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <memory>
#include <string>

#include "rdsdata/engine/memory_vfs.h"
#include "rdsdata/limits.h"
#include "shop.h"

namespace emu::test {

using namespace rdsdata;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// Common tables of which each names the one before twice: short to write, endless to write out.
std::string doubling(int count) {
  std::string all = "WITH c0 AS (SELECT 1 AS x)";
  for (int i = 1; i < count; ++i) {
    all += fmt::format(", c{0} AS (SELECT a.x FROM c{1} a, c{1} b)", i, i - 1);
  }
  return all + fmt::format(" SELECT x FROM c{}", count - 1);
}

}  // namespace

TEST_SUITE("rdsdata: bounds") {
  TEST_CASE_FIXTURE(Shop, "all sets of a batch together have the steps of one call") {
    sql("CREATE TABLE t (a INT)").value();
    BatchExecuteStatement batch{
        .resource_arn = arn,
        .secret_arn = secret,
        .sql =
            "INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT "
            "10000) SELECT i FROM n WHERE i < :least"};
    batch.parameter_sets.assign(10, {parameter("least", 2)});
    CHECK(aws.send(batch).ok());
    batch.parameter_sets.assign(2000, {parameter("least", 2)});
    CHECK(code(aws.send(batch)) == "StatementTimeoutException");
    CHECK(rows("SELECT count(*) FROM t") == "10");
  }

  TEST_CASE_FIXTURE(Shop, "memory ends a statement, also inside of a single row") {
    const std::string wide = "length(concat(printf('%.*c', 4000000, 'x'), rand()))";
    CHECK(rows("SELECT " + wide).starts_with("40000"));
    CHECK(
        code(sql("SELECT count(*) FROM (SELECT concat(printf('%.*c', 4000000, 'x'), rand()) AS a " +
                 repeated(", concat(printf('%.*c', 4000000, 'x'), rand()) ", 39) +
                 " UNION SELECT 1" + repeated(", 1", 39) + ") t")) == "StatementTimeoutException");
    for (const char* text : {"SELECT zeroblob(1000000000)", "SELECT hex(zeroblob(4000000))"}) {
      CHECK_MESSAGE(code(sql(text)) == "DatabaseErrorException", text);
    }
    CHECK(rows("SELECT 1") == "1");
  }

  TEST_CASE_FIXTURE(Shop, "memory is counted for the call, whatever others have") {
    sql("CREATE TABLE t (a LONGTEXT)").value();
    const std::string id = begin();
    for (int i = 0; i < 12; ++i) {
      sql("INSERT INTO t VALUES (:a)", {parameter("a", std::string(3'900'000, 'x'))}, id).value();
    }
    CHECK(rows("SELECT count(*) FROM t", id) == "12");
    rollback(id).value();
    CHECK(rows("SELECT count(*) FROM t") == "0");
  }

  TEST_CASE_FIXTURE(Shop, "what is short to write and endless to write out is stopped") {
    CHECK(rows(doubling(5)) == "1");
    CHECK(code(sql(doubling(60))) == "StatementTimeoutException");
    sql("CREATE VIEW v AS " + doubling(60)).value();
    CHECK(code(sql("SELECT * FROM v")) == "StatementTimeoutException");
    static_cast<void>(sql("DESCRIBE v"));
    static_cast<void>(sql("INSERT INTO v VALUES (1)"));
    CHECK_FALSE(
        cloud.look(PeekDatabase{.cluster = "shop", .sql = "SELECT * FROM v"}).problem.empty());
    CHECK(rows("SELECT 1") == "1");
  }

  TEST_CASE_FIXTURE(Shop, "searching and trimming long texts takes no longer than reading them") {
    const std::string text(500'000, 'a');
    const std::string needle = std::string(200'000, 'a') + "b";
    const std::vector<SqlParameter> both = {parameter("text", text), parameter("needle", needle)};
    const auto one = [&](const std::string& query) {
      const auto result = sql("SELECT " + query, both);
      return result ? text_of(result->records.at(0).at(0)) : message(result);
    };
    CHECK(one("instr(:text, :needle)") == "0");
    CHECK(one("length(replace(:text, :needle, ''))") == "500000");
    CHECK(one("length(trim(:text, :needle))") == "0");
    CHECK(one("length(ltrim(:needle, :text))") == "1");
  }

  TEST_CASE_FIXTURE(Shop, "and they do what they did") {
    CHECK(rows("SELECT instr('a\xc3\xa4"
               "b', 'b'), instr('abc', ''), instr('abc', 'x'), instr(NULL, 'x')") == "3,1,0,NULL");
    CHECK(
        rows("SELECT replace('aXbXX', 'X', 'yz'), replace('abc', '', 'x'), replace('abab', 'aba', "
             "'')") == "ayzbyzyz,abc,b");
    CHECK(rows("SELECT trim('  a '), trim('xyaxy', 'yx'), ltrim('xya', 'xy'), rtrim('ax\xc3\xa4', "
               "'\xc3\xa4')") == "a,a,a,ax");
    CHECK(message(sql("SELECT 'a' GLOB 'a*'")).starts_with("emu does not support"));
    CHECK(rows("SHOW TABLES") == "");
  }

  TEST_CASE_FIXTURE(Shop, "a pattern that goes back and forth has an end too") {
    const std::string pattern = "%" + std::string(990, 'a') + "b";
    const std::vector<SqlParameter> long_text = {parameter("text", std::string(1'000'000, 'a')),
                                                 parameter("pattern", pattern)};
    CHECK(code(sql("SELECT :text LIKE :pattern", long_text)) == "StatementTimeoutException");
    CHECK(rows("SELECT '" + std::string(500, 'a') + "b' LIKE '%aab'") == "1");
  }

  TEST_CASE_FIXTURE(Shop, "a row that is too large is not read to its end") {
    std::string columns = ":a" + repeated(", :a", 900);
    CHECK(message(sql("SELECT " + columns, {parameter("a", std::string(3'900'000, 'x'))})) ==
          "Packet for query is too large");
  }

  TEST_CASE_FIXTURE(Shop, "a default is not written out without an end") {
    sql("CREATE TABLE t (a TEXT DEFAULT '" + std::string(60'000, 'x') + "')").value();
    CHECK(sql("INSERT INTO t (a) VALUES (DEFAULT), (DEFAULT)").ok());
    CHECK(code(sql("INSERT INTO t (a) VALUES (DEFAULT)" + repeated(", (DEFAULT)", 5'000))) ==
          "DatabaseErrorException");
    CHECK(rows("SELECT count(*) FROM t") == "2");
  }

  TEST_CASE_FIXTURE(Shop, "so many parameters of a statement") {
    std::string text = "SELECT 1 IN (:p0";
    std::vector<SqlParameter> parameters = {parameter("p0", 0)};
    for (int i = 1; i < 5000; ++i) {
      text += fmt::format(",:p{}", i);
      parameters.push_back(parameter(fmt::format("p{}", i), i));
    }
    CHECK(code(sql(text + ")", parameters)) == "DatabaseErrorException");
  }

  TEST_CASE("the databases of an account have room together") {
    const auto room = std::make_shared<StorageRoom>();
    MemoryFile first(room);
    MemoryFile second(room);
    const std::int64_t before = room->used;
    const std::string block(65'536, 'x');
    const auto size = static_cast<std::int64_t>(block.size());
    CHECK(first.write(block.data(), size, 0));
    CHECK(room->used == before + size);
    room->used += kAccountBytesMax - room->used - size;
    CHECK(second.write(block.data(), size, 0));
    CHECK_FALSE(second.write(block.data(), size, size));
    CHECK(second.write(block.data(), size, 0));
    first.truncate(0);
    CHECK(second.write(block.data(), size, size));
  }
}

}  // namespace emu::test
