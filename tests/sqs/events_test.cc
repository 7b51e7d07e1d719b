// What happens to messages, as events.
#include <doctest/doctest.h>
#include <emu/sqs.h>

#include <string>
#include <vector>

#include "sqs/support.h"

namespace emu::sqs {

namespace {

constexpr const char* kRoot = "arn:aws:iam::000000000000:root";
using Ids = std::vector<std::string>;

// All events of one kind since it was made, and when each happened.
template <class T>
struct Seen {
  explicit Seen(Cloud& cloud)
      : following(cloud.subscribe([this](const Event& event) {
          if (const T* what = event.as<T>()) {
            all.push_back(*what);
            times.push_back(event.at);
          }
        })) {}
  std::vector<T> all;
  std::vector<Time> times;
  Subscription following;
};

}  // namespace

TEST_SUITE("sqs: events") {
  TEST_CASE_FIXTURE(QueueFixture, "messages are sent, received and deleted") {
    const Seen<events::MessagesSent> sent(cloud);
    const Seen<events::MessagesReceived> received(cloud);
    const Seen<events::MessagesDeleted> deleted(cloud);
    const std::string id = send("seat 12A").message_id;
    const std::string handle = receive().messages.at(0).receipt_handle;
    CHECK(receive().messages.empty());
    aws.send(DeleteMessage{.queue_url = url, .receipt_handle = handle}).value();
    aws.send(DeleteMessage{.queue_url = url, .receipt_handle = handle}).value();

    REQUIRE(sent.all.size() == 1);
    CHECK(sent.all[0].queue_arn == arn_of(url));
    CHECK(sent.all[0].message_ids == Ids{id});
    CHECK(sent.all[0].bytes == 8);
    CHECK(sent.all[0].caller_arn == kRoot);
    CHECK(sent.all[0].called_at == cloud.now());
    REQUIRE(received.all.size() == 1);
    CHECK(received.all[0].message_ids == Ids{id});
    CHECK(received.all[0].hidden_until == cloud.now() + 36s);
    REQUIRE(deleted.all.size() == 1);
    CHECK(deleted.all[0].message_ids == Ids{id});
    CHECK(deleted.all[0].caller_arn == kRoot);
  }

  TEST_CASE_FIXTURE(QueueFixture, "a batch is one event with a list of ids") {
    const Seen<events::MessagesSent> sent(cloud);
    const Seen<events::MessagesReceived> received(cloud);
    const Seen<events::MessagesDeleted> deleted(cloud);
    const auto batch =
        aws.send(SendMessageBatch{
                     url, {{.id = "a", .message_body = "12"}, {.id = "b", .message_body = "345"}}})
            .value();
    const Ids ids{batch.successful.at(0).message_id, batch.successful.at(1).message_id};
    DeleteMessageBatch deletion{.queue_url = url, .entries = {}};
    for (const Message& message : receive(10).messages) {
      deletion.entries.push_back({.id = std::to_string(deletion.entries.size()),
                                  .receipt_handle = message.receipt_handle});
    }
    aws.send(deletion).value();
    REQUIRE(sent.all.size() == 1);
    CHECK(sent.all[0].message_ids == ids);
    CHECK(sent.all[0].bytes == 5);
    REQUIRE(received.all.size() == 1);
    CHECK(received.all[0].message_ids == ids);
    REQUIRE(deleted.all.size() == 1);
    CHECK(deleted.all[0].message_ids == ids);
  }

  TEST_CASE_FIXTURE(QueueFixture, "a timeout that ends shows a message again at its own time") {
    const Seen<events::MessageVisibleAgain> again(cloud);
    const Time start = cloud.now();
    const std::string id = send("seat 12A").message_id;
    (void)receive();
    cloud.advance(60s);
    (void)receive();
    REQUIRE(again.all.size() == 1);
    CHECK(again.all[0].queue_arn == arn_of(url));
    CHECK(again.all[0].message_id == id);
    CHECK(again.all[0].receive_count == 1);
    CHECK(again.times[0] == start + 36s);
  }

  TEST_CASE_FIXTURE(QueueFixture, "a changed timeout says until when") {
    const Seen<events::VisibilityChanged> changed(cloud);
    const std::string id = send("seat 12A").message_id;
    const std::string handle = receive().messages.at(0).receipt_handle;
    aws.send(ChangeMessageVisibility{
                 .queue_url = url, .receipt_handle = handle, .visibility_timeout = 5s})
        .value();
    REQUIRE(changed.all.size() == 1);
    CHECK(changed.all[0].message_id == id);
    CHECK(changed.all[0].hidden_until == cloud.now() + 5s);
  }

  TEST_CASE_FIXTURE(DeadLetterFixture,
                    "a move task says what became of each message, and its end") {
    const Seen<events::MessageMoved> moved(cloud);
    const Seen<events::MoveTaskEnded> ended(cloud);
    const std::string id =
        aws.send(SendMessage{.queue_url = dead_url, .message_body = "x"}).value().message_id;
    aws.send(StartMessageMoveTask{.source_arn = arn_of(dead_url), .destination_arn = arn_of(url)})
        .value();
    cloud.advance(1s);
    REQUIRE(moved.all.size() == 1);
    CHECK(moved.all[0].queue_arn == arn_of(dead_url));
    CHECK(moved.all[0].message_id == id);
    CHECK(moved.all[0].destination_arn == arn_of(url));
    CHECK(moved.all[0].new_message_id == receive().messages.at(0).message_id);
    REQUIRE(ended.all.size() == 1);
    CHECK(ended.all[0].status == "COMPLETED");
    CHECK(ended.all[0].moved == 1);
  }
}

}  // namespace emu::sqs
