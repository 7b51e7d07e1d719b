// Source: Amazon DynamoDB API Reference, "TransactGetItems".
#include "dynamodb/fixture.h"

namespace emu::test {

namespace {

TransactGetItem get_of(const std::string& id, std::optional<std::string> projection = {}) {
  return {.get = Get{.key = {{"id", S(id)}},
                     .table_name = "stats",
                     .projection_expression = std::move(projection)}};
}

}  // namespace

TEST_SUITE("dynamodb: TransactGetItems") {
  TEST_CASE_FIXTURE(TableFixture, "items are answered in the order of the request") {
    put({{"id", S("a")}, {"x", N(1)}, {"y", N(2)}});
    put({{"id", S("b")}});
    const auto read =
        aws.send(TransactGetItems{.transact_items = {get_of("b"), get_of("none"), get_of("a", "y")},
                                  .return_consumed_capacity = "TOTAL"})
            .value();
    REQUIRE(read.responses.size() == 3);
    CHECK(read.responses[0].item == Item{{"id", S("b")}});
    CHECK_FALSE(read.responses[1].item.has_value());
    CHECK(read.responses[2].item == Item{{"y", N(2)}});
    REQUIRE(read.consumed_capacity.size() == 1);
    CHECK(read.consumed_capacity[0].capacity_units == 6);
    CHECK(read.consumed_capacity[0].read_capacity_units == 6);
  }

  TEST_CASE_FIXTURE(TableFixture,
                    "wrong requests are refused, and keys that do not fit cancel it") {
    const auto refused = [&](std::vector<TransactGetItem> gets) {
      return aws.send(TransactGetItems{.transact_items = std::move(gets)});
    };
    CHECK(message(refused({get_of("a"), get_of("a")})) ==
          "Transaction request cannot include multiple operations on one item");
    CHECK(code(refused({get_of("a", "x,")})) == "ValidationException");
    CHECK(code(refused({{.get = Get{.key = {{"id", S("a")}}, .table_name = "gone"}}})) ==
          "ResourceNotFoundException");
    const auto cancelled =
        refused({get_of("a"), {.get = Get{.key = {{"x", S("a")}}, .table_name = "stats"}}});
    CHECK(message(cancelled) ==
          "Transaction cancelled, please refer cancellation reasons for specific reasons [None, "
          "ValidationError]");
    CHECK(cancellation_reasons(cancelled.error()).at(1).message ==
          "The provided key element does not match the schema");
  }
}

}  // namespace emu::test
