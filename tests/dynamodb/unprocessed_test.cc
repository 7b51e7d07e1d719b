// What a batch cannot do at once is given back. Sources: Amazon DynamoDB API Reference,
// "BatchWriteItem" and "BatchGetItem"; Developer Guide, "Error handling with DynamoDB", Batch
// operations and error handling.
#include "dynamodb/fixture.h"

namespace emu::test {

namespace {

struct BatchFixture : Fixture {
  static CreateTable table(const std::string& name, std::int64_t reads, std::int64_t writes) {
    return {.attribute_definitions = {{"id", "S"}},
            .table_name = name,
            .key_schema = {{"id", "HASH"}},
            .provisioned_throughput = ProvisionedThroughput{.read_capacity_units = reads,
                                                            .write_capacity_units = writes}};
  }

  static WriteRequest put_of(const std::string& id) {
    return {.put_request = PutRequest{.item = {{"id", S(id)}}}};
  }
  static WriteRequest delete_of(const std::string& id) {
    return {.delete_request = DeleteRequest{.key = {{"id", S(id)}}}};
  }

  explicit BatchFixture(CloudOptions options) : Fixture(std::move(options)) {
    aws.send(table("cold", 2, 2)).value();
    aws.send(table("warm", 100, 100)).value();
  }
  bool exists(const std::string& name, const std::string& id) {
    return !aws.send(GetItem{.table_name = name, .key = {{"id", S(id)}}}).value().item.empty();
  }
  static std::string ids(const std::vector<Item>& items) {
    std::string all;
    for (const Item& item : items) all += item.at("id").s();
    return all;
  }
};

struct ThrottledBatches : BatchFixture {
  ThrottledBatches() : BatchFixture({.dynamodb = {.throttling = true}}) {}
};

// Transactions take a second.
struct BatchesBesideTransactions : BatchFixture {
  BatchesBesideTransactions() : BatchFixture({.dynamodb = {.transaction_time = 1s}}) {
    cloud.spawn("transaction", [this] {
      aws.send(TransactWriteItems{
                   .transact_items = {{.put = Put{.item = {{"id", S("held")}, {"n", N(1)}},
                                                  .table_name = "warm"}}}})
          .value();
    });
    cloud.advance(1ms);
  }
};

}  // namespace

TEST_SUITE("dynamodb: unprocessed") {
  TEST_CASE_FIXTURE(ThrottledBatches, "writes that find no throughput are given back") {
    const auto written =
        aws
            .send(BatchWriteItem{
                .request_items = {{"cold", {put_of("a"), put_of("b"), put_of("c"), delete_of("d")}},
                                  {"warm", {put_of("a")}}},
                .return_consumed_capacity = "TOTAL"})
            .value();
    CHECK(exists("cold", "a"));
    CHECK(exists("cold", "b"));
    CHECK_FALSE(exists("cold", "c"));
    CHECK(exists("warm", "a"));
    REQUIRE(written.unprocessed_items.size() == 1);
    const std::vector<WriteRequest>& left = written.unprocessed_items.at("cold");
    REQUIRE(left.size() == 2);
    CHECK(left[0].put_request.value().item == Item{{"id", S("c")}});
    CHECK(left[1].delete_request.value().key == Item{{"id", S("d")}});
    CHECK(written.consumed_capacity.at(0).capacity_units == 2);
    CHECK(written.consumed_capacity.at(1).capacity_units == 1);

    // They can be sent as they came.
    cloud.advance(1s);
    CHECK(aws.send(BatchWriteItem{.request_items = written.unprocessed_items})
              .value()
              .unprocessed_items.empty());
    CHECK(exists("cold", "c"));
  }

  TEST_CASE_FIXTURE(ThrottledBatches, "a batch of writes is refused when none could be made") {
    aws.send(BatchWriteItem{.request_items = {{"cold", {put_of("a"), put_of("b")}}}}).value();
    CHECK(code(aws.send(BatchWriteItem{.request_items = {{"cold", {put_of("c"), put_of("d")}}}})) ==
          "ProvisionedThroughputExceededException");
    CHECK_FALSE(exists("cold", "c"));
    // What is wrong with the request is said first, and refuses all of it.
    CHECK(code(aws.send(BatchWriteItem{
              .request_items = {{"cold", {put_of("c")}}, {"warm", {put_of("c"), put_of("c")}}}})) ==
          "ValidationException");
    CHECK_FALSE(exists("warm", "c"));
  }

  TEST_CASE_FIXTURE(ThrottledBatches, "keys that find no throughput are given back") {
    const std::vector<Item> keys = {{{"id", S("a")}}, {{"id", S("b")}}, {{"id", S("c")}}};
    aws.send(BatchWriteItem{.request_items = {{"cold", {put_of("a"), put_of("b")}},
                                              {"warm", {put_of("a"), put_of("c")}}}})
        .value();
    const auto read =
        aws.send(BatchGetItem{.request_items = {{"cold", {.keys = keys, .consistent_read = true}},
                                                {"warm", {.keys = keys}}},
                              .return_consumed_capacity = "TOTAL"})
            .value();
    CHECK(ids(read.responses.at("cold")) == "ab");
    CHECK(ids(read.responses.at("warm")) == "ac");
    REQUIRE(read.unprocessed_keys.size() == 1);
    CHECK(read.unprocessed_keys.at("cold").keys == std::vector<Item>{{{"id", S("c")}}});
    CHECK(read.unprocessed_keys.at("cold").consistent_read == true);
    CHECK(read.consumed_capacity.at(0).capacity_units == 2);
    CHECK(read.consumed_capacity.at(1).capacity_units == 1.5);
    CHECK(code(aws.send(BatchGetItem{.request_items = {{"cold", {.keys = keys}}}})) ==
          "ProvisionedThroughputExceededException");
    cloud.advance(1s);
    CHECK(aws.send(BatchGetItem{.request_items = read.unprocessed_keys})
              .value()
              .unprocessed_keys.empty());
  }

  TEST_CASE_FIXTURE(BatchesBesideTransactions,
                    "writes of items that a transaction has in hand are given back") {
    const auto written =
        aws.send(BatchWriteItem{.request_items = {{"warm", {delete_of("held"), put_of("free")}}}})
            .value();
    REQUIRE(written.unprocessed_items.size() == 1);
    CHECK(written.unprocessed_items.at("warm").at(0).delete_request.value().key ==
          Item{{"id", S("held")}});
    CHECK(exists("warm", "free"));
    CHECK(code(aws.send(BatchWriteItem{.request_items = {{"warm", {put_of("held")}}}})) ==
          "TransactionConflictException");
    cloud.advance(1s);
    CHECK(aws.send(BatchWriteItem{.request_items = written.unprocessed_items})
              .value()
              .unprocessed_items.empty());
    CHECK_FALSE(exists("warm", "held"));
  }
}

}  // namespace emu::test
