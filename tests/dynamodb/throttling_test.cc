// Source: Amazon DynamoDB Developer Guide, "Burst and adaptive capacity", "Troubleshooting
// throttling in Amazon DynamoDB"; API Reference, "ThrottlingReason".
#include <emu/describe.h>
#include <emu/json.h>

#include "dynamodb/fixture.h"

namespace emu::test {

namespace {

struct ThrottledFixture : Fixture {
  ThrottledFixture() : Fixture({.dynamodb = {.throttling = true}}) {}

  void create(std::int64_t reads, std::int64_t writes) {
    aws.send(CreateTable{
                 .attribute_definitions = {{"id", "S"}},
                 .table_name = "stats",
                 .key_schema = {{"id", "HASH"}},
                 .provisioned_throughput = ProvisionedThroughput{.read_capacity_units = reads,
                                                                 .write_capacity_units = writes}})
        .value();
  }
  Result<PutItemResult> put(std::size_t bytes = 1) {
    return aws.send(PutItem{.table_name = "stats",
                            .item = {{"id", S("x")}, {"v", S(std::string(bytes, 'v'))}}});
  }
  Result<GetItemResult> get() {
    return aws.send(GetItem{.table_name = "stats", .key = {{"id", S("x")}}});
  }
  // How many writes of one unit are let in at once.
  int writes_at_once() {
    int count = 0;
    while (put().ok()) ++count;
    return count;
  }
};

// Tables with throughput to spare, but for a global index with one unit of each kind, and with a
// local index.
struct ThrottledIndexes : Fixture {
  ThrottledIndexes() : Fixture({.dynamodb = {.throttling = true}}) {}

  static Item paint(const std::string& id, const std::string& colour) {
    return {{"id", S(id)}, {"colour", S(colour)}};
  }
  static WriteRequest put_of(const std::string& id, const std::string& colour = "") {
    return {.put_request =
                PutRequest{.item = colour.empty() ? Item{{"id", S(id)}} : paint(id, colour)}};
  }

