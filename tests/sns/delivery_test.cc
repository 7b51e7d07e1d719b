// Source: Amazon SNS Developer Guide, "Amazon SNS message delivery retries", "Amazon SNS
// dead-letter queues", "Fanout Amazon SNS notifications to Lambda functions".
#include <doctest/doctest.h>
#include <emu/iam.h>
#include <emu/lambda.h>
#include <emu/lambda/handler.h>
#include <emu/sns.h>

#include <string>
#include <vector>

#include "sns/delivery_policy.h"
#include "sns/support.h"

namespace emu::sns {

namespace {

struct DeliveryFixture : TopicFixture {
  Queue queue = create_queue("q");
  Queue dead = create_queue("dead");
  std::string arn = subscribe(
      "sqs", queue.arn, {{"RedrivePolicy", R"({"deadLetterTargetArn":")" + dead.arn + R"("})"}});

  // Lets nobody in, as a queue without a policy.
  void close_queue() {
    aws.send(sqs::SetQueueAttributes{.queue_url = queue.url, .attributes = {{"Policy", ""}}})
        .value();
  }
  std::int64_t sends() {
    std::int64_t count = 0;
    cloud.each_event([&](const Event& event) {
      const auto* call = event.as<events::CallAnswered>();
      if (call != nullptr && call->is<sqs::SendMessage>()) ++count;
    });
    return count;
  }
};

}  // namespace

TEST_SUITE("sns: deliveries") {
  TEST_CASE_FIXTURE(DeliveryFixture,
                    "a queue whose policy does not let the topic in gets nothing") {
    close_queue();
    publish("lost");
    CHECK(received(queue).empty());
    CHECK(received(dead).at(0).body.find("\"Message\" : \"lost\"") != std::string::npos);
    cloud.advance(24h);
    CHECK(sends() == 2);
  }

  TEST_CASE_FIXTURE(DeliveryFixture, "a topic that the policy does not name is not let in") {
    const std::string own = topic;
    topic = create("others");
    subscribe("sqs", queue.arn);
    publish("lost");
    CHECK(received(queue).empty());
    topic = own;
    publish("kept");
    CHECK(received(queue).size() == 1);
  }

  TEST_CASE_FIXTURE(DeliveryFixture, "what fails for a while is tried again on the clock") {
    FaultGuard outage = cloud.fail({.service = "sqs",
                                    .operation = "SendMessage",
                                    .error = Error{.code = "ServiceUnavailable", .status = 503}});
    publish("late");
    CHECK(received(queue).empty());
    CHECK(sends() == 4);  // and three retries at once
    cloud.advance(2s);
    CHECK(sends() == 6);
    outage.end();
    cloud.advance(1s);
    CHECK(received(queue).size() == 1);
    CHECK(received(dead).empty());
  }

  TEST_CASE_FIXTURE(DeliveryFixture, "a queue that is slow gets several messages at a time") {
    FaultGuard slow = cloud.fail({.service = "sqs", .operation = "SendMessage", .latency = 1s});
    for (int i = 0; i < 10; ++i) publish("slow");
    cloud.advance(1s);
    CHECK(received(queue).size() == 10);
  }

  TEST_CASE_FIXTURE(DeliveryFixture, "a slow queue does not hold up others") {
    const Queue other = create_queue("other");
    subscribe("sqs", other.arn);
    cloud.set_fault_hook([&](const FaultPoint& point) -> Fault {
      return {.latency = point.resource == queue.arn ? Duration(1h) : Duration(0)};
    });
    for (int i = 0; i < 10; ++i) publish("hi");
    CHECK(received(other).size() == 10);
  }

  // Source: Amazon SNS Developer Guide, "Amazon SNS raw message delivery", "Amazon SNS dead-letter
  // queues".
  TEST_CASE_FIXTURE(DeliveryFixture, "what no queue takes raw is a dead letter in its envelope") {
    aws.send(SetSubscriptionAttributes{arn, "RawMessageDelivery", "true"}).value();
    const auto send = [&](Publish message) {
      message.topic_arn = topic;
      aws.send(message).value();
      CHECK(received(queue).empty());
      const auto letters = received(dead);
      REQUIRE(letters.size() == 1);
      CHECK(letters.at(0).body.find("\"Type\" : \"Notification\"") != std::string::npos);
    };
    send({.message = R"({"default":"hi","sqs":""})", .message_structure = "json"});
    send({.message = "hi", .message_attributes = {{"a", {"Number", std::string(60, '1')}}}});
    send({.message = "hi", .message_attributes = {{"a", {"Number", "1e200"}}}});
    Publish many{.message = "hi"};
    for (int i = 0; i < 11; ++i) many.message_attributes[std::to_string(i)] = {"String", "x"};
    send(many);
  }

  struct FifoDeliveries : TopicFixture {
    Queue queue;
    FifoDeliveries() {
      topic = create("orders.fifo", {{"FifoTopic", "true"}});
      queue = create_queue("q");
      subscribe("sqs", queue.arn, {{"RawMessageDelivery", "true"}});
    }
    void send(const std::string& message) {
      aws.send(Publish{.topic_arn = topic,
                       .message = message,
                       .message_deduplication_id = message,
                       .message_group_id = "g"})
          .value();
    }
    FaultGuard outage() {
      return cloud.fail({.service = "sqs",
                         .operation = "SendMessage",
                         .error = Error{.code = "ServiceUnavailable", .status = 503}});
    }
  };

  TEST_CASE_FIXTURE(FifoDeliveries, "of a FIFO topic a later message waits for an earlier one") {
    FaultGuard broken = outage();
    send("1");
    cloud.advance(1ms);
    broken.end();
    send("2");
    CHECK(received(queue).empty());
    cloud.advance(1s);
    const auto got = received(queue);
    REQUIRE(got.size() == 2);
    CHECK(got.at(0).body == "1");
    CHECK(got.at(1).body == "2");
  }

  TEST_CASE_FIXTURE(FifoDeliveries, "a reset of another account leaves the order alone") {
    FaultGuard broken = outage();
    send("1");
    cloud.advance(1ms);
    broken.end();
    cloud.reset("333333333333");
    send("2");
    CHECK(received(queue).empty());
    cloud.advance(1s);
    const auto got = received(queue);
    REQUIRE(got.size() == 2);
    CHECK(got.at(0).body == "1");
  }

  TEST_CASE_FIXTURE(DeliveryFixture, "what is being sent during a reset is forgotten with it") {
    cloud.set_fault_hook([](const FaultPoint& point) -> Fault {
      if (point.operation != "SendMessage") return {};
      return {.latency = 10s, .error = Error{.code = "ServiceUnavailable", .status = 503}};
    });
    publish("1");
    cloud.advance(5s);
    cloud.reset();
    cloud.set_fault_hook({});
    create("orders");
    queue = create_queue("q");
    cloud.advance(1h);
    CHECK(received(queue).empty());
    subscribe("sqs", queue.arn);
    publish("2");
    CHECK(received(queue).size() == 1);
  }

  TEST_CASE_FIXTURE(TopicFixture, "a function is invoked with AWS's event") {
    std::string event;
    cloud.bind("f", lambda::Handler([&](lambda::Context&, std::string_view in) {
                 event = in;
                 return std::string("null");
               }));
    aws.send(iam::CreateRole{
                 .role_name = "r",
                 .assume_role_policy_document =
                     R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":)"
                     R"({"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]})"})
        .value();
    const auto made = aws.send(lambda::CreateFunction{
                                   .function_name = "f",
                                   .runtime = "python3.12",
                                   .role = "arn:aws:iam::000000000000:role/r",
                                   .handler = "f.handler",
                                   .code = {.zip_file = "bound"},
                               })
                          .value();
    const std::string arn = subscribe("lambda", made.function_arn);
    publish("not allowed");
    cloud.advance(1s);
    CHECK(event.empty());
    aws.send(lambda::AddPermission{.function_name = "f",
                                   .statement_id = "sns",
                                   .action = "lambda:InvokeFunction",
                                   .principal = "sns.amazonaws.com",
                                   .source_arn = topic})
        .value();
    const std::string id = publish("seat 12A");
    cloud.advance(1s);
    CHECK(event.starts_with(R"({"Records":[{"EventSource":"aws:sns","EventVersion":"1.0",)"
                            R"("EventSubscriptionArn":")" +
                            arn + R"(","Sns":{"Type":"Notification","MessageId":")" + id +
                            R"(","TopicArn":")" + topic +
                            R"(","Subject":null,"Message":"seat 12A","Timestamp":")"));
    CHECK(event.ends_with(R"("MessageAttributes":{}}}]})"));
  }

