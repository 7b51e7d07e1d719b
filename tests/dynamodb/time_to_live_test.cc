// Source: Amazon DynamoDB Developer Guide, "Using time to live (TTL) in DynamoDB", "DynamoDB
// Streams and Time to Live".
#include <doctest/doctest.h>
#include <emu/dynamodbstreams.h>

#include <string>
#include <vector>

#include "dynamodb/fixture.h"

namespace emu::test {

namespace {

constexpr std::int64_t kStart = 1767225600;  // 2026-01-01T00:00:00Z

struct Expiring : TableFixture {
  std::vector<events::ItemExpired> expired;
  Subscription following = cloud.subscribe([this](const Event& event) {
    if (const auto* e = event.as<events::ItemExpired>()) expired.push_back(*e);
  });

  void enable(bool enabled = true) {
    aws.send(UpdateTimeToLive{
                 .table_name = "stats",
                 .time_to_live_specification = {.enabled = enabled, .attribute_name = "ends"}})
        .value();
  }
  // As soon as it may be changed again.
  void enable_later(bool enabled) {
    cloud.advance(1h);
    enable(enabled);
  }
  void put_ending(const std::string& id, std::int64_t seconds_from_start) {
    put({{"id", S(id)}, {"ends", N(kStart + seconds_from_start)}});
  }
  bool is_there(const std::string& id) { return !get(id).empty(); }
};

}  // namespace

TEST_SUITE("dynamodb: time to live") {
  TEST_CASE_FIXTURE(Expiring, "an item is deleted when the second of its expiry is over") {
    enable();
    put_ending("a", 60);
    put_ending("b", 61);
    cloud.advance(61s - 1us);
    CHECK(is_there("a"));
    cloud.advance(1us);
    CHECK(!is_there("a"));
    CHECK(is_there("b"));
    REQUIRE(expired.size() == 1);
    CHECK(expired[0].table_arn == "arn:aws:dynamodb:us-east-1:000000000000:table/stats");
    CHECK(expired[0].key == "id=a");
    cloud.advance(1s);
    CHECK(!is_there("b"));
    CHECK(aws.send(DescribeTable{.table_name = "stats"}).value().table.item_count == 0);
  }

  TEST_CASE_FIXTURE(Expiring, "what is written as expired goes with the next whole second") {
    enable();
    cloud.advance(100s + 500ms);
    put_ending("a", 0);
    CHECK(is_there("a"));
    cloud.advance(500ms - 1us);
    CHECK(is_there("a"));
    cloud.advance(1us);
    CHECK(!is_there("a"));
  }

  TEST_CASE_FIXTURE(Expiring, "only a number of seconds is an expiry, and none of five years ago") {
    enable();
    constexpr std::int64_t kFiveYears = 5 * 31'556'952;
    put({{"id", S("text")}, {"ends", S(std::to_string(kStart))}});
    put({{"id", S("set")}, {"ends", NS{std::to_string(kStart)}}});
    put({{"id", S("none")}});
    put({{"id", S("huge")}, {"ends", N("1e30")}});
    put({{"id", S("negative")}, {"ends", N(-1)}});
    put_ending("milliseconds", (kStart + 60) * 1000);
    put_ending("ancient", -kFiveYears - 1);
    put_ending("old", -kFiveYears);
    put({{"id", S("fraction")}, {"ends", N(std::to_string(kStart + 60) + ".5")}});
    cloud.advance(24h * 365);
    for (const char* id : {"text", "set", "none", "huge", "negative", "milliseconds", "ancient"}) {
      CAPTURE(id);
      CHECK(is_there(id));
    }
    CHECK(!is_there("old"));
    CHECK(!is_there("fraction"));
  }

  TEST_CASE_FIXTURE(Expiring, "an expiry moves with its item") {
    enable();
    put_ending("later", 60);
    put_ending("never", 60);
    put_ending("gone", 60);
    put_ending("again", 60);
    aws.send(UpdateItem{.table_name = "stats",
                        .key = {{"id", S("later")}},
                        .update_expression = "ADD ends :more",
                        .expression_attribute_values = {{":more", N(60)}}})
        .value();
    put({{"id", S("never")}});
    aws.send(DeleteItem{.table_name = "stats", .key = {{"id", S("gone")}}}).value();
    cloud.advance(61s);
    CHECK(is_there("later"));
    CHECK(is_there("never"));
    CHECK(expired.size() == 1);
    put_ending("again", 200);
    cloud.advance(60s);
    CHECK(!is_there("later"));
    CHECK(is_there("again"));
    cloud.advance(80s);
    CHECK(!is_there("again"));
  }

  TEST_CASE_FIXTURE(Expiring, "items that were there expire, too, for as long as it is enabled") {
    put_ending("a", 60);
    put_ending("b", 7200);
    enable();
    cloud.advance(1h);
    CHECK(!is_there("a"));
    enable(false);
    cloud.advance(24h);
    CHECK(is_there("b"));
    enable();
    cloud.advance(1s);
    CHECK(!is_there("b"));
  }

  TEST_CASE_FIXTURE(Expiring, "the stream says that DynamoDB has deleted the item") {
    aws.send(UpdateTable{.table_name = "stats",
                         .stream_specification =
                             StreamSpecification{.stream_enabled = true,
                                                 .stream_view_type = "NEW_AND_OLD_IMAGES"}})
        .value();
    enable();
    put_ending("a", 60);
    aws.send(DeleteItem{.table_name = "stats", .key = {{"id", S("a")}}}).value();
    put_ending("a", 60);
    cloud.advance(61s);
    const std::string arn = aws.send(dynamodbstreams::ListStreams{}).value().streams[0].stream_arn;
    const auto stream =
        aws.send(dynamodbstreams::DescribeStream{.stream_arn = arn}).value().stream_description;
    const auto iterator =
        aws.send(dynamodbstreams::GetShardIterator{.stream_arn = arn,
                                                   .shard_id = stream.shards[0].shard_id,
                                                   .shard_iterator_type = "TRIM_HORIZON"})
            .value();
    const auto records =
        aws.send(dynamodbstreams::GetRecords{.shard_iterator = iterator.shard_iterator})
            .value()
            .records;
    REQUIRE(records.size() == 4);
    CHECK(records[1].event_name == "REMOVE");
    CHECK(!records[1].user_identity.has_value());
    CHECK(records[3].event_name == "REMOVE");
    REQUIRE(records[3].user_identity.has_value());
    CHECK(records[3].user_identity->type == "Service");
    CHECK(records[3].user_identity->principal_id == "dynamodb.amazonaws.com");
    CHECK(records[3].dynamodb.old_image.at("ends").integer() == kStart + 60);
    CHECK(records[3].dynamodb.approximate_creation_date_time == cloud.now());
  }

  TEST_CASE_FIXTURE(Expiring,
                    "a table that is deleted, or an account that is reset, has no expiry") {
    enable();
    put_ending("a", 60);
    aws.send(DeleteTable{.table_name = "stats"}).value();
    cloud.advance(2min);
    CHECK(expired.empty());
    cloud.reset();
    aws.send(CreateTable{.attribute_definitions = {{"id", "S"}},
                         .table_name = "stats",
                         .key_schema = {{"id", "HASH"}},
                         .billing_mode = billing_modes::kPayPerRequest})
        .value();
    enable();
    put_ending("a", 180);
    cloud.reset();
    cloud.advance(1h);
    CHECK(expired.empty());
  }

  TEST_CASE_FIXTURE(Expiring, "nothing is to happen any more for a table without expiries") {
    const auto steps = [this](Duration time) {
      int count = 0;
      cloud.run_until(
          [&] {
            ++count;
            return false;
          },
          cloud.now() + time);
      return count;
    };
    CHECK(steps(1min) == 1);
    enable();
    put_ending("a", 7200);
    enable_later(false);
    CHECK(steps(24h) == 1);
    enable_later(true);
    put_ending("b", 24 * 3600 * 10);
    aws.send(DeleteTable{.table_name = "stats"}).value();
    CHECK(steps(24h * 20) == 1);
  }

  TEST_CASE_FIXTURE(Expiring, "an expiry to come does not keep the account from being idle") {
    enable();
    put_ending("a", 60);
    cloud.run_until_idle();
    CHECK(is_there("a"));
  }
}

}  // namespace emu::test
