// Source: Amazon DynamoDB API Reference, "DeleteItem".
#include "dynamodb/fixture.h"

namespace emu::test {

TEST_SUITE("dynamodb: DeleteItem") {
  TEST_CASE_FIXTURE(TableFixture, "an item is deleted once, and deleting it again is no error") {
    put({{"id", S("x")}, {"n", N(1)}});
    const DeleteItem in{.table_name = "stats", .key = {{"id", S("x")}}, .return_values = "ALL_OLD"};
    CHECK(aws.send(in).value().attributes == Item{{"id", S("x")}, {"n", N(1)}});
    CHECK(get("x").empty());
    CHECK(aws.send(in).value().attributes.empty());
  }

  TEST_CASE_FIXTURE(TableFixture, "a condition protects the item") {
    put({{"id", S("x")}, {"n", N(1)}});
    const auto refused = aws.send(DeleteItem{.table_name = "stats",
                                             .key = {{"id", S("x")}},
                                             .condition_expression = "n > :n",
                                             .expression_attribute_values = {{":n", N(1)}}});
    CHECK(code(refused) == "ConditionalCheckFailedException");
    CHECK(get("x").size() == 2);
  }

  TEST_CASE_FIXTURE(TableFixture, "a deletion costs what the item weighed") {
    put({{"id", S("x")}, {"v", S(std::string(1500, 'x'))}});
    const DeleteItem in{
        .table_name = "stats", .key = {{"id", S("x")}}, .return_consumed_capacity = "TOTAL"};
    CHECK(aws.send(in).value().consumed_capacity->capacity_units == 2.0);
    CHECK(aws.send(in).value().consumed_capacity->capacity_units == 1.0);
  }
}

}  // namespace emu::test
