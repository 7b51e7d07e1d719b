// Sources: Amazon DynamoDB API Reference, "BatchGetItem" and "BatchWriteItem". Texts that the
// documentation does not give are as clients report.
#include "dynamodb/reads_fixture.h"

namespace emu::test {

namespace {

WriteRequest put_request(Item item) { return {.put_request = PutRequest{.item = std::move(item)}}; }
WriteRequest delete_request(Item key) {
  return {.delete_request = DeleteRequest{.key = std::move(key)}};
}

Item trip(const std::string& bus, int departure) {
  return {{"bus", S(bus)}, {"departure", N(departure)}};
}

}  // namespace

TEST_SUITE("dynamodb: BatchWriteItem") {
  TEST_CASE_FIXTURE(ReadsFixture, "items of several tables are put and deleted in one call") {
    put({{"id", S("old")}});
    const auto written =
        aws.send(BatchWriteItem{.request_items = {{"stats",
                                                   {put_request({{"id", S("new")}, {"v", N(1)}}),
                                                    delete_request({{"id", S("old")}}),
                                                    delete_request({{"id", S("never")}})}},
                                                  {"trips", {put_request(trip("12", 7))}}},
                                .return_consumed_capacity = "TOTAL"})
            .value();
    CHECK(written.unprocessed_items.empty());
    REQUIRE(written.consumed_capacity.size() == 2);
    CHECK(written.consumed_capacity[0].table_name == "stats");
    CHECK(written.consumed_capacity[0].capacity_units == 3.0);
    CHECK(written.consumed_capacity[1].capacity_units == 1.0);
    CHECK(get("old").empty());
    CHECK(get("new").at("v").integer() == 1);
    CHECK(departures(query({.table_name = "trips"}).items) == Departures{7});
    CHECK(to_json(BatchWriteItemResult{}) == R"({"UnprocessedItems":{}})");
  }

  TEST_CASE_FIXTURE(ReadsFixture, "a batch is refused whole, and changes nothing then") {
    using Requests = std::vector<WriteRequest>;
    const WriteRequest good = put_request({{"id", S("good")}});
    Requests many;
    for (int i = 0; i < 26; ++i) many.push_back(put_request({{"id", S(std::to_string(i))}}));
    struct Case {
      std::map<std::string, Requests> items;
      std::string refusal;
    };
    for (const Case& c : std::vector<Case>{
             {{{"stats", {good, WriteRequest{}}}},
              "Supplied AttributeValue is empty, must contain exactly one of the supported "
              "datatypes"},
             {{{"stats",
                {good,
                 {.put_request = PutRequest{.item = {{"id", S("a")}}},
                 .delete_request = DeleteRequest{.key = {{"id", S("a")}}}}}}},
              "Supplied AttributeValue has more than one datatypes set, must contain exactly one "
              "of the supported datatypes"},
             {{{"stats", {good, good}}}, "Provided list of item keys contains duplicates"},
             {{{"stats", {good, delete_request({{"id", S("good")}})}}},
              "Provided list of item keys contains duplicates"},
             {{{"stats", {good, delete_request({{"id", N(1)}})}}},
              "The provided key element does not match the schema"},
             {{{"stats", {good, put_request({{"v", N(1)}})}}},
              "One or more parameter values were invalid: Missing the key id in the item"},
             {{{"stats",
                {good, put_request({{"id", S("a")}, {"v", S(std::string(410000, 'x'))}})}}},
              "Item size has exceeded the maximum allowed size"},
             {{{"stats", {good, put_request({{"id", S("a")}, {"v", SS{}}})}}},
              "One or more parameter values were invalid: An string set  may not be empty"},
             {{{"stats", Requests(many.begin(), many.begin() + 25)},
               {"trips", {put_request(trip("12", 1))}}},
              "Too many items requested for the BatchWriteItem call"},
             {{{"gone", {good}}, {"stats", {good}}}, "Requested resource not found"}}) {
      CAPTURE(c.refusal);
      const auto refused = aws.send(BatchWriteItem{.request_items = c.items});
      CHECK(message(refused).ends_with(c.refusal));
      CHECK(get("good").empty());
    }
    BatchWriteItem empty;
    give(empty, &BatchWriteItem::request_items);
    CHECK(message(aws.send(empty)) == "The requestItems parameter is required for BatchWriteItem");
    // Of one table alone; the value is shown as AWS's own classes print.
    for (const Requests& requests : {Requests(), many}) {
      const std::string refusal =
          message(aws.send(BatchWriteItem{.request_items = {{"stats", requests}}}));
      CHECK(refusal.starts_with("1 validation error detected: Value '{stats="));
      CHECK(refusal.ends_with(
          "at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: "
          "[Member must have length less than or equal to 25, Member must have length greater than "
          "or equal to 1]"));
    }
  }

  TEST_CASE_FIXTURE(ReadsFixture, "the same key of two tables is no duplicate") {
    CHECK(aws.send(BatchWriteItem{
                       .request_items = {{"logs",
                                          {put_request({{"app", S("a")}, {"entry", S("b")}}),
                                           put_request({{"app", S("ab")}, {"entry", S("b")}})}},
                                         {"stats", {put_request({{"id", S("a")}})}}}})
              .ok());
  }
}

TEST_SUITE("dynamodb: BatchGetItem") {
  TEST_CASE_FIXTURE(ReadsFixture, "items of several tables are read in one call") {
    put({{"id", S("a")}, {"v", N(1)}, {"w", N(2)}});
    add_trip("12", 7);
    const auto read =
        aws.send(BatchGetItem{
                     .request_items = {{"stats",
                                        {.keys = {{{"id", S("a")}}, {{"id", S("gone")}}},
                                         .consistent_read = true,
                                         .projection_expression = "#v",
                                         .expression_attribute_names = {{"#v", "v"}}}},
                                       {"trips", {.keys = {trip("12", 7)}}},
                                       {"logs", {.keys = {{{"app", S("x")}, {"entry", S("y")}}}}}},
                     .return_consumed_capacity = "TOTAL"})
            .value();
    CHECK(read.responses.at("stats") == std::vector<Item>{{{"v", N(1)}}});
    CHECK(departures(read.responses.at("trips")) == Departures{7});
    CHECK(read.responses.at("logs").empty());
    CHECK(read.unprocessed_keys.empty());
    std::map<std::string, double> units;
    for (const ConsumedCapacity& c : read.consumed_capacity) {
      units[c.table_name] = *c.capacity_units;
    }
    CHECK(units == std::map<std::string, double>{{"logs", 0.5}, {"stats", 2.0}, {"trips", 0.5}});
    CHECK(to_json(BatchGetItemResult{}) == R"({"Responses":{},"UnprocessedKeys":{}})");
  }

  // The numbers are those of the page: of 100 items of 300 KB 52 are read.
  TEST_CASE_FIXTURE(ReadsFixture, "what does not fit into 16 MB is left for the next call") {
    std::vector<Item> keys;
    for (int i = 0; i < 60; ++i) {
      const std::string id = std::to_string(100 + i);
      put({{"id", S(id)}, {"v", S(std::string(300 * 1024 - 6, 'x'))}});
      keys.push_back({{"id", S(id)}});
    }
    const BatchGetItem request{
        .request_items = {{"stats",
                           {.keys = keys, .consistent_read = true, .projection_expression = "id"}}},
        .return_consumed_capacity = "TOTAL"};
    const auto first = aws.send(request).value();
    CHECK(first.responses.at("stats").size() == 52);
    CHECK(first.consumed_capacity.front().capacity_units == 52.0 * 75);
    const KeysAndAttributes& left = first.unprocessed_keys.at("stats");
    CHECK(left.keys == std::vector<Item>(keys.begin() + 52, keys.end()));
    CHECK(left.consistent_read == true);
    CHECK(left.projection_expression == "id");
    const auto second = aws.send(BatchGetItem{.request_items = first.unprocessed_keys}).value();
    CHECK(second.responses.at("stats").size() == 8);
    CHECK(second.unprocessed_keys.empty());
  }

  TEST_CASE_FIXTURE(ReadsFixture, "a batch is refused whole") {
    const auto refusal = [&](std::map<std::string, KeysAndAttributes> items) {
      return message(aws.send(BatchGetItem{.request_items = std::move(items)}));
    };
    const Item a{{"id", S("a")}};
    std::vector<Item> many;
    for (int i = 0; i < 101; ++i) many.push_back({{"id", S(std::to_string(i))}});
    CHECK(refusal({{"stats", {.keys = {a, a}}}}) ==
          "Provided list of item keys contains duplicates");
    CHECK(refusal({{"stats", {.keys = {a}}}, {kStatsArn, {.keys = {a}}}}) ==
          "Provided list of item keys contains duplicates");
    CHECK(refusal({{"stats", {.keys = {{{"id", N(1)}}}}}}) ==
          "The provided key element does not match the schema");
    CHECK(refusal({{"stats", {.keys = {a}}}, {"gone", {.keys = {a}}}}) ==
          "Requested resource not found");
    CHECK(refusal({{"stats", {.keys = {many.begin(), many.begin() + 100}}},
                   {"trips", {.keys = {trip("12", 1)}}}}) ==
          "Too many items requested for the BatchGetItem call");
    CHECK(refusal({{"stats", {.keys = many}}})
              .ends_with("at 'requestItems.stats.member.keys' failed to satisfy constraint: Member "
                         "must have length less than or equal to 100"));
    CHECK(refusal({{"stats", {.keys = {a}, .projection_expression = "count"}}})
              .starts_with("Invalid ProjectionExpression: Attribute name is a reserved keyword"));
  }
}

}  // namespace emu::test
