#include <doctest/doctest.h>
#include <emu/ses.h>
#include <emu/sns.h>
#include <emu/sqs.h>
#include <emu/sts.h>
#include <emu/version.h>
#include <fmt/format.h>

#include <string>

#include "server/site_fixture.h"

using namespace emu;
using namespace std::chrono_literals;
using emu::test::has;
using emu::test::SiteFixture;

TEST_SUITE("server: controls") {
  TEST_CASE_FIXTURE(SiteFixture, "health names the services that are there") {
    const HttpResponse health = get("/_emu/health");
    CHECK(health.status == 200);
    CHECK(*health.headers.find("content-type") == "application/json");
    CHECK(has(health, R"("status":"running")"));
    CHECK(has(health, R"("sqs":"running")"));
    CHECK(has(health, R"("account":"000000000000","region":"us-east-1")"));
    CHECK(has(health, version()));
    CHECK(has(get("/_emu/version"), version()));
    const HttpResponse as_clients_ask = get("/_localstack/health");
    CHECK(has(as_clients_ask, R"({"services": {)"));
    CHECK(has(as_clients_ask, R"("edition": )"));
  }

  TEST_CASE_FIXTURE(SiteFixture, "the index lists every control") {
    for (const char* path : {"/_emu/reset", "/_emu/clock/advance", "/_emu/trace/stream"}) {
      CHECK(has(get("/_emu/"), path));
      CHECK(has(get("/_emu"), path));
    }
  }

  TEST_CASE_FIXTURE(SiteFixture, "what is no control is a 404, and a wrong method a 405") {
    const HttpResponse unknown = get("/_emu/clocks");
    CHECK(unknown.status == 404);
    CHECK(has(unknown, R"({"error":{"code":"NotFound","message":")"));
    const HttpResponse wrong_method = get("/_emu/reset");
    CHECK(wrong_method.status == 405);
    CHECK(*wrong_method.headers.find("allow") == "POST");
    CHECK(post("/_emu/clock").status == 405);
    CHECK(ask("HEAD", "/_emu/health").status == 200);
    CHECK(get("/_emu/trace?after=%zz").status == 400);
  }

  TEST_CASE_FIXTURE(SiteFixture, "a page of another site gets a 403 that says why") {
    HttpRequest request{.method = "POST",
                        .host = "127.0.0.1:4566",
                        .target = "/_emu/clock/advance",
                        .headers = {{"Origin", "https://evil.com"}},
                        .body = R"({"by":"36s"})"};
    const Time before = cloud.now();
    const HttpResponse refused = site.answer(request);
    CHECK(refused.status == 403);
    CHECK(has(refused, "https://evil.com"));
    CHECK(cloud.now() == before);
  }

  TEST_CASE_FIXTURE(SiteFixture, "the clock is read and moved") {
    CHECK(has(get("/_emu/clock"), R"({"now":"2026-01-01T00:00:00.000Z","held":true,"scale":1)"));
    CHECK(has(post("/_emu/clock/advance", R"({"by":"36s"})"), "2026-01-01T00:00:36.000Z"));
    CHECK(has(post("/_emu/clock/set", R"({"to":"2026-01-01T12:00:00Z"})"),
              "2026-01-01T12:00:00.000Z"));
    CHECK(cloud.now() == Time(std::chrono::sys_days(std::chrono::year(2026) / 1 / 1)) + 12h);
  }

  TEST_CASE_FIXTURE(SiteFixture, "a clock control that cannot be meant is refused") {
    const Time before = cloud.now();
    const auto refused = [&](const char* control, const char* body, const char* part) {
      INFO(control, " ", body);
      const HttpResponse response = post(std::string("/_emu/clock/") + control, body);
      CHECK(response.status == 400);
      CHECK(has(response, part));
      CHECK(cloud.now() == before);
    };
    refused("advance", "", "lacks the member 'by'");
    refused("advance", R"({"by":36})", "'by' must be a string");
    refused("advance", R"({"by":"-1s"})", "36s, 1.5s, 10min or 12h");
    refused("advance", R"({"by":"36s","too":1})", "a member 'too'");
    refused("advance", "[]", "must be a JSON object");
    refused("advance", "by=36s", "is not JSON");
    refused("set", R"({"to":"yesterday"})", "2026-01-01T00:00:00Z");
    refused("set", R"({"to":"2025-12-31T23:59:59Z"})", "time does not go back");
    refused("set", R"({"to":"9999-01-01T00:00:00Z"})", "10,000 days");
    refused("scale", R"({"scale":0})", "from 0.000001");
    refused("scale", R"({"scale":1e-12})", "from 0.000001");
    refused("scale", R"({"scale":"60"})", "must be a number");
    refused("scale", R"({"scale":1000001})", "to 1,000,000");
  }

  TEST_CASE_FIXTURE(SiteFixture, "the clock stops before the year has five digits") {
    HttpResponse last{};
    for (int i = 0; i < 300; ++i) {
      last = post("/_emu/clock/advance", R"({"by":"10000d"})");
      if (last.status != 200) break;
    }
    CHECK(last.status == 400);
    CHECK(has(last, "the clock goes to 9999-01-01T00:00:00.000Z and no further"));
    CHECK(post("/_emu/clock/set", R"({"to":"9999-01-01T00:00:00Z"})").status == 200);
    CHECK(post("/_emu/clock/set", R"({"to":"9999-12-31T23:30:00Z"})").status == 400);
    CHECK(post("/_emu/clock/advance", R"({"by":"1us"})").status == 400);
    CHECK(cloud.now() == kLatestTime);
    cloud.advance(Duration::max());
    CHECK(cloud.now() == kLatestTime);
    // Whatever is counted from there can still be said.
    const auto session = aws.send(sts::GetSessionToken{.duration_seconds = 3600s}).value();
    CHECK(iso8601(session.credentials.expiration) == "9999-01-01T01:00:00.000Z");
    const auto queue = aws.send(sqs::CreateQueue{.queue_name = "orders"}).value().queue_url;
    aws.send(sqs::SendMessage{.queue_url = queue, .message_body = "last", .delay_seconds = 900s})
        .value();
    CHECK(get("/_emu/queues/peek?queue=" + queue).status == 200);
  }

  TEST_CASE_FIXTURE(SiteFixture, "a reset forgets everything, or one account") {
    const auto create = [&](const char* account) {
      return cloud.aws({.account = account})
          .send(sqs::CreateQueue{.queue_name = "orders"})
          .value()
          .queue_url;
    };
    const auto exists = [&](const char* account) {
      return cloud.aws({.account = account}).send(sqs::GetQueueUrl{.queue_name = "orders"}).ok();
    };
    create("111111111111");
    create("222222222222");
    CHECK(has(post("/_emu/reset", R"({"account":"111111111111"})"), R"("reset":"111111111111")"));
    CHECK_FALSE(exists("111111111111"));
    CHECK(exists("222222222222"));
    CHECK(post("/_emu/reset", R"({"account":"1"})").status == 400);
    CHECK(post("/_emu/reset", R"({"acount":"111111111111"})").status == 400);
    CHECK(exists("222222222222"));
    CHECK(has(post("/_emu/reset"), R"("reset":"all")"));
    CHECK_FALSE(exists("222222222222"));
  }

  TEST_CASE_FIXTURE(SiteFixture, "the outbox shows what people were sent") {
    aws.send(sns::Publish{.phone_number = "+4915112345678", .message = "seat 12A"}).value();
    const HttpResponse outbox = get("/_emu/outbox");
    CHECK(outbox.status == 200);
    CHECK(has(outbox, R"("protocol":"sms","to":"+4915112345678","subject":"","body":"seat 12A")"));
    CHECK(has(get("/_emu/outbox?account=222222222222"), R"({"messages":[]})"));
    CHECK(get("/_emu/outbox?acount=2").status == 400);
  }

  TEST_CASE("with the clock held, a look waits for what calls have set going") {
    Cloud cloud(CloudOptions{.live = LiveOptions{.held = true}});
    server::Site site(cloud, {.now = [&] { return cloud.now(); }});
    const auto ask = [&](const char* method) {
      HttpRequest request{.method = method, .host = "127.0.0.1:4566", .target = "/_emu/outbox"};
      return site.answer(request);
    };
    Aws aws = cloud.aws();
    const std::string topic = aws.send(sns::CreateTopic{.name = "ops"}).value().topic_arn;
    for (int round = 0; round < 50; ++round) {
      const std::string to = fmt::format("ops{}@example.com", round);
      aws.send(sns::Subscribe{.topic_arn = topic, .protocol = "email", .endpoint = to}).value();
      CHECK(has(ask("GET"), "\"to\":\"" + to));
      CHECK(has(ask("DELETE"), R"({"deleted":1})"));
    }
  }

  TEST_CASE_FIXTURE(SiteFixture, "mail of the outbox is read whole, and deleted") {
    aws.send(ses::VerifyEmailIdentity{.email_address = "ops@example.com"}).value();
    const Blob raw(
        "From: ops@example.com\r\nTo: ann@example.org\r\nSubject: Ticket\r\n"
        "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nhello\r\n--x\r\n"
        "Content-Type: text/html\r\nContent-Disposition: attachment; filename=a.html\r\n\r\n"
        "<b>\r\n--x--\r\n");
    const std::string id =
        aws.send(ses::SendRawEmail{.raw_message = {.data = raw}}).value().message_id;
    aws.send(sns::Publish{.phone_number = "+4915112345678", .message = "seat 12A"}).value();
    CHECK(has(get("/_emu/outbox/1"), R"("subject":"Ticket","body":"hello")"));
    CHECK(has(get("/_emu/outbox/" + id), R"("name":"a.html","content_type":"text/html")"));
    CHECK(has(get("/_emu/outbox/1/raw"), "Subject: Ticket\r\n"));
    const HttpResponse attachment = get("/_emu/outbox/1/attachments/1");
    CHECK(attachment.body.view() == "<b>");
    CHECK(*attachment.headers.find("content-disposition") == "attachment");
    for (const char* target :
         {"/_emu/outbox/9", "/_emu/outbox/", "/_emu/outbox/1/x", "/_emu/outbox/1/attachments/2",
          "/_emu/outbox/1?account=222222222222"}) {
      CHECK(get(target).status == 404);
    }
    CHECK(has(get("/_aws/ses?email=ops@example.com"), "\"Id\":\"" + id));
    CHECK(has(get("/_aws/ses?id=" + id), R"("ToAddresses":["ann@example.org"])"));
    CHECK(has(get("/_aws/ses?email=x@example.com"), R"({"messages":[]})"));

    CHECK(has(get("/_aws/ses?account=222222222222"), R"({"messages":[]})"));
    CHECK(ask("DELETE", "/_emu/outbox/").status == 404);
    CHECK(ask("DELETE", "/_aws/ses?id=").status == 204);

    CHECK(ask("DELETE", "/_emu/outbox/1").status == 200);
    CHECK(ask("DELETE", "/_emu/outbox/1").status == 404);
    CHECK(has(get("/_emu/outbox"), R"("id":"2")"));
    CHECK(has(ask("DELETE", "/_emu/outbox"), R"({"deleted":1})"));
    aws.send(ses::SendRawEmail{.raw_message = {.data = raw}}).value();
    CHECK(ask("DELETE", "/_aws/ses").status == 204);
    CHECK(has(get("/_emu/outbox"), R"({"messages":[]})"));
  }

  TEST_CASE_FIXTURE(SiteFixture, "a peek shows a queue's messages and receives none") {
    const std::string url = aws.send(sqs::CreateQueue{.queue_name = "orders"}).value().queue_url;
    aws.send(sqs::SendMessage{.queue_url = url, .message_body = "seat 12A"}).value();
    aws.send(sqs::SendMessage{.queue_url = url, .message_body = "later", .delay_seconds = 5s})
        .value();
    for (const char* queue :
         {"arn:aws:sqs:us-east-1:000000000000:orders", "http://any:1/000000000000/orders"}) {
      const HttpResponse peek = get(std::string("/_emu/queues/peek?queue=") + queue);
      CHECK(peek.status == 200);
      CHECK(has(peek, R"("depth":{"visible":1,"in_flight":0,"delayed":1})"));
      CHECK(has(peek, R"("state":"visible","receive_count":0)"));
      CHECK(has(peek, R"("body":"seat 12A")"));
      CHECK(has(peek, R"("visible_at":"2026-01-01T00:00:05.000Z")"));
      CHECK_FALSE(has(get(std::string("/_emu/queues/peek?limit=1&queue=") + queue), "later"));
    }
    CHECK(get("/_emu/queues/peek").status == 400);
    CHECK(get("/_emu/queues/peek?queue=nothing").status == 404);
    CHECK(get("/_emu/queues/peek?queue=x&limit=0").status == 400);
  }
}
