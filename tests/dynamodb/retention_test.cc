// What streams and change logs keep, and for how long. Source: Amazon DynamoDB Developer Guide,
// "Change data capture for DynamoDB Streams". The bounds of bytes and counts are ours.
#include <doctest/doctest.h>
#include <emu/dynamodb.h>
#include <emu/dynamodbstreams/values.h>

#include <chrono>
#include <cstddef>
#include <string>

#include "core/gate/memory_gauge.h"
#include "core/gate/world.h"
#include "core/task/sim_scheduler.h"
#include "dynamodb/ended_streams.h"
#include "dynamodb/service.h"
#include "dynamodb/stream.h"

namespace emu::test {

using namespace dynamodb;              // NOLINT(google-build-using-namespace)
using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)

namespace {

constexpr Time kStart = Time(std::chrono::days(20454));

StreamIdentity identity(const std::string& table, const std::string& label) {
  return {.arn = "arn:aws:dynamodb:us-east-1:000000000000:table/" + table + "/stream/" + label,
          .label = label,
          .table_name = table,
          .key_schema = {},
          .view_type = dynamodbstreams::stream_view_types::kNewImage};
}

Stream ended_stream(const std::string& table, const std::string& label, Time ended) {
  Stream stream(identity(table, label), kStart);
  stream.disable(ended);
  return stream;
}

// A process whose memory has run out.
struct FullMemory final : MemoryGauge {
  bool has_room(std::size_t) override { return false; }
  std::size_t bodies_bytes_max() const override { return 0; }
  void give_back() override { ++given_back; }
  int given_back = 0;
};

// A world with DynamoDB alone.
struct StoredTables {
  StoredTables() {
    database.add_to(world.operations());
    aws.send(CreateTable{.attribute_definitions = {{"id", "S"}},
                         .table_name = "orders",
                         .key_schema = {{"id", "HASH"}},
                         .billing_mode = billing_modes::kPayPerRequest})
        .value();
  }
  ~StoredTables() { scheduler.shut_down(); }

  void set_stream(bool enabled) {
    StreamSpecification stream{.stream_enabled = enabled};
    if (enabled) stream.stream_view_type = dynamodbstreams::stream_view_types::kNewImage;
    aws.send(UpdateTable{.table_name = "orders", .stream_specification = stream}).value();
  }
  void put(const std::string& id) {
    aws.send(PutItem{.table_name = "orders", .item = {{"id", S(id)}}}).value();
  }
  void advance(Duration duration) { scheduler.run_until(scheduler.now() + duration); }

  FullMemory memory;
  SimScheduler scheduler{SimScheduler::Options{.start = kStart}};
  World world{{.seed = 1, .account = "000000000000", .region = "us-east-1"}, scheduler};
  Dynamodb database{world};
  Aws aws = world.client(world.unnamed_caller("000000000000", "us-east-1"));
};

}  // namespace

TEST_SUITE("dynamodb: what is kept of changes") {
  TEST_CASE("a stream keeps so many bytes, and of more the last ones") {
    const StoredItem item = StoredItem::pack({{"id", S("a")}, {"text", S(std::string(1000, 'x'))}});
    const StoredItem key = StoredItem::pack({{"id", S("a")}});
    Stream stream(identity("orders", "1"), kStart, 10'000);
    for (int i = 0; i < 20; ++i) {
      stream.append({.key = key, .old_image = nullptr, .new_image = &item}, kStart + i * 1s);
    }
    const Time now = kStart + 1min;
    const SequenceNumber first = stream.from(SequenceNumber::at(kStart), now)->number;
    CHECK(stream.count(now) == 8);
    CHECK(first.time() == kStart + 12s);
    CHECK(stream.horizon(now) <= first);
    CHECK(!stream.is_trimmed(stream.horizon(now), now));
    CHECK(stream.is_trimmed(SequenceNumber::at(kStart + 11s), now));
    CHECK(stream.count(kStart + 24h + 12s) == 7);
  }

  TEST_CASE_FIXTURE(StoredTables, "records go after a day, also when nobody writes or reads") {
    set_stream(true);
    put("a");
    advance(30min);
    put("b");
    world.set_memory_gauge(&memory);
    advance(23h + 30min - 1us);
    CHECK(memory.given_back == 0);
    advance(1us);
    CHECK(memory.given_back == 1);
    // Within an hour of its time.
    advance(1h);
    CHECK(memory.given_back == 2);
    advance(24h * 365);
    CHECK(memory.given_back == 2);
  }

  TEST_CASE_FIXTURE(StoredTables, "so do the changes of point-in-time recovery, after their days") {
    aws.send(UpdateContinuousBackups{
                 .table_name = "orders",
                 .point_in_time_recovery_specification = {.point_in_time_recovery_enabled = true}})
        .value();
    put("a");
    world.set_memory_gauge(&memory);
    advance(24h * 35 - 1us);
    const int before = memory.given_back;
    advance(1us);
    CHECK(memory.given_back == before + 1);
    advance(24h * 365);
    CHECK(memory.given_back == before + 1);
  }

  TEST_CASE_FIXTURE(StoredTables, "so do streams that have ended") {
    set_stream(true);
    set_stream(false);
    world.set_memory_gauge(&memory);
    advance(24h);
    CHECK(memory.given_back == 1);
    advance(24h * 365);
    CHECK(memory.given_back == 1);
  }

  TEST_CASE("streams that have ended are kept for a day, and so many of them") {
    EndedStreams streams(3);
    for (int i = 0; i < 5; ++i) {
      streams.add(ended_stream("orders", std::to_string(i), kStart + i * 1h));
    }
    CHECK(streams.by_arn().size() == 3);
    CHECK(streams.find(identity("orders", "1").arn) == nullptr);
    CHECK(streams.find(identity("orders", "2").arn) != nullptr);
    streams.drop_gone(kStart + 24h + 3h - 1us);
    CHECK(streams.by_arn().size() == 2);
    streams.drop_gone(kStart + 24h + 3h);
    CHECK(streams.by_arn().size() == 1);
  }

  TEST_CASE("the last label of a table's streams is that of no other table") {
    EndedStreams streams;
    const std::string arn = "arn:aws:dynamodb:us-east-1:000000000000:table/orders";
    for (const char* table : {"order", "orders-2", "orders.2", "orderz"}) {
      streams.add(ended_stream(table, "9", kStart));
    }
    CHECK(!streams.last_label(arn).has_value());
    for (const char* label : {"1", "3", "2"}) {
      streams.add(ended_stream("orders", label, kStart));
    }
    CHECK(streams.last_label(arn) == "3");
  }
}

}  // namespace emu::test