  static CreateTable paints() {
    return {.attribute_definitions = {{"id", "S"}, {"colour", "S"}},
            .table_name = "paints",
            .key_schema = {{"id", "HASH"}},
            .global_secondary_indexes = {{.index_name = "by-colour",
                                          .key_schema = {{"colour", "HASH"}},
                                          .projection = {.projection_type = "KEYS_ONLY"},
                                          .provisioned_throughput = ProvisionedThroughput{1, 1}}},
            .provisioned_throughput = ProvisionedThroughput{100, 100}};
  }
  static CreateTable ranked() {
    return {.attribute_definitions = {{"id", "S"}, {"name", "S"}, {"rank", "N"}},
            .table_name = "ranked",
            .key_schema = {{"id", "HASH"}, {"name", "RANGE"}},
            .local_secondary_indexes = {{.index_name = "by-rank",
                                         .key_schema = {{"id", "HASH"}, {"rank", "RANGE"}},
                                         .projection = {.projection_type = "KEYS_ONLY"}}},
            .provisioned_throughput = ProvisionedThroughput{2, 2}};
  }
  void create() {
    aws.send(paints()).value();
    aws.send(ranked()).value();
  }
  Result<PutItemResult> write(const std::string& id, const std::string& colour = "") {
    return aws.send(
        PutItem{.table_name = "paints", .item = put_of(id, colour).put_request.value().item});
  }
  static std::string detail_of(const Error& error) {
    std::string json;
    if (error.detail == nullptr) return json;
    write_json(error.detail->shape(), error.detail->value(), json);
    return json;
  }
};

}  // namespace

TEST_SUITE("dynamodb: throttling") {
  TEST_CASE_FIXTURE(ThrottledFixture, "a table takes what it is provisioned for") {
    create(2, 3);
    CHECK(writes_at_once() == 3);
    const auto refused = put();
    CHECK(code(refused) == "ProvisionedThroughputExceededException");
    CHECK(message(refused) ==
          "The level of configured provisioned throughput for the table was exceeded. Consider "
          "increasing your provisioning level with the UpdateTable API.");
    CHECK(refused.error().detail != nullptr);
    cloud.advance(1s);
    CHECK(writes_at_once() == 3);
    // Reads have a bucket of their own, and an eventually consistent one costs half a unit.
    int reads = 0;
    while (get().ok()) ++reads;
    CHECK(reads == 4);
  }

  TEST_CASE_FIXTURE(ThrottledFixture, "what is not used is kept for five minutes") {
    create(1, 2);
    put().value();
    cloud.advance(1min);
    CHECK(writes_at_once() == 1 + 2 * 60);
    cloud.advance(1h);
    CHECK(writes_at_once() == 2 * 300);
  }

  TEST_CASE_FIXTURE(ThrottledFixture, "a large write leaves a debt") {
    create(1, 1);
    put(10'000).value();
    cloud.advance(8s);
    CHECK(code(put()) == "ProvisionedThroughputExceededException");
    cloud.advance(2s);
    CHECK(put().ok());
  }

  TEST_CASE_FIXTURE(ThrottledFixture, "whatever reads or writes items takes units") {
    create(1, 1);
    put(20'000).value();
    CHECK(aws.send(Scan{.table_name = "stats"}).value().count == 1);
    CHECK(code(aws.send(Scan{.table_name = "stats"})) == "ProvisionedThroughputExceededException");
    CHECK(
        code(aws.send(BatchGetItem{.request_items = {{"stats", {.keys = {{{"id", S("x")}}}}}}})) ==
        "ProvisionedThroughputExceededException");
    CHECK(code(aws.send(DeleteItem{.table_name = "stats", .key = {{"id", S("x")}}})) ==
          "ProvisionedThroughputExceededException");
    CHECK(code(get()) == "ProvisionedThroughputExceededException");
  }

  TEST_CASE_FIXTURE(ThrottledFixture, "on demand, a table takes as much as it may at most") {
    aws.send(CreateTable{.attribute_definitions = {{"id", "S"}},
                         .table_name = "stats",
                         .key_schema = {{"id", "HASH"}},
                         .billing_mode = "PAY_PER_REQUEST",
                         .on_demand_throughput = OnDemandThroughput{.max_write_request_units = 2}})
        .value();
    CHECK(writes_at_once() == 2);
    CHECK(code(put()) == "ThrottlingException");
    for (int i = 0; i < 100; ++i) CHECK(get().ok());
  }

  // "Understanding Global Secondary Index (GSI) write throttling and back pressure in DynamoDB"
  TEST_CASE_FIXTURE(ThrottledIndexes,
                    "a global index that cannot follow keeps writes from its table") {
    create();
    CHECK(write("a", "red").ok());
    const auto refused = write("b", "red");
    REQUIRE(code(refused) == "ProvisionedThroughputExceededException");
    CHECK(message(refused).find("one or more global secondary indexes") != std::string::npos);
    CHECK(
        detail_of(refused.error()) ==
        R"({"ThrottlingReasons":[{"reason":"IndexWriteProvisionedThroughputExceeded","resource":")"
        R"(arn:aws:dynamodb:us-east-1:000000000000:table/paints/index/by-colour"}]})");
    // What is in no index goes on, and so does what leaves the index as it is.
    CHECK(write("c").ok());
    CHECK(aws.send(UpdateItem{.table_name = "paints",
                              .key = {{"id", S("a")}},
                              .update_expression = "SET note = :n",
                              .expression_attribute_values = {{":n", S("n")}}})
              .ok());
    CHECK(code(aws.send(DeleteItem{.table_name = "paints", .key = {{"id", S("a")}}})) ==
          "ProvisionedThroughputExceededException");
    const auto batch =
        aws.send(BatchWriteItem{.request_items = {{"paints", {put_of("d", "red"), put_of("e")}}}})
            .value();
    CHECK(batch.unprocessed_items.at("paints").size() == 1);
    CHECK(message(aws.send(
                      TransactWriteItems{.transact_items = {{.put = Put{.item = paint("f", "red"),
                                                                        .table_name = "paints"}}}}))
              .ends_with("[ProvisionedThroughputExceeded]"));
    cloud.advance(1s);
    CHECK(write("b", "red").ok());
  }

  TEST_CASE_FIXTURE(ThrottledIndexes, "reads take of the global index that they read") {
    create();
    const Scan of_index{.table_name = "paints", .index_name = "by-colour"};
    CHECK(aws.send(of_index).ok());
    CHECK(aws.send(of_index).ok());
    const auto refused = aws.send(of_index);
    REQUIRE(code(refused) == "ProvisionedThroughputExceededException");
    CHECK(detail_of(refused.error()).find("IndexReadProvisionedThroughputExceeded") !=
          std::string::npos);
    CHECK(aws.send(Scan{.table_name = "paints"}).ok());
    CHECK(code(aws.send(ExecuteStatement{
              .statement = R"(SELECT * FROM "paints"."by-colour" WHERE colour = 'red')"})) ==
          "ProvisionedThroughputExceededException");
  }

  // "Local secondary indexes": their throughput is the table's.
  TEST_CASE_FIXTURE(ThrottledIndexes, "a local index takes of its table") {
    create();
    CHECK(aws.send(PutItem{.table_name = "ranked",
                           .item = {{"id", S("a")}, {"name", S("n")}, {"rank", N(1)}}})
              .ok());
    CHECK(code(aws.send(
              PutItem{.table_name = "ranked", .item = {{"id", S("b")}, {"name", S("n")}}})) ==
          "ProvisionedThroughputExceededException");
  }

  TEST_CASE_FIXTURE(ThrottledIndexes, "on demand, an index takes as much as it may at most") {
    CreateTable in = paints();
    in.billing_mode = "PAY_PER_REQUEST";
    in.provisioned_throughput.reset();
    in.global_secondary_indexes.front().provisioned_throughput.reset();
    in.global_secondary_indexes.front().on_demand_throughput =
        OnDemandThroughput{.max_write_request_units = 1};
    aws.send(in).value();
    CHECK(write("a", "red").ok());
    const auto refused = write("b", "red");
    REQUIRE(code(refused) == "ThrottlingException");
    CHECK(detail_of(refused.error()).find("IndexWriteMaxOnDemandThroughputExceeded") !=
          std::string::npos);
  }

  TEST_CASE_FIXTURE(TableFixture, "nobody is throttled who did not ask for it") {
    aws.send(UpdateTable{
                 .table_name = "stats",
                 .billing_mode = "PROVISIONED",
                 .provisioned_throughput =
                     ProvisionedThroughput{.read_capacity_units = 1, .write_capacity_units = 1}})
        .value();
    for (int i = 0; i < 100; ++i) put({{"id", S("x")}});
  }
}

}  // namespace emu::test
