// Sources: AWS Lambda API Reference, "CreateEventSourceMapping", "UpdateEventSourceMapping"; Lambda
// Developer Guide, "Using AWS Lambda with Amazon DynamoDB", "Lambda parameters for Amazon DynamoDB
// event source mappings".
#include <doctest/doctest.h>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <iterator>
#include <string>

#include "lambda/stream_fixture.h"

namespace emu::test {

using namespace lambda;  // NOLINT(google-build-using-namespace)

namespace {

// Where each task is a thread.
struct LiveStreams : StreamMapped {
  LiveStreams() : StreamMapped({.live = LiveOptions{.held = true}}) {}

  static std::ptrdiff_t threads() {
    const std::filesystem::directory_iterator all("/proc/self/task");
    return std::distance(begin(all), end(all));
  }
};

}  // namespace

TEST_SUITE("lambda: mappings of streams") {
  TEST_CASE_FIXTURE(StreamMapped, "what changes in a table reaches the function") {
    const auto created = aws.send(mapping()).value();
    CHECK(created.state == "Creating");
    CHECK(created.state_transition_reason == "User action");
    CHECK(created.last_processing_result == "No records processed");
    CHECK(created.starting_position == "TRIM_HORIZON");
    CHECK(created.batch_size == 100);
    CHECK(created.maximum_batching_window_in_seconds == 0s);
    CHECK(created.parallelization_factor == 1);
    CHECK(created.maximum_record_age_in_seconds == -1);
    CHECK(created.maximum_retry_attempts == -1);
    CHECK(created.bisect_batch_on_function_error == false);
    CHECK(created.tumbling_window_in_seconds == 0);
    CHECK(created.destination_config->on_failure.has_value());
    cloud.advance(0s);
    CHECK(mapping_state(created.uuid) == "Enabled");

    put({{"id", dynamodb::S("a")}, {"seats", dynamodb::N(2)}});
    cloud.advance(250ms);
    REQUIRE(events.size() == 1);
    REQUIRE(events[0].records.size() == 1);
    const DynamodbRecord& record = events[0].records[0];
    CHECK(record.event_name == "INSERT");
    CHECK(record.event_version == "1.1");
    CHECK(record.event_source == "aws:dynamodb");
    CHECK(record.aws_region == "us-east-1");
    CHECK(record.event_source_arn == stream);
    CHECK(record.dynamodb.new_image.at("seats").integer() == 2);
    CHECK(configuration(created.uuid).last_processing_result == "OK");

    const std::string expected =
        R"({"Records":[{"eventID":")" + record.event_id +
        R"(","eventName":"INSERT","eventVersion":"1.1","eventSource":"aws:dynamodb",)"
        R"("awsRegion":"us-east-1","dynamodb":{"ApproximateCreationDateTime":1767225600,)"
        R"("Keys":{"id":{"S":"a"}},"NewImage":{"id":{"S":"a"},"seats":{"N":"2"}},)"
        R"("SequenceNumber":")" +
        record.dynamodb.sequence_number +
        R"(","SizeBytes":13,"StreamViewType":"NEW_AND_OLD_IMAGES"},"eventSourceARN":")" + stream +
        R"("}]})";
    CHECK(payloads[0] == expected);
  }

  TEST_CASE_FIXTURE(StreamMapped, "a refused mapping is not there") {
    struct Case {
      std::function<void(CreateEventSourceMapping&)> change;
      std::string code;
      std::string message;
    };
    const std::string invalid = "InvalidParameterValueException";
    const std::string other = stream + "1";
    const Case cases[] = {
        {[](auto& in) { in.function_name = "g"; }, invalid, "Function does not exist"},
        {[](auto& in) { in.starting_position.reset(); }, invalid,
         "1 validation error detected: Value null at 'startingPosition' failed to satisfy "
         "constraint: Member must not be null."},
        {[](auto& in) { in.starting_position = "AT_TIMESTAMP"; }, invalid, ""},
        {[](auto& in) { in.starting_position = "SOMEWHERE"; }, "ValidationException", ""},
        {[&](auto& in) { in.event_source_arn = other; }, invalid, "Stream not found: " + other},
        {[](auto& in) { in.batch_size = 10001; }, "ValidationException", ""},
        {[](auto& in) { in.parallelization_factor = 11; }, "ValidationException", ""},
        {[](auto& in) { in.maximum_record_age_in_seconds = 59; }, invalid, ""},
        {[](auto& in) { in.maximum_record_age_in_seconds = 604801; }, "ValidationException", ""},
        {[](auto& in) { in.maximum_retry_attempts = 10001; }, "ValidationException", ""},
        {[](auto& in) { in.tumbling_window_in_seconds = 1; }, invalid,
         "Tumbling windows are not supported here"},
        {[](auto& in) { in.scaling_config = ScalingConfig{.maximum_concurrency = 2}; }, invalid,
         "Unsupported ScalingConfig parameter for given event source mapping type."},
        {[](auto& in) { in.topics = {"t"}; }, invalid,
         "Unsupported Topics parameter for given event source mapping type."},
        {[](auto& in) {
           in.destination_config = DestinationConfig{
               .on_failure =
                   OnFailure{.destination = "arn:aws:lambda:us-east-1:000000000000:function:f"}};
         },
         invalid, ""},
    };
    for (const Case& c : cases) {
      CreateEventSourceMapping in = mapping();
      c.change(in);
      const auto refused = aws.send(in);
      CAPTURE(message(refused));
      CHECK(code(refused) == c.code);
      if (!c.message.empty()) CHECK(message(refused) == c.message);
      CHECK(aws.send(ListEventSourceMappings{}).value().event_source_mappings.empty());
    }
  }

  // The text as clients report it.
  TEST_CASE_FIXTURE(StreamMapped, "the role must be allowed to read the stream") {
    for (const char* missing :
         {"GetRecords", "GetShardIterator", "DescribeStream", "ListStreams"}) {
      std::vector<std::string> actions;
      for (const char* action :
           {"GetRecords", "GetShardIterator", "DescribeStream", "ListStreams"}) {
        if (std::string_view(action) != missing)
          actions.push_back(std::string("dynamodb:") + action);
      }
      set_policy("worker", allowing(actions));
      const auto refused = aws.send(mapping());
      CHECK(code(refused) == "InvalidParameterValueException");
      CHECK(message(refused) ==
            "Cannot access stream " + stream +
                ". Please ensure the role can perform the GetRecords, GetShardIterator, "
                "DescribeStream, and ListStreams Actions on your stream in IAM.");
    }
    set_policy("worker", allowing({"dynamodb:*"}));
    CreateEventSourceMapping in = mapping();
    in.destination_config =
        DestinationConfig{.on_failure = OnFailure{.destination = queue_arn("lost")}};
    CHECK(message(aws.send(in)) ==
          "The provided execution role does not have permissions to call SendMessage on SQS");
    create_mapping(mapping());
    put("a");
    cloud.advance(1s);
    CHECK(events.size() == 1);
  }

  TEST_CASE_FIXTURE(StreamMapped, "a stream and a function are mapped once") {
    const std::string uuid = create_mapping(mapping());
    const auto again = aws.send(mapping());
    CHECK(code(again) == "ResourceConflictException");
    CHECK(message(again) == "The event source arn (\" " + stream +
                                " \") and function (\" f \") provided mapping already exists. "
                                "Please update or delete the existing mapping with UUID " +
                                uuid);
  }

  TEST_CASE_FIXTURE(StreamMapped, "settings change, and the stream goes on where it was") {
    const std::string uuid = create_mapping(mapping());
    put("a");
    cloud.advance(1s);
    aws.send(UpdateEventSourceMapping{.uuid = uuid,
                                      .batch_size = 1,
                                      .parallelization_factor = 2,
                                      .maximum_record_age_in_seconds = 60,
                                      .bisect_batch_on_function_error = true,
                                      .maximum_retry_attempts = 3})
        .value();
    cloud.advance(0s);
    const auto changed = configuration(uuid);
    CHECK(changed.state == "Enabled");
    CHECK(changed.batch_size == 1);
    CHECK(changed.parallelization_factor == 2);
    CHECK(changed.maximum_record_age_in_seconds == 60);
    CHECK(changed.bisect_batch_on_function_error == true);
    CHECK(changed.maximum_retry_attempts == 3);
    put("b");
    cloud.advance(1s);
    CHECK(batches() == std::vector<Ids>{{"a"}, {"b"}});
  }

  TEST_CASE_FIXTURE(StreamMapped, "what is processed while settings change is in the result") {
    const std::string uuid = create_mapping(mapping());
    const auto slow = cloud.fail({.operation = "DescribeStream", .latency = 1s});
    cloud.spawn("update",
                [&] { aws.send(UpdateEventSourceMapping{.uuid = uuid, .batch_size = 1}).value(); });
    put("a");
    cloud.advance(2s);
    CHECK(batches() == std::vector<Ids>{{"a"}});
    CHECK(configuration(uuid).batch_size == 1);
    CHECK(configuration(uuid).last_processing_result == "OK");
  }

  TEST_CASE_FIXTURE(StreamMapped, "a disabled mapping goes on where it stopped") {
    CreateEventSourceMapping in = mapping();
    in.starting_position = "LATEST";
    put("before");
    const std::string uuid = create_mapping(in);
    const auto enable = [&](bool enabled) {
      aws.send(UpdateEventSourceMapping{.uuid = uuid, .enabled = enabled}).value();
      cloud.advance(1s);
      CHECK(mapping_state(uuid) == (enabled ? "Enabled" : "Disabled"));
    };
    put("a");
    cloud.advance(1s);
    enable(false);
    put("b");
    cloud.advance(1h);
    enable(true);
    put("c");
    cloud.advance(1s);
    CHECK(batches() == std::vector<Ids>{{"a"}, {"b"}, {"c"}});
    aws.send(DeleteEventSourceMapping{.uuid = uuid}).value();
    cloud.advance(0s);
    put("d");
    cloud.advance(1h);
    CHECK(events.size() == 3);
    CHECK(mapping_state(uuid) == "ResourceNotFoundException");
  }

  TEST_CASE_FIXTURE(StreamMapped, "a mapping whose stream is gone is disabled") {
    const std::string uuid = create_mapping(mapping());
    put("a");
    aws.send(dynamodb::DeleteTable{.table_name = "orders"}).value();
    cloud.advance(24h);
    CHECK(events.size() == 1);
    create_queue("anything");
    cloud.advance(1s);
    CHECK(mapping_state(uuid) == "Disabled");
  }

  TEST_CASE_FIXTURE(LiveStreams, "a mapping whose function has nothing to do takes one thread") {
    const auto before = threads();
    constexpr int kMappings = 10;
    for (int i = 0; i < kMappings; ++i) {
      const std::string name = "g" + std::to_string(i);
      create_function(name, [](Context&, std::string_view) { return "null"; });
      CreateEventSourceMapping in = mapping();
      in.function_name = name;
      in.parallelization_factor = 10;
      create_mapping(in);
    }
    cloud.advance(1s);
    CHECK(threads() - before <= 2 * kMappings);
  }
}

}  // namespace emu::test
