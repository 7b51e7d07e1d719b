// Source: Amazon DynamoDB Streams API Reference, "DescribeStream".
#include <doctest/doctest.h>

#include "dynamodbstreams/streams_fixture.h"

namespace emu::test {

TEST_SUITE("dynamodbstreams: DescribeStream") {
  TEST_CASE_FIXTURE(StreamFixture, "a stream is described with its shards") {
    const std::string arn = create_table("orders", stream_view_types::kKeysOnly);
    const StreamDescription stream = describe(arn);
    CHECK(stream.stream_arn == arn);
    CHECK(stream.stream_status == stream_statuses::kEnabled);
    CHECK(stream.stream_view_type == stream_view_types::kKeysOnly);
    CHECK(stream.table_name == "orders");
    CHECK(stream.creation_request_date_time == cloud.now());
    REQUIRE(stream.key_schema.size() == 1);
    CHECK(stream.key_schema[0].attribute_name == "id");
    REQUIRE(stream.shards.size() == 1);
    CHECK(stream.shards[0].shard_id.starts_with("shardId-00000001767225600000-"));
    CHECK(stream.shards[0].parent_shard_id.empty());
    CHECK(stream.shards[0].sequence_number_range.starting_sequence_number.size() >= 21);
    CHECK(stream.shards[0].sequence_number_range.ending_sequence_number.empty());
  }

  TEST_CASE_FIXTURE(StreamFixture, "a shard is open for four hours, and its child goes on") {
    const std::string arn = create_table("orders");
    put("orders", "a");
    cloud.advance(4h - 1us);
    CHECK(shards(arn).size() == 1);
    cloud.advance(1us);
    put("orders", "b");
    const std::vector<Shard> both = shards(arn);
    REQUIRE(both.size() == 2);
    CHECK(both[1].parent_shard_id == both[0].shard_id);
    const auto& closed = both[0].sequence_number_range;
    CHECK(closed.starting_sequence_number < closed.ending_sequence_number);
    CHECK(closed.ending_sequence_number < both[1].sequence_number_range.starting_sequence_number);
    CHECK(both[1].sequence_number_range.ending_sequence_number.empty());
    CHECK(ids(arn) == std::vector<std::string>{"a", "b"});
  }

  TEST_CASE_FIXTURE(StreamFixture, "a shard goes when all its records have") {
    const std::string arn = create_table("orders");
    const std::string first = shards(arn)[0].shard_id;
    cloud.advance(28h - 1us);
    CHECK(shards(arn).front().shard_id == first);
    cloud.advance(1us);
    CHECK(shards(arn).front().parent_shard_id == first);
    CHECK(shards(arn).size() == 7);
  }

  TEST_CASE_FIXTURE(StreamFixture, "the shard of a stream that has ended is closed") {
    const std::string arn = create_table("orders");
    put("orders", "a");
    disable_stream("orders");
    const std::vector<Shard> all = shards(arn);
    REQUIRE(all.size() == 1);
    CHECK(!all[0].sequence_number_range.ending_sequence_number.empty());
    cloud.advance(12h);
    CHECK(shards(arn).size() == 1);
  }

  TEST_CASE_FIXTURE(StreamFixture, "shards come in pages, and those of one parent by a filter") {
    const std::string arn = create_table("orders");
    cloud.advance(8h);
    const std::vector<Shard> all = shards(arn);
    REQUIRE(all.size() == 3);
    const auto page = aws.send(DescribeStream{.stream_arn = arn, .limit = 2}).value();
    CHECK(page.stream_description.last_evaluated_shard_id == all[1].shard_id);
    const auto rest =
        aws.send(DescribeStream{.stream_arn = arn, .exclusive_start_shard_id = all[1].shard_id})
            .value();
    REQUIRE(rest.stream_description.shards.size() == 1);
    CHECK(rest.stream_description.shards[0].shard_id == all[2].shard_id);
    const auto children =
        aws.send(DescribeStream{.stream_arn = arn,
                                .shard_filter = ShardFilter{.type = "CHILD_SHARDS",
                                                            .shard_id = all[0].shard_id}})
            .value();
    REQUIRE(children.stream_description.shards.size() == 1);
    CHECK(children.stream_description.shards[0].shard_id == all[1].shard_id);
  }

  TEST_CASE_FIXTURE(StreamFixture, "a stream that there is not is refused") {
    create_table("orders");
    const std::string arn =
        "arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/2020-01-01T00:00:00.000";
    const auto refused = aws.send(DescribeStream{.stream_arn = arn});
    CHECK(code(refused) == "ResourceNotFoundException");
    CHECK(message(refused) == "Requested resource not found: Stream: " + arn + " not found");
    CHECK(code(aws.send(DescribeStream{.stream_arn = "short"})) == "ValidationException");
  }
}

}  // namespace emu::test