  TEST_CASE("the plan of AWS's services takes 23 days") {
    const RetryPlan plan = plan_of_services();
    std::vector<std::int64_t> seconds;
    Duration all{0};
    std::int64_t retry = 0;
    for (; const auto wait = plan.wait(retry); ++retry) {
      if (retry < 17) {
        seconds.push_back(std::chrono::duration_cast<std::chrono::seconds>(*wait).count());
      }
      all += *wait;
    }
    CHECK(seconds ==
          std::vector<std::int64_t>{0, 0, 0, 1, 1, 1, 2, 4, 8, 16, 20, 20, 20, 20, 20, 20, 20});
    CHECK(retry == 100'015);
    CHECK(std::chrono::duration_cast<std::chrono::hours>(all).count() / 24 == 23);
  }

  TEST_CASE("the plan of people takes 6 hours") {
    const RetryPlan plan = plan_of_people();
    std::int64_t retry = 0;
    while (plan.wait(retry)) ++retry;
    CHECK(retry == 50);
  }

  TEST_CASE("a topic's delivery policy is read, and a subscription's upon it") {
    const auto of_topic =
        parse_topic_delivery(
            R"({"http":{"defaultHealthyRetryPolicy":{"numRetries":5,"numNoDelayRetries":1,)"
            R"("minDelayTarget":1,"maxDelayTarget":9},"disableSubscriptionOverrides":false}})")
            .value();
    CHECK(of_topic.plan.growing == 4);
    const auto own = parse_delivery(R"({"healthyRetryPolicy":{"numRetries":2}})", of_topic).value();
    CHECK(own.plan.wait(0) == Duration(0));
    CHECK(own.plan.wait(1) == Duration(9s));
    CHECK(!own.plan.wait(2));
    for (const char* json :
         {"[]", R"({"healthyRetryPolicy":{"numRetries":101}})",
          R"({"healthyRetryPolicy":{"minDelayTarget":30}})",
          R"({"healthyRetryPolicy":{"maxDelayTarget":3601}})",
          R"({"healthyRetryPolicy":{"backoffFunction":"none"}})",
          R"({"healthyRetryPolicy":{"numNoDelayRetries":4}})", R"({"healthyRetryPolicy":5})",
          R"({"throttlePolicy":5})", R"({"throttlePolicy":{"maxReceivesPerSecond":0}})",
          R"({"requestPolicy":5})", R"({"requestPolicy":[]})"}) {
      CAPTURE(json);
      CHECK_FALSE(parse_delivery(json, {}).ok());
    }
    for (const char* json : {"5", R"({"http":5})", R"({"http":{"defaultHealthyRetryPolicy":[]}})",
                             R"({"http":{"defaultThrottlePolicy":1}})",
                             R"({"http":{"defaultRequestPolicy":"text/plain"}})"}) {
      CAPTURE(json);
      CHECK_FALSE(parse_topic_delivery(json).ok());
    }
  }
}

}  // namespace emu::sns
