// Sources: Amazon DynamoDB API Reference, "Query" and "Scan"; Developer Guide, "Local secondary
// indexes", Attribute projections; "Multi-attribute keys pattern"; texts as clients report.
#include "dynamodb/fixture.h"
#include "dynamodb/index_fixture.h"

namespace emu::test {

namespace {

struct ScoresFixture : IndexFixture {
  ScoresFixture() {
    aws.send(scores()).value();
    put({{"user", S("ann")}, {"game", S("go")}, {"score", N(10)}, {"note", S("n")}, {"x", S("x")}});
    put({{"user", S("bob")}, {"game", S("go")}, {"score", N(-2)}});
    put({{"user", S("cid")}, {"game", S("go")}, {"score", N(9)}});
    put({{"user", S("cid")}, {"game", S("chess")}, {"score", N(1)}});
    put({{"user", S("dan")}, {"game", S("go")}});
  }

  // Of those who play go, by their scores.
  Query by_game() {
    return {.table_name = "scores",
            .index_name = "by-game",
            .key_condition_expression = "game = :g",
            .expression_attribute_values = {{":g", S("go")}}};
  }
  Query by_score() {
    return {.table_name = "scores",
            .index_name = "by-score",
            .key_condition_expression = "#u = :u",
            .expression_attribute_names = {{"#u", "user"}},
            .expression_attribute_values = {{":u", S("ann")}}};
  }
  static std::string users(const std::vector<Item>& items) {
    std::string all;
    for (const Item& item : items) all += item.at("user").s() + " ";
    return all;
  }
};

}  // namespace

TEST_SUITE("dynamodb: reads of indexes") {
  TEST_CASE_FIXTURE(ScoresFixture,
                    "a query of a global index finds what the table's key does not") {
    const QueryResult found = aws.send(by_game()).value();
    CHECK(users(found.items) == "bob cid ann ");
    // The keys of the index and of the table, since it projects no more.
    CHECK(found.items.back() == Item{{"user", S("ann")}, {"game", S("go")}, {"score", N(10)}});
    Query in = by_game();
    in.key_condition_expression = "game = :g AND score > :s";
    in.expression_attribute_values[":s"] = N(0);
    in.scan_index_forward = false;
    CHECK(users(aws.send(in).value().items) == "ann cid ");
  }

  TEST_CASE_FIXTURE(ScoresFixture, "pages of an index go on behind the keys of index and table") {
    Query in = by_game();
    in.limit = 1;
    std::string all;
    for (int page = 0; page < 4; ++page) {
      const QueryResult found = aws.send(in).value();
      all += users(found.items);
      in.exclusive_start_key = found.last_evaluated_key;
      if (in.exclusive_start_key.empty()) break;
      CHECK(in.exclusive_start_key.size() == 3);
    }
    CHECK(all == "bob cid ann ");

    Scan scan{.table_name = "scores", .index_name = "by-game"};
    CHECK(aws.send(scan).value().count == 4);
  }

  TEST_CASE_FIXTURE(ScoresFixture,
                    "a global index gives what it projects, and no consistent reads") {
    Query in = by_game();
    in.consistent_read = true;
    CHECK(message(aws.send(in)) ==
          "Consistent reads are not supported on global secondary indexes");
    in.consistent_read = false;
    in.select = "ALL_ATTRIBUTES";
    CHECK(message(aws.send(in)) ==
          "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported "
          "for global secondary index by-game because its projection type is not ALL");
    in.select.reset();
    in.projection_expression = "x";
    CHECK(message(aws.send(in)) ==
          "One or more parameter values were invalid: Global secondary index by-game does not "
          "project [x]");
  }

  TEST_CASE_FIXTURE(ScoresFixture,
                    "a local index fetches from the table what it does not project") {
    Query in = by_score();
    CHECK(aws.send(in).value().items.front().size() == 4);  // with the note
    in.select = "ALL_ATTRIBUTES";
    in.consistent_read = true;
    in.return_consumed_capacity = "INDEXES";
    const QueryResult found = aws.send(in).value();
    CHECK(found.items.front().size() == 5);
    CHECK(found.consumed_capacity->local_secondary_indexes.at("by-score").capacity_units == 1);
    CHECK(found.consumed_capacity->table->capacity_units == 1);
  }

  TEST_CASE_FIXTURE(ScoresFixture, "a start in an index has keys that its entries can have") {
    const auto refusal = [&](Item start) {
      Query in = by_game();
      in.exclusive_start_key = std::move(start);
      return message(aws.send(in));
    };
    const Item start{{"user", S("cid")}, {"game", S("go")}, {"score", N(9)}};
    CHECK(refusal(start).empty());
    Item long_hash = start;
    long_hash["game"] = S(std::string(2049, 'g'));
    Item long_table_key = start;
    long_table_key["user"] = S(std::string(2049, 'u'));
    Item without_table_key = start;
    without_table_key.erase("user");
    for (const Item& wrong : {long_hash, long_table_key, without_table_key}) {
      CHECK(refusal(wrong) == "The provided starting key is invalid");
    }
  }

  // "Paginating table query results in DynamoDB": 1 MB of data are retrieved at most.
  TEST_CASE_FIXTURE(ScoresFixture, "what is fetched from the table counts for the size of a page") {
    for (int score = 0; score < 12; ++score) {
      put({{"user", S("eve")},
           {"game", S(std::to_string(score))},
           {"score", N(score)},
           {"x", S(std::string(100 * 1024, 'x'))}});
    }
    Query in = by_score();
    in.expression_attribute_values[":u"] = S("eve");
    CHECK(aws.send(in).value().count == 12);
    in.select = "ALL_ATTRIBUTES";
    const QueryResult page = aws.send(in).value();
    CHECK(page.count == 11);
    CHECK(page.last_evaluated_key.at("score") == N(10));
  }

  TEST_CASE_FIXTURE(IndexFixture,
                    "a query names all hash attributes, and range attributes from the left") {
    CreateTable table = plain();
    for (const char* name : {"region", "round", "bracket"}) {
      table.attribute_definitions.push_back({name, "S"});
    }
    table.global_secondary_indexes = {{.index_name = "matches",
                                       .key_schema = {{"game", "HASH"},
                                                      {"region", "HASH"},
                                                      {"round", "RANGE"},
                                                      {"bracket", "RANGE"}},
                                       .projection = {.projection_type = "ALL"}}};
    aws.send(table).value();
    for (const char* round : {"final", "semifinal"}) {
      for (const char* bracket : {"lower", "upper"}) {
        put({{"user", S(std::string(round) + bracket)},
             {"game", S("go")},
             {"region", S("eu")},
             {"round", S(round)},
             {"bracket", S(bracket)}});
      }
    }
    const auto query = [&](const std::string& condition, Item values) {
      Query in{.table_name = "scores",
               .index_name = "matches",
               .key_condition_expression = condition,
               .expression_attribute_values = std::move(values)};
      if (condition.find('#') != condition.npos) in.expression_attribute_names = {{"#r", "region"}};
      return aws.send(in);
    };
    Item values{{":g", S("go")}, {":r", S("eu")}};
    CHECK(query("game = :g AND #r = :r", values).value().count == 4);
    values[":a"] = S("final");
    CHECK(query("game = :g AND #r = :r AND round = :a", values).value().count == 2);
    CHECK(query("game = :g AND #r = :r AND begins_with(round, :a)", values).value().count == 2);
    CHECK_FALSE(query("game = :g AND #r = :r AND bracket = :a", values).ok());
    values[":b"] = S("m");
    CHECK(query("game = :g AND #r = :r AND round = :a AND bracket > :b", values).value().count ==
          1);
    CHECK_FALSE(query("game = :g", {{":g", S("go")}}).ok());
  }

  TEST_CASE_FIXTURE(SlowIndexes, "an index that is being made cannot be read") {
    slow.send(plain()).value();
    step();
    slow.send(add_by_game()).value();
    const Scan in{.table_name = "scores", .index_name = "by-game"};
    CHECK(message(slow.send(in)) == "Cannot read from backfilling global secondary index: by-game");
    step();
    CHECK(slow.send(in).ok());
  }

  TEST_CASE_FIXTURE(IndexFixture, "a batch of writes adds up what it costs in indexes") {
    aws.send(scores()).value();
    BatchWriteItem in{.request_items = {},
                      .return_consumed_capacity = "INDEXES",
                      .return_item_collection_metrics = "SIZE"};
    for (const char* game : {"go", "chess"}) {
      in.request_items["scores"].push_back(
          {.put_request =
               PutRequest{.item = {{"user", S("ann")}, {"game", S(game)}, {"score", N(1)}}}});
    }
    const BatchWriteItemResult answer = aws.send(in).value();
    REQUIRE(answer.consumed_capacity.size() == 1);
    CHECK(answer.consumed_capacity.front().capacity_units == 6);
    CHECK(answer.consumed_capacity.front().global_secondary_indexes.at("by-game").capacity_units ==
          2);
    CHECK(answer.item_collection_metrics.at("scores").size() == 1);
  }

  TEST_CASE_FIXTURE(IndexFixture, "a transaction costs twice as much, in indexes too") {
    aws.send(scores()).value();
    const auto answer =
        aws.send(TransactWriteItems{.transact_items = {{.put = Put{.item = {{"user", S("ann")},
                                                                            {"game", S("go")},
                                                                            {"score", N(1)}},
                                                                   .table_name = "scores"}}},
                                    .return_consumed_capacity = "INDEXES"})
            .value();
    const ConsumedCapacity& capacity = answer.consumed_capacity.front();
    CHECK(capacity.capacity_units == 6);
    CHECK(capacity.table->capacity_units == 2);
    CHECK(capacity.global_secondary_indexes.at("by-game").write_capacity_units == 2);
  }

  // "TransactWriteItems": of collections that a Put, an Update or a Delete has changed.
  TEST_CASE_FIXTURE(IndexFixture,
                    "a transaction tells how large the collections are that it wrote to") {
    aws.send(scores()).value();
    const auto key = [](const char* user, const char* game) {
      return Item{{"user", S(user)}, {"game", S(game)}};
    };
    TransactWriteItems in{
        .transact_items = {{.put = Put{.item = key("ann", "go"), .table_name = "scores"}},
                           {.update = Update{.key = key("ann", "chess"),
                                             .update_expression = "SET score = :s",
                                             .table_name = "scores",
                                             .expression_attribute_values = {{":s", N(1)}}}},
                           {.condition_check = ConditionCheck{.key = key("bob", "go"),
                                                              .table_name = "scores",
                                                              .condition_expression =
                                                                  "attribute_not_exists(game)"}}},
        .return_item_collection_metrics = "SIZE"};
    const auto metrics = aws.send(in).value().item_collection_metrics;
    REQUIRE(metrics.size() == 1);
    REQUIRE(metrics.at("scores").size() == 1);
    CHECK(metrics.at("scores").front().item_collection_key == Item{{"user", S("ann")}});
    CHECK(metrics.at("scores").front().size_estimate_range_gb == std::vector<double>{0, 1});
    in.return_item_collection_metrics = "NONE";
    CHECK(aws.send(in).value().item_collection_metrics.empty());
  }
}

}  // namespace emu::test
