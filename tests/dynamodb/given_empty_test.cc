// What a request gives without content is not what it does not give. Texts as clients report.
#include <emu/json.h>

#include "dynamodb/fixture.h"

namespace emu::test {

namespace {

struct Requests : TableFixture {
  // The refusal of a request in JSON, or "" when it succeeds.
  template <class Op>
  std::string refusal(const std::string& json) {
    return message(aws.send(from_json<Op>(json).value()));
  }
};

}  // namespace

TEST_SUITE("dynamodb: members that are given empty") {
  TEST_CASE_FIXTURE(Requests, "an empty key or item lacks the table's key") {
    CHECK(refusal<GetItem>(R"({"TableName":"stats","Key":{}})") ==
          "The provided key element does not match the schema");
    CHECK(refusal<DeleteItem>(R"({"TableName":"stats","Key":{}})") ==
          "The provided key element does not match the schema");
    CHECK(refusal<UpdateItem>(R"({"TableName":"stats","Key":{}})") ==
          "The provided key element does not match the schema");
    CHECK(refusal<PutItem>(R"({"TableName":"stats","Item":{}})") ==
          "One or more parameter values were invalid: Missing the key id in the item");
    CHECK(refusal<GetItem>(R"({"TableName":"stats"})") ==
          "1 validation error detected: Value null at 'key' failed to satisfy constraint: Member "
          "must not be null");
  }

  TEST_CASE_FIXTURE(Requests, "an empty list or name has too few entries or characters") {
    CHECK(
        refusal<GetItem>(R"({"TableName":"stats","Key":{"id":{"S":"x"}},"AttributesToGet":[]})") ==
        "1 validation error detected: Value '[]' at 'attributesToGet' failed to satisfy "
        "constraint: Member must have length greater than or equal to 1");
    CHECK(refusal<CreateTable>(
              R"({"TableName":"new","KeySchema":[],"BillingMode":"PAY_PER_REQUEST",
                  "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}]})") ==
          "1 validation error detected: Value '[]' at 'keySchema' failed to satisfy constraint: "
          "Member must have length greater than or equal to 1");
    CHECK(refusal<CreateTable>(
              R"({"TableName":"new","KeySchema":[{"AttributeName":"","KeyType":"HASH"}],
                  "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}]})") ==
          "1 validation error detected: Value '' at 'keySchema.1.member.attributeName' failed to "
          "satisfy constraint: Member must have length greater than or equal to 1");
    CHECK(
        refusal<GetItem>(R"({"TableName":"","Key":{"id":{"S":"x"}}})") ==
        "1 validation error detected: Value '' at 'tableName' failed to satisfy constraint: Member "
        "must have length greater than or equal to 1");
    CHECK(refusal<GetItem>(R"({"TableName":"ab","Key":{"id":{"S":"x"}}})") ==
          "1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: "
          "Member must have length greater than or equal to 3");
    CHECK(refusal<DescribeTable>(R"({"TableName":""})") ==
          "TableName must be at least 3 characters long and at most 255 characters long");
  }

  TEST_CASE_FIXTURE(Requests, "placeholders that are given must not be empty") {
    const std::string start = R"({"TableName":"stats","Key":{"id":{"S":"x"}})";
    CHECK(refusal<UpdateItem>(
              start + R"(,"UpdateExpression":"REMOVE a","ExpressionAttributeValues":{}})") ==
          "ExpressionAttributeValues must not be empty");
    CHECK(
        refusal<GetItem>(start + R"(,"ProjectionExpression":"a","ExpressionAttributeNames":{}})") ==
        "ExpressionAttributeNames must not be empty");
    CHECK(refusal<DeleteItem>(start + R"(,"ExpressionAttributeValues":{}})") ==
          "ExpressionAttributeValues can only be specified when using expressions: "
          "ConditionExpression is null");
    CHECK(refusal<GetItem>(start + R"(,"ExpressionAttributeNames":{}})") ==
          "ExpressionAttributeNames can only be specified when using expressions");
  }

  TEST_CASE_FIXTURE(Requests, "an empty legacy parameter is one, too") {
    CHECK(refusal<DeleteItem>(R"({"TableName":"stats","Key":{"id":{"S":"x"}},"Expected":{},)"
                              R"("ConditionExpression":"a = b"})") ==
          "Can not use both expression and non-expression parameters in the same request: "
          "Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}");
    CHECK(refusal<DeleteItem>(R"({"TableName":"stats","Key":{"id":{"S":"x"}},"Expected":{}})")
              .empty());
    CHECK(
        refusal<UpdateItem>(R"({"TableName":"stats","Key":{"id":{"S":"x"}},"AttributeUpdates":{}})")
            .empty());
    CHECK(get("x") == Item{{"id", S("x")}});
  }

  TEST_CASE_FIXTURE(Requests, "a list of indexes that is given has one") {
    const std::string start =
        R"({"TableName":"new","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],
            "BillingMode":"PAY_PER_REQUEST",
            "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],)";
    CHECK(refusal<CreateTable>(start + R"("LocalSecondaryIndexes":[]})") ==
          "One or more parameter values were invalid: List of LocalSecondaryIndexes is empty");
    CHECK(refusal<CreateTable>(start + R"("GlobalSecondaryIndexes":[]})") ==
          "One or more parameter values were invalid: List of GlobalSecondaryIndexes is empty");
  }

