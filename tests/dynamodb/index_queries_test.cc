// Query and Scan of secondary indexes: costs, pages backwards, numbers among several key
// attributes, and filters. Sources: Amazon DynamoDB Developer Guide, "Using Global Secondary
// Indexes in DynamoDB" (reading, multi-attribute keys) and "Local secondary indexes"; API
// Reference, "Query", Select. Texts: as clients report.
#include <emu/pages.h>

#include "dynamodb/reads_fixture.h"

namespace emu::test {

namespace {

// Orders by customer and number, with a global index of each projection, one with several
// attributes in its key, and a local one.
struct OrdersFixture : Fixture {
  OrdersFixture() {
    const auto global = [](std::string name, std::vector<KeySchemaElement> keys, Projection what) {
      return GlobalSecondaryIndex{.index_name = std::move(name),
                                  .key_schema = std::move(keys),
                                  .projection = std::move(what)};
    };
    aws
        .send(CreateTable{
            .attribute_definitions = {{"customer", "S"},
                                      {"number", "N"},
                                      {"placed", "N"},
                                      {"state", "S"},
                                      {"country", "S"},
                                      {"city", "S"},
                                      {"total", "N"}},
            .table_name = "orders",
            .key_schema = {{"customer", "HASH"}, {"number", "RANGE"}},
            .local_secondary_indexes = {{.index_name = "by-total",
                                         .key_schema = {{"customer", "HASH"}, {"total", "RANGE"}},
                                         .projection = {.projection_type = "KEYS_ONLY"}}},
            .global_secondary_indexes =
                {global("by-state", {{"state", "HASH"}, {"placed", "RANGE"}},
                        {.projection_type = "INCLUDE", .non_key_attributes = {"total"}}),
                 global("by-day", {{"placed", "HASH"}}, {.projection_type = "ALL"}),
                 global("by-place",
                        {{"country", "HASH"},
                         {"city", "HASH"},
                         {"placed", "RANGE"},
                         {"state", "RANGE"}},
                        {.projection_type = "KEYS_ONLY"})},
            .billing_mode = billing_modes::kPayPerRequest})
        .value();
  }

  struct Order {
    std::string customer;
    int number;
    int placed;
    std::string state;
    int total;
  };
  void add(const Order& order, const std::string& note = "") {
    Item item{{"customer", S(order.customer)},
              {"number", N(order.number)},
              {"placed", N(order.placed)},
              {"state", S(order.state)},
              {"total", N(order.total)},
              {"country", S("CH")},
              {"city", S("Bern")}};
    if (!note.empty()) item.emplace("note", S(note));
    aws.send(PutItem{.table_name = "orders", .item = std::move(item)}).value();
  }

  Result<QueryResult> try_query(std::string index, std::string condition, Item values,
                                Query more = {.table_name = "orders"}) {
    more.index_name = std::move(index);
    more.key_condition_expression = std::move(condition);
    for (auto& [name, value] : values) more.expression_attribute_values.emplace(name, value);
    return aws.send(more);
  }
  QueryResult query(std::string index, std::string condition, Item values,
                    Query more = {.table_name = "orders"}) {
    return try_query(std::move(index), std::move(condition), std::move(values), std::move(more))
        .value();
  }

