// Faults as guards.
#include <doctest/doctest.h>
#include <emu/dynamodb.h>
#include <emu/fault.h>
#include <emu/sqs.h>

#include <optional>
#include <stdexcept>
#include <string>

#include "support/fixture.h"

namespace emu::test {
namespace {

struct Failing : Fixture {
  const std::string queue = aws.send(sqs::CreateQueue{.queue_name = "orders"}).value().queue_url;

  Result<sqs::SendMessageResult> send() {
    return aws.send(sqs::SendMessage{.queue_url = queue, .message_body = "seat 12A"});
  }
};

TEST_SUITE("cloud: calls that fail") {
  TEST_CASE_FIXTURE(Failing, "the second call fails in AWS's words, and no other") {
    const auto guard = cloud.fail(
        {.operation = "SendMessage", .call = 2, .error = Error{.code = "RequestThrottled"}});
    CHECK(send().ok());
    const auto refused = send();
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == "RequestThrottled");
    CHECK(refused.error().message == "The request was denied due to request throttling.");
    CHECK(send().ok());
    CHECK(guard.counts().matched == 3);
    CHECK(guard.counts().injected == 1);
    CHECK(cloud.look(sqs::PeekQueue{.queue = queue}).depth.visible == 2);
  }

  // Texts: Amazon DynamoDB Developer Guide, "Error handling with DynamoDB".
  TEST_CASE_FIXTURE(Fixture, "each service has words of its own") {
    const auto guard = cloud.fail(
        {.service = "dynamodb", .error = Error{.code = "ProvisionedThroughputExceededException"}});
    const auto refused = aws.send(dynamodb::ListTables{});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().status == 400);
    CHECK(refused.error().message ==
          "The level of configured provisioned throughput for the table was exceeded. Consider "
          "increasing your provisioning level with the UpdateTable API.");
  }

  TEST_CASE_FIXTURE(Failing, "an error may have a text and a status of its own") {
    const auto guard =
        cloud.fail({.error = Error{.code = "Odd", .message = "Once only.", .status = 418}});
    CHECK(send().error().message == "Once only.");
    CHECK(send().error().status == 418);
  }

  TEST_CASE_FIXTURE(Failing, "a rule ends with its guard") {
    std::optional<FaultGuard> guard = cloud.fail({.error = Error{.code = "InternalError"}});
    CHECK(send().error().status == 500);
    guard.reset();
    CHECK(send().ok());
    FaultGuard other = cloud.fail({.error = Error{.code = "InternalError"}});
    other.end();
    CHECK(other.counts().matched == 0);
    CHECK(send().ok());
  }

  TEST_CASE_FIXTURE(Failing, "a rule may be for one resource, by its name") {
    const auto guard =
        cloud.fail({.resource = "orders", .error = Error{.code = "ServiceUnavailable"}});
    CHECK_FALSE(send().ok());
    CHECK(aws.send(sqs::CreateQueue{.queue_name = "other"}).ok());
  }

  TEST_CASE_FIXTURE(Failing, "an answer gets lost, and a call takes longer") {
    {
      const auto guard = cloud.fail({.operation = "SendMessage", .lose_answer = true});
      CHECK(send().error().code == "RequestTimeout");
      CHECK(cloud.look(sqs::PeekQueue{.queue = queue}).depth.visible == 1);
    }
    const auto guard = cloud.fail({.operation = "SendMessage", .latency = 3s});
    const Time before = cloud.now();
    CHECK(send().ok());
    CHECK(cloud.now() == before + 3s);
  }

  TEST_CASE_FIXTURE(Failing, "a rule holds in its window of time") {
    const auto guard =
        cloud.fail({.from = 60s, .to = 120s, .error = Error{.code = "ServiceUnavailable"}});
    CHECK(send().ok());
    cloud.advance(60s);
    CHECK_FALSE(send().ok());
    cloud.advance(60s);
    CHECK(send().ok());
  }

  TEST_CASE_FIXTURE(Failing, "a reset ends every rule, and a guard may outlive its Cloud") {
    FaultGuard outliving;
    {
      Cloud other;
      outliving = other.fail({.error = Error{.code = "InternalError"}});
    }
    CHECK(outliving.counts().matched == 0);
    const auto guard = cloud.fail({.error = Error{.code = "InternalError"}});
    cloud.reset();
    CHECK(aws.send(sqs::CreateQueue{.queue_name = "orders"}).ok());
  }

  TEST_CASE_FIXTURE(Fixture, "a rule that cannot strike is refused") {
    const Error error{.code = "InternalError"};
    CHECK_THROWS_WITH_AS((void)cloud.fail({.operation = "SendMesage", .error = error}),
                         "no service has an operation 'SendMesage'", std::invalid_argument);
    CHECK_THROWS_AS((void)cloud.fail({.service = "sqz", .error = error}), std::invalid_argument);
    CHECK_THROWS_AS((void)cloud.fail({.operation = "SendMessage"}), std::invalid_argument);
    CHECK_THROWS_AS((void)cloud.fail({.call = 0, .error = error}), std::invalid_argument);
    CHECK_THROWS_AS((void)cloud.fail({.error = error, .lose_answer = true}), std::invalid_argument);
  }
}

}  // namespace
}  // namespace emu::test
