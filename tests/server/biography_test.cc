#include <doctest/doctest.h>
#include <emu/sqs.h>

#include <string>

#include "server/site_fixture.h"

using namespace emu;
using namespace std::chrono_literals;
using emu::test::has;
using emu::test::SiteFixture;

namespace {

struct Fixture : SiteFixture {
  std::string create(const char* name, std::map<std::string, std::string> attributes = {}) {
    return aws.send(sqs::CreateQueue{.queue_name = name, .attributes = std::move(attributes)})
        .value()
        .queue_url;
  }
  std::string send(const std::string& url) {
    return aws.send(sqs::SendMessage{.queue_url = url, .message_body = "seat 12A"})
        .value()
        .message_id;
  }
  std::string receive(const std::string& url) {
    return aws.send(sqs::ReceiveMessage{.queue_url = url}).value().messages.at(0).receipt_handle;
  }
  HttpResponse biography(const std::string& id) { return get("/_emu/messages/" + id); }
};

}  // namespace

TEST_SUITE("server: the biography of a message") {
  TEST_CASE_FIXTURE(Fixture, "it says why a message is in a dead-letter queue") {
    const std::string dead = create("dead");
    const std::string url = create(
        "orders",
        {{"VisibilityTimeout", "36"},
         {"RedrivePolicy", R"({"deadLetterTargetArn":"arn:aws:sqs:us-east-1:000000000000:dead",)"
                           R"("maxReceiveCount":3})"}});
    const std::string id = send(url);
    for (int i = 0; i < 3; ++i) {
      receive(url);
      cloud.advance(36s);
    }
    CHECK(aws.send(sqs::ReceiveMessage{.queue_url = url}).value().messages.empty());
    const std::uint64_t events = cloud.trace_size();

    const HttpResponse story = biography(id);
    CHECK(story.status == 200);
    CHECK(has(story, R"("state":"visible","queue":"arn:aws:sqs:us-east-1:000000000000:dead")"));
    CHECK(has(story, R"("receive_count":3)"));
    CHECK(has(story,
              "It was sent to arn:aws:sqs:us-east-1:000000000000:orders at "
              "2026-01-01T00:00:00.000Z. It was received 3 times, maxReceiveCount 3, and "
              "moved to arn:aws:sqs:us-east-1:000000000000:dead at "
              "2026-01-01T00:01:48.000Z. It waits in "
              "arn:aws:sqs:us-east-1:000000000000:dead to be received."));
    CHECK(has(story, R"("name":"MessagesSent")"));
    CHECK(has(story, R"("name":"MessageRedriven")"));
    CHECK(has(story, R"("details":{"queue_arn":"arn:aws:sqs:us-east-1:000000000000:orders",)"
                     R"("message_id":")" +
                         id +
                         R"(","dead_letter_queue_arn":"arn:aws:sqs:us-east-1:000000000000:dead",)"
                         R"("receive_count":3})"));
    CHECK(cloud.trace_size() == events);
  }

  TEST_CASE_FIXTURE(Fixture, "a message in flight is hidden until its time") {
    const std::string url = create("orders", {{"VisibilityTimeout", "36"}});
    const std::string id = send(url);
    receive(url);
    const HttpResponse story = biography(id);
    CHECK(has(story, R"("state":"in_flight")"));
    CHECK(has(story, "received once"));
    CHECK(has(story,
              "until 2026-01-01T00:00:36.000Z. Unless it is deleted before, it can then be "
              "received again."));
  }

  TEST_CASE_FIXTURE(Fixture, "a message that was deleted says by whom") {
    const std::string url = create("orders");
    const std::string id = send(url);
    aws.send(sqs::DeleteMessage{.queue_url = url, .receipt_handle = receive(url)}).value();
    const HttpResponse story = biography(id);
    CHECK(has(story, R"("state":"deleted")"));
    CHECK(has(story, "deleted by arn:aws:iam::000000000000:root at 2026-01-01T00:00:00.000Z"));
  }

  TEST_CASE_FIXTURE(Fixture, "a message whose queue is gone is gone") {
    const std::string url = create("orders");
    const std::string id = send(url);
    aws.send(sqs::DeleteQueue{.queue_url = url}).value();
    CHECK(has(biography(id), R"("state":"gone")"));
  }

  TEST_CASE_FIXTURE(Fixture, "a message far behind in a long queue may be there or not") {
    const std::string url = create("orders");
    constexpr int kLookedAt = 100'000;
    for (int i = 0; i < kLookedAt; ++i) send(url);
    const std::string id = send(url);
    const HttpResponse story = biography(id);
    CHECK(has(story, R"("state":"unknown")"));
    CHECK(has(story,
              "It is not among the first 100000 messages of "
              "arn:aws:sqs:us-east-1:000000000000:orders; it may lie behind them."));
  }

  TEST_CASE_FIXTURE(Fixture, "a message that nobody knows is a 404") {
    CHECK(biography("00000000-0000-0000-0000-000000000000").status == 404);
    CHECK(biography("").status == 404);
  }
}
