// Source: Amazon DynamoDB Developer Guide, "Attach a resource-based policy to a DynamoDB stream",
// "Resource-based policy considerations".
#include <emu/iam.h>
#include <fmt/format.h>

#include <string>

#include "dynamodbstreams/streams_fixture.h"

namespace emu::test {

namespace {

struct StreamPolicyFixture : StreamFixture {
  StreamPolicyFixture() : arn(create_table("orders")), john(user_of_another_account()) {
    put("orders", "a");
  }

  // One whose own policy allows everything.
  Aws user_of_another_account() {
    Aws owner = cloud.aws({.account = "111111111111"});
    owner.send(iam::CreateUser{.user_name = "john"}).value();
    owner
        .send(iam::PutUserPolicy{.user_name = "john",
                                 .policy_name = "all",
                                 .policy_document =
                                     R"({"Version":"2012-10-17","Statement":)"
                                     R"({"Effect":"Allow","Action":"dynamodb:*","Resource":"*"}})"})
        .value();
    const auto key = owner.send(iam::CreateAccessKey{.user_name = "john"}).value().access_key;
    return cloud.aws({.access_key_id = key.access_key_id});
  }
  static std::string policy(std::string_view resource) {
    return fmt::format(R"({{"Version":"2012-10-17","Statement":{{"Effect":"Allow",)"
                       R"("Principal":{{"AWS":"arn:aws:iam::111111111111:user/john"}},)"
                       R"("Action":["dynamodb:GetRecords","dynamodb:GetShardIterator",)"
                       R"("dynamodb:DescribeStream"],"Resource":"{}"}}}})",
                       resource);
  }
  Result<PutResourcePolicyResult> put_policy(std::string of) {
    return aws.send(PutResourcePolicy{.resource_arn = arn, .policy = std::move(of)});
  }

  std::string arn;
  Aws john;
};

}  // namespace

TEST_SUITE("dynamodbstreams: resource policies") {
  TEST_CASE_FIXTURE(StreamPolicyFixture, "another account reads a stream that lets it") {
    const auto look = DescribeStream{.stream_arn = arn};
    CHECK(code(john.send(look)) == "AccessDeniedException");
    const std::string revision = put_policy(policy(arn)).value().revision_id;
    CHECK(aws.send(GetResourcePolicy{.resource_arn = arn}).value().revision_id == revision);
    const auto stream = john.send(look).value().stream_description;
    const auto iterator = john.send(GetShardIterator{.stream_arn = arn,
                                                     .shard_id = stream.shards[0].shard_id,
                                                     .shard_iterator_type = "TRIM_HORIZON"})
                              .value()
                              .shard_iterator;
    CHECK(john.send(GetRecords{.shard_iterator = iterator}).value().records.size() == 1);
    CHECK(aws.send(DeleteResourcePolicy{.resource_arn = arn}).value().revision_id == revision);
    CHECK(code(john.send(GetRecords{.shard_iterator = iterator})) == "AccessDeniedException");
  }

  TEST_CASE_FIXTURE(StreamPolicyFixture, "a policy of a stream is not the table's, and back") {
    const std::string table_arn = arn.substr(0, arn.find("/stream/"));
    CHECK(code(put_policy(policy(table_arn))) == "ValidationException");
    CHECK(code(put_policy(policy(arn + "1"))) == "ValidationException");
    put_policy(policy(arn)).value();
    CHECK(code(aws.send(GetResourcePolicy{.resource_arn = table_arn})) ==
          "PolicyNotFoundException");
    CHECK(code(john.send(DescribeTable{.table_name = table_arn})) == "AccessDeniedException");
    CHECK(code(aws.send(PutResourcePolicy{.resource_arn = arn + "1", .policy = policy("*")})) ==
          "ResourceNotFoundException");
  }

  TEST_CASE_FIXTURE(StreamPolicyFixture, "it stays with a stream whose table is deleted") {
    put_policy(policy(arn)).value();
    aws.send(DeleteTable{.table_name = "orders"}).value();
    CHECK(john.send(DescribeStream{.stream_arn = arn}).ok());
    CHECK(put_policy(policy("*")).ok());
    CHECK(aws.send(DeleteResourcePolicy{.resource_arn = arn}).ok());
    CHECK(code(john.send(DescribeStream{.stream_arn = arn})) == "AccessDeniedException");
    cloud.advance(std::chrono::hours(25));
    CHECK(code(aws.send(GetResourcePolicy{.resource_arn = arn})) == "ResourceNotFoundException");
  }
}

}  // namespace emu::test
