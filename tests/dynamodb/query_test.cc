// Sources: Amazon DynamoDB API Reference, "Query"; Developer Guide, "Querying tables in DynamoDB"
// and its subpages. Texts that the documentation does not give are as clients report.
#include <set>

#include "dynamodb/reads_fixture.h"

namespace emu::test {

TEST_SUITE("dynamodb: Query") {
  TEST_CASE_FIXTURE(ReadsFixture,
                    "the items of a partition come in the order of their range keys") {
    for (const int departure : {30, 100, 7, -2}) add_trip("12", departure);
    add_trip("13", 50);
    const QueryResult found = aws.send(Query{.table_name = "trips",
                                             .key_condition_expression = "bus = :b",
                                             .expression_attribute_values = {{":b", S("12")}}})
                                  .value();
    CHECK(departures(found.items) == Departures{-2, 7, 30, 100});
    CHECK(found.count == 4);
    CHECK(found.scanned_count == 4);
    CHECK(found.last_evaluated_key.empty());
    CHECK(departures(query({.table_name = "trips", .scan_index_forward = false}).items) ==
          Departures{100, 30, 7, -2});
  }

  TEST_CASE_FIXTURE(ReadsFixture, "a condition for the range key chooses a part of the partition") {
    for (int departure = 1; departure <= 9; ++departure) add_trip("12", departure);
    struct Case {
      std::string condition;
      Departures expected;
    };
    for (const Case& c : std::vector<Case>{{"departure = :x", {3}},
                                           {"departure < :x", {1, 2}},
                                           {"departure <= :x", {1, 2, 3}},
                                           {"departure > :y", {8, 9}},
                                           {"departure >= :y", {7, 8, 9}},
                                           {":y <= departure", {7, 8, 9}},
                                           {":x > departure", {1, 2}},
                                           {"departure BETWEEN :x AND :y", {3, 4, 5, 6, 7}}}) {
      CAPTURE(c.condition);
      Item values{{":b", S("12")}};
      if (c.condition.find(":x") != std::string::npos) values.emplace(":x", N(3));
      if (c.condition.find(":y") != std::string::npos) values.emplace(":y", N("7.0"));
      for (const bool forward : {true, false}) {
        Query request{.table_name = "trips",
                      .scan_index_forward = forward,
                      .key_condition_expression = "bus = :b AND " + c.condition,
                      .expression_attribute_values = values};
        Departures expected = c.expected;
        if (!forward) std::reverse(expected.begin(), expected.end());
        CHECK(departures(aws.send(request).value().items) == expected);
        request.key_condition_expression = "(" + c.condition + ") AND (bus = :b)";
        CHECK(departures(aws.send(request).value().items) == expected);
      }
    }
  }

  TEST_CASE_FIXTURE(ReadsFixture, "begins_with chooses texts and binaries by their first bytes") {
    for (const char* name : {"a", "ab", "abc", "abd", "ac", "b", "ab\u00FF"}) {
      put_log(S(name));
    }
    const auto names = [&](const std::string& prefix) {
      std::vector<std::string> texts;
      for (const Item& item : aws.send(Query{.table_name = "logs",
                              .key_condition_expression = "app = :a AND begins_with(entry, :p)",
                              .expression_attribute_values = {{":a", S("x")}, {":p", S(prefix)}}})
                                  .value()
                                  .items) {
        texts.push_back(item.at("entry").s());
      }
      return texts;
    };
    CHECK(names("ab") == std::vector<std::string>{"ab", "abc", "abd", "ab\u00FF"});
    CHECK(names("abc") == std::vector<std::string>{"abc"});
    CHECK(names("c").empty());
  }

  TEST_CASE_FIXTURE(ReadsFixture, "a filter leaves some of the items that were looked at") {
    for (int departure = 1; departure <= 6; ++departure) add_trip("12", departure);
    const QueryResult found = query({.table_name = "trips",
                                     .limit = 4,
                                     .return_consumed_capacity = "TOTAL",
                                     .filter_expression = "seats > :s",
                                     .expression_attribute_values = {{":s", N(20)}}});
    CHECK(departures(found.items) == Departures{3, 4});
    CHECK(found.count == 2);
    CHECK(found.scanned_count == 4);
    CHECK(found.last_evaluated_key == Item{{"bus", S("12")}, {"departure", N(4)}});
    CHECK(found.consumed_capacity->capacity_units == 0.5);
  }

  TEST_CASE_FIXTURE(ReadsFixture, "a page goes on behind the last key of the one before") {
    for (int departure = 1; departure <= 7; ++departure) add_trip("12", departure);
    for (const bool forward : {true, false}) {
      Departures all;
      Item start;
      int pages = 0;
      do {
        const QueryResult page = query({.table_name = "trips",
                                        .limit = 3,
                                        .scan_index_forward = forward,
                                        .exclusive_start_key = start});
        for (const int departure : departures(page.items)) all.push_back(departure);
        start = page.last_evaluated_key;
        ++pages;
      } while (!start.empty());
      if (!forward) std::reverse(all.begin(), all.end());
      CHECK(all == Departures{1, 2, 3, 4, 5, 6, 7});
      CHECK(pages == 3);
    }
    // What ends with the last item ends a page all the same: nobody has looked further.
    CHECK(!query({.table_name = "trips", .limit = 7}).last_evaluated_key.empty());
    CHECK(query({.table_name = "trips", .limit = 8}).last_evaluated_key.empty());
    // The key of an item that is gone, or never was there, will do.
    const QueryResult behind =
        query({.table_name = "trips",
               .exclusive_start_key = {{"bus", S("12")}, {"departure", N("4.5")}}});
    CHECK(departures(behind.items) == Departures{5, 6, 7});
  }

  // "Paginating table query results in DynamoDB"; what full pages cost is as clients report.
  TEST_CASE_FIXTURE(ReadsFixture, "a page ends with the item that brings it to 1 MB") {
    for (int departure = 1; departure <= 12; ++departure) {
      add_trip("12", departure, std::string(100 * 1024, 'x'));
    }
    const QueryResult page = query({.table_name = "trips", .return_consumed_capacity = "TOTAL"});
    CHECK(page.count == 11);
    CHECK(page.last_evaluated_key == Item{{"bus", S("12")}, {"departure", N(11)}});
    CHECK(*page.consumed_capacity->capacity_units == 137.5 + 0.5);
    // A filter changes nothing of that.
    const QueryResult filtered = query({.table_name = "trips",
                                        .filter_expression = "seats < :s",
                                        .expression_attribute_values = {{":s", N(0)}}});
    CHECK(filtered.count == 0);
    CHECK(filtered.scanned_count == 11);
    CHECK(departures(query({.table_name = "trips", .exclusive_start_key = page.last_evaluated_key})
                         .items) == Departures{12});
  }

  // "Query", Select.
  TEST_CASE_FIXTURE(ReadsFixture, "a request chooses what it is answered of the items") {
    add_trip("12", 1);
    CHECK(query({.table_name = "trips", .projection_expression = "seats"}).items ==
          std::vector<Item>{{{"seats", N(10)}}});
    CHECK(query({.table_name = "trips", .projection_expression = "gone"}).items ==
          std::vector<Item>{{}});
    CHECK(query({.table_name = "trips", .select = "ALL_ATTRIBUTES"}).items.front().size() == 3);
    const QueryResult counted = query({.table_name = "trips", .select = "COUNT"});
    CHECK(counted.items.empty());
    CHECK(counted.count == 1);
    CHECK(to_json(counted) == R"({"Count":1,"ScannedCount":1})");
    CHECK(to_json(query({.table_name = "trips",
                         .key_condition_expression = "bus = :b AND departure < :d",
                         .expression_attribute_values = {{":d", N(0)}}})) ==
          R"({"Items":[],"Count":0,"ScannedCount":0})");

    const auto refusal = [&](Query request) { return message(try_query(std::move(request))); };
    CHECK(refusal({.table_name = "trips", .select = "SPECIFIC_ATTRIBUTES"}) ==
          "Must specify the AttributesToGet or ProjectionExpression when choosing to get "
          "SPECIFIC_ATTRIBUTES");
    CHECK(refusal({.table_name = "trips", .select = "COUNT", .projection_expression = "seats"}) ==
          "Cannot specify the ProjectionExpression when choosing to get only the Count");
    CHECK(refusal({.table_name = "trips",
                   .select = "ALL_ATTRIBUTES",
                   .projection_expression = "seats"}) ==
          "Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES");
    CHECK(refusal({.table_name = "trips", .select = "ALL_PROJECTED_ATTRIBUTES"}) ==
          "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    CHECK(refusal({.table_name = "trips", .select = "ALL"}) ==
          "1 validation error detected: Value 'ALL' at 'select' failed to satisfy constraint: "
          "Member must satisfy enum value set: [SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, "
          "ALL_PROJECTED_ATTRIBUTES]");
  }

  TEST_CASE_FIXTURE(ReadsFixture,
                    "a page costs half a unit for each started 4 KB, read consistently one") {
    for (int departure = 1; departure <= 3; ++departure) {
      add_trip("12", departure, std::string(3000, 'x'));
    }
    const auto cost = [&](bool consistent, const char* mode) {
      return *query({.table_name = "trips",
                     .consistent_read = consistent,
                     .return_consumed_capacity = mode})
                  .consumed_capacity;
    };
    CHECK(cost(false, "TOTAL").capacity_units == 1.5);
    CHECK(cost(true, "TOTAL").capacity_units == 3.0);
    CHECK(cost(true, "TOTAL").table_name == "trips");
    CHECK_FALSE(cost(true, "TOTAL").table);
    CHECK(cost(true, "INDEXES").table->capacity_units == 3.0);
    CHECK(query({.table_name = "trips",
                 .return_consumed_capacity = "TOTAL",
                 .expression_attribute_values = {{":b", S("gone")}}})
              .consumed_capacity->capacity_units == 0.5);
  }

  TEST_CASE_FIXTURE(ReadsFixture, "a key condition has the form that the keys allow") {
    struct Case {
      std::string condition;
      std::string refusal;
    };
    for (const Case& c : std::vector<Case>{
             {"departure = :n", "Query condition missed key schema element: bus"},
             {"bus = :b AND seats = :n", "Query condition missed key schema element: departure"},
             {"bus > :b", "Query key condition not supported"},
             {"bus = :b OR departure = :n", "Invalid operator used in KeyConditionExpression: OR"},
             {"NOT bus = :b", "Invalid operator used in KeyConditionExpression: NOT"},
             {"bus <> :b", "Invalid operator used in KeyConditionExpression: <>"},
             {"bus IN (:b)", "Invalid operator used in KeyConditionExpression: IN"},
             {"bus = :b AND contains(departure, :n)",
              "Invalid operator used in KeyConditionExpression: contains"},
             {"attribute_exists(bus)",
              "Invalid operator used in KeyConditionExpression: attribute_exists"},
             {"bus = :b AND departure > :n AND departure < :n",
              "KeyConditionExpressions must only contain one condition per key"},
             {"bus = :b AND departure = :n AND seats = :n",
              "Conditions can be of length 1 or 2 only"},
             {"bus.x = :b", "KeyConditionExpressions cannot have conditions on nested attributes"},
             {"size(bus) = :n", "KeyConditionExpressions cannot contain nested operations"},
             {"bus = departure",
              "Invalid condition in KeyConditionExpression: Multiple attribute names used in one "
              "condition"},
             {":b = :n", "Invalid condition in KeyConditionExpression: No key attribute specified"},
             {"begins_with(:b, bus)",
              "Invalid condition in KeyConditionExpression: begins_with operator must have the key "
              "attribute as its first operand"},
             {"bus = :n",
              "One or more parameter values were invalid: Condition parameter type does not match "
              "schema type"},
             {"bus = :b AND departure = :b",
              "One or more parameter values were invalid: Condition parameter type does not match "
              "schema type"},
             {"bus = :b AND begins_with(departure, :n)",
              "Invalid KeyConditionExpression: Incorrect operand type for operator or function; "
              "operator or function: begins_with, operand type: N"},
             {"bus = :e",
              "One or more parameter values are not valid. The AttributeValue for a key attribute "
              "cannot contain an empty string value. Key: bus"},
             {"bus = ",
              R"(Invalid KeyConditionExpression: Syntax error; token: "<EOF>", near: "=")"},
             {"", "Invalid KeyConditionExpression: The expression can not be empty;"}}) {
      CAPTURE(c.condition);
      Query request{.table_name = "trips", .key_condition_expression = c.condition};
      const std::pair<const char*, AttributeValue> values[] = {
          {":b", S("12")}, {":n", N(1)}, {":e", S("")}};
      for (const auto& [name, value] : values) {
        if (c.condition.find(name) == std::string::npos) continue;
        request.expression_attribute_values.emplace(name, value);
      }
      const auto refused = aws.send(request);
      CHECK(code(refused) == "ValidationException");
      CHECK(message(refused) == c.refusal);
    }
    CHECK(message(aws.send(Query{.table_name = "trips"})) ==
          "Either the KeyConditions or KeyConditionExpression parameter must be specified in the "
          "request.");
    CHECK(message(aws.send(Query{.table_name = "stats",
                                 .key_condition_expression = "id = :a AND b = :a",
                                 .expression_attribute_values = {{":a", S("x")}}})) ==
          "Query key condition not supported");
    CHECK(message(try_query({.table_name = "trips",
                             .key_condition_expression = "bus = :b AND departure BETWEEN :x AND :y",
                             .expression_attribute_values = {{":x", N(2)}, {":y", N(1)}}})) ==
          "Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater "
          "than or equal to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound "
          "operand: AttributeValue: {N:1}");
  }

  TEST_CASE_FIXTURE(ReadsFixture, "a filter speaks of no attribute of the key") {
    CHECK(message(try_query({.table_name = "trips",
                             .filter_expression = "departure > :d",
                             .expression_attribute_values = {{":d", N(1)}}})) ==
          "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
          "departure");
    CHECK(message(try_query({.table_name = "trips", .filter_expression = "a b"})) ==
          R"(Invalid FilterExpression: Syntax error; token: "b", near: "a b")");
  }

  TEST_CASE_FIXTURE(ReadsFixture,
                    "what a request gives for its expressions is used by one of them") {
    CHECK(message(aws.send(
              Query{.table_name = "trips", .expression_attribute_values = {{":b", S("x")}}})) ==
          "ExpressionAttributeValues can only be specified when using expressions: "
          "FilterExpression and KeyConditionExpression are null");
    CHECK(
        message(try_query({.table_name = "trips", .filter_expression = "seats > :gone"}))
            .ends_with(
                "Invalid FilterExpression: An expression attribute value used in expression is not "
                "defined; attribute value: :gone"));
    CHECK(
        message(try_query({.table_name = "trips", .expression_attribute_values = {{":c", S("x")}}}))
            .ends_with(
                "Value provided in ExpressionAttributeValues unused in expressions: keys: {:c}"));
    CHECK(try_query({.table_name = "trips",
                     .filter_expression = "#s > :s",
                     .expression_attribute_names = {{"#s", "seats"}},
                     .expression_attribute_values = {{":s", N(1)}}})
              .ok());
  }

  TEST_CASE_FIXTURE(ReadsFixture,
                    "a start must be a key that the query could have ended a page with") {
    add_trip("12", 5);
    const auto refusal = [&](Item start, std::string condition = "bus = :b", Item values = {}) {
      return message(try_query({.table_name = "trips",
                                .exclusive_start_key = std::move(start),
                                .key_condition_expression = std::move(condition),
                                .expression_attribute_values = std::move(values)}));
    };
    for (const Item& start :
         {Item{{"bus", S("12")}}, Item{{"bus", S("12")}, {"departure", S("5")}},
          Item{{"bus", S("12")}, {"departure", N(5)}, {"seats", N(1)}},
          Item{{"bus", S("12")}, {"seats", N(5)}}, Item{{"bus", S("")}, {"departure", N(5)}}}) {
      CHECK(refusal(start) == "The provided starting key is invalid");
    }
    CHECK(refusal({{"bus", S("13")}, {"departure", N(5)}}) ==
          "The provided starting key is outside query boundaries based on provided conditions");
    CHECK(refusal({{"bus", S("12")}, {"departure", N(5)}}, "bus = :b AND departure > :d",
                  {{":d", N(7)}}) ==
          "The provided starting key does not match the range key predicate");
    CHECK(refusal({{"bus", S("12")}, {"departure", N("x")}})
              .starts_with("The provided starting key is invalid: "));
    Query without_attributes{.table_name = "trips"};
    give(without_attributes, &Query::exclusive_start_key);
    CHECK(message(try_query(without_attributes)) == "The provided starting key is invalid");
  }

  TEST_CASE_FIXTURE(ReadsFixture, "a start is no longer than a key may be") {
    const auto refusal = [&](Item start) {
      return message(aws.send(Query{.table_name = "logs",
                                    .exclusive_start_key = std::move(start),
                                    .key_condition_expression = "app = :a",
                                    .expression_attribute_values = {{":a", S("x")}}}));
    };
    CHECK(refusal({{"app", S("x")}, {"entry", S(std::string(1025, 'e'))}}) ==
          "The provided starting key is invalid");
    CHECK(refusal({{"app", S("x")}, {"entry", S(std::string(1024, 'e'))}}).empty());
  }

  TEST_CASE_FIXTURE(ReadsFixture, "tables and indexes that are not there are refused") {
    CHECK(code(try_query({.table_name = "gone"})) == "ResourceNotFoundException");
    CHECK(message(try_query({.table_name = "trips", .index_name = "gone"})) ==
          "The table does not have the specified index: gone");
  }
}

}  // namespace emu::test
