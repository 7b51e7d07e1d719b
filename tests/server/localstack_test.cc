// What programs ask that were written for LocalStack, and the page for people.
#include <doctest/doctest.h>
#include <emu/sqs.h>

#include <string>
#include <vector>

#include "server/site_fixture.h"

namespace emu::server {

namespace {

struct LocalstackFixture : test::SiteFixture {
  HttpResponse accept(std::string target, std::string type) {
    HttpRequest request{.host = "127.0.0.1:4566",
                        .target = std::move(target),
                        .headers = {{"Accept", std::move(type)}}};
    return site.answer(request);
  }
};

}  // namespace

TEST_SUITE("server: what LocalStack answers") {
  TEST_CASE_FIXTURE(LocalstackFixture, "health is spaced as scripts look for it") {
    const HttpResponse health = get("/_localstack/health");
    CHECK(health.status == 200);
    CHECK(test::has(health, R"("sqs": "running")"));
    CHECK(health.body.view().starts_with(R"({"services": {)"));
  }

  TEST_CASE("it is ready when the scripts have ended") {
    std::vector<ReadyScript> scripts = {{.name = "a.sh", .state = ready_states::kRunning}};
    Cloud cloud;
    Site site(cloud, {.ready_scripts = [&] { return scripts; }});
    const auto get = [&](std::string target) {
      HttpRequest request{.host = "localhost", .target = std::move(target)};
      return site.answer(request);
    };
    CHECK(test::has(get("/_localstack/init/ready"),
                    R"({"completed":false,"scripts":[{"stage":"READY",)"
                    R"("name":"a.sh","state":"RUNNING"}]})"));
    CHECK(test::has(get("/_localstack/init/boot"), R"({"completed":true,"scripts":[]})"));
    scripts.front().state = ready_states::kSuccessful;
    CHECK(test::has(get("/_localstack/init"),
                    R"({"completed":{"BOOT":true,"START":true,"READY":true,"SHUTDOWN":false},)"));
    CHECK(get("/_localstack/init/nonsense").status == 404);
  }

  TEST_CASE_FIXTURE(LocalstackFixture, "its state is reset") {
    aws.send(sqs::CreateQueue{.queue_name = "orders"}).value();
    CHECK(post("/_localstack/state/reset").status == 200);
    CHECK(aws.send(sqs::ListQueues{}).value().queue_urls.empty());
  }

  TEST_CASE_FIXTURE(LocalstackFixture, "messages are shown without being received") {
    const auto url = aws.send(sqs::CreateQueue{.queue_name = "orders"}).value().queue_url;
    aws.send(sqs::SendMessage{.queue_url = url, .message_body = "seat 12A"}).value();
    const std::string target = "/_aws/sqs/messages?QueueUrl=" + url;
    for (int i = 0; i < 2; ++i) {
      const HttpResponse json = accept(target, "application/json");
      CHECK(test::has(json, R"({"ReceiveMessageResponse":{"ReceiveMessageResult":{"Message":[{)"));
      CHECK(test::has(json, R"("Body":"seat 12A")"));
      CHECK(test::has(json, R"({"Name":"ApproximateReceiveCount","Value":"0"})"));
    }
    CHECK(test::has(get(target), "<Body>seat 12A</Body>"));
    CHECK(test::has(get("/_aws/sqs/messages/us-east-1/000000000000/orders"), "seat 12A"));
    aws.send(sqs::ReceiveMessage{.queue_url = url}).value();
    CHECK_FALSE(test::has(get(target), "seat 12A"));
    CHECK(test::has(get(target + "&ShowInvisible=true"), "seat 12A"));
    CHECK(get("/_aws/sqs/messages").status == 400);
    CHECK(get("/_aws/sqs/messages?QueueUrl=x").status == 404);
  }
}

TEST_SUITE("server: in a browser") {
  TEST_CASE_FIXTURE(LocalstackFixture, "a person finds a page with links, a program what AWS has") {
    const HttpResponse page = accept("/", "text/html,application/xhtml+xml,*/*;q=0.8");
    CHECK(page.status == 200);
    CHECK(*page.headers.find("Content-Type") == "text/html; charset=utf-8");
    CHECK(test::has(page, "<a href=\"/_emu/clock\">"));
    CHECK(test::has(page, "AWS_ENDPOINT_URL=http://127.0.0.1:4566"));
    CHECK(test::has(accept("/", "*/*"), "<Error>"));
    CHECK_FALSE(test::has(accept("/?Action=ListQueues", "text/html"), "<a href"));
    HttpRequest bucket{.host = "photos.s3.localhost:4566", .headers = {{"Accept", "text/html"}}};
    CHECK(site.answer(bucket).status == 404);
  }
}

TEST_SUITE("server: operations that are not known") {
  TEST_CASE_FIXTURE(LocalstackFixture, "they are in the trace, with what was answered") {
    HttpRequest request{.method = "POST",
                        .host = "127.0.0.1:4566",
                        .target = "/",
                        .headers = {{"X-Amz-Target", "AmazonSQS.Nonsense"}}};
    const HttpResponse refused = site.answer(request);
    const HttpResponse trace = get("/_emu/trace");
    CHECK(test::has(trace, R"("service":"sqs","name":"UnknownOperation","is_call":true)"));
    CHECK(test::has(trace, R"("subject":"AmazonSQS.Nonsense")"));
    CHECK(test::has(trace, R"("outcome":"UnknownOperationException")"));
    CHECK(test::has(trace, "answered " + std::to_string(refused.status)));
    get("/photos?torrent");
    CHECK(test::has(get("/_emu/trace"), R"("subject":"GET /photos?torrent")"));
  }
}

}  // namespace emu::server