  TEST_CASE_FIXTURE(Requests, "a number, truth value or structure that is required must be there") {
    const auto null_at = [](const std::string& path) {
      return "Value null at '" + path + "' failed to satisfy constraint: Member must not be null";
    };
    const std::string start =
        R"({"TableName":"new","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],
            "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],)";
    CHECK(refusal<CreateTable>(start + R"("ProvisionedThroughput":{}})") ==
          "2 validation errors detected: " + null_at("provisionedThroughput.readCapacityUnits") +
              "; " + null_at("provisionedThroughput.writeCapacityUnits"));
    CHECK(refusal<CreateTable>(start + R"("ProvisionedThroughput":
            {"ReadCapacityUnits":1,"WriteCapacityUnits":0}})") ==
          "1 validation error detected: Value '0' at 'provisionedThroughput.writeCapacityUnits' "
          "failed to satisfy constraint: Member must have value greater than or equal to 1");
    CHECK(refusal<CreateTable>(start +
                               R"("BillingMode":"PAY_PER_REQUEST","StreamSpecification":{}})") ==
          "1 validation error detected: " + null_at("streamSpecification.streamEnabled"));
    CHECK(refusal<CreateTable>(start + R"("BillingMode":"PAY_PER_REQUEST",
            "StreamSpecification":{"StreamEnabled":false}})")
              .empty());
    CHECK(refusal<UpdateTimeToLive>(R"({"TableName":"stats"})") ==
          "1 validation error detected: " + null_at("timeToLiveSpecification"));
    CHECK(refusal<UpdateTimeToLive>(R"({"TableName":"stats","TimeToLiveSpecification":{}})") ==
          "2 validation errors detected: " + null_at("timeToLiveSpecification.enabled") + "; " +
              null_at("timeToLiveSpecification.attributeName"));
    CHECK(refusal<UpdateContinuousBackups>(
              R"({"TableName":"stats","PointInTimeRecoverySpecification":{}})") ==
          "1 validation error detected: " +
              null_at("pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled"));
    CHECK(refusal<TransactGetItems>(R"({"TransactItems":[{}]})") ==
          "1 validation error detected: " + null_at("transactItems.1.member.get"));
  }

  // AWS does not document the texts.
  TEST_CASE_FIXTURE(Requests, "a list of tags that is given has one") {
    const std::string start = R"({"ResourceArn":")" + std::string(kStatsArn) + R"(",)";
    CHECK(refusal<TagResource>(start + R"("Tags":[]})") ==
          "Atleast one Tag needs to be provided as Input.");
    CHECK(refusal<UntagResource>(start + R"("TagKeys":[]})") ==
          "Atleast one Tag Key needs to be provided as Input.");
  }

  TEST_CASE("what was given empty is written again, and what was not is not") {
    const std::string json =
        R"({"TableName":"","Key":{},"AttributesToGet":[],"ConsistentRead":false})";
    CHECK(to_json(from_json<GetItem>(json).value()) == json);
    CHECK(to_json(GetItem{.table_name = "stats", .key = {}}) ==
          R"({"TableName":"stats","ConsistentRead":false})");
  }
}

}  // namespace emu::test
