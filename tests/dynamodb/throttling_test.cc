// Source: Amazon DynamoDB Developer Guide, "Burst and adaptive capacity", "Troubleshooting
// throttling in Amazon DynamoDB"; API Reference, "ThrottlingReason".
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
