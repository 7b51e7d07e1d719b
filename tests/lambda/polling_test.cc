// Sources: Lambda Developer Guide, "Using Lambda with Amazon SQS", "Handling errors for an SQS
// event source in Lambda", "Configuring scaling behavior for SQS event source mappings", "Control
// which events Lambda sends to your function".
#include <doctest/doctest.h>
#include <emu/lambda/events.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "lambda/lambda_fixture.h"

namespace emu::test {

using namespace lambda;  // NOLINT(google-build-using-namespace)

namespace {

struct Polling : LambdaFixture {
  struct Batch {
    Duration at;
    std::vector<std::string> bodies;
  };

  const Time start = cloud.now();
  std::vector<Batch> batches;
  int running = 0;
  int running_most = 0;
  Duration work{};
  std::string answer = "null";
  std::string queue = create_queue("orders");

  Polling() {
    create_function(
        "f",
        [this](Context& context, std::string_view event) {
          Batch batch{cloud.now() - start, {}};
          for (const SqsRecord& record : from_json<SqsEvent>(event).value().records) {
            batch.bodies.push_back(record.body);
          }
          batches.push_back(std::move(batch));
          running_most = std::max(running_most, ++running);
          context.sleep(work);
          --running;
          return answer;
        },
        20s);
  }

  using Settings = CreateEventSourceMapping;
  std::string map(const std::function<void(Settings&)>& set = [](Settings&) {}) {
    Settings in{.event_source_arn = queue_arn("orders"), .function_name = "f"};
    set(in);
    return create_mapping(in);
  }

  void send_many(int count) {
    for (int i = 0; i < count; ++i) send(queue, std::to_string(i));
  }

