// Source: Amazon DynamoDB API Reference, "GetItem"; Developer Guide, "Using projection expressions
// in DynamoDB".
#include <emu/json.h>

#include <algorithm>

#include "dynamodb/fixture.h"

namespace emu::test {

TEST_SUITE("dynamodb: GetItem") {
  TEST_CASE_FIXTURE(TableFixture, "an item is read by its whole key") {
    for (const int departure : {1, 2}) {
      aws.send(PutItem{.table_name = "trips",
                       .item = {{"bus", S("12")}, {"departure", N(departure)}, {"seat", N(7)}}})
          .value();
    }
    const GetItem read{.table_name = "trips", .key = {{"bus", S("12")}, {"departure", N("2.0")}}};
    CHECK(aws.send(read).value().item.at("departure").integer() == 2);
    CHECK(aws.send(GetItem{.table_name = "trips", .key = {{"bus", S("12")}, {"departure", N(3)}}})
              .value()
              .item.empty());
  }

  TEST_CASE_FIXTURE(TableFixture, "a projection gives what its paths lead to and no more") {
    put({{"id", S("x")},
         {"a", N(1)},
         {"m", M{{"p", N(1)}, {"q", N(2)}, {"r", M{{"s", N(3)}}}}},
         {"l", L{N(0), N(1), M{{"k", N(2)}, {"z", N(9)}}, N(3)}}});
    const auto project = [&](std::string paths, std::map<std::string, std::string> names = {}) {
      return aws
          .send(GetItem{.table_name = "stats",
                        .key = {{"id", S("x")}},
                        .projection_expression = std::move(paths),
                        .expression_attribute_names = std::move(names)})
          .value()
          .item;
    };
    CHECK(project("a, gone") == Item{{"a", N(1)}});
    CHECK(project("m.q, m.r.s") == Item{{"m", M{{"q", N(2)}, {"r", M{{"s", N(3)}}}}}});
    CHECK(project("l[3], l[2].k, l[7]") == Item{{"l", L{M{{"k", N(2)}}, N(3)}}});
    CHECK(project("#a", {{"#a", "a"}}) == Item{{"a", N(1)}});
    CHECK(project("m.gone, a.b, l.k").empty());
  }

  TEST_CASE_FIXTURE(TableFixture, "as many attributes as an item can have are read in one pass") {
    constexpr int kAttributes = 40'000;
    Item item = {{"id", S("x")}};
    std::vector<std::string> names;
    for (int i = 0; i < kAttributes; ++i) {
      item.emplace("a" + std::to_string(i), Null());
      names.push_back("a" + std::to_string(i));
    }
    names.emplace_back("gone");
    put(item);
    item.erase("id");
    std::reverse(names.begin(), names.end());
    const auto read = aws.send(
        GetItem{.table_name = "stats", .key = {{"id", S("x")}}, .attributes_to_get = names});
    CHECK(read.value().item == item);
    std::map<std::string, ExpectedAttributeValue> expected;
    for (const std::string& name : names) expected[name].exists = false;
    CHECK(code(aws.send(DeleteItem{
              .table_name = "stats", .key = {{"id", S("x")}}, .expected = std::move(expected)})) ==
          "ConditionalCheckFailedException");
  }

  TEST_CASE_FIXTURE(TableFixture, "a projection is refused when its paths overlap or are broken") {
    const auto refusal = [&](std::string paths) {
      return message(aws.send(GetItem{.table_name = "stats",
                                      .key = {{"id", S("x")}},
                                      .projection_expression = std::move(paths)}));
    };
    CHECK(refusal("a, b, a.c") ==
          "Invalid ProjectionExpression: Two document paths overlap with each other; must remove "
          "or rewrite one of these paths; path one: [a], path two: [a, c]");
    CHECK(refusal("a b") ==
          R"(Invalid ProjectionExpression: Syntax error; token: "b", near: "a b")");
    CHECK(refusal("count") ==
          "Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: "
          "count");
    CHECK(refusal("") == "Invalid ProjectionExpression: The expression can not be empty;");
  }

  // As clients report.
  TEST_CASE_FIXTURE(TableFixture, "an item of which nothing is projected is there, empty") {
    put({{"id", S("x")}});
    GetItem in{.table_name = "stats", .key = {{"id", S("x")}}, .projection_expression = "gone"};
    CHECK(to_json(aws.send(in).value()) == R"({"Item":{}})");
    in.key = {{"id", S("y")}};
    CHECK(to_json(aws.send(in).value()) == "{}");
  }

  // As clients report.
  TEST_CASE_FIXTURE(Fixture, "what is wrong with a key's values is said before the look-up") {
    struct Case {
      AttributeValue value;
      std::string message;
    };
    const Case cases[] = {
        {AttributeValue(),
         "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"},
        {SeveralTypes{},
         "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the "
         "supported datatypes"},
        {N("abc"), "The parameter cannot be converted to a numeric value: abc"},
        {S("x"), "Requested resource not found"},
    };
    for (const Case& c : cases) {
      const Item key{{"id", c.value}};
      CHECK(message(aws.send(GetItem{.table_name = "gone", .key = key})) == c.message);
      CHECK(message(aws.send(UpdateItem{.table_name = "gone", .key = key})) == c.message);
      CHECK(message(aws.send(DeleteItem{.table_name = "gone", .key = key})) == c.message);
    }
  }

  TEST_CASE_FIXTURE(TableFixture, "a key that is not the table's is refused") {
    const Item keys[] = {{{"bus", S("12")}},
                         {{"bus", S("12")}, {"departure", S("1")}},
                         {{"bus", S("12")}, {"departure", N(1)}, {"seat", N(1)}},
                         {{"bus", S("12")}, {"seat", N(1)}}};
    for (const Item& key : keys) {
      const auto refused = aws.send(GetItem{.table_name = "trips", .key = key});
      CHECK(code(refused) == "ValidationException");
      CHECK(message(refused) == "The provided key element does not match the schema");
    }
  }

  TEST_CASE_FIXTURE(TableFixture,
                    "reads cost a unit for each started 4 KB, and half of it by default") {
    put({{"id", S("x")}, {"v", S(std::string(5000, 'x'))}});
    const auto units = [&](const char* id, bool consistent) {
      return aws
          .send(GetItem{.table_name = "stats",
                        .key = {{"id", S(id)}},
                        .consistent_read = consistent,
                        .return_consumed_capacity = "TOTAL"})
          .value()
          .consumed_capacity->capacity_units;
    };
    CHECK(units("x", false) == 1.0);
    CHECK(units("x", true) == 2.0);
    CHECK(units("gone", false) == 0.5);
    CHECK(units("gone", true) == 1.0);
  }
}

}  // namespace emu::test
