// Source: Amazon DynamoDB Developer Guide, "Legacy DynamoDB conditional parameters" and its
// subpages; texts as clients report.
#include "dynamodb/expression/condition.h"
#include "dynamodb/fixture.h"
#include "dynamodb/legacy/legacy.h"

namespace emu::test {

namespace {

struct LegacyFixture : TableFixture {
  LegacyFixture() {
    put({{"id", S("x")},
         {"n", N(5)},
         {"s", S("hello")},
         {"tags", SS{"a", "b"}},
         {"a.b", S("dotted")},
         {"l", L{N(1)}}});
  }

  using Expected = std::map<std::string, ExpectedAttributeValue>;
  Result<DeleteItemResult> expect(Expected expected, std::optional<std::string> joint = {}) {
    // Nothing is deleted: the key is of an item that is put again.
    auto result = aws.send(DeleteItem{.table_name = "stats",
                                      .key = {{"id", S("x")}},
                                      .expected = std::move(expected),
                                      .conditional_operator = std::move(joint),
                                      .return_values = "ALL_OLD"});
    if (result) put(result.value().attributes);
    return result;
  }
  bool holds(std::string attribute, std::string comparison, std::vector<AttributeValue> values) {
    const auto result = expect({{std::move(attribute),
                                 {.comparison_operator = std::move(comparison),
                                  .attribute_value_list = std::move(values)}}});
    if (!result) REQUIRE(result.error().message == "The conditional request failed");
    return result.ok();
  }
  Result<UpdateItemResult> change(std::map<std::string, AttributeValueUpdate> updates) {
    return aws.send(UpdateItem{.table_name = "stats",
                               .key = {{"id", S("x")}},
                               .attribute_updates = std::move(updates),
                               .return_values = "UPDATED_NEW"});
  }
};

const std::string kInvalid = "One or more parameter values were invalid: ";

}  // namespace

TEST_SUITE("dynamodb: parameters of the time before expressions") {
  TEST_CASE_FIXTURE(LegacyFixture, "Expected compares attributes by their whole names") {
    CHECK(expect({{"n", {.value = N("5.0")}}}).ok());
    CHECK(expect({{"a.b", {.value = S("dotted"), .exists = true}}}).ok());
    CHECK(expect({{"gone", {.exists = false}}}).ok());
    CHECK(code(expect({{"n", {.value = N(6)}}})) == "ConditionalCheckFailedException");
    CHECK(code(expect({{"n", {.exists = false}}})) == "ConditionalCheckFailedException");
  }

  TEST_CASE_FIXTURE(LegacyFixture, "each comparison operator of Expected") {
    CHECK(holds("n", "EQ", {N(5)}));
    CHECK(holds("tags", "EQ", {SS{"b", "a"}}));
    CHECK(holds("n", "NE", {N(6)}));
    CHECK(holds("gone", "NE", {N(6)}));
    CHECK(holds("n", "LE", {N(5)}));
    CHECK_FALSE(holds("n", "LT", {N(5)}));
    CHECK(holds("n", "GE", {N(5)}));
    CHECK_FALSE(holds("n", "GT", {N(5)}));
    CHECK_FALSE(holds("n", "GT", {S("4")}));
    CHECK(holds("n", "NOT_NULL", {}));
    CHECK(holds("gone", "NULL", {}));
    CHECK(holds("s", "CONTAINS", {S("ell")}));
    CHECK(holds("tags", "CONTAINS", {S("a")}));
    CHECK(holds("tags", "NOT_CONTAINS", {S("c")}));
    CHECK_FALSE(holds("gone", "NOT_CONTAINS", {S("c")}));
    CHECK(holds("s", "BEGINS_WITH", {S("hel")}));
    CHECK(holds("n", "IN", {N(4), N(5)}));
    CHECK(holds("n", "BETWEEN", {N(5), N(6)}));
  }

  TEST_CASE_FIXTURE(LegacyFixture, "ConditionalOperator joins what is expected by AND or by OR") {
    const Expected both{{"n", {.value = N(5)}}, {"s", {.value = S("other")}}};
    CHECK(code(expect(both)) == "ConditionalCheckFailedException");
    CHECK(code(expect(both, "AND")) == "ConditionalCheckFailedException");
    CHECK(expect(both, "OR").ok());
  }

  TEST_CASE_FIXTURE(LegacyFixture, "what Expected may not say is refused, by counted texts") {
    struct Case {
      ExpectedAttributeValue expected;
      std::string message;
    };
    const Case cases[] = {
        {{.exists = true}, "Value must be provided when Exists is true for Attribute: a"},
        {{}, "Value must be provided when Exists is null for Attribute: a"},
        {{.value = N(1), .exists = false},
         "Value cannot be used when Exists is false for Attribute: a"},
        {{.exists = true, .comparison_operator = "EQ", .attribute_value_list = {N(1)}},
         "Exists and ComparisonOperator cannot be used together for Attribute: a"},
        {{.value = N(1), .comparison_operator = "EQ", .attribute_value_list = {N(1)}},
         "Value and AttributeValueList cannot be used together for Attribute: a"},
        {{.attribute_value_list = {N(1)}},
         "AttributeValueList can only be used with a ComparisonOperator for Attribute: a"},
        {{.comparison_operator = "EQ"},
         "Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: a"},
        {{.comparison_operator = "EQ", .attribute_value_list = {N(1), N(2)}},
         "Invalid number of argument(s) for the EQ ComparisonOperator"},
        {{.comparison_operator = "NULL", .attribute_value_list = {N(1)}},
         "Invalid number of argument(s) for the NULL ComparisonOperator"},
        {{.comparison_operator = "IN", .attribute_value_list = {N(1), S("a")}},
         "AttributeValues inside AttributeValueList must be of same type"},
        {{.comparison_operator = "LT", .attribute_value_list = {SS{"a"}}},
         "ComparisonOperator LT is not valid for SS AttributeValue type"},
    };
    for (const Case& c : cases) {
      const auto refused = expect({{"a", c.expected}});
      CHECK(code(refused) == "ValidationException");
      CHECK(message(refused) == "1 validation error detected: " + kInvalid + c.message);
    }
    CHECK(expect({{"n", {.value = N(5), .comparison_operator = "EQ"}}}).ok());
    CHECK(message(expect({}, "AND"))
              .ends_with("ConditionalOperator cannot be used without Filter or Expected"));
    CHECK(message(expect({{"n", {.value = N(5)}}}, "OR"))
              .ends_with("ConditionalOperator can only be used when Filter or Expected has two or "
                         "more elements"));
  }

  TEST_CASE_FIXTURE(LegacyFixture, "AttributeUpdates puts, adds and deletes") {
    const auto changed = change({{"s", {.value = S("new")}},
                                 {"n", {.value = N(2), .action = "ADD"}},
                                 {"fresh", {.value = N(1), .action = "ADD"}},
                                 {"tags", {.value = SS{"a"}, .action = "DELETE"}},
                                 {"l", {.value = L{N(2)}, .action = "ADD"}},
                                 {"a.b", {.action = "DELETE"}}})
                             .value();
    CHECK(changed.attributes.at("n").integer() == 7);
    CHECK(get("x") == Item{{"id", S("x")},
                           {"s", S("new")},
                           {"n", N(7)},
                           {"fresh", N(1)},
                           {"tags", SS{"b"}},
                           {"l", L{N(1), N(2)}}});
  }

  TEST_CASE_FIXTURE(LegacyFixture, "AttributeUpdates that only delete make no item") {
    aws.send(UpdateItem{.table_name = "stats",
                        .key = {{"id", S("y")}},
                        .attribute_updates = {{"a", {.action = "DELETE"}}}})
        .value();
    CHECK(get("y").empty());
  }

  TEST_CASE_FIXTURE(LegacyFixture, "what AttributeUpdates may not say is refused") {
    const std::string counted = "1 validation error detected: ";
    CHECK(message(change({{"a", {}}})) ==
          counted + kInvalid +
              "Only DELETE action is allowed when no attribute value is specified");
    CHECK(message(change({{"a", {.value = S("a"), .action = "ADD"}}})) ==
          counted + kInvalid + "ADD action is not supported for the type STRING");
    CHECK(message(change({{"a", {.value = S("a"), .action = "DELETE"}}})) ==
          counted + kInvalid + "DELETE action with value is not supported for the type STRING");
    CHECK(message(change({{"s", {.value = N(1), .action = "ADD"}}})) ==
          "Type mismatch for attribute to update");
    CHECK(message(change({{"id", {.value = S("y")}}})) ==
          kInvalid + "Cannot update attribute id. This attribute is part of the key");
  }

  TEST_CASE_FIXTURE(LegacyFixture, "AttributesToGet names what an answer has") {
    GetItem in{
        .table_name = "stats", .key = {{"id", S("x")}}, .attributes_to_get = {"a.b", "gone"}};
    CHECK(aws.send(in).value().item == Item{{"a.b", S("dotted")}});
    in.attributes_to_get = {"n", "s", "n"};
    CHECK(message(aws.send(in)) == kInvalid + "Duplicate value in attribute name: n");
  }

  TEST_CASE("filters and key conditions become trees, too") {
    Item values;
    const legacy::Conditions conditions{
        {"n", {.attribute_value_list = {N(1), N(9)}, .comparison_operator = "BETWEEN"}},
        {"s", {.comparison_operator = "NOT_NULL"}}};
    const auto filter = legacy::filter(conditions, std::nullopt, values).value();
    const std::map<std::string, std::string> no_names;
    const auto passes = [&](const Item& item) {
      const StoredItem stored = StoredItem::pack(item);
      SeenItem seen(&stored);
      return expression::holds(filter.tree, seen, {no_names, values});
    };
    CHECK(passes({{"n", N(5)}, {"s", S("a")}}));
    CHECK_FALSE(passes({{"n", N(5)}}));
    CHECK(filter.attributes.size() == 2);

    const auto refused = legacy::key_conditions(conditions, values);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().message ==
          "Attempted conditional constraint is not an indexable operation");
  }
}

}  // namespace emu::test
