// What a standard queue may do now and then, when a fault rule says so.
// Sources: Amazon SQS Developer Guide, "Amazon SQS at-least-once delivery", "Amazon SQS short and
// long polling".
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "sqs/support.h"

namespace emu::sqs {

namespace {

struct EffectFixture : QueueFixture {
  using QueueFixture::QueueFixture;

  // 'a', 'b', 'c' …
  void send_letters(int count) {
    for (int i = 0; i < count; ++i) send(std::string(1, static_cast<char>('a' + i)));
  }
  std::string bodies(int max = 10) {
    std::string all;
    for (const Message& message : receive(max).messages) all += message.body;
    return all;
  }
};

// The order in which a queue whose first receive is struck gives 26 letters.
std::string reordered(std::uint64_t seed) {
  test::Fixture f(CloudOptions{.seed = seed});
  const std::string url = f.aws.send(CreateQueue{.queue_name = "orders"}).value().queue_url;
  for (char c = 'a'; c <= 'z'; ++c) {
    f.aws.send(SendMessage{.queue_url = url, .message_body = std::string(1, c)}).value();
  }
  const auto rule = f.cloud.fail({.call = 1, .effect = effects::kReorder});
  std::string all;
  for (int i = 0; i < 3; ++i) {
    const ReceiveMessage in{.queue_url = url, .max_number_of_messages = 10};
    for (const Message& message : f.aws.send(in).value().messages) all += message.body;
  }
  return all;
}

}  // namespace

TEST_SUITE("sqs: effects of fault rules") {
  TEST_CASE_FIXTURE(EffectFixture, "duplicate: what is received is not hidden") {
    send_letters(2);
    {
      const auto rule = cloud.fail({.resource = "orders", .effect = effects::kDuplicate});
      CHECK(bodies() == "ab");
      CHECK(rule.counts().injected == 1);
    }
    const auto again = receive(10).messages;
    REQUIRE(again.size() == 2);
    CHECK(receive(10).messages.empty());
    for (const Message& message : again) {
      aws.send(DeleteMessage{.queue_url = url, .receipt_handle = message.receipt_handle}).value();
    }
    cloud.advance(36s);
    CHECK(receive(10).messages.empty());
  }

  TEST_CASE_FIXTURE(EffectFixture, "duplicate: what is deleted comes back") {
    send_letters(3);
    const auto taken = receive(3).messages;
    REQUIRE(taken.size() == 3);
    int deleted = 0;
    const Subscription following = cloud.subscribe([&](const Event& event) {
      const auto* what = event.as<events::MessagesDeleted>();
      if (what != nullptr) deleted += static_cast<int>(what->message_ids.size());
    });
    const auto rule = cloud.fail({.operation = "DeleteMessage", .effect = effects::kDuplicate});
    aws.send(DeleteMessage{url, taken[0].receipt_handle}).value();
    CHECK(code(aws.send(DeleteMessage{url, "handle"})) == "ReceiptHandleIsInvalid");
    const auto batch_rule =
        cloud.fail({.operation = "DeleteMessageBatch", .effect = effects::kDuplicate});
    const auto batch =
        aws.send(DeleteMessageBatch{url,
                                    {{.id = "1", .receipt_handle = taken[1].receipt_handle},
                                     {.id = "2", .receipt_handle = taken[2].receipt_handle}}})
            .value();
    CHECK(batch.successful.size() == 2);
    CHECK(deleted == 1);
    cloud.advance(36s);
    CHECK(receive(10).messages.size() == 2);
  }

  TEST_CASE_FIXTURE(EffectFixture, "reorder: the first messages come in another order, each once") {
    const std::string once = reordered(1);
    CHECK(once == reordered(1));
    CHECK(once != reordered(2));
    CHECK(once != "abcdefghijklmnopqrstuvwxyz");
    CHECK(std::set<char>(once.begin(), once.end()).size() == 26);
  }

  TEST_CASE_FIXTURE(EffectFixture, "reorder: groups keep their messages") {
    for (const char* body : {"a", "b", "c", "d", "e", "f"}) {
      aws.send(SendMessage{.queue_url = url, .message_body = body, .message_group_id = "g"})
          .value();
    }
    send("g");
    const auto rule = cloud.fail({.effect = effects::kReorder});
    std::string all = bodies();
    CHECK(all != "abcdefg");
    std::sort(all.begin(), all.end());
    CHECK(all == "abcdefg");
    cloud.advance(36s);
    CHECK(bodies().size() == 7);
  }

  TEST_CASE_FIXTURE(EffectFixture, "miss: a short poll gives fewer messages, a long poll all") {
    send_letters(4);
    const auto rule = cloud.fail({.effect = effects::kMiss});
    CHECK(bodies(1).empty());
    CHECK(bodies(4).size() < 4);
    cloud.advance(36s);
    CHECK(aws.send(ReceiveMessage{
                       .queue_url = url, .max_number_of_messages = 10, .wait_time_seconds = 1s})
              .value()
              .messages.size() == 4);
  }

  TEST_CASE_FIXTURE(EffectFixture, "lag: counts are up to a minute old") {
    const auto rule = cloud.fail({.effect = effects::kLag});
    const auto visible = [&] { return attribute(url, "ApproximateNumberOfMessages"); };
    CHECK(visible() == "0");
    send_letters(3);
    cloud.advance(60s - 1us);
    CHECK(visible() == "0");
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 3);
    cloud.advance(1us);
    CHECK(visible() == "3");
    CHECK(attribute(url, "VisibilityTimeout") == "36");
  }

  TEST_CASE_FIXTURE(EffectFixture, "FIFO queues know none of it") {
    const std::string fifo = create("orders.fifo", {{"FifoQueue", "true"}});
    for (const char* body : {"a", "b", "c"}) {
      aws.send(SendMessage{.queue_url = fifo,
                           .message_body = body,
                           .message_deduplication_id = body,
                           .message_group_id = "g"})
          .value();
    }
    const auto duplicate = cloud.fail({.call = 1, .effect = effects::kDuplicate});
    const auto miss = cloud.fail({.effect = effects::kMiss});
    const ReceiveMessage in{.queue_url = fifo, .max_number_of_messages = 10};
    CHECK(aws.send(in).value().messages.size() == 3);
    CHECK(aws.send(in).value().messages.empty());
  }

  TEST_CASE_FIXTURE(EffectFixture, "a rule strikes only calls that know its effect") {
    const auto rule = cloud.fail({.effect = effects::kDuplicate});
    send("a");
    (void)attribute(url, "QueueArn");
    CHECK(rule.counts().matched == 0);
    (void)receive();
    CHECK(rule.counts().matched == 1);
    CHECK_THROWS_AS((void)cloud.fail({.operation = "SendMessage", .effect = effects::kMiss}),
                    std::invalid_argument);
    CHECK_THROWS_AS((void)cloud.fail({.effect = "vanish"}), std::invalid_argument);
    CHECK_THROWS_AS(
        (void)cloud.fail({.error = Error{.code = "OverLimit"}, .effect = effects::kMiss}),
        std::invalid_argument);
  }
}

}  // namespace emu::sqs