  static std::vector<int> numbers(const std::vector<Item>& items) {
    std::vector<int> all;
    for (const Item& item : items) all.push_back(static_cast<int>(item.at("number").integer()));
    return all;
  }
};

using Numbers = std::vector<int>;

}  // namespace

TEST_SUITE("dynamodb: queries of indexes") {
  TEST_CASE_FIXTURE(OrdersFixture, "an index answers what it projects, and costs what that has") {
    add({"ann", 1, 9, "open", 30}, std::string(9000, 'x'));
    const Query asks{.table_name = "orders",
                     .return_consumed_capacity = "INDEXES",
                     .expression_attribute_names = {{"#s", "state"}}};
    const QueryResult included = query("by-state", "#s = :s", {{":s", S("open")}}, asks);
    CHECK(included.items == std::vector<Item>{{{"customer", S("ann")},
                                               {"number", N(1)},
                                               {"placed", N(9)},
                                               {"state", S("open")},
                                               {"total", N(30)}}});
    CHECK(included.consumed_capacity->capacity_units == 0.5);
    CHECK(included.consumed_capacity->table->capacity_units == 0.0);
    CHECK(included.consumed_capacity->global_secondary_indexes.at("by-state").capacity_units ==
          0.5);
    const QueryResult all = query("by-day", "placed = :d", {{":d", N(9)}},
                                  {.table_name = "orders", .return_consumed_capacity = "TOTAL"});
    CHECK(all.items.front().size() == 8);
    CHECK(all.consumed_capacity->capacity_units == 1.5);
  }

  TEST_CASE_FIXTURE(OrdersFixture, "pages of an index go on behind the keys of both") {
    for (int number = 1; number <= 5; ++number) add({"ann", number, 9, "open", 30});
    for (const bool forward : {true, false}) {
      Numbers found;
      Item last;
      const Query request{.table_name = "orders",
                          .index_name = "by-day",
                          .limit = 2,
                          .scan_index_forward = forward,
                          .key_condition_expression = "placed = :d",
                          .expression_attribute_values = {{":d", N(9)}}};
      CHECK(for_each_page(aws, request, [&](const QueryResult& page) {
              for (const int number : numbers(page.items)) found.push_back(number);
              if (!page.last_evaluated_key.empty()) last = page.last_evaluated_key;
            }).ok());
      if (!forward) std::reverse(found.begin(), found.end());
      CHECK(found == Numbers{1, 2, 3, 4, 5});
      CHECK(last.size() == 3);
    }
    Numbers scanned;
    CHECK(for_each_page(aws, Scan{.table_name = "orders", .index_name = "by-state", .limit = 2},
                        [&](const ScanResult& page) {
                          for (const int number : numbers(page.items)) scanned.push_back(number);
                        })
              .ok());
    CHECK(scanned == Numbers{1, 2, 3, 4, 5});
    const auto refused =
        try_query("by-day", "placed = :d", {{":d", N(9)}},
                  {.table_name = "orders",
                   .exclusive_start_key = {{"customer", S("ann")}, {"number", N(1)}}});
    CHECK(message(refused) == "The provided starting key is invalid");
  }

  TEST_CASE_FIXTURE(OrdersFixture, "keys of several attributes are queried from the left") {
    add({"ann", 1, 7, "open", 10});
    add({"ann", 2, 8, "open", 10});
    add({"ann", 3, 8, "paid", 10});
    add({"ann", 4, 10, "open", 10});
    const auto found = [&](const std::string& condition, Item values) {
      values.emplace(":c", S("CH"));
      values.emplace(":t", S("Bern"));
      Query more{.table_name = "orders"};
      if (condition.find("#s") != std::string::npos) {
        more.expression_attribute_names = {{"#s", "state"}};
      }
      return try_query("by-place", "country = :c AND city = :t" + condition, std::move(values),
                       std::move(more));
    };
    CHECK(numbers(found("", {}).value().items) == Numbers{1, 2, 3, 4});
    CHECK(numbers(found(" AND placed = :d", {{":d", N(8)}}).value().items) == Numbers{2, 3});
    CHECK(numbers(found(" AND placed > :d", {{":d", N(8)}}).value().items) == Numbers{4});
    CHECK(numbers(found(" AND placed <= :d", {{":d", N(8)}}).value().items) == Numbers{1, 2, 3});
    CHECK(numbers(found(" AND placed = :d AND #s = :s", {{":d", N(8)}, {":s", S("paid")}})
                      .value()
                      .items) == Numbers{3});
    CHECK(numbers(found(" AND placed = :d AND begins_with(#s, :s)", {{":d", N(8)}, {":s", S("o")}})
                      .value()
                      .items) == Numbers{2});
    CHECK(numbers(found(" AND placed = :d AND #s > :s", {{":d", N(8)}, {":s", S("open")}})
                      .value()
                      .items) == Numbers{3});
    CHECK(message(found(" AND #s = :s", {{":s", S("open")}})) ==
          "Query condition missed key schema element: placed");
    CHECK(message(found(" AND placed > :d AND #s = :s", {{":d", N(8)}, {":s", S("open")}})) ==
          "Query key condition not supported");
    CHECK(message(try_query("by-place", "country = :c", {{":c", S("CH")}})) ==
          "Query condition missed key schema element: city");
  }

  TEST_CASE_FIXTURE(OrdersFixture, "what an index cannot answer is refused") {
    const auto refusal = [&](std::string index, std::string condition, Query more) {
      more.table_name = "orders";
      const AttributeValue value =
          condition.starts_with("placed") ? AttributeValue(N(1)) : AttributeValue(S("x"));
      if (condition.find("#s") != std::string::npos) {
        more.expression_attribute_names.emplace("#s", "state");
      }
      return message(
          try_query(std::move(index), std::move(condition), {{":k", value}}, std::move(more)));
    };
    CHECK(refusal("by-day", "placed = :k", {.table_name = "", .select = "ALL_ATTRIBUTES"}).empty());
    CHECK(refusal("by-state", "#s = :k",
                  {.table_name = "", .projection_expression = "note, placed"}) ==
          "One or more parameter values were invalid: Global secondary index by-state does not "
          "project [note]");
    CHECK(refusal("by-state", "#s = :k",
                  {.table_name = "", .filter_expression = "attribute_exists(note)"}) ==
          "One or more parameter values were invalid: Secondary index by-state does not project "
          "one or more filter attributes: [note]");
    CHECK(refusal("by-state", "#s = :k",
                  {.table_name = "", .filter_expression = "attribute_exists(placed)"}) ==
          "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
          "placed");
    // The table's key is no key of the index.
    CHECK(refusal("by-state", "#s = :k",
                  {.table_name = "", .filter_expression = "attribute_exists(customer)"})
              .empty());
  }
}

}  // namespace emu::test
