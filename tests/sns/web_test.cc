// Source: Amazon SNS Developer Guide, "Fanout Amazon SNS notifications to HTTPS endpoints", "HTTP/S
// headers", "Amazon SNS message delivery retries".
#include <doctest/doctest.h>
#include <emu/apigatewayv2.h>
#include <emu/json.h>
#include <emu/lambda/events.h>
#include <emu/sns.h>

#include <chrono>
#include <string>
#include <vector>

#include "lambda/lambda_fixture.h"

namespace emu::sns {

namespace {

using namespace std::chrono_literals;

// An HTTP API of this cloud, whose function keeps what is posted to it.
struct WebFixture : test::LambdaFixture {
  std::string topic = aws.send(CreateTopic{.name = "orders"}).value().topic_arn;
  std::vector<lambda::ApiGatewayV2HttpRequest> posts;
  int status = 200;
  std::string url;

  WebFixture() {
    const std::string function =
        create_function("hook", [this](lambda::Context&, std::string_view event) {
          posts.push_back(from_json<lambda::ApiGatewayV2HttpRequest>(event).value());
          return R"({"statusCode":)" + std::to_string(status) + "}";
        });
    const std::string api = aws.send(apigatewayv2::CreateApi{.name = "hook",
                                                             .protocol_type = "HTTP",
                                                             .route_key = "POST /hook",
                                                             .target = function})
                                .value()
                                .api_id;
    aws.send(lambda::AddPermission{.function_name = "hook",
                                   .statement_id = "api",
                                   .action = "lambda:InvokeFunction",
                                   .principal = "apigateway.amazonaws.com"})
        .value();
    url = "https://" + api + ".execute-api.us-east-1.amazonaws.com/hook?key=1";
  }

  std::string subscribe(std::map<std::string, std::string> attributes = {}) {
    aws.send(Subscribe{.topic_arn = topic,
                       .protocol = "https",
                       .endpoint = url,
                       .attributes = std::move(attributes)})
        .value();
    cloud.advance(1s);
    return aws.send(ConfirmSubscription{topic, token_of_last()}).value().subscription_arn;
  }

  std::string token_of_last() {
    const std::string begin = "\"Token\" : \"";
    const std::string& body = *posts.back().body;
    const auto at = body.find(begin) + begin.size();
    return body.substr(at, body.find('"', at) - at);
  }

  std::size_t subscriptions() { return aws.send(ListSubscriptions{}).value().subscriptions.size(); }
};

}  // namespace

TEST_SUITE("sns: HTTP endpoints") {
  TEST_CASE_FIXTURE(WebFixture, "an endpoint confirms, and gets messages with their headers") {
    const std::string arn = subscribe();
    CHECK(posts.at(0).headers.at("x-amz-sns-message-type") == "SubscriptionConfirmation");
    CHECK(posts.at(0).raw_query_string == "key=1");
    const std::string id =
        aws.send(Publish{.topic_arn = topic, .message = "seat 12A"}).value().message_id;
    cloud.advance(1s);
    const auto& got = posts.at(1);
    CHECK(got.headers.at("x-amz-sns-message-type") == "Notification");
    CHECK(got.headers.at("x-amz-sns-message-id") == id);
    CHECK(got.headers.at("x-amz-sns-topic-arn") == topic);
    CHECK(got.headers.at("x-amz-sns-subscription-arn") == arn);
    CHECK(got.headers.at("content-type") == "text/plain; charset=UTF-8");
    CHECK(got.body->find("\"Message\" : \"seat 12A\"") != std::string::npos);
  }

  TEST_CASE_FIXTURE(WebFixture, "raw delivery says that it is raw") {
    subscribe({{"RawMessageDelivery", "true"},
               {"DeliveryPolicy", R"({"requestPolicy":{"headerContentType":"text/csv"}})"}});
    aws.send(Publish{.topic_arn = topic, .message = "seat;12A"}).value();
    cloud.advance(1s);
    CHECK(posts.at(1).headers.at("x-amz-sns-rawdelivery") == "true");
    CHECK(posts.at(1).headers.at("content-type") == "text/csv");
    CHECK(posts.at(1).body == "seat;12A");
  }

  TEST_CASE_FIXTURE(WebFixture,
                    "a server's error is tried again by the policy, a client's is not") {
    subscribe();
    status = 503;
    aws.send(Publish{.topic_arn = topic, .message = "hi"}).value();
    cloud.advance(19s);
    CHECK(posts.size() == 2);
    cloud.advance(24h);
    CHECK(posts.size() == 5);
    status = 404;
    aws.send(Publish{.topic_arn = topic, .message = "hi"}).value();
    cloud.advance(24h);
    CHECK(posts.size() == 6);
  }

  // "HTTP/HTTPS unsubscribe confirmation JSON format".
  TEST_CASE_FIXTURE(WebFixture, "an endpoint is told when it is unsubscribed, and may undo it") {
    const std::string arn = subscribe({{"RawMessageDelivery", "true"}});
    aws.send(Unsubscribe{.subscription_arn = arn}).value();
    CHECK(subscriptions() == 0);
    cloud.advance(1s);
    REQUIRE(posts.size() == 2);
    CHECK(posts[1].headers.at("x-amz-sns-message-type") == "UnsubscribeConfirmation");
    CHECK(posts[1].headers.at("x-amz-sns-subscription-arn") == arn);
    CHECK(
        posts[1].body->find("\"Message\" : \"You have chosen to deactivate subscription " + arn +
                            ".\\nTo cancel this operation and restore the subscription, visit the "
                            "SubscribeURL included in this message.\"") != std::string::npos);
    CHECK(posts[1].body->find("\"SubscribeURL\"") != std::string::npos);
    CHECK(posts[1].body->find("\"UnsubscribeURL\"") == std::string::npos);

    const ConfirmSubscription undo{topic, token_of_last()};
    CHECK(aws.send(undo).value().subscription_arn == arn);
    CHECK(aws.send(undo).value().subscription_arn == arn);
    CHECK(subscriptions() == 1);
    aws.send(Publish{.topic_arn = topic, .message = "still here"}).value();
    cloud.advance(1s);
    CHECK(posts.back().body == "still here");

    aws.send(Unsubscribe{.subscription_arn = arn}).value();
    cloud.advance(1s);
    const ConfirmSubscription late{topic, token_of_last()};
    cloud.advance(48h);
    CHECK(code(aws.send(late)) == "InvalidParameter");
    CHECK(subscriptions() == 0);
  }

  TEST_CASE_FIXTURE(WebFixture, "a host that this cloud does not know gets nothing") {
    aws.send(Subscribe{
                 .topic_arn = topic, .protocol = "https", .endpoint = "https://example.com/hook"})
        .value();
    cloud.advance(24h);
    CHECK(posts.empty());
  }
}

}  // namespace emu::sns
