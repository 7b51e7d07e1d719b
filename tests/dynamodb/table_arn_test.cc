// Source: Amazon DynamoDB API Reference, TableName of the operations ("You can also provide the
// Amazon Resource Name (ARN) of the table in this parameter").
#include "dynamodb/fixture.h"

namespace emu::test {

TEST_SUITE("dynamodb: tables by their ARN") {
  TEST_CASE_FIXTURE(TableFixture, "an operation takes a table's ARN for its name") {
    put({{"id", S("x")}});
    const auto read = aws.send(GetItem{.table_name = kStatsArn,
                                       .key = {{"id", S("x")}},
                                       .return_consumed_capacity = "TOTAL"})
                          .value();
    CHECK(read.item.size() == 1);
    CHECK(read.consumed_capacity->table_name == kStatsArn);
    CHECK(aws.send(DescribeTable{.table_name = kStatsArn}).value().table.table_name == "stats");
    CHECK(aws.send(DescribeTimeToLive{.table_name = kStatsArn}).ok());
    aws.send(UpdateTable{.table_name = kStatsArn, .deletion_protection_enabled = false}).value();
    aws.send(DeleteTable{.table_name = kStatsArn}).value();
    CHECK(aws.send(ListTables{}).value().table_names == std::vector<std::string>{"trips"});
  }

  TEST_CASE_FIXTURE(TableFixture, "a table is made under the name of an ARN") {
    aws.send(CreateTable{.attribute_definitions = {{"id", "S"}},
                         .table_name = "arn:aws:dynamodb:us-east-1:000000000000:table/made",
                         .key_schema = {{"id", "HASH"}},
                         .billing_mode = "PAY_PER_REQUEST"})
        .value();
    CHECK(aws.send(DescribeTable{.table_name = "made"}).ok());
  }

  TEST_CASE_FIXTURE(TableFixture, "an ARN that stands for no table here is refused") {
    const auto read = [&](std::string name) {
      return aws.send(GetItem{.table_name = std::move(name), .key = {{"id", S("x")}}});
    };
    const auto other_region = read("arn:aws:dynamodb:eu-west-1:000000000000:table/stats");
    CHECK(code(other_region) == "ResourceNotFoundException");
    const auto other_account = read("arn:aws:dynamodb:us-east-1:111111111111:table/stats");
    CHECK(code(other_account) == "ResourceNotFoundException");
    for (const char* wrong : {"arn:aws:sqs:us-east-1:000000000000:stats",
                              "arn:aws-cn:dynamodb:us-east-1:000000000000:table/stats",
                              "arn:aws:dynamodb:us-east-1:000000000000:table/stats/index/by-name",
                              "arn:aws:dynamodb:us-east-1:000000000000:table/",
                              "arn:aws:dynamodb:us-east-1:me:table/stats",
                              // Policies speak of the partition, too, and mean the same table.
                              "arn:x:dynamodb:us-east-1:000000000000:table/stats",
                              "arn::dynamodb:us-east-1:000000000000:table/stats", "arn:aws"}) {
      const auto refused = read(wrong);
      CHECK(code(refused) == "ValidationException");
      CHECK(message(refused) ==
            "Invalid TableArn: Invalid ResourceArn provided as input " + std::string(wrong));
    }
  }

  // Source: Amazon DynamoDB Developer Guide, "Naming rules".
  TEST_CASE_FIXTURE(TableFixture, "the name in an ARN keeps to the rules of names") {
    for (const std::string& name :
         {std::string("ab"), std::string("a b c"), std::string("*"), std::string(256, 'x')}) {
      const auto refused = aws.send(
          CreateTable{.attribute_definitions = {{"id", "S"}},
                      .table_name = "arn:aws:dynamodb:us-east-1:000000000000:table/" + name,
                      .key_schema = {{"id", "HASH"}},
                      .billing_mode = "PAY_PER_REQUEST"});
      CHECK(code(refused) == "ValidationException");
    }
    CHECK(aws.send(ListTables{}).value().table_names.size() == 2);
  }
}

}  // namespace emu::test
