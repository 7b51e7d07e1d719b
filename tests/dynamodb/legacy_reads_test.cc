// Sources: Amazon DynamoDB Developer Guide, "Legacy DynamoDB conditional parameters", the pages on
// KeyConditions, QueryFilter, ScanFilter and AttributesToGet. Texts: as clients report.
#include "dynamodb/reads_fixture.h"

namespace emu::test {

namespace {

// Of the dynamodb namespace, which CHECKs of doctest would otherwise not find beside others.
using Conditions = std::map<std::string, dynamodb::Condition>;

dynamodb::Condition is(std::string comparison, std::vector<AttributeValue> values = {}) {
  return {.attribute_value_list = std::move(values), .comparison_operator = std::move(comparison)};
}

}  // namespace

TEST_SUITE("dynamodb: legacy parameters of reads") {
  TEST_CASE_FIXTURE(ReadsFixture, "KeyConditions and QueryFilter choose items as expressions do") {
    for (int departure = 1; departure <= 6; ++departure) add_trip("12", departure);
    const auto found = [&](Conditions keys, Conditions filter = {},
                           std::optional<std::string> conditional_operator = {}) {
      keys.emplace("bus", is("EQ", {S("12")}));
      return departures(aws.send(Query{.table_name = "trips",
                                       .key_conditions = std::move(keys),
                                       .query_filter = std::move(filter),
                                       .conditional_operator = std::move(conditional_operator)})
                            .value()
                            .items);
    };
    CHECK(found({}) == Departures{1, 2, 3, 4, 5, 6});
    CHECK(found({{"departure", is("GT", {N(4)})}}) == Departures{5, 6});
    CHECK(found({{"departure", is("BETWEEN", {N(2), N(3)})}}) == Departures{2, 3});
    CHECK(found({}, {{"seats", is("LE", {N(20)})}}) == Departures{1, 2});
    CHECK(found({}, {{"seats", is("LE", {N(20)})}, {"note", is("NULL")}}) == Departures{1, 2});
    CHECK(found({}, {{"seats", is("LE", {N(20)})}, {"note", is("NOT_NULL")}}, "AND").empty());
    CHECK(found({}, {{"seats", is("EQ", {N(20)})}, {"note", is("NULL")}}, "OR").size() == 6);
  }

  TEST_CASE_FIXTURE(ReadsFixture, "ScanFilter and AttributesToGet work on a scan") {
    for (int departure = 1; departure <= 3; ++departure) add_trip("12", departure);
    const auto found = aws.send(Scan{.table_name = "trips",
                                     .attributes_to_get = {"seats", "gone"},
                                     .scan_filter = {{"departure", is("IN", {N(1), N(3)})}}})
                           .value();
    CHECK(found.items == std::vector<Item>{{{"seats", N(10)}}, {{"seats", N(30)}}});
    CHECK(found.scanned_count == 3);
  }

  TEST_CASE_FIXTURE(ReadsFixture, "the older parameters do not stand beside expressions") {
    const auto refused = aws.send(Query{.table_name = "trips",
                                        .attributes_to_get = {"seats"},
                                        .key_conditions = {{"bus", is("EQ", {S("12")})}},
                                        .query_filter = {{"seats", is("NULL")}},
                                        .conditional_operator = "AND",
                                        .projection_expression = "seats",
                                        .filter_expression = "seats = :s",
                                        .key_condition_expression = "bus = :b"});
    CHECK(message(refused) ==
          "Can not use both expression and non-expression parameters in the same request: "
          "Non-expression parameters: {AttributesToGet, QueryFilter, ConditionalOperator, "
          "KeyConditions} Expression parameters: {ProjectionExpression, FilterExpression, "
          "KeyConditionExpression}");
  }

  TEST_CASE_FIXTURE(ReadsFixture, "conditions that keys cannot have are refused") {
    struct Case {
      Conditions keys;
      Conditions filter;
      std::string refusal;
    };
    const dynamodb::Condition bus = is("EQ", {S("12")});
    for (const Case& c : std::vector<Case>{
             {{{"bus", bus}, {"departure", is("CONTAINS", {N(1)})}},
              {},
              "Attempted conditional constraint is not an indexable operation"},
             {{{"bus", is("LT", {S("12")})}}, {}, "Query key condition not supported"},
             {{{"departure", is("EQ", {N(1)})}},
              {},
              "Query condition missed key schema element: bus"},
             {{{"bus", bus}, {"departure", is("EQ", {N(1)})}, {"seats", is("EQ", {N(1)})}},
              {},
              "Conditions can be of length 1 or 2 only"},
             {{{"bus", bus}},
              {{"departure", is("EQ", {N(1)})}},
              "QueryFilter can only contain non-primary key attributes: Primary key attribute: "
              "departure"},
             {{{"bus", is("EQ")}},
              {},
              "One or more parameter values were invalid: Invalid number of argument(s) for the EQ "
              "ComparisonOperator"}}) {
      CAPTURE(c.refusal);
      CHECK(message(aws.send(Query{
                        .table_name = "trips", .key_conditions = c.keys, .query_filter = c.filter}))
                .ends_with(c.refusal));
    }
  }
}

}  // namespace emu::test
