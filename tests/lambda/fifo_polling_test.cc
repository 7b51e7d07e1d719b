// Event source mappings of FIFO queues.
// Sources: Lambda Developer Guide, "Using Lambda with Amazon SQS", "Configuring scaling behavior
// for SQS event source mappings", "Handling errors for an SQS event source in Lambda".
#include <doctest/doctest.h>
#include <emu/lambda/events.h>

#include <algorithm>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "lambda/lambda_fixture.h"

namespace emu::test {

using namespace lambda;  // NOLINT(google-build-using-namespace)

namespace {

// The function "f" notes what it gets of the FIFO queue "seats.fifo".
struct FifoPolling : LambdaFixture {
  std::string queue = create_queue("seats.fifo", {{"FifoQueue", "true"}});
  std::vector<std::vector<SqsRecord>> batches;
  std::map<std::string, std::vector<std::string>> bodies;  // by group
  std::map<std::string, int> running;                      // by group
  int running_most = 0;
  int groups_most = 0;
  int invocations = 0;
  Duration work{};
  std::function<std::string(const std::vector<SqsRecord>&)> answer = [](const auto&) {
    return std::string("null");
  };

  FifoPolling() {
    create_function(
        "f",
        [this](Context& context, std::string_view event) {
          const std::vector<SqsRecord> records = from_json<SqsEvent>(event).value().records;
          batches.push_back(records);
          std::map<std::string, int> here;
          for (const SqsRecord& record : records) {
            bodies[group_of(record)].push_back(record.body);
            here[group_of(record)] = 1;
          }
          for (const auto& [group, one] : here) {
            running_most = std::max(running_most, running[group] += one);
          }
          groups_most = std::max(groups_most, ++invocations);
          context.sleep(work);
          --invocations;
          for (const auto& [group, one] : here) running[group] -= one;
          return answer(records);
        },
        20s);
  }

  static std::string group_of(const SqsRecord& record) {
    return record.attributes.at("MessageGroupId");
  }

  using Settings = CreateEventSourceMapping;
  std::string map_queue(const std::function<void(Settings&)>& set = [](Settings&) {}) {
    Settings in{.event_source_arn = queue_arn("seats.fifo"), .function_name = "f"};
    set(in);
    return create_mapping(in);
  }

  void send(const std::string& group, const std::string& body) {
    aws.send(sqs::SendMessage{.queue_url = queue,
                              .message_body = body,
                              .message_deduplication_id = group + body.substr(0, 32),
                              .message_group_id = group})
        .value();
  }
  void send_many(const std::string& group, int count) {
    for (int i = 0; i < count; ++i) send(group, std::string(1, static_cast<char>('a' + i)));
  }
};

bool is_sorted(const std::vector<std::string>& texts) {
  return std::is_sorted(texts.begin(), texts.end());
}

}  // namespace

TEST_SUITE("lambda: mappings of FIFO queues") {
  TEST_CASE_FIXTURE(FifoPolling, "a group has one batch at a time, and groups run side by side") {
    for (const char* group : {"x", "y", "z"}) send_many(group, 26);
    work = 1s;
    map_queue();
    cloud.advance(60s);
    CHECK(running_most == 1);
    CHECK(groups_most == 3);
    for (const char* group : {"x", "y", "z"}) {
      CHECK(bodies[group].size() == 26);
      CHECK(is_sorted(bodies[group]));
    }
    CHECK(cloud.look(sqs::PeekQueue{.queue = queue}).depth.in_flight == 0);
  }

  TEST_CASE_FIXTURE(FifoPolling, "maximum concurrency holds where there are more groups") {
    for (const char* group : {"w", "x", "y", "z"}) send_many(group, 20);
    work = 1s;
    map_queue([](Settings& in) { in.scaling_config = ScalingConfig{.maximum_concurrency = 2}; });
    cloud.advance(60s);
    CHECK(groups_most == 2);
    for (const char* group : {"w", "x", "y", "z"}) CHECK(bodies[group].size() == 20);
  }

  TEST_CASE_FIXTURE(FifoPolling, "records tell of group, deduplication and sequence") {
    send("x", "a");
    map_queue();
    cloud.advance(1s);
    REQUIRE(batches.size() == 1);
    const SqsRecord& record = batches[0].at(0);
    CHECK(record.event_source_arn == queue_arn("seats.fifo"));
    CHECK(record.attributes.at("MessageGroupId") == "x");
    CHECK(record.attributes.at("MessageDeduplicationId") == "xa");
    CHECK(record.attributes.at("SequenceNumber").size() == 20);
  }

  TEST_CASE_FIXTURE(FifoPolling, "what a batch lacks comes again before the rest of its group") {
    send_many("x", 12);
    send("y", "a");
    int calls = 0;
    answer = [&](const auto&) -> std::string {
      if (++calls == 1) throw std::runtime_error("no seat");
      return "null";
    };
    map_queue();
    cloud.advance(29s);
    CHECK(bodies["x"].size() == 10);
    CHECK(bodies["y"].size() == 1);
    cloud.advance(2s);
    REQUIRE(bodies["x"].size() == 22);
    CHECK(is_sorted({bodies["x"].begin() + 10, bodies["x"].end()}));
  }

  TEST_CASE_FIXTURE(FifoPolling, "the function names what it has not done behind a failure") {
    send_many("x", 4);
    bool first = true;
    answer = [&](const std::vector<SqsRecord>& records) -> std::string {
      if (!std::exchange(first, false)) return "null";
      return R"({"batchItemFailures":[{"itemIdentifier":")" + records[1].message_id +
             R"("},{"itemIdentifier":")" + records[3].message_id + R"("}]})";
    };
    map_queue([](Settings& in) { in.function_response_types = {"ReportBatchItemFailures"}; });
    cloud.advance(10s);
    send("x", "z");
    cloud.advance(19s);
    CHECK(bodies["x"] == std::vector<std::string>{"a", "b", "c", "d"});
    cloud.advance(2s);
    CHECK(bodies["x"] == std::vector<std::string>{"a", "b", "c", "d", "b", "d", "z"});
  }

  TEST_CASE_FIXTURE(FifoPolling, "what did not fit in an event does not overtake a failed one") {
    for (int i = 0; i < 8; ++i) {
      send("x", std::string(32, static_cast<char>('a' + i)) + std::string(1'000'000, '-'));
    }
    int calls = 0;
    answer = [&](const auto&) -> std::string {
      if (++calls == 1) throw std::runtime_error("no seat");
      return "null";
    };
    map_queue();
    cloud.advance(29s);
    REQUIRE(batches.size() == 1);
    const std::size_t first = batches[0].size();
    CHECK(first < 8);
    cloud.advance(2s);
    REQUIRE(bodies["x"].size() == first + 8);
    CHECK(is_sorted({bodies["x"].begin() + static_cast<std::ptrdiff_t>(first), bodies["x"].end()}));
  }

  TEST_CASE_FIXTURE(FifoPolling, "neither destinations nor dead letters go to a FIFO queue") {
    const auto destination = aws.send(PutFunctionEventInvokeConfig{
        .function_name = "f",
        .destination_config =
            DestinationConfig{.on_failure = OnFailure{.destination = queue_arn("seats.fifo")}}});
    CHECK(code(destination) == "InvalidParameterValueException");
    const auto dead_letters = aws.send(UpdateFunctionConfiguration{
        .function_name = "f",
        .dead_letter_config = DeadLetterConfig{.target_arn = queue_arn("seats.fifo")}});
    CHECK(code(dead_letters) == "InvalidParameterValueException");
  }
}

}  // namespace emu::test
