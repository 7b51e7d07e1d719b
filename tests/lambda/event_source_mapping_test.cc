// Sources: AWS Lambda API Reference, "CreateEventSourceMapping", "UpdateEventSourceMapping"; Lambda
// Developer Guide, "Creating and configuring an Amazon SQS event source mapping".
#include <doctest/doctest.h>
#include <emu/lambda/events.h>

#include <functional>
#include <string>

#include "lambda/lambda_fixture.h"

namespace emu::test {

using namespace lambda;  // NOLINT(google-build-using-namespace)

namespace {

struct Mapped : LambdaFixture {
  std::vector<SqsEvent> events;
  std::string queue = create_queue("orders");

  Mapped() {
    create_function("f", [this](Context&, std::string_view event) {
      events.push_back(from_json<SqsEvent>(event).value());
      return "null";
    });
  }

  CreateEventSourceMapping mapping() const {
    return {.event_source_arn = queue_arn("orders"), .function_name = "f"};
  }
};

}  // namespace

TEST_SUITE("lambda: CreateEventSourceMapping") {
  TEST_CASE_FIXTURE(Mapped, "messages reach the function, and are deleted when it succeeds") {
    const auto created = aws.send(mapping()).value();
    CHECK(created.state == "Creating");
    CHECK(created.state_transition_reason == "USER_INITIATED");
    CHECK(created.batch_size == 10);
    CHECK(created.function_arn == "arn:aws:lambda:us-east-1:000000000000:function:f");
    cloud.advance(0s);
    CHECK(mapping_state(created.uuid) == "Enabled");

    aws
        .send(sqs::SendMessage{
            .queue_url = queue,
            .message_body = "seat \"12A\"",
            .message_attributes = {{"AttributeName",
                                    {.string_value = "Attribute Value", .data_type = "String"}}}})
        .value();
    cloud.advance(0s);

    REQUIRE(events.size() == 1);
    REQUIRE(events[0].records.size() == 1);
    const SqsRecord& record = events[0].records[0];
    CHECK(record.body == "seat \"12A\"");
    CHECK(record.event_source == "aws:sqs");
    CHECK(record.event_source_arn == queue_arn("orders"));
    CHECK(record.aws_region == "us-east-1");
    CHECK(record.attributes.at("ApproximateReceiveCount") == "1");
    CHECK(record.attributes.at("SentTimestamp") == "1767225600000");
    CHECK(record.message_attributes.at("AttributeName").string_value == "Attribute Value");
    CHECK(record.md5_of_message_attributes.has_value());
    CHECK(cloud.look(sqs::PeekQueue{.queue = queue}).depth.in_flight == 0);
    CHECK(visible(queue) == 0);
  }

  TEST_CASE_FIXTURE(Mapped, "a refused mapping is not there") {
    aws.send(UpdateFunctionConfiguration{.function_name = "f", .timeout = 6s}).value();
    struct Case {
      std::function<void(CreateEventSourceMapping&)> change;
      std::string code;
      std::string message;
    };
    const std::string invalid = "InvalidParameterValueException";
    const Case cases[] = {
        {[](auto& in) { in.function_name = "g"; }, invalid, "Function does not exist"},
        {[](auto& in) { in.event_source_arn.clear(); }, invalid, "Unrecognized event source."},
        {[](auto& in) { in.event_source_arn = queue_arn("none"); }, invalid,
         "Error occurred while ReceiveMessage. SQS Error Code: "
         "AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not "
         "exist."},
        {[](auto& in) { in.batch_size = 11; }, invalid,
         "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater "
         "than 10"},
        {[](auto& in) { in.batch_size = 10001; }, "ValidationException", ""},
        {[](auto& in) { in.maximum_batching_window_in_seconds = 301s; }, "ValidationException", ""},
        {[](auto& in) { in.scaling_config = ScalingConfig{.maximum_concurrency = 1}; },
         "ValidationException", ""},
        {[](auto& in) { in.function_response_types = {"Everything"}; }, "ValidationException", ""},
        {[](auto& in) { in.starting_position = "LATEST"; }, invalid,
         "StartingPosition is not valid for SQS event sources."},
        {[](auto& in) { in.parallelization_factor = 1; }, invalid,
         "Unsupported ParallelizationFactor parameter for given event source mapping type."},
        {[](auto& in) { in.filter_criteria = FilterCriteria{{{.pattern = "{"}}}; }, invalid,
         "Invalid filter pattern definition."},
        {[](auto& in) { in.filter_criteria = FilterCriteria{{{.pattern = R"({"body":1})"}}}; },
         invalid, "Invalid filter pattern definition."},
        {[](auto& in) { in.filter_criteria = FilterCriteria{{{.pattern = R"({"$or":[]})"}}}; },
         invalid, "Invalid filter pattern definition."},
        {[](auto& in) {
           in.event_source_arn = queue_arn("orders.fifo");
           in.maximum_batching_window_in_seconds = 1s;
         },
         invalid, "Batching window is not supported for FIFO queues"},
        {[](auto& in) { in.event_source_arn = "arn:aws:kinesis:us-east-1:000000000000:stream/s"; },
         invalid,
         "Unrecognized event source. Unsupported source arn : "
         "arn:aws:kinesis:us-east-1:000000000000:stream/s"},
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

  TEST_CASE_FIXTURE(Mapped, "the queue must hide messages for as long as the function may run") {
    aws.send(
           sqs::SetQueueAttributes{.queue_url = queue, .attributes = {{"VisibilityTimeout", "5"}}})
        .value();
    aws.send(UpdateFunctionConfiguration{.function_name = "f", .timeout = 6s}).value();
    const auto refused = aws.send(mapping());
    CHECK(code(refused) == "InvalidParameterValueException");
    CHECK(message(refused) ==
          "Queue visibility timeout: 5 seconds is less than Function timeout: 6 seconds");
    aws.send(UpdateFunctionConfiguration{.function_name = "f", .timeout = 5s}).value();
    CHECK(aws.send(mapping()).ok());
  }

  TEST_CASE_FIXTURE(Mapped, "the role must be allowed to receive, delete and look at attributes") {
    const std::string prefix = "The provided execution role does not have permissions to call ";
    set_policy("worker", allowing({"dynamodb:*"}));
    CHECK(message(aws.send(mapping())) == prefix + "ReceiveMessage on SQS");
    CHECK(code(aws.send(mapping())) == "InvalidParameterValueException");
    set_policy("worker", allowing({"sqs:ReceiveMessage"}));
    CHECK(message(aws.send(mapping())) == prefix + "DeleteMessage on SQS");
    set_policy("worker", allowing({"sqs:ReceiveMessage", "sqs:DeleteMessage"}));
    CHECK(message(aws.send(mapping())) == prefix + "GetQueueAttributes on SQS");
    set_policy("worker",
               allowing({"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"}));
    create_mapping(mapping());
    send(queue, "x");
    cloud.advance(0s);
    CHECK(events.size() == 1);
    CHECK(cloud.look(sqs::PeekQueue{.queue = queue}).depth.in_flight == 0);
  }

  TEST_CASE_FIXTURE(Mapped, "a queue and a function are mapped once") {
    const std::string uuid = create_mapping(mapping());
    const auto again = aws.send(mapping());
    CHECK(code(again) == "ResourceConflictException");
    CHECK(again.error().status == 409);
    CHECK(message(again) == "An event source mapping with SQS arn (\" " + queue_arn("orders") +
                                " \") and function (\" f \") already exists. Please update or "
                                "delete the existing mapping with UUID " +
                                uuid);

    create_function("g", [](Context&, std::string_view) { return "null"; });
    CreateEventSourceMapping in = mapping();
    in.function_name = "g";
    const std::string other = create_mapping(in);
    CHECK(code(aws.send(UpdateEventSourceMapping{.uuid = other, .function_name = "f"})) ==
          "ResourceConflictException");
    CHECK(message(aws.send(UpdateEventSourceMapping{.uuid = other, .function_name = "none"})) ==
          "Function does not exist");
    CHECK(mapping_state(other) == "Enabled");
  }
}

TEST_SUITE("lambda: UpdateEventSourceMapping") {
  TEST_CASE_FIXTURE(Mapped, "a disabled mapping receives nothing until it is enabled again") {
    const std::string uuid = create_mapping(mapping());
    const auto disabling =
        aws.send(UpdateEventSourceMapping{.uuid = uuid, .enabled = false}).value();
    CHECK(disabling.state == "Disabling");
    cloud.advance(0s);
    CHECK(mapping_state(uuid) == "Disabled");
    send(queue, "x");
    cloud.advance(1min);
    CHECK(events.empty());
    CHECK(visible(queue) == 1);
    aws.send(UpdateEventSourceMapping{.uuid = uuid, .enabled = true}).value();
    cloud.advance(0s);
    CHECK(mapping_state(uuid) == "Enabled");
    CHECK(events.size() == 1);
  }

  TEST_CASE_FIXTURE(Mapped, "settings change, and empty ones are taken away") {
    CreateEventSourceMapping in = mapping();
    in.scaling_config = ScalingConfig{.maximum_concurrency = 2};
    in.filter_criteria = FilterCriteria{{{.pattern = R"({"body":{"kind":["order"]}})"}}};
    const std::string uuid = create_mapping(in);
    const auto updating =
        aws.send(UpdateEventSourceMapping{.uuid = uuid,
                                          .batch_size = 100,
                                          .filter_criteria = FilterCriteria{},
                                          .maximum_batching_window_in_seconds = 1s,
                                          .scaling_config = ScalingConfig{}})
            .value();
    CHECK(updating.state == "Updating");
    CHECK(updating.batch_size == 100);
    CHECK_FALSE(updating.scaling_config.has_value());
    CHECK_FALSE(updating.filter_criteria.has_value());
    cloud.advance(0s);
    CHECK(message(aws.send(UpdateEventSourceMapping{.uuid = uuid,
                                                    .maximum_batching_window_in_seconds = 0s}))
              .find("Maximum batch window") == 0);
    CHECK(
        aws.send(GetEventSourceMapping{.uuid = uuid}).value().maximum_batching_window_in_seconds ==
        1s);
  }

  TEST_CASE_FIXTURE(Mapped, "an unknown mapping is not found") {
    for (const auto& error : {code(aws.send(UpdateEventSourceMapping{.uuid = "none"})),
                              code(aws.send(DeleteEventSourceMapping{.uuid = "none"})),
                              code(aws.send(GetEventSourceMapping{.uuid = "none"}))}) {
      CHECK(error == "ResourceNotFoundException");
    }
  }
}

TEST_SUITE("lambda: DeleteEventSourceMapping") {
  TEST_CASE_FIXTURE(LambdaFixture, "a batch in flight ends before the mapping is gone") {
    const std::string queue = create_queue("orders");
    create_function("f", [](Context& context, std::string_view) {
      context.sleep(2s);
      return "null";
    });
    const std::string uuid =
        create_mapping({.event_source_arn = queue_arn("orders"), .function_name = "f"});
    send(queue, "x");
    cloud.advance(1s);
    CHECK(aws.send(DeleteEventSourceMapping{.uuid = uuid}).value().state == "Deleting");
    cloud.advance(500ms);
    CHECK(mapping_state(uuid) == "Deleting");
    CHECK(code(aws.send(UpdateEventSourceMapping{.uuid = uuid})) == "ResourceInUseException");
    cloud.advance(500ms);
    CHECK(mapping_state(uuid) == "ResourceNotFoundException");
    CHECK(cloud.look(sqs::PeekQueue{.queue = queue}).depth.in_flight == 0);
    send(queue, "y");
    cloud.advance(1min);
    CHECK(visible(queue) == 1);
  }

  TEST_CASE_FIXTURE(Mapped, "a mapping whose queue is deleted is disabled") {
    const std::string uuid = create_mapping(mapping());
    aws.send(sqs::DeleteQueue{.queue_url = queue}).value();
    cloud.advance(20s);
    CHECK(mapping_state(uuid) == "Disabled");
  }

  TEST_CASE_FIXTURE(Mapped, "mappings are listed by queue and by function, a page at a time") {
    create_queue("returns");
    const std::string first = create_mapping(mapping());
    const std::string second =
        create_mapping({.event_source_arn = queue_arn("returns"), .function_name = "f"});
    const auto uuids = [&](const ListEventSourceMappings& in) {
      std::vector<std::string> found;
      for (const auto& m : aws.send(in).value().event_source_mappings) found.push_back(m.uuid);
      return found;
    };
    using Uuids = std::vector<std::string>;
    CHECK(uuids({}) == Uuids{first, second});
    CHECK(uuids({.event_source_arn = queue_arn("returns")}) == Uuids{second});
    CHECK(uuids({.function_name = "f"}).size() == 2);
    CHECK(uuids({.function_name = "none"}).empty());
    const auto page = aws.send(ListEventSourceMappings{.max_items = 1}).value();
    CHECK(uuids({.marker = page.next_marker}) == Uuids{second});
  }

  // The bound is ours.
  TEST_CASE_FIXTURE(LambdaFixture, "so many mappings are enabled at a time, and no more") {
    create_function("f", [](Context&, std::string_view) { return "null"; });
    const auto map = [&](int i, bool enabled) {
      const std::string name = "q" + std::to_string(i);
      create_queue(name);
      return aws.send(CreateEventSourceMapping{
          .event_source_arn = queue_arn(name), .function_name = "f", .enabled = enabled});
    };
    for (int i = 0; i < 1000; ++i) REQUIRE(map(i, true).ok());
    const auto refused = map(1000, true);
    CHECK(code(refused) == "InvalidParameterValueException");
    CHECK(message(refused) ==
          "No more than 1000 event source mappings can be enabled at a time here");
    const std::string uuid = map(1001, false).value().uuid;
    cloud.advance(0s);
    CHECK(code(aws.send(UpdateEventSourceMapping{.uuid = uuid, .enabled = true})) ==
          "InvalidParameterValueException");
    CHECK(mapping_state(uuid) == "Disabled");
  }
}

}  // namespace emu::test
