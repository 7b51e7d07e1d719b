// Source: Amazon DynamoDB Developer Guide, "Improving data access with secondary indexes in
// DynamoDB", "Managing Global Secondary Indexes in DynamoDB", "Local secondary indexes"; API
// Reference, "CreateTable", "UpdateTable".
#include <functional>

#include "core/gate/world.h"
#include "core/task/sim_scheduler.h"
#include "dynamodb/fixture.h"
#include "dynamodb/index_fixture.h"
#include "dynamodb/service.h"

namespace emu::test {

TEST_SUITE("dynamodb: secondary indexes") {
  TEST_CASE_FIXTURE(IndexFixture, "a table has indexes from the start, which fill as it does") {
    const auto created = aws.send(scores()).value().table_description;
    REQUIRE(created.global_secondary_indexes.size() == 1);
    CHECK(created.global_secondary_indexes.front().index_status == "CREATING");
    CHECK(created.local_secondary_indexes.size() == 1);

    put({{"user", S("ann")}, {"game", S("go")}, {"score", N(7)}, {"note", S("long")}});
    put({{"user", S("bob")}, {"game", S("go")}});
    const auto table = described();
    const auto& by_game = table.global_secondary_indexes.front();
    CHECK(by_game.index_status == "ACTIVE");
    CHECK_FALSE(by_game.backfilling.has_value());
    CHECK(by_game.index_arn ==
          "arn:aws:dynamodb:us-east-1:000000000000:table/scores/index/by-game");
    // Sparse: without a score there is no entry. Projected are the keys alone: user, game and
    // score.
    CHECK(by_game.item_count == 1);
    CHECK(by_game.index_size_bytes == 4 + 3 + 4 + 2 + 5 + 2);
    const auto& by_score = table.local_secondary_indexes.front();
    CHECK(by_score.item_count == 1);
    CHECK(by_score.index_size_bytes == 4 + 3 + 4 + 2 + 5 + 2 + 4 + 4);
  }

  TEST_CASE_FIXTURE(IndexFixture, "an entry follows its item") {
    aws.send(scores()).value();
    put({{"user", S("ann")}, {"game", S("go")}, {"score", N(7)}});
    const auto update = [&](const std::string& expression, Item values = {}) {
      aws.send(UpdateItem{.table_name = "scores",
                          .key = {{"user", S("ann")}, {"game", S("go")}},
                          .update_expression = expression,
                          .expression_attribute_values = std::move(values)})
          .value();
    };
    CHECK(entries() == 1);
    update("REMOVE score");
    CHECK(entries() == 0);
    update("SET score = :s", {{":s", N(1)}});
    CHECK(entries() == 1);
    aws.send(DeleteItem{.table_name = "scores", .key = {{"user", S("ann")}, {"game", S("go")}}})
        .value();
    CHECK(entries() == 0);
    CHECK(described().global_secondary_indexes.front().index_size_bytes == 0);
  }

  TEST_CASE_FIXTURE(IndexFixture, "an index that is added takes the items that fit it") {
    aws.send(plain()).value();
    put({{"user", S("ann")}, {"game", S("go")}, {"score", N(7)}});
    put({{"user", S("bob")}, {"game", S("go")}, {"score", S("a text")}});
    put({{"user", S("cid")}, {"game", S("go")}});
    const auto answered = aws.send(add_by_game()).value().table_description;
    CHECK(answered.table_status == "UPDATING");
    CHECK(answered.global_secondary_indexes.front().index_status == "CREATING");
    CHECK(answered.global_secondary_indexes.front().backfilling == false);
    CHECK(described().attribute_definitions.size() == 3);
    CHECK(described().global_secondary_indexes.front().index_status == "ACTIVE");
    CHECK(entries() == 1);

    const auto dropped = aws.send(drop("by-game")).value().table_description;
    CHECK(dropped.global_secondary_indexes.front().index_status == "DELETING");
    CHECK(described().global_secondary_indexes.empty());
    CHECK(described().attribute_definitions.size() == 2);
    // The items may have any type again.
    put({{"user", S("ann")}, {"game", S("go")}, {"score", S("seven")}});
    aws.send(add_by_game()).value();
    CHECK(entries() == 0);
  }

  TEST_CASE_FIXTURE(SlowIndexes,
                    "where changes take time, an index is seen being made and deleted") {
    slow.send(plain()).value();
    step();
    slow.send(add_by_game()).value();
    CHECK(described().table_status == "UPDATING");
    CHECK(described().global_secondary_indexes.front().index_status == "CREATING");
    CHECK(described().global_secondary_indexes.front().backfilling == true);
    CHECK(code(slow.send(drop("by-game"))) == "ResourceInUseException");
    slow.send(PutItem{.table_name = "scores",
                      .item = {{"user", S("ann")}, {"game", S("go")}, {"score", N(1)}}})
        .value();
    step();
    CHECK(described().table_status == "ACTIVE");
    CHECK(described().global_secondary_indexes.front().index_status == "ACTIVE");
    CHECK(described().global_secondary_indexes.front().item_count == 1);

    slow.send(drop("by-game")).value();
    CHECK(described().global_secondary_indexes.front().index_status == "DELETING");
    step();
    CHECK(described().global_secondary_indexes.empty());
  }

  TEST_CASE_FIXTURE(
      IndexFixture,
      "the throughput of an index changes by itself, and goes with the billing mode") {
    CreateTable in = plain();
    in.billing_mode = "PROVISIONED";
    in.provisioned_throughput = ProvisionedThroughput{5, 5};
    aws.send(in).value();
    UpdateTable add = add_by_game();
    CHECK(message(aws.send(add)) ==
          "One or more parameter values were invalid: ProvisionedThroughput must be specified for "
          "index: by-game");
    add.global_secondary_index_updates.front().create->provisioned_throughput =
        ProvisionedThroughput{2, 3};
    aws.send(add).value();
    const auto throughput = [&] {
      return described().global_secondary_indexes.front().provisioned_throughput;
    };
    CHECK(throughput().write_capacity_units == 3);

    const auto change = [](std::int64_t read, std::int64_t write) {
      return UpdateTable{.table_name = "scores",
                         .global_secondary_index_updates = {
                             {.update = UpdateGlobalSecondaryIndexAction{
                                  .index_name = "by-game",
                                  .provisioned_throughput = ProvisionedThroughput{read, write}}}}};
    };
    CHECK(message(aws.send(change(2, 3)))
              .starts_with("The provisioned throughput for the index by-game will not change."));
    CHECK(aws.send(change(4, 3))
              .value()
              .table_description.global_secondary_indexes.front()
              .index_status == "UPDATING");
    CHECK(throughput().read_capacity_units == 4);
    CHECK(throughput().last_increase_date_time.has_value());

    aws.send(UpdateTable{.table_name = "scores", .billing_mode = "PAY_PER_REQUEST"}).value();
    CHECK(throughput().read_capacity_units == 0);
    CHECK(
        message(aws.send(change(1, 1))) ==
        "One or more parameter values were invalid: ProvisionedThroughput should not be specified "
        "for index: by-game when BillingMode is PAY_PER_REQUEST");
  }

  // Amazon DynamoDB Developer Guide, "Understanding DynamoDB warm throughput".
  TEST_CASE_FIXTURE(IndexFixture,
                    "an index is warm for as much as it was provisioned for, or more") {
    const auto warm = [](const TableDescription& table) {
      return table.global_secondary_indexes.front().warm_throughput.value();
    };
    CreateTable in = scores();
    in.global_secondary_indexes.front().warm_throughput =
        WarmThroughput{.read_units_per_second = 11'999};
    const std::string lower =
        " for WarmThroughput for index by-game is lower than current WarmThroughput, decreasing "
        "WarmThroughput is not supported";
    CHECK(message(aws.send(in)).ends_with("ReadUnitsPerSecond" + lower));
    in.global_secondary_indexes.front().warm_throughput =
        WarmThroughput{.read_units_per_second = 20'000};
    aws.send(in).value();
    CHECK(warm(described()).read_units_per_second == 20'000);
    CHECK(warm(described()).write_units_per_second == 4'000);
    CHECK(warm(described()).status == "ACTIVE");

    UpdateTable raise{.table_name = "scores"};
    UpdateGlobalSecondaryIndexAction& action =
        raise.global_secondary_index_updates.emplace_back().update.emplace();
    action = {.index_name = "by-game",
              .warm_throughput = WarmThroughput{.write_units_per_second = 5'000}};
    CHECK(warm(aws.send(raise).value().table_description).status == "UPDATING");
    CHECK(warm(described()).write_units_per_second == 5'000);
    action.warm_throughput = WarmThroughput{.write_units_per_second = 4'999};
    CHECK(message(aws.send(raise)).ends_with("WriteUnitsPerSecond" + lower));
    CHECK(warm(described()).read_units_per_second == 20'000);
  }

  TEST_CASE_FIXTURE(IndexFixture, "a write costs units in each index that it touches") {
    aws.send(scores()).value();
    const auto cost = [&](Item item) {
      return *aws.send(PutItem{.table_name = "scores",
                               .item = std::move(item),
                               .return_consumed_capacity = "INDEXES"})
                  .value()
                  .consumed_capacity;
    };
    Item item{{"user", S("ann")}, {"game", S("go")}, {"score", N(7)}};
    auto capacity = cost(item);
    CHECK(capacity.capacity_units == 3);
    CHECK(capacity.table->capacity_units == 1);
    CHECK(capacity.global_secondary_indexes.at("by-game").capacity_units == 1);
    CHECK(capacity.local_secondary_indexes.at("by-score").capacity_units == 1);

    // What no index has costs nothing there, by size neither.
    item["other"] = S(std::string(1500, 'x'));
    capacity = cost(item);
    CHECK(capacity.capacity_units == 2);
    CHECK(capacity.global_secondary_indexes.empty());
    // What one of them has.
    item["note"] = S("hi");
    capacity = cost(item);
    CHECK(capacity.local_secondary_indexes.at("by-score").capacity_units == 1);
    CHECK(capacity.global_secondary_indexes.empty());
    // A key that changes is a write that removes and one that puts.
    item["score"] = N(8);
    capacity = cost(item);
    CHECK(capacity.capacity_units == 6);
    CHECK(capacity.global_secondary_indexes.at("by-game").capacity_units == 2);
  }

  TEST_CASE_FIXTURE(IndexFixture,
                    "item collection metrics are answered for tables with local indexes") {
    aws.send(scores()).value();
    const PutItem in{.table_name = "scores",
                     .item = {{"user", S("ann")}, {"game", S("go")}, {"score", N(7)}},
                     .return_item_collection_metrics = "SIZE"};
    const auto metrics = aws.send(in).value().item_collection_metrics;
    REQUIRE(metrics.has_value());
    CHECK(metrics->item_collection_key == Item{{"user", S("ann")}});
    CHECK(metrics->size_estimate_range_gb == std::vector<double>{0, 1});
    aws.send(DeleteTable{.table_name = "scores"}).value();
    aws.send(plain()).value();
    CHECK_FALSE(aws.send(in).value().item_collection_metrics.has_value());
  }

  TEST_CASE_FIXTURE(IndexFixture, "an index goes with a backup") {
    aws.send(scores()).value();
    put({{"user", S("ann")}, {"game", S("go")}, {"score", N(7)}});
    const std::string arn = aws.send(CreateBackup{.table_name = "scores", .backup_name = "before"})
                                .value()
                                .backup_details.backup_arn;
    aws.send(RestoreTableFromBackup{.target_table_name = "restored", .backup_arn = arn}).value();
    const auto table = aws.send(DescribeTable{.table_name = "restored"}).value().table;
    CHECK(table.global_secondary_indexes.front().item_count == 1);
    CHECK(table.local_secondary_indexes.front().item_count == 1);
  }
}

}  // namespace emu::test
