// How batches of a stream are made, tried again, split and given up. Sources: Lambda Developer
// Guide, "Using AWS Lambda with Amazon DynamoDB", "Configuring partial batch response with DynamoDB
// and Lambda", "Retain discarded records for a DynamoDB event source in Lambda".
#include <doctest/doctest.h>
#include <emu/sns.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "lambda/stream_fixture.h"

namespace emu::test {

using namespace lambda;  // NOLINT(google-build-using-namespace)

TEST_SUITE("lambda: batches of streams") {
  TEST_CASE_FIXTURE(StreamPolling, "a batch has at most the batch size") {
    put_all({"a", "b", "c", "d", "e"});
    map([](auto& in) { in.batch_size = 2; });
    CHECK(batches() == std::vector<Ids>{{"a", "b"}, {"c", "d"}, {"e"}});
  }

  TEST_CASE_FIXTURE(StreamPolling, "a window gathers until it is over, or the batch is full") {
    map([](auto& in) {
      in.batch_size = 3;
      in.maximum_batching_window_in_seconds = 10s;
    });
    put("a");
    cloud.advance(5s);
    put("b");
    cloud.advance(5s);
    CHECK(events.empty());
    cloud.advance(250ms);
    CHECK(batches() == std::vector<Ids>{{"a", "b"}});
    put_all({"c", "d", "e"});
    cloud.advance(250ms);
    CHECK(batches().back() == Ids{"c", "d", "e"});
  }

  TEST_CASE_FIXTURE(StreamPolling, "an event stays under 6 MB") {
    for (int i = 0; i < 20; ++i) {
      put({{"id", dynamodb::S("a")},
           {"n", dynamodb::N(i)},
           {"text", dynamodb::S(std::string(390'000, 'x'))}});
    }
    map();
    REQUIRE(events.size() > 1);
    std::size_t records = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
      CHECK(payloads[i].size() <= 6291456);
      records += events[i].records.size();
    }
    CHECK(records == 20);
  }

  TEST_CASE_FIXTURE(StreamPolling, "a failed batch is tried again before anything behind it") {
    failing = "a";
    const std::string uuid = map();
    put("a");
    cloud.advance(250ms);
    put("b");
    cloud.advance(1s - 1us);
    CHECK(batches() == std::vector<Ids>{{"a"}});
    CHECK(configuration(uuid).last_processing_result == "PROBLEM: Function call failed");
    cloud.advance(1us);
    CHECK(batches() == std::vector<Ids>{{"a"}, {"a"}});
    cloud.advance(2s);
    CHECK(events.size() == 3);
    failing.clear();
    cloud.advance(4s);
    CHECK(batches() == std::vector<Ids>{{"a"}, {"a"}, {"a"}, {"a"}, {"b"}});
    CHECK(discarded.empty());
  }

  TEST_CASE_FIXTURE(StreamPolling, "a topic is told of what is discarded") {
    const std::string topic = aws.send(sns::CreateTopic{.name = "lost"}).value().topic_arn;
    const std::string phone = "+4915112345678";
    aws.send(sns::Subscribe{.topic_arn = topic, .protocol = "sms", .endpoint = phone}).value();
    failing = "a";
    put_all({"a"});
    map([&](auto& in) {
      in.maximum_retry_attempts = 0;
      in.destination_config = DestinationConfig{.on_failure = OnFailure{.destination = topic}};
    });
    cloud.advance(1min);
    const auto told = cloud.look(sns::PeekOutbox{}).messages;
    REQUIRE(told.size() == 1);
    CHECK(told[0].body.find(R"("condition":"RetryAttemptsExhausted")") != std::string::npos);
  }

  TEST_CASE_FIXTURE(StreamPolling, "a batch that has failed too often is discarded") {
    const std::string lost = create_queue("lost");
    failing = "a";
    put_all({"a", "b"});
    const std::string uuid = map([](auto& in) {
      in.batch_size = 1;
      in.maximum_retry_attempts = 2;
      in.destination_config =
          DestinationConfig{.on_failure = OnFailure{.destination = queue_arn("lost")}};
    });
    cloud.advance(1min);
    CHECK(batches() == std::vector<Ids>{{"a"}, {"a"}, {"a"}, {"b"}});
    REQUIRE(discarded.size() == 1);
    CHECK(discarded[0].condition == "RetryAttemptsExhausted");
    CHECK(discarded[0].destination_arn == queue_arn("lost"));
    CHECK(discarded[0].error_code.empty());

    const auto told = bodies(lost);
    REQUIRE(told.size() == 1);
    const std::string number = events[0].records[0].dynamodb.sequence_number;
    const std::string shard = aws.send(dynamodbstreams::DescribeStream{.stream_arn = stream})
                                  .value()
                                  .stream_description.shards[0]
                                  .shard_id;
    const auto begin = told[0].find("requestId\":\"") + 12;
    CHECK(told[0] ==
          R"({"requestContext":{"requestId":")" + told[0].substr(begin, 36) +
              R"(","functionArn":"arn:aws:lambda:us-east-1:000000000000:function:f",)"
              R"("condition":"RetryAttemptsExhausted","approximateInvokeCount":3},)"
              R"("responseContext":{"statusCode":200,"executedVersion":"$LATEST",)"
              R"("functionError":"Unhandled"},"version":"1.0",)"
              R"("timestamp":"2026-01-01T00:00:03.000Z","DDBStreamBatchInfo":{"shardId":")" +
              shard + R"(","startSequenceNumber":")" + number + R"(","endSequenceNumber":")" +
              number +
              R"(","approximateArrivalOfFirstRecord":"2026-01-01T00:00:00Z",)"
              R"("approximateArrivalOfLastRecord":"2026-01-01T00:00:00Z","batchSize":1,)"
              R"("streamArn":")" +
              stream + R"("}})");
  }

  TEST_CASE_FIXTURE(StreamPolling, "bisecting finds the record that fails, and is no retry") {
    failing = "c";
    put_all({"a", "b", "c", "d", "e"});
    map([](auto& in) {
      in.bisect_batch_on_function_error = true;
      in.maximum_retry_attempts = 0;
    });
    cloud.advance(1min);
    CHECK(batches() ==
          std::vector<Ids>{
              {"a", "b", "c", "d", "e"}, {"a", "b", "c"}, {"a", "b"}, {"c"}, {"d", "e"}});
    REQUIRE(discarded.size() == 1);
    CHECK(discarded[0].sequence_numbers ==
          std::vector<std::string>{events[0].records[2].dynamodb.sequence_number});
  }

  TEST_CASE_FIXTURE(StreamPolling, "a partial answer goes on at the first record that it names") {
    std::vector<Ids> seen;
    std::string answer;
    create_function("g", [&](Context&, std::string_view payload) {
      const auto event = from_json<DynamodbEvent>(payload).value();
      seen.push_back(ids_of(event));
      if (seen.size() > 1) return std::string("{}");
      SqsBatchResponse response;
      for (const std::size_t failed : {3U, 1U}) {
        response.batch_item_failures.push_back(
            {.item_identifier = event.records[failed].dynamodb.sequence_number});
      }
      return to_json(response);
    });
    put_all({"a", "b", "c", "d"});
    map([](auto& in) {
      in.function_name = "g";
      in.function_response_types = {"ReportBatchItemFailures"};
    });
    cloud.advance(1min);
    CHECK(seen == std::vector<Ids>{{"a", "b", "c", "d"}, {"b", "c", "d"}});
  }

  TEST_CASE_FIXTURE(StreamPolling, "what a partial answer means for the batch") {
    struct Case {
      const char* answer;
      bool fails;
    };
    const Case cases[] = {{R"({"batchItemFailures":[]})", false},
                          {R"({"batchItemFailures":null})", false},
                          {"{}", false},
                          {"null", false},
                          {R"({"batchItemFailures":[{"itemIdentifier":""}]})", true},
                          {R"({"batchItemFailures":[{"itemIdentifier":null}]})", true},
                          {R"({"batchItemFailures":[{"identifier":"1"}]})", true},
                          {R"({"batchItemFailures":[{"itemIdentifier":"1"}]})", true},
                          {"\"text\"", true}};
    std::string answer;
    int invocations = 0;
    create_function("g", [&](Context&, std::string_view) {
      ++invocations;
      return answer;
    });
    map([](auto& in) {
      in.function_name = "g";
      in.function_response_types = {"ReportBatchItemFailures"};
      in.maximum_retry_attempts = 1;
    });
    for (const Case& c : cases) {
      CAPTURE(c.answer);
      answer = c.answer;
      invocations = 0;
      discarded.clear();
      put("a", static_cast<int>(&c - cases) + 1);
      cloud.advance(1min);
      CHECK(invocations == (c.fails ? 2 : 1));
      CHECK(discarded.size() == (c.fails ? 1 : 0));
    }
  }

  TEST_CASE_FIXTURE(StreamPolling, "records that are too old are discarded") {
    failing = "a";
    put("a");
    map([](auto& in) { in.maximum_record_age_in_seconds = 60; });
    cloud.advance(1min - 1us);
    CHECK(discarded.empty());
    cloud.advance(1min);
    REQUIRE(discarded.size() == 1);
    CHECK(discarded[0].condition == "RecordAgeExceeded");
    const std::size_t attempts = events.size();
    cloud.advance(1h);
    CHECK(events.size() == attempts);
  }

  TEST_CASE_FIXTURE(StreamPolling, "without limits a record blocks its shard for a day") {
    failing = "a";
    put_all({"a", "b"});
    map([](auto& in) { in.batch_size = 1; });
    cloud.advance(24h - 1us);
    CHECK(std::all_of(events.begin(), events.end(),
                      [](const auto& event) { return ids_of(event) == Ids{"a"}; }));
    CHECK(events.size() > 1000);
    put("c");
    cloud.advance(2min);
    REQUIRE(discarded.size() == 2);
    CHECK(discarded[0].sequence_numbers ==
          std::vector<std::string>{events[0].records[0].dynamodb.sequence_number});
    CHECK(batches().back() == Ids{"c"});
  }

  TEST_CASE_FIXTURE(StreamPolling, "several batches of a shard run at a time, each item in order") {
    std::vector<std::string> order;
    int running = 0;
    int most = 0;
    create_function(
        "g",
        [&](Context& context, std::string_view payload) {
          most = std::max(most, ++running);
          const auto event = from_json<DynamodbEvent>(payload).value();
          context.sleep(10s);
          for (const auto& record : event.records) {
            order.push_back(record.dynamodb.keys.at("id").s() +
                            record.dynamodb.new_image.at("n").n());
          }
          --running;
          return "null";
        },
        15s);
    for (int n = 0; n < 3; ++n) {
      for (const char* id : {"a", "b", "c", "d", "e", "f"}) put(id, n);
    }
    map([](auto& in) {
      in.function_name = "g";
      in.batch_size = 1;
      in.parallelization_factor = 4;
    });
    cloud.advance(1h);
    CHECK(most > 1);
    CHECK(most <= 4);
    REQUIRE(order.size() == 18);
    for (const std::string id : {"a", "b", "c", "d", "e", "f"}) {
      const auto at = [&](const char* n) {
        return std::find(order.begin(), order.end(), id + n) - order.begin();
      };
      CHECK(at("0") < at("1"));
      CHECK(at("1") < at("2"));
    }
  }

  TEST_CASE_FIXTURE(StreamPolling, "a function that cannot be invoked costs no retry") {
    aws.send(PutFunctionConcurrency{.function_name = "f", .reserved_concurrent_executions = 0})
        .value();
    put("a");
    const std::string uuid = map([](auto& in) { in.maximum_retry_attempts = 0; });
    cloud.advance(10min);
    CHECK(events.empty());
    CHECK(configuration(uuid).last_processing_result == "PROBLEM: Function call failed");
    CHECK(discarded.empty());
    aws.send(DeleteFunctionConcurrency{.function_name = "f"}).value();
    cloud.advance(1min);
    CHECK(batches() == std::vector<Ids>{{"a"}});
  }

  TEST_CASE_FIXTURE(StreamPolling, "an invocation in flight ends before the mapping is disabled") {
    create_function(
        "g",
        [this](Context& context, std::string_view payload) {
          context.sleep(2s);
          events.push_back(from_json<DynamodbEvent>(payload).value());
          return "null";
        },
        3s);
    put("a");
    const std::string uuid = map([](auto& in) { in.function_name = "g"; });
    aws.send(UpdateEventSourceMapping{.uuid = uuid, .enabled = false}).value();
    cloud.advance(1s);
    CHECK(mapping_state(uuid) == "Disabling");
    cloud.advance(1s);
    CHECK(mapping_state(uuid) == "Disabled");
    CHECK(events.size() == 1);
    aws.send(UpdateEventSourceMapping{.uuid = uuid, .enabled = true}).value();
    cloud.advance(1h);
    CHECK(events.size() == 1);
  }

  TEST_CASE("equal seeds give equal runs of lanes that come and go") {
    const auto digest_of = [](std::uint64_t seed) {
      StreamMapped account({.seed = seed, .interleaving = Interleaving::kSeeded});
      account.create_function("g", [](Context& context, std::string_view payload) {
        const auto event = from_json<DynamodbEvent>(payload).value();
        context.sleep(event.records.size() * 300ms);
        if (event.records[0].dynamodb.keys.at("id").s() == "3") throw std::runtime_error("no");
        return "null";
      });
      CreateEventSourceMapping in = account.mapping();
      in.function_name = "g";
      in.batch_size = 2;
      in.parallelization_factor = 5;
      in.maximum_retry_attempts = 2;
      account.create_mapping(in);
      for (int i = 0; i < 200; ++i) {
        account.put(std::to_string(i % 17), i);
        if (i % 10 == 9) account.cloud.advance(i % 7 * 400ms);
      }
      account.cloud.advance(1h);
      return account.cloud.trace_digest();
    };
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      CAPTURE(seed);
      CHECK(digest_of(seed) == digest_of(seed));
    }
    CHECK(digest_of(1) != digest_of(2));
  }
}

}  // namespace emu::test
