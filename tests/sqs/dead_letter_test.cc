// Source: Amazon SQS Developer Guide, "Using dead-letter queues in Amazon SQS".
#include <doctest/doctest.h>
#include <emu/arn.h>
#include <emu/sqs.h>

#include <optional>
#include <string>
#include <vector>

#include "sqs/support.h"

namespace emu::sqs {

TEST_SUITE("sqs: dead-letter queues") {
  TEST_CASE_FIXTURE(
      DeadLetterFixture,
      "a message that is received three times, 36 s apart, is in the DLQ after the next timeout") {
    struct Sight {
      Time at;
      std::string count;
      bool operator==(const Sight& other) const { return at == other.at && count == other.count; }
    };
    std::vector<Sight> in_queue;
    std::optional<Sight> in_dead_letters;
    const Time start = cloud.now();
    const std::string id = send("seat 12A").message_id;
    cloud.spawn("worker", [&] {
      while (!in_dead_letters) {
        for (const Message& message : receive_all_attributes(url, 20s)) {
          in_queue.push_back({cloud.now(), message.attributes.at("ApproximateReceiveCount")});
        }
      }
    });
    cloud.spawn("undertaker", [&] {
      while (!in_dead_letters) {
        for (const Message& message : receive_all_attributes(dead_url, 20s)) {
          CHECK(message.message_id == id);
          CHECK(message.attributes.at("SentTimestamp") == std::to_string(epoch_millis(start)));
          CHECK(message.attributes.at("ApproximateFirstReceiveTimestamp") ==
                std::to_string(epoch_millis(start)));
          CHECK(message.attributes.at("DeadLetterQueueSourceArn") == arn_of(url));
          in_dead_letters = {cloud.now(), message.attributes.at("ApproximateReceiveCount")};
        }
      }
    });

    REQUIRE(cloud.run_until([&] { return in_dead_letters.has_value(); }, start + 10min));

    CHECK(in_queue == std::vector<Sight>{{start, "1"}, {start + 36s, "2"}, {start + 72s, "3"}});
    CHECK(*in_dead_letters == Sight{start + 108s, "4"});
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible +
              cloud.look(PeekQueue{.queue = url}).depth.in_flight ==
          0);
  }

  TEST_CASE_FIXTURE(DeadLetterFixture, "it leaves when a receive comes upon it, not before") {
    send("seat 12A");
    for (int i = 0; i < 3; ++i) {
      CHECK(receive().messages.size() == 1);
      cloud.advance(36s);
    }
    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 1);
    CHECK(cloud.look(PeekQueue{.queue = dead_url}).depth.visible == 0);

    CHECK(receive().messages.empty());

