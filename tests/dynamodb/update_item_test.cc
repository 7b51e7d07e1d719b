// Source: Amazon DynamoDB API Reference, "UpdateItem"; Developer Guide, "Using update expressions
// in DynamoDB".
#include <emu/json.h>

#include "dynamodb/expression/update.h"
#include "dynamodb/fixture.h"

namespace emu::test {

TEST_SUITE("dynamodb: UpdateItem") {
  TEST_CASE_FIXTURE(TableFixture, "ADD counts atomically and starts at nothing") {
    for (int i = 0; i < 3; ++i) {
      aws.send(UpdateItem{.table_name = "stats",
                          .key = {{"id", S("total")}},
                          .update_expression = "ADD requests :one, booked :two",
                          .expression_attribute_values = {{":one", N(1)}, {":two", N("2.5")}}})
          .value();
    }
    CHECK(get("total") == Item{{"id", S("total")}, {"requests", N(3)}, {"booked", N("7.5")}});
  }

  TEST_CASE_FIXTURE(TableFixture, "an update without an expression makes the item of its key") {
    aws.send(UpdateItem{.table_name = "stats", .key = {{"id", S("x")}}}).value();
    CHECK(get("x") == Item{{"id", S("x")}});
  }

  TEST_CASE_FIXTURE(TableFixture, "SET assigns, computes, falls back and appends") {
    put({{"id", S("x")}, {"a", N(10)}, {"b", N("0.5")}, {"l", L{S("p")}}});
    update(
        "SET c = a + b, d = a - :n, e = if_not_exists(a, :n), f = if_not_exists(gone, :n), "
        "l = list_append(l, :l), g = list_append(:l, l), h = a",
        {{":n", N(3)}, {":l", L{S("q")}}})
        .value();
    const Item x = get("x");
    CHECK(x.at("c").n() == "10.5");
    CHECK(x.at("d").n() == "7");
    CHECK(x.at("e").n() == "10");
    CHECK(x.at("f").n() == "3");
    CHECK(x.at("h").n() == "10");
    CHECK(x.at("l") == L{S("p"), S("q")});
    CHECK(x.at("g") == L{S("q"), S("p")});  // operands are of the item before the update
  }

  TEST_CASE_FIXTURE(TableFixture, "all four sections work in one expression, in any order") {
    put({{"id", S("x")}, {"past", S("o")}, {"tags", SS{"a", "b"}}, {"n", N(1)}});
    update("DELETE tags :t ADD n :one REMOVE past SET fresh = :s",
           {{":t", SS{"a"}}, {":one", N(1)}, {":s", S("f")}})
        .value();
    CHECK(get("x") == Item{{"id", S("x")}, {"tags", SS{"b"}}, {"n", N(2)}, {"fresh", S("f")}});
  }

  TEST_CASE_FIXTURE(TableFixture, "nested paths reach into maps and lists") {
    put({{"id", S("x")}, {"m", M{{"l", L{N(0), M{{"k", S("v")}}, N(2)}}}}});
    update("SET m.l[1].k = :w, m.#n = :w ADD m.l[0] :one", {{":w", S("w")}, {":one", N(1)}},
           {{"#n", "a.b"}})
        .value();
    CHECK(get("x").at("m") == M{{"l", L{N(1), M{{"k", S("w")}}, N(2)}}, {"a.b", S("w")}});
  }

  TEST_CASE_FIXTURE(TableFixture, "indexes mean the list as it was before the update") {
    put({{"id", S("x")}, {"l", L{N(0), N(1), N(2), N(3)}}});
    update("REMOVE l[0], l[2] SET l[9] = :b, l[7] = :a", {{":a", S("a")}, {":b", S("b")}}).value();
    CHECK(get("x").at("l") == L{N(1), N(3), S("a"), S("b")});
  }

  TEST_CASE_FIXTURE(TableFixture, "sets are united and subtracted, and an empty one disappears") {
    put({{"id", S("x")}, {"s", NS{"1", "2"}}, {"t", SS{"a"}}});
    update("ADD s :s, u :u DELETE t :t",
           {{":s", NS{"2.0", "3"}}, {":u", SS{"z", "y"}}, {":t", SS{"a", "b"}}})
        .value();
    const Item x = get("x");
    CHECK(x.at("s").ns() == std::vector<std::string>{"1", "2", "3"});
    CHECK(x.at("u").ss() == std::vector<std::string>{"y", "z"});
    CHECK_FALSE(x.contains("t"));
  }

  TEST_CASE_FIXTURE(TableFixture,
                    "ReturnValues gives the item or the updated part, before or after") {
    struct Case {
      std::string return_values;
      Item expected;
    };
    const Case cases[] = {
        {"NONE", {}},
        {"ALL_OLD", {{"id", S("x")}, {"n", N(1)}, {"m", M{{"a", N(1)}, {"b", N(2)}}}}},
        {"UPDATED_OLD", {{"n", N(1)}, {"m", M{{"a", N(1)}}}}},
        {"ALL_NEW",
         {{"id", S("x")}, {"n", N(2)}, {"m", M{{"a", N(5)}, {"b", N(2)}}}, {"z", S("z")}}},
        {"UPDATED_NEW", {{"n", N(2)}, {"m", M{{"a", N(5)}}}, {"z", S("z")}}},
    };
    for (const Case& c : cases) {
      put({{"id", S("x")}, {"n", N(1)}, {"m", M{{"a", N(1)}, {"b", N(2)}}}});
      const auto result =
          aws.send(UpdateItem{
                       .table_name = "stats",
                       .key = {{"id", S("x")}},
                       .return_values = c.return_values,
                       .update_expression = "SET n = :n, m.a = :a, z = :z",
                       .expression_attribute_values = {{":n", N(2)}, {":a", N(5)}, {":z", S("z")}}})
              .value();
      CHECK_MESSAGE(result.attributes == c.expected, c.return_values);
    }
  }

  TEST_CASE_FIXTURE(TableFixture,
                    "a failed condition changes nothing and shows the item when asked") {
    put({{"id", S("x")}, {"n", N(1)}});
    UpdateItem in{.table_name = "stats",
                  .key = {{"id", S("x")}},
                  .update_expression = "SET n = :n",
                  .condition_expression = "n > :n",
                  .expression_attribute_values = {{":n", N(2)}}};
    auto refused = aws.send(in);
    CHECK(code(refused) == "ConditionalCheckFailedException");
    CHECK(message(refused) == "The conditional request failed");
    CHECK(refused.error().detail == nullptr);

    in.return_values_on_condition_check_failure = "ALL_OLD";
    refused = aws.send(in);
    REQUIRE(refused.error().detail != nullptr);
    std::string shown;
    write_json(refused.error().detail->shape(), refused.error().detail->value(), shown);
    CHECK(shown == R"({"Item":{"id":{"S":"x"},"n":{"N":"1"}}})");
    CHECK(get("x").at("n").n() == "1");
  }

  TEST_CASE_FIXTURE(TableFixture,
                    "what cannot be applied to the item is refused and changes nothing") {
    const Item item{
        {"id", S("x")}, {"n", N(1)}, {"s", S("s")}, {"l", L{N(1)}}, {"big", N("1E125")}};
    put(item);
    struct Case {
      std::string expression;
      Item values;
      std::string message;
    };
    const std::string bad_path =
        "The document path provided in the update expression is invalid for update";
    const std::string bad_type = "An operand in the update expression has an incorrect data type";
    const std::string missing =
        "The provided expression refers to an attribute that does not exist in the item";
    const Case cases[] = {
        {"SET a.b = :v", {{":v", N(1)}}, bad_path},
        {"SET s.b = :v", {{":v", N(1)}}, bad_path},
        {"SET l.b = :v", {{":v", N(1)}}, bad_path},
        {"SET n[0] = :v", {{":v", N(1)}}, bad_path},
        {"REMOVE a.b", {}, bad_path},
        {"ADD a.b :v", {{":v", N(1)}}, bad_path},
        {"SET a = gone", {}, missing},
        {"SET a = gone + :v", {{":v", N(1)}}, missing},
        {"SET n = s + :v", {{":v", N(1)}}, bad_type},
        {"SET l = list_append(s, :v)", {{":v", L{}}}, bad_type},
        {"ADD s :v", {{":v", N(1)}}, bad_type},
        {"ADD n :v", {{":v", SS{"a"}}}, bad_type},
        {"DELETE n :v", {{":v", NS{"1"}}}, bad_type},
        {"SET id = :v",
         {{":v", S("y")}},
         "One or more parameter values were invalid: Cannot update attribute id. This attribute is "
         "part of the key"},
        {"SET big = big + :v",
         {{":v", N("9E125")}},
         "Number overflow. Attempting to store a number with magnitude larger than supported "
         "range"},
        {"SET n = n + :v",
         {{":v", N("1E-40")}},
         "Number overflow. Attempting to store a number with magnitude larger than supported "
         "range"},
        {"SET n = :w - :v",
         {{":v", N(1)}, {":w", N("1E50")}},
         "Number overflow. Attempting to store a number with magnitude larger than supported "
         "range"},
        {"SET big = :v",
         {{":v", S(std::string(400UL * 1024, 'x'))}},
         "Item size to update has exceeded the maximum allowed size"},
    };
    for (const Case& c : cases) {
      const auto refused = update(c.expression, c.values);
      CHECK_MESSAGE(code(refused) == "ValidationException", c.expression);
      CHECK_MESSAGE(message(refused) == c.message, c.expression);
    }
    CHECK(get("x") == item);
  }

  TEST_CASE_FIXTURE(TableFixture, "a list or map may not be nested beyond 32 levels by an update") {
    AttributeValue deep = L{};
    for (int i = 1; i < 32; ++i) deep = L{deep};
    put({{"id", S("x")}, {"l", L{}}});
    CHECK(update("SET d = :d", {{":d", deep}}).ok());
    CHECK(message(update("SET l[0] = :d", {{":d", deep}}))
              .starts_with("Nesting Levels have exceeded supported limits"));
    CHECK(get("x").at("l") == L{});
  }

  TEST_CASE("an item that becomes too large is not made first") {
    struct Case {
      std::string source;
      Item values;
    };
    const StoredItem stored =
        StoredItem::pack({{"a", L{S(std::string(150'000, 'x'))}}, {"m", M{}}, {"s", SS{"b"}}});
    const AttributeValue text = S(std::string(150'000, 'y'));
    const AttributeValue set = SS{std::string(150'000, 'z')};
    for (const Case& c : std::vector<Case>{{"SET b = a, c = a, d = a", {}},
                                           {"SET m.b = a, m.c = a, m.d = a", {}},
                                           {"SET b = :t, c = :t, d = :t", {{":t", text}}},
                                           {"SET b = a, c = a ADD s :s", {{":s", set}}}}) {
      const auto parsed = expression::parse_update(c.source).value();
      const std::map<std::string, std::string> no_names;
      const expression::Placeholders placeholders{no_names, c.values};
      const auto update = expression::resolve(parsed.tree, placeholders).value();
      SeenItem item(&stored);
      CHECK_MESSAGE(Fixture::message(expression::evaluate(update, item, placeholders)) ==
                        "Item size to update has exceeded the maximum allowed size",
                    c.source);
    }
  }

  TEST_CASE_FIXTURE(TableFixture, "what an update takes away makes room for what it sets") {
    const AttributeValue half = S(std::string(200'000, 'x'));
    put({{"id", S("x")}, {"a", half}, {"m", M{{"b", half}}}});
    CHECK(update("SET c = a, m.d = m.b REMOVE a, m.b").ok());
    const Item x = get("x");
    CHECK(x.at("c") == half);
    CHECK(x.at("m") == M{{"d", half}});
    CHECK_FALSE(update("SET e = :one, f = c", {{":one", N(1)}}).ok());
  }

  TEST_CASE_FIXTURE(TableFixture, "consumed capacity counts the larger of the old and new item") {
    put({{"id", S("x")}, {"big", S(std::string(2500, 'x'))}});
    UpdateItem in{.table_name = "stats",
                  .key = {{"id", S("x")}},
                  .return_consumed_capacity = "TOTAL",
                  .update_expression = "REMOVE big"};
    CHECK(aws.send(in).value().consumed_capacity->capacity_units == 3.0);
    in.return_consumed_capacity = "INDEXES";
    const auto second = aws.send(in).value().consumed_capacity.value();
    CHECK(second.capacity_units == 1.0);
    CHECK(second.table->capacity_units == 1.0);
    CHECK(second.table_name == "stats");
  }

  // As clients report.
  TEST_CASE_FIXTURE(TableFixture, "an update that only takes away makes no item") {
    for (const char* expression :
         {"REMOVE a", "REMOVE a.b, c[1]", "DELETE s :s", "REMOVE a DELETE s :s"}) {
      const Item values = std::string_view(expression).find(":s") != std::string_view::npos
                              ? Item{{":s", SS{"a"}}}
                              : Item{};
      UpdateItem in{.table_name = "stats",
                    .key = {{"id", S("x")}},
                    .return_values = "ALL_NEW",
                    .update_expression = expression,
                    .expression_attribute_values = values};
      CHECK_MESSAGE(aws.send(in).value().attributes.empty(), expression);
      CHECK_MESSAGE(get("x").empty(), expression);
    }
    update("REMOVE a SET b = :b", {{":b", N(1)}}).value();
    CHECK(get("x") == Item{{"id", S("x")}, {"b", N(1)}});
    CHECK(message(update("REMOVE a.b")) ==
          "The document path provided in the update expression is invalid for update");
  }

  // As clients report.
  TEST_CASE_FIXTURE(TableFixture, "an item that is made has its key for the update to see") {
    aws.send(UpdateItem{.table_name = "trips",
                        .key = {{"bus", S("12")}, {"departure", N("7.0")}},
                        .update_expression = "SET line = bus, d = if_not_exists(departure, :z), "
                                             "e = departure + :z",
                        .expression_attribute_values = {{":z", N(1)}}})
        .value();
    const auto made =
        aws.send(GetItem{.table_name = "trips", .key = {{"bus", S("12")}, {"departure", N(7)}}})
            .value()
            .item;
    CHECK(made.at("line") == S("12"));
    CHECK(made.at("d").n() == "7");
    CHECK(made.at("e").integer() == 8);
  }

  TEST_CASE_FIXTURE(TableFixture, "legacy parameters are refused beside expressions") {
    UpdateItem in{.table_name = "stats",
                  .key = {{"id", S("x")}},
                  .attribute_updates = {{"a", {.value = N(1)}}},
                  .update_expression = "SET a = b"};
    CHECK(message(aws.send(in)) ==
          "Can not use both expression and non-expression parameters in the same request: "
          "Non-expression parameters: {AttributeUpdates} Expression parameters: "
          "{UpdateExpression}");
    CHECK(get("x").empty());
  }
}

}  // namespace emu::test
