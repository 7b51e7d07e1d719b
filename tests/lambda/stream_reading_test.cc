// Where the reading of a stream begins, when it happens, and where it goes on. Sources: Lambda
// Developer Guide, "Using AWS Lambda with Amazon DynamoDB", "Polling and batching streams", "Using
// event filtering with a DynamoDB event source".
#include <doctest/doctest.h>

#include <string>

#include "lambda/stream_fixture.h"

namespace emu::test {

using namespace lambda;  // NOLINT(google-build-using-namespace)

TEST_SUITE("lambda: reading streams") {
  TEST_CASE_FIXTURE(StreamPolling, "a mapping begins with what is there, or with what comes") {
    put_all({"a", "b"});
    map([](auto& in) { in.starting_position = "LATEST"; });
    put_all({"c"});
    cloud.advance(1s);
    CHECK(batches() == std::vector<Ids>{{"c"}});
    create_function("g", [this](Context&, std::string_view payload) {
      events.push_back(from_json<DynamodbEvent>(payload).value());
      return "null";
    });
    map([](auto& in) { in.function_name = "g"; });
    CHECK(batches() == std::vector<Ids>{{"c"}, {"a", "b", "c"}});
  }

  TEST_CASE_FIXTURE(StreamPolling, "the stream is read four times a second") {
    map();
    cloud.advance(100ms);
    put("a");
    cloud.advance(150ms - 1us);
    CHECK(events.empty());
    cloud.advance(1us);
    CHECK(events.size() == 1);
  }

  TEST_CASE_FIXTURE(StreamPolling, "what no filter wants is passed over") {
    put("a", 1);
    put("b", 2);
    aws.send(dynamodb::DeleteItem{.table_name = "orders", .key = {{"id", dynamodb::S("b")}}})
        .value();
    map([](auto& in) {
      in.filter_criteria =
          FilterCriteria{{{.pattern = R"({"dynamodb":{"NewImage":{"n":{"N":["2"]}}}})"},
                          {.pattern = R"({"eventName":["REMOVE"]})"}}};
    });
    REQUIRE(events.size() == 1);
    CHECK(ids_of(events[0]) == Ids{"b", "b"});
    put("c", 3);
    cloud.advance(1h);
    CHECK(events.size() == 1);
  }

  TEST_CASE_FIXTURE(StreamPolling, "shard after shard is read, also after years without a change") {
    map();
    put("a");
    cloud.advance(1s);
    for (int i = 0; i < 12; ++i) {
      cloud.advance(90min);
      put("b", i);
    }
    cloud.advance(24h * 3650);
    CHECK(reads < 100);
    put("c");
    cloud.advance(1s);
    CHECK(events.size() == 14);
    CHECK(batches().back() == Ids{"c"});
  }

  TEST_CASE_FIXTURE(StreamPolling,
                    "a mapping from the latest on misses nothing after a long rest") {
    put("old");
    map([](auto& in) { in.starting_position = "LATEST"; });
    cloud.advance(1h);
    put("a");
    cloud.advance(1s);
    CHECK(batches() == std::vector<Ids>{{"a"}});
  }

  TEST_CASE_FIXTURE(StreamPolling,
                    "a role that loses its permissions reads on when it has them back") {
    map();
    set_policy("worker", allowing({"logs:*"}));
    put("a");
    cloud.advance(1h);
    CHECK(events.empty());
    set_policy("worker", kEverything);
    cloud.advance(1min);
    CHECK(batches() == std::vector<Ids>{{"a"}});
  }

  // Source: Amazon DynamoDB Developer Guide, "DynamoDB Streams and Time to Live".
  TEST_CASE_FIXTURE(StreamPolling, "an item that expires reaches the function by itself") {
    aws.send(dynamodb::UpdateTimeToLive{
                 .table_name = "orders",
                 .time_to_live_specification = {.enabled = true, .attribute_name = "ends"}})
        .value();
    put({{"id", dynamodb::S("a")}, {"ends", dynamodb::N(epoch_seconds(cloud.now()) + 60)}});
    map([](auto& in) {
      in.filter_criteria = FilterCriteria{
          {{.pattern = R"({"userIdentity":{"principalId":["dynamodb.amazonaws.com"]}})"}}};
    });
    cloud.advance(61s - 1us);
    CHECK(events.empty());
    cloud.advance(250ms);
    REQUIRE(events.size() == 1);
    CHECK(events[0].records[0].event_name == "REMOVE");
    CHECK(events[0].records[0].user_identity->type == "Service");
    CHECK(payloads[0].find(
              R"("userIdentity":{"type":"Service","principalId":"dynamodb.amazonaws.com"})") !=
          std::string::npos);
  }

  TEST_CASE_FIXTURE(StreamPolling,
                    "an account is not idle before what changed has been processed") {
    map();
    cloud.run_until_idle();
    const Time before = cloud.now();
    put("a");
    cloud.run_until_idle();
    CHECK(events.size() == 1);
    CHECK(cloud.now() - before <= 1s);
  }

  TEST_CASE_FIXTURE(StreamPolling, "a mapping from the latest on keeps its place when it changes") {
    failing = "a";
    put("before");
    const std::string uuid = map([](auto& in) { in.starting_position = "LATEST"; });
    put("a");
    cloud.advance(250ms);
    failing.clear();
    aws.send(UpdateEventSourceMapping{.uuid = uuid, .batch_size = 1}).value();
    cloud.advance(1s);
    CHECK(batches() == std::vector<Ids>{{"a"}, {"a"}});
  }

  TEST_CASE_FIXTURE(StreamPolling,
                    "a mapping from the latest on that has read nothing keeps its place, too") {
    put("before");
    const std::string uuid = map([](auto& in) { in.starting_position = "LATEST"; });
    aws.send(UpdateEventSourceMapping{.uuid = uuid, .enabled = false}).value();
    cloud.advance(1s);
    put("a");
    cloud.advance(6h);
    aws.send(UpdateEventSourceMapping{.uuid = uuid, .enabled = true}).value();
    cloud.advance(1s);
    CHECK(batches() == std::vector<Ids>{{"a"}});
  }

  TEST_CASE_FIXTURE(StreamPolling, "a stream that has ended is read from its latest on, in vain") {
    aws.send(dynamodb::UpdateTable{.table_name = "orders",
                                   .stream_specification = dynamodb::StreamSpecification{}})
        .value();
    cloud.advance(1s);
    const std::string uuid = map([](auto& in) { in.starting_position = "LATEST"; });
    cloud.advance(1h);
    CHECK(refused == 0);
    CHECK(mapping_state(uuid) == "Enabled");
  }

  TEST_CASE_FIXTURE(StreamPolling, "the latest position is right while a shard ends") {
    put("before");
    cloud.advance(4h - 5ms);
    CreateEventSourceMapping in = mapping();
    in.starting_position = "LATEST";
    aws.send(in).value();
    const auto slow = cloud.fail({.operation = "DescribeStream", .latency = 10ms});
    cloud.advance(1s);
    put("a");
    cloud.advance(1s);
    CHECK(batches() == std::vector<Ids>{{"a"}});
    CHECK(refused == 0);
  }

  TEST_CASE_FIXTURE(StreamPolling, "a stream that cannot be read is asked less and less") {
    map();
    {
      const auto broken =
          cloud.fail({.operation = "GetRecords", .error = Error{.code = "InternalServerError"}});
      put("old");
      cloud.advance(24h * 30);
      CHECK(broken.counts().injected < 200);
    }
    put("a");
    cloud.advance(1min);
    CHECK(batches() == std::vector<Ids>{{"a"}});
  }

  TEST_CASE_FIXTURE(StreamPolling, "a mapping tells why its stream is not read") {
    const std::string uuid = map();
    set_policy("worker", allowing({"logs:*"}));
    put("a");
    cloud.advance(1s);
    const std::string denied = configuration(uuid).last_processing_result;
    CHECK(denied.starts_with("PROBLEM: User: arn:aws:sts::"));
    aws.send(iam::DeleteRolePolicy{.role_name = "worker", .policy_name = "inline"}).value();
    aws.send(iam::DeleteRole{.role_name = "worker"}).value();
    cloud.advance(2min);
    CHECK(configuration(uuid).last_processing_result ==
          "PROBLEM: The role defined for the function cannot be assumed by Lambda.");
  }
}

}  // namespace emu::test
