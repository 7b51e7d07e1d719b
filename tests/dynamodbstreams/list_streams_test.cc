// Source: Amazon DynamoDB Streams API Reference, "ListStreams".
#include <doctest/doctest.h>

#include "dynamodbstreams/streams_fixture.h"

namespace emu::test {

TEST_SUITE("dynamodbstreams: ListStreams") {
  TEST_CASE_FIXTURE(StreamFixture,
                    "the streams of all tables, or of one, are listed by their ARNs") {
    const std::string arn = create_table("orders");
    create_table("buses");
    const auto all = aws.send(ListStreams{}).value();
    REQUIRE(all.streams.size() == 2);
    CHECK(all.streams[0].table_name == "buses");
    CHECK(all.last_evaluated_stream_arn.empty());
    const auto one = aws.send(ListStreams{.table_name = "orders"}).value();
    REQUIRE(one.streams.size() == 1);
    CHECK(one.streams[0].stream_arn == arn);
    CHECK(one.streams[0].stream_label == "2026-01-01T00:00:00.000");
    CHECK(arn == "arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/" +
                     one.streams[0].stream_label);
  }

  TEST_CASE_FIXTURE(StreamFixture, "they come in pages") {
    for (const char* name : {"a-1", "a-2", "a-3"}) create_table(name);
    const auto first = aws.send(ListStreams{.limit = 2}).value();
    REQUIRE(first.streams.size() == 2);
    CHECK(first.last_evaluated_stream_arn == first.streams[1].stream_arn);
    const auto second =
        aws.send(ListStreams{.limit = 2,
                             .exclusive_start_stream_arn = first.last_evaluated_stream_arn})
            .value();
    REQUIRE(second.streams.size() == 1);
    CHECK(second.streams[0].table_name == "a-3");
    CHECK(second.last_evaluated_stream_arn.empty());
  }

  TEST_CASE_FIXTURE(StreamFixture, "a table without a stream is not in it") {
    aws.send(CreateTable{.attribute_definitions = {{"id", "S"}},
                         .table_name = "plain",
                         .key_schema = {{"id", "HASH"}},
                         .billing_mode = billing_modes::kPayPerRequest})
        .value();
    CHECK(aws.send(ListStreams{}).value().streams.empty());
    CHECK(code(aws.send(ListStreams{.limit = 101})) == "ValidationException");
  }

  // Source: Amazon DynamoDB Developer Guide, "Change data capture for DynamoDB Streams".
  TEST_CASE_FIXTURE(StreamFixture, "a stream that has ended can be read for a day") {
    const std::string arn = create_table("orders");
    put("orders", "a");
    disable_stream("orders");
    enable_stream("orders");
    CHECK(aws.send(ListStreams{.table_name = "orders"}).value().streams.size() == 2);
    CHECK(describe(arn).stream_status == stream_statuses::kDisabled);
    cloud.advance(24h - 1us);
    CHECK(ids(arn) == std::vector<std::string>{"a"});
    cloud.advance(1us);
    CHECK(aws.send(ListStreams{.table_name = "orders"}).value().streams.size() == 1);
    const auto gone = aws.send(DescribeStream{.stream_arn = arn});
    CHECK(code(gone) == "ResourceNotFoundException");
    CHECK(message(gone) == "Requested resource not found: Stream: " + arn + " not found");
  }

  // Source: Amazon DynamoDB API Reference, "DeleteTable".
  TEST_CASE_FIXTURE(StreamFixture, "the stream of a deleted table can be read for a day") {
    const std::string arn = create_table("orders");
    put("orders", "a");
    aws.send(DeleteTable{.table_name = "orders"}).value();
    create_table("orders");
    put("orders", "b");
    CHECK(describe(arn).stream_status == stream_statuses::kDisabled);
    CHECK(ids(arn) == std::vector<std::string>{"a"});
    cloud.advance(24h);
    CHECK(code(aws.send(DescribeStream{.stream_arn = arn})) == "ResourceNotFoundException");
  }
}

}  // namespace emu::test
