// Source: Amazon DynamoDB API Reference, "ExecuteStatement"; Developer Guide, "PartiQL - a
// SQL-compatible query language for Amazon DynamoDB" and its subpages.
#include "dynamodb/partiql_fixture.h"

namespace emu::test {

TEST_SUITE("dynamodb: ExecuteStatement") {
  TEST_CASE_FIXTURE(PartiqlFixture, "a statement inserts, updates, reads and deletes an item") {
    run(R"(INSERT INTO "stats" VALUE {'id': 'a', 'n': ?})", {N(1)}).value();
    CHECK(get("a") == Item{{"id", S("a")}, {"n", N(1)}});
    run("UPDATE stats SET n = n + 1 WHERE id = 'a'").value();
    CHECK(run("SELECT n FROM stats WHERE id = ?", {S("a")}).value().items ==
          std::vector<Item>{{{"n", N(2)}}});
    run("DELETE FROM stats WHERE id = 'a'").value();
    CHECK(get("a").empty());
  }

  // "PartiQL data types for DynamoDB"
  TEST_CASE_FIXTURE(PartiqlFixture, "literals are of all types but binary") {
    run("INSERT INTO stats VALUE {'id': 'it''s', 'n': -1.50e2, 't': true, 'f': FALSE, 'z': null, "
        "'l': [1, 'x', []], 'm': {'k': {}}, 'ss': <<'b', 'a'>>, 'ns': <<2, 1>>};")
        .value();
    CHECK(get("it's") == Item{{"id", S("it's")},
                              {"n", N(-150)},
                              {"t", Bool(true)},
                              {"f", Bool(false)},
                              {"z", Null()},
                              {"l", L{N(1), S("x"), L{}}},
                              {"m", M{{"k", M{}}}},
                              {"ss", SS{"a", "b"}},
                              {"ns", NS{"1", "2"}}});
  }

  // "PartiQL insert statements for DynamoDB"
  TEST_CASE_FIXTURE(PartiqlFixture, "an item is inserted only where there is none") {
    put({{"id", S("a")}});
    const auto refused = run("INSERT INTO stats VALUE {'id': 'a', 'n': 1}");
    CHECK(code(refused) == "DuplicateItemException");
    CHECK(message(refused) == "Duplicate primary key exists in table");
    CHECK(get("a") == Item{{"id", S("a")}});
  }

  // "PartiQL update statements for DynamoDB"
  TEST_CASE_FIXTURE(PartiqlFixture, "an update sets, adds and removes") {
    put({{"id", S("a")},
         {"n", N(1)},
         {"l", L{N(1)}},
         {"ss", SS{"a"}},
         {"m", M{{"k", N(1)}, {"x", N(2)}}},
         {"gone", S("x")}});
    run("UPDATE \"stats\" SET l = list_append(l, [2, ?]), n = 10 - n SET ss = set_add(ss, <<'b'>>) "
        "SET m.k = 'v' REMOVE gone, m['x'] WHERE id = 'a'",
        {N(3)})
        .value();
    CHECK(get("a") == Item{{"id", S("a")},
                           {"n", N(9)},
                           {"l", L{N(1), N(2), N(3)}},
                           {"ss", SS{"a", "b"}},
                           {"m", M{{"k", S("v")}}}});
    run("UPDATE stats SET ss = set_delete(ss, <<'a', 'b'>>) WHERE id = 'a'").value();
    CHECK_FALSE(get("a").contains("ss"));
  }

  TEST_CASE_FIXTURE(PartiqlFixture, "an update needs an item that fulfils its condition") {
    put({{"id", S("a")}, {"n", N(1)}});
    const auto refused =
        aws.send(ExecuteStatement{.statement = "UPDATE stats SET n = 5 WHERE id = 'a' AND n > 1",
                                  .return_values_on_condition_check_failure = "ALL_OLD"});
    CHECK(code(refused) == "ConditionalCheckFailedException");
    CHECK(message(refused) == "The conditional request failed");
    CHECK(refused.error().detail != nullptr);
    CHECK(code(run("UPDATE stats SET n = 5 WHERE id = 'none'")) ==
          "ConditionalCheckFailedException");
    CHECK(get("none").empty());
    CHECK(get("a").at("n").integer() == 1);
  }

  // "PartiQL delete statements for DynamoDB"
  TEST_CASE_FIXTURE(PartiqlFixture, "a deletion of what is not there succeeds") {
    put({{"id", S("a")}, {"n", N(1)}});
    CHECK(run("DELETE FROM stats WHERE id = 'none' AND n = 1 RETURNING ALL OLD *")
              .value()
              .items.empty());
    CHECK(code(run("DELETE FROM stats WHERE id = 'a' AND n = 2")) ==
          "ConditionalCheckFailedException");
    CHECK(run("DELETE FROM stats WHERE id = 'a' AND n = 1 RETURNING ALL OLD *").value().items ==
          std::vector<Item>{{{"id", S("a")}, {"n", N(1)}}});
    CHECK(get("a").empty());
  }

  TEST_CASE_FIXTURE(PartiqlFixture, "RETURNING answers the item, or what of it was changed") {
    put({{"id", S("a")}, {"n", N(1)}, {"x", S("y")}});
    const auto returned = [&](const std::string& what) {
      return run("UPDATE stats SET n = n + 1 WHERE id = 'a' RETURNING " + what).value().items.at(0);
    };
    CHECK(returned("ALL OLD *") == Item{{"id", S("a")}, {"n", N(1)}, {"x", S("y")}});
    CHECK(returned("MODIFIED OLD *") == Item{{"n", N(2)}});
    CHECK(returned("ALL NEW *") == Item{{"id", S("a")}, {"n", N(4)}, {"x", S("y")}});
    CHECK(returned("MODIFIED NEW *") == Item{{"n", N(5)}});
  }

  TEST_CASE_FIXTURE(PartiqlFixture, "conditions are of all kinds") {
    put({{"id", S("a")},
         {"n", N(5)},
         {"t", S("text")},
         {"l", L{N(1), N(2)}},
         {"z", Null()},
         {"m", M{{"k", S("v")}}}});
    const auto holds = [&](const std::string& condition) {
      const auto result = run("UPDATE stats SET w = 1 WHERE id = 'a' AND (" + condition + ")");
      if (!result) REQUIRE(code(result) == "ConditionalCheckFailedException");
      return result.ok();
    };
    CHECK(holds("n = 5 AND n <> 4 AND n != 4 AND n < 6 AND n <= 5 AND n > 4 AND n >= 5"));
    CHECK(holds("n BETWEEN 4 AND 6"));
    CHECK_FALSE(holds("n NOT BETWEEN 4 AND 6"));
    CHECK(holds("n IN [1, 5]"));
    CHECK(holds("n in (1, 5)"));
    CHECK_FALSE(holds("n NOT IN [1, 5]"));
    CHECK(holds("x IS MISSING AND n IS NOT MISSING"));
    CHECK(holds("z IS NULL AND n IS NOT NULL"));
    CHECK_FALSE(holds("x IS NULL OR x IS NOT NULL"));
    CHECK(holds("begins_with(t, 'te') AND contains(\"t\", 'x') AND attribute_type(m, 'M')"));
    CHECK(holds("SIZE(l) = 2 AND m.k = 'v' AND l[1] = 2 AND m['k'] = 'v'"));
    CHECK(holds("NOT n = 4 AND (t = 'x' OR t = 'text')"));
    CHECK_FALSE(holds("t = 'x' OR n = 4"));
  }

  TEST_CASE_FIXTURE(PartiqlFixture, "statements that are no statements are refused") {
    struct Case {
      std::string statement;
      std::string message;
    };
    const std::string malformed = "Statement wasn't well formed, can't be processed: ";
    const std::string no_key =
        "Where clause does not contain a mandatory equality on all key attributes";
    const Case cases[] = {
        {"CREATE TABLE x", malformed + "Expected data manipulation"},
        // As reported by users of the SDK for JavaScript.
        {"UPDATE Payment-x SET a = 1 WHERE b = 2", malformed + "Expected data manipulation"},
        {"INSERT INTO stats (id) VALUES ('a')", malformed + "Unexpected term"},
        {"INSERT INTO stats VALUE {'id': 'a'} x", malformed + "Unexpected term"},
        {"INSERT INTO stats VALUE {'id': 'a'", malformed + "Unexpected term"},
        {"INSERT INTO stats VALUE {'id': 'a', 'id': 'b'}", malformed + "Duplicate name in a map"},
        {"INSERT INTO stats VALUE {'id': <<1, 'a'>>}",
         malformed + "Elements of a set are of one type"},
        {"INSERT INTO stats VALUE 'a'", malformed + "Expected a map as the item"},
        {"DELETE FROM stats WHERE id = 'a", malformed + "Expected identifier"},
        {"DELETE FROM stats", malformed + "Unexpected term"},
        {"DELETE FROM stats WHERE id = 'a' RETURNING ALL NEW *",
         malformed + "Only RETURNING ALL OLD * is supported for DELETE"},
        {"DELETE FROM where WHERE id = 'a'", malformed + "Unexpected keyword"},
        {"DELETE FROM stats WHERE n = 1", no_key},
        {"DELETE FROM stats WHERE id = 'a' OR id = 'b'", no_key},
        {"UPDATE stats SET n = 1 WHERE id > 'a'", no_key},
        {"UPDATE trips SET n = 1 WHERE bus = 'a'", no_key},
        {"UPDATE stats SET id = 'b' WHERE id = 'a'",
         "One or more parameter values were invalid: Cannot update attribute id. This attribute is "
         "part of the key"},
        {"UPDATE stats SET n = 1 WHERE id = 1",
         "The provided key element does not match the schema"},
        {"INSERT INTO stats VALUE {'n': 1}",
         "One or more parameter values were invalid: Missing the key id in the item"},
        {"DELETE FROM stats WHERE id = ?",
         "Number of parameters in request and statement don't match."},
        {"UPDATE stats.i SET n = 1 WHERE id = 'a'",
         "An index can only be read: name the table in a statement that writes"},
        {"INSERT INTO stats.i VALUE {'id': 'b'}",
         "An index can only be read: name the table in a statement that writes"},
        {"DELETE FROM stats.i WHERE id = 'a'",
         "An index can only be read: name the table in a statement that writes"},
        {"EXISTS(SELECT * FROM stats WHERE id = 'a')",
         "Unsupported operation: EXISTS can only be used in ExecuteTransaction"},
    };
    put({{"id", S("a")}});
    for (const Case& c : cases) {
      const auto refused = run(c.statement);
      CAPTURE(c.statement);
      CHECK(code(refused) == "ValidationException");
      CHECK(message(refused) == c.message);
    }
    CHECK(message(run("DELETE FROM stats WHERE id = 'a'", {N(1)})) ==
          "Number of parameters in request and statement don't match.");
    CHECK(code(run("DELETE FROM gone WHERE id = 'a'")) == "ResourceNotFoundException");
    CHECK(get("a") == Item{{"id", S("a")}});
  }

  TEST_CASE_FIXTURE(PartiqlFixture, "an index of a list is one of 32 bits") {
    put({{"id", S("a")}, {"l", L{N(1)}}});
    for (const std::string statement : {"UPDATE stats SET l[4294967296] = 2 WHERE id = 'a'",
                                        "UPDATE stats REMOVE l[4294967296] WHERE id = 'a'",
                                        "SELECT l[99999999999999999999] FROM stats"}) {
      CHECK(message(run(statement)) ==
            "Statement wasn't well formed, can't be processed: The index of a list is too large");
    }
    CHECK(message(run("SELECT l[1.5] FROM stats")) ==
          "Statement wasn't well formed, can't be processed: Expected an index of a list");
    CHECK(get("a").at("l") == L{N(1)});
  }

  TEST_CASE_FIXTURE(PartiqlFixture, "depth and length are bounded") {
    const auto within = [](std::size_t levels, char open, const char* inner, char close) {
      return std::string(levels, open) + inner + std::string(levels, close);
    };
    const std::string delete_where = "DELETE FROM stats WHERE ";
    const std::string insert = "INSERT INTO stats VALUE {'id': 'a', 'l': ";
    CHECK(run(delete_where + within(60, '(', "id = 'a'", ')')).ok());
    CHECK(run(insert + within(30, '[', "", ']') + "}").ok());
    const std::string too_deep =
        "Statement wasn't well formed, can't be processed: Nested too deeply";
    CHECK(message(run(delete_where + within(1000, '(', "id = 'a'", ')'))) == too_deep);
    CHECK(message(run(insert + within(1000, '[', "", ']') + "}")) == too_deep);
    CHECK(message(run("DELETE FROM stats WHERE id = '" + std::string(8192, 'x') + "'"))
              .ends_with("Member must have length less than or equal to 8192"));
  }

  TEST_CASE_FIXTURE(PartiqlFixture, "a statement costs what its write costs") {
    const auto result =
        aws.send(ExecuteStatement{.statement = "INSERT INTO stats VALUE {'id': 'a', 'b': ?}",
                                  .parameters = {S(std::string(1500, 'x'))},
                                  .return_consumed_capacity = "TOTAL"})
            .value();
    CHECK(result.consumed_capacity.value().table_name == "stats");
    CHECK(result.consumed_capacity.value().capacity_units == 2);
  }
}

}  // namespace emu::test
