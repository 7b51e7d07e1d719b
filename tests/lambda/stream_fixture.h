// An account with a table whose stream a function reads.
#pragma once

#include <emu/dynamodb.h>
#include <emu/dynamodbstreams.h>
#include <emu/lambda/events.h>

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "lambda/lambda_fixture.h"

namespace emu::test {

struct StreamMapped : LambdaFixture {
  using Ids = std::vector<std::string>;

  const std::string stream = create_stream("orders");
  std::vector<lambda::DynamodbEvent> events;
  std::vector<std::string> payloads;
  std::string failing;  // the function fails when this item is in its batch

  explicit StreamMapped(CloudOptions options = {}) : LambdaFixture(std::move(options)) {
    create_function("f", [this](lambda::Context&, std::string_view payload) {
      payloads.emplace_back(payload);
      events.push_back(from_json<lambda::DynamodbEvent>(payload).value());
      for (const std::string& id : ids_of(events.back())) {
        if (id == failing) throw std::runtime_error("no room");
      }
      return "null";
    });
  }

  // Its ARN.
  std::string create_stream(const std::string& table) {
    return aws
        .send(dynamodb::CreateTable{
            .attribute_definitions = {{"id", "S"}},
            .table_name = table,
            .key_schema = {{"id", "HASH"}},
            .billing_mode = dynamodb::billing_modes::kPayPerRequest,
            .stream_specification =
                dynamodb::StreamSpecification{
                    .stream_enabled = true,
                    .stream_view_type = dynamodbstreams::stream_view_types::kNewAndOldImages}})
        .value()
        .table_description.latest_stream_arn;
  }

  void put(dynamodb::Item item) {
    aws.send(dynamodb::PutItem{.table_name = "orders", .item = std::move(item)}).value();
  }
  void put(const std::string& id, int n = 0) {
    put({{"id", dynamodb::S(id)}, {"n", dynamodb::N(n)}});
  }

  lambda::CreateEventSourceMapping mapping() const {
    return {.event_source_arn = stream,
            .function_name = "f",
            .starting_position = dynamodbstreams::shard_iterator_types::kTrimHorizon};
  }
  lambda::EventSourceMappingConfiguration configuration(const std::string& uuid) {
    return aws.send(lambda::GetEventSourceMapping{.uuid = uuid}).value();
  }

  static Ids ids_of(const lambda::DynamodbEvent& event) {
    Ids ids;
    for (const auto& record : event.records) ids.push_back(record.dynamodb.keys.at("id").s());
    return ids;
  }
  // Those of all batches, each as the function got it.
  std::vector<Ids> batches() const {
    std::vector<Ids> all;
    for (const auto& event : events) all.push_back(ids_of(event));
    return all;
  }

  std::vector<std::string> bodies(const std::string& queue) {
    std::vector<std::string> bodies;
    const auto found =
        aws.send(sqs::ReceiveMessage{.queue_url = queue, .max_number_of_messages = 10});
    for (const auto& message : found.value().messages) bodies.push_back(message.body);
    return bodies;
  }
};

// The same, and what comes of it.
struct StreamPolling : StreamMapped {
  std::vector<events::RecordsDiscarded> discarded;
  Subscription following = cloud.subscribe([this](const Event& event) {
    if (const auto* d = event.as<events::RecordsDiscarded>()) discarded.push_back(*d);
    const auto* call = event.as<events::CallAnswered>();
    if (call != nullptr && call->is<dynamodbstreams::GetRecords>()) ++reads;
    if (call != nullptr && call->outcome == "ValidationException") ++refused;
  });
  int reads = 0;
  int refused = 0;

  // Maps the stream with these settings; the batches that came of it are in batches().
  std::string map(const std::function<void(lambda::CreateEventSourceMapping&)>& change = {}) {
    lambda::CreateEventSourceMapping in = mapping();
    if (change) change(in);
    return create_mapping(in);
  }
  void put_all(const Ids& ids) {
    for (const std::string& id : ids) put(id);
  }
};

}  // namespace emu::test