    CHECK(cloud.look(PeekQueue{.queue = url}).depth.visible == 0);
    CHECK(cloud.look(PeekQueue{.queue = dead_url}).depth.visible == 1);
  }

  TEST_CASE_FIXTURE(DeadLetterFixture,
                    "the move is an event of the trace, under the message's id") {
    const std::string id = send("seat 12A").message_id;
    for (int i = 0; i < 4; ++i) {
      (void)receive();
      cloud.advance(36s);
    }
    std::vector<events::MessageRedriven> moves;
    cloud.each_event([&](const Event& event) {
      if (const auto* redriven = event.as<events::MessageRedriven>()) moves.push_back(*redriven);
    });
    REQUIRE(moves.size() == 1);
    CHECK(moves[0].message_id == id);
    CHECK(moves[0].queue_arn == arn_of(url));
    CHECK(moves[0].dead_letter_queue_arn == arn_of(dead_url));
    CHECK(moves[0].receive_count == 3);
  }

  TEST_CASE_FIXTURE(DeadLetterFixture, "messages behind one that leaves are still received") {
    send("poison");
    for (int i = 0; i < 3; ++i) {
      (void)receive();
      cloud.advance(36s);
    }
    send("fine");
    CHECK(receive().messages.at(0).body == "fine");
    CHECK(cloud.look(PeekQueue{.queue = dead_url}).depth.visible == 1);
  }

  TEST_CASE_FIXTURE(DeadLetterFixture, "without its dead-letter queue a message stays") {
    send("seat 12A");
    aws.send(DeleteQueue{dead_url}).value();
    for (int i = 0; i < 5; ++i) {
      CHECK(receive().messages.size() == 1);
      cloud.advance(36s);
    }
  }

  TEST_CASE_FIXTURE(DeadLetterFixture, "the age of a message goes on in the dead-letter queue") {
    aws.send(SetQueueAttributes{dead_url, {{"MessageRetentionPeriod", "120"}}}).value();
    send("seat 12A");
    for (int i = 0; i < 3; ++i) {
      (void)receive();
      cloud.advance(36s);
    }
    (void)receive();
    CHECK(cloud.look(PeekQueue{.queue = dead_url}).depth.visible == 1);
    cloud.advance(12s - 1us);
    CHECK(cloud.look(PeekQueue{.queue = dead_url}).depth.visible == 1);
    cloud.advance(1us);
    CHECK(cloud.look(PeekQueue{.queue = dead_url}).depth.visible == 0);
  }

  TEST_CASE_FIXTURE(DeadLetterFixture, "policies that cannot be are refused and change nothing") {
    const std::string good = redrive_policy(dead_url, 3);
    struct Case {
      std::string policy;
      std::string reason;
    };
    const std::string other_region = R"({"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:)"
                                     R"(000000000000:dead","maxReceiveCount":3})";
    const std::string unknown = R"({"deadLetterTargetArn":"arn:aws:sqs:us-east-1:)"
                                R"(000000000000:nobody","maxReceiveCount":3})";
    for (const Case& c : {
             Case{"x", "Redrive policy is not a valid JSON map."},
             Case{"[]", "Redrive policy is not a valid JSON map."},
             Case{R"({"maxReceiveCount":3})",
                  "Redrive policy does not contain mandatory attribute: deadLetterTargetArn."},
             Case{R"({"deadLetterTargetArn":")" + arn_of(dead_url) + "\"}",
                  "Redrive policy does not contain mandatory attribute: maxReceiveCount."},
             Case{R"({"deadLetterTargetArn":"dead","maxReceiveCount":3})",
                  "Invalid value for deadLetterTargetArn."},
             Case{redrive_policy(dead_url, 0),
                  "Invalid value for maxReceiveCount: 0, valid values are from 1 to 1000 both "
                  "inclusive."},
             Case{redrive_policy(dead_url, 1001),
                  "Invalid value for maxReceiveCount: 1001, valid values are from 1 to 1000 both "
                  "inclusive."},
             Case{unknown, "Dead letter target does not exist."},
             Case{other_region, "Dead-letter target owner should be same as the source."},
         }) {
      const auto refused = aws.send(SetQueueAttributes{url, {{"RedrivePolicy", c.policy}}});
      CHECK(code(refused) == "InvalidParameterValue");
      CHECK(message(refused) ==
            "Value " + c.policy + " for parameter RedrivePolicy is invalid. Reason: " + c.reason);
      CHECK(attribute(url, "RedrivePolicy") == good);
    }
  }

  TEST_CASE_FIXTURE(DeadLetterFixture, "the dead-letter queue says whose it is") {
    const auto may = [&](const std::string& allow) {
      aws.send(SetQueueAttributes{dead_url, {{"RedriveAllowPolicy", allow}}}).value();
      return aws.send(SetQueueAttributes{url, {{"RedrivePolicy", redrive_policy(dead_url, 5)}}})
          .ok();
    };
    CHECK(may(R"({"redrivePermission":"allowAll"})"));
    CHECK_FALSE(may(R"({"redrivePermission":"denyAll"})"));
    CHECK(may(R"({"redrivePermission":"byQueue","sourceQueueArns":[")" + arn_of(url) + "\"]}"));
    CHECK_FALSE(
        may(R"({"redrivePermission":"byQueue","sourceQueueArns":[")" + arn_of(dead_url) + "\"]}"));
    CHECK(may(""));
  }

  TEST_CASE_FIXTURE(DeadLetterFixture, "allow policies that cannot be are refused") {
    for (const char* policy : {
             "x",
             R"({"redrivePermission":"some"})",
             R"({"redrivePermission":"byQueue"})",
             R"({"redrivePermission":"byQueue","sourceQueueArns":[]})",
             R"({"redrivePermission":"byQueue","sourceQueueArns":["url"]})",
             R"({"redrivePermission":"allowAll","sourceQueueArns":[]})",
         }) {
      CHECK(code(aws.send(SetQueueAttributes{url, {{"RedriveAllowPolicy", policy}}})) ==
            "InvalidParameterValue");
      CHECK(attribute(url, "RedriveAllowPolicy").empty());
    }
  }

  TEST_CASE_FIXTURE(DeadLetterFixture, "sources are listed, page by page") {
    for (const char* name : {"c", "a", "b"}) {
      aws.send(CreateQueue{.queue_name = name,
                           .attributes = {{"RedrivePolicy", redrive_policy(dead_url, 1)}}})
          .value();
    }
    const auto all = aws.send(ListDeadLetterSourceQueues{.queue_url = dead_url}).value();
    CHECK(all.queue_urls.size() == 4);
    CHECK(all.next_token.empty());

    const auto first =
        aws.send(ListDeadLetterSourceQueues{.queue_url = dead_url, .max_results = 3}).value();
    CHECK(first.queue_urls.size() == 3);
    const auto second =
        aws.send(ListDeadLetterSourceQueues{
                     .queue_url = dead_url, .next_token = first.next_token, .max_results = 3})
            .value();
    CHECK(second.queue_urls == std::vector<std::string>{url});
    CHECK(second.next_token.empty());
    CHECK(aws.send(ListDeadLetterSourceQueues{.queue_url = url}).value().queue_urls.empty());
  }
}

}  // namespace emu::sqs