  std::size_t largest_batch() const {
    std::size_t largest = 0;
    for (const Batch& batch : batches) largest = std::max(largest, batch.bodies.size());
    return largest;
  }
  std::size_t received() const {
    std::size_t count = 0;
    for (const Batch& batch : batches) count += batch.bodies.size();
    return count;
  }
};

}  // namespace

TEST_SUITE("lambda: batches") {
  TEST_CASE_FIXTURE(Polling, "a batch holds up to ten messages, or up to the batch size") {
    send_many(25);
    const std::string uuid = map();
    CHECK(received() == 25);
    CHECK(largest_batch() == 10);
    batches.clear();
    aws.send(UpdateEventSourceMapping{.uuid = uuid, .enabled = false}).value();
    cloud.advance(0s);
    send_many(5);
    aws.send(UpdateEventSourceMapping{.uuid = uuid, .enabled = true, .batch_size = 2}).value();
    cloud.advance(0s);
    CHECK(received() == 5);
    CHECK(largest_batch() == 2);
  }

  TEST_CASE_FIXTURE(Polling, "a window gathers messages until it is over") {
    map([](Settings& in) { in.maximum_batching_window_in_seconds = 5s; });
    send(queue, "a");
    cloud.advance(4500ms);
    send(queue, "b");
    cloud.advance(499ms);
    CHECK(batches.empty());
    cloud.advance(1ms);
    // Another poller may have taken the second message, whose window then is its own.
    cloud.advance(5s);
    CHECK(batches.at(0).at == 5s);
    CHECK(received() == 2);
    CHECK(cloud.look(sqs::PeekQueue{.queue = queue}).depth.in_flight == 0);
  }

  TEST_CASE_FIXTURE(Polling, "a batch that is full does not wait for its window") {
    send_many(60);
    map([](Settings& in) {
      in.batch_size = 30;
      in.maximum_batching_window_in_seconds = 60s;
      in.scaling_config = ScalingConfig{.maximum_concurrency = 2};
    });
    cloud.run_until_idle();
    REQUIRE(batches.size() == 2);
    CHECK(largest_batch() == 30);
    CHECK(cloud.now() == start);
  }

  TEST_CASE_FIXTURE(Polling, "an event stays under 6 MB") {
    for (int i = 0; i < 10; ++i) send(queue, std::string(1000000, 'x'));
    map([](Settings& in) {
      in.maximum_batching_window_in_seconds = 1s;
      in.scaling_config = ScalingConfig{.maximum_concurrency = 2};
    });
    cloud.advance(10s);
    CHECK(received() == 10);
    CHECK(largest_batch() <= 6);
  }

  TEST_CASE_FIXTURE(Polling, "messages that no filter wants are deleted unseen") {
    map([](Settings& in) {
      in.filter_criteria = FilterCriteria{
          {{.pattern = R"({"body":{"kind":["order"],"seats":[{"numeric":[">",0,"<=",4]}]}})"},
           {.pattern = R"({"body":["plain"]})"}}};
    });
    for (const char* body :
         {R"({"kind":"order","seats":2})", R"({"kind":"order","seats":5})",
          R"({"kind":"return","seats":2})", "plain", "no JSON", R"({"kind":"order"})"}) {
      send(queue, body);
    }
    cloud.advance(0s);
    std::vector<std::string> seen;
    for (const Batch& batch : batches) {
      seen.insert(seen.end(), batch.bodies.begin(), batch.bodies.end());
    }
    CHECK(seen == std::vector<std::string>{R"({"kind":"order","seats":2})", "plain"});
    CHECK(visible(queue) == 0);
    CHECK(cloud.look(sqs::PeekQueue{.queue = queue}).depth.in_flight == 0);
  }
}

TEST_SUITE("lambda: filters") {
  // Lambda Developer Guide, "Control which events Lambda sends to your function".
  TEST_CASE_FIXTURE(Polling, "one of several patterns is enough, inside the body and above it") {
    map([](Settings& in) {
      in.filter_criteria = FilterCriteria{
          {{.pattern = R"({"body":{"kind":["order"],"$or":[{"seats":[1]},{"vip":[true]}]}})"},
           {.pattern = R"({"$or":[{"body":{"kind":["gift"]}},{"body":["plain"]}]})"}}};
    });
    for (const char* body : {R"({"kind":"order","seats":1})", R"({"kind":"order","vip":true})",
                             R"({"kind":"order","seats":2})", R"({"kind":"gift"})", "plain"}) {
      send(queue, body);
    }
    cloud.advance(0s);
    CHECK(received() == 4);
    CHECK(visible(queue) == 0);
  }
}

TEST_SUITE("lambda: batches that fail") {
  TEST_CASE_FIXTURE(Polling, "a failed batch comes back when its visibility timeout ends") {
    cloud.bind("f", [this](Context&, std::string_view) -> std::string {
      batches.push_back({cloud.now() - start, {"x"}});
      throw FunctionError("Broken", "no");
    });
    map();
    send(queue, "x");
    cloud.advance(90s);
    REQUIRE(batches.size() == 4);
    CHECK(batches[1].at == 30s);
    CHECK(batches[3].at == 90s);
  }

  TEST_CASE_FIXTURE(Polling, "a partial answer leaves what it names and deletes the rest") {
    send_many(3);
    std::string failed;
    int runs = 0;
    cloud.bind("f", [&](Context&, std::string_view event) {
      ++runs;
      const auto records = from_json<SqsEvent>(event).value().records;
      SqsBatchResponse response;
      for (const SqsRecord& record : records) {
        if (record.body == "1" && runs == 1) {
          response.batch_item_failures.push_back({record.message_id});
        }
      }
      return to_json(response);
    });
    map([](Settings& in) { in.function_response_types = {"ReportBatchItemFailures"}; });
    CHECK(cloud.look(sqs::PeekQueue{.queue = queue}).depth.in_flight == 1);
    cloud.advance(30s);
    CHECK(runs == 2);
    CHECK(cloud.look(sqs::PeekQueue{.queue = queue}).depth.in_flight == 0);
    CHECK(visible(queue) == 0);
  }

  TEST_CASE("what a partial answer means for the batch") {
    struct Case {
      const char* answer;
      int left;  // of two messages
    };
    const Case cases[] = {
        {R"({"batchItemFailures":[]})", 0},
        {R"({"batchItemFailures":null})", 0},
        {"{}", 0},
        {"null", 0},
        {"", 0},
        {R"({"batchItemFailures":[{"itemIdentifier":""}]})", 2},
        {R"({"batchItemFailures":[{"itemIdentifier":null}]})", 2},
        {R"({"batchItemFailures":[{"itemId":"a"}]})", 2},
        {R"({"batchItemFailures":[{"itemIdentifier":"of-no-message"}]})", 2},
        {R"({"batchItemFailures":{}})", 2},
        {R"({"batchItemFailures":)", 2},
        {R"("done")", 2},
    };
    for (const Case& c : cases) {
      CAPTURE(c.answer);
      Polling polling;
      polling.answer = c.answer;
      polling.send_many(2);
      polling.map([](CreateEventSourceMapping& in) {
        in.function_response_types = {"ReportBatchItemFailures"};
      });
      CHECK(polling.cloud.look(sqs::PeekQueue{.queue = polling.queue}).depth.in_flight == c.left);
    }
  }

  TEST_CASE_FIXTURE(Polling, "without partial answers every success deletes the batch") {
    answer = R"({"batchItemFailures":[{"itemIdentifier":""}]})";
    send_many(2);
    map();
    CHECK(cloud.look(sqs::PeekQueue{.queue = queue}).depth.in_flight == 0);
  }

  TEST_CASE_FIXTURE(Polling, "a throttled batch was received; it is tried again and then dropped") {
    aws.send(PutFunctionConcurrency{.function_name = "f", .reserved_concurrent_executions = 0})
        .value();
    map();
    send(queue, "x");
    cloud.advance(29s);
    CHECK(cloud.look(sqs::PeekQueue{.queue = queue}).depth.in_flight == 1);
    CHECK(batches.empty());
    aws.send(DeleteFunctionConcurrency{.function_name = "f"}).value();
    cloud.advance(1s);  // Its visibility timeout ends before the poller's next attempt.
    REQUIRE(batches.size() == 1);
    CHECK(batches[0].at == 30s);
    CHECK(cloud.look(sqs::PeekQueue{.queue = queue}).depth.in_flight == 0);
  }

  TEST_CASE_FIXTURE(Polling, "a throttled batch is invoked as soon as an attempt finds room") {
    aws.send(PutFunctionConcurrency{.function_name = "f", .reserved_concurrent_executions = 0})
        .value();
    map();
    send(queue, "x");
    cloud.advance(2s);
    aws.send(DeleteFunctionConcurrency{.function_name = "f"}).value();
    cloud.advance(10s);
    // Attempts come 1, 3 and 7 s after the first.
    REQUIRE(batches.size() == 1);
    CHECK(batches[0].at == 3s);
  }
}

TEST_SUITE("lambda: pollers") {
  TEST_CASE_FIXTURE(Polling, "five batches at a time at first, then more while messages wait") {
    work = 10s;
    send_many(400);
    map([](Settings& in) { in.batch_size = 1; });
    CHECK(running == 5);
    cloud.advance(200ms);
    CHECK(running == 6);
    cloud.advance(5800ms);
    CHECK(running == 35);
  }

  TEST_CASE_FIXTURE(Polling, "maximum concurrency is never exceeded") {
    work = 1s;
    send_many(100);
    map([](Settings& in) {
      in.batch_size = 1;
      in.scaling_config = ScalingConfig{.maximum_concurrency = 3};
    });
    cloud.run_until_idle();
    CHECK(running_most == 3);
    CHECK(received() == 100);
    CHECK(cloud.now() - start == 34s);
  }

  TEST_CASE_FIXTURE(Polling, "pollers go when there is nothing to do, and five stay") {
    work = 1s;
    send_many(200);
    map([](Settings& in) { in.batch_size = 1; });
    cloud.run_until_idle();
    CHECK(received() == 200);
    CHECK(running_most > 10);
    cloud.advance(30min);
    int calls = 0;
    const Subscription counting = cloud.subscribe([&](const Event& event) {
      const auto* call = event.as<events::CallAnswered>();
      calls += call != nullptr && call->is<sqs::ReceiveMessage>() ? 1 : 0;
    });
    cloud.advance(20s);
    CHECK(calls == 5);
  }

  TEST_CASE_FIXTURE(Polling,
                    "years in which nothing happens take no steps, and what comes then is taken") {
    map();
    cloud.advance(2h);
    const std::uint64_t before = cloud.trace_size();
    cloud.advance(std::chrono::years(10));
    CHECK(cloud.trace_size() == before);
    const Time sent = cloud.now();
    send(queue, "seat 12A");
    cloud.advance(0s);
    CHECK(received() == 1);
    CHECK(batches.back().at == sent - start);
  }

  TEST_CASE_FIXTURE(Polling, "pollers that rest do not miss what time alone brings") {
    map();
    cloud.advance(2h);
    aws.send(sqs::SendMessage{.queue_url = queue, .message_body = "late", .delay_seconds = 900s})
        .value();
    const Time sent = cloud.now();
    cloud.advance(1h);
    CHECK(received() == 1);
    CHECK(batches.back().at == sent + 900s - start);
  }

  TEST_CASE_FIXTURE(Polling, "pollers without permission rest too, and notice when it comes back") {
    map();
    set_policy("worker", allowing({"logs:*"}));
    cloud.advance(2h);
    const std::uint64_t before = cloud.trace_size();
    cloud.advance(24h * 365);
    CHECK(cloud.trace_size() - before < 2000);
    set_policy("worker", kEverything);
    send(queue, "seat 12A");
    cloud.advance(1min);
    CHECK(received() == 1);
  }

  TEST_CASE_FIXTURE(Polling, "a mapping whose pollers rest is disabled at once") {
    const std::string uuid = map();
    cloud.advance(2h);
    aws.send(UpdateEventSourceMapping{.uuid = uuid, .enabled = false}).value();
    cloud.advance(0s);
    CHECK(mapping_state(uuid) == "Disabled");
    send(queue, "seat 12A");
    cloud.advance(1h);
    CHECK(received() == 0);
  }

  TEST_CASE_FIXTURE(Polling, "a queue that is deleted while its pollers rest is noticed") {
    const std::string uuid = map();
    cloud.advance(2h);
    aws.send(sqs::DeleteQueue{.queue_url = queue}).value();
    cloud.advance(20s);
    CHECK(mapping_state(uuid) == "Disabled");
  }

  TEST_CASE_FIXTURE(Polling, "an idle mapping does not keep the account from being idle") {
    map();
    cloud.run_until_idle();
    CHECK(cloud.now() == start);
  }
}

}  // namespace emu::test
