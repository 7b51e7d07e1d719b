// Handlers that call URLs.
#include <doctest/doctest.h>
#include <emu/apigatewayv2.h>
#include <emu/s3.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/gate/http_sender.h"
#include "core/gate/world.h"
#include "lambda_fixture.h"

namespace emu::lambda {

using namespace emu::test;

namespace {

struct WebFixture : LambdaFixture {
  using LambdaFixture::LambdaFixture;

  // The URL of an API whose every request goes to the function.
  std::string create_api(const std::string& function) {
    const auto api =
        aws.send(apigatewayv2::CreateApi{
                     .name = function,
                     .protocol_type = "HTTP",
                     .target = "arn:aws:lambda:us-east-1:000000000000:function:" + function})
            .value();
    aws.send(AddPermission{.function_name = function,
                           .statement_id = "api",
                           .action = "lambda:InvokeFunction",
                           .principal = "apigateway.amazonaws.com"})
        .value();
    return api.api_endpoint;
  }

  // What a handler gets that makes the request, once.
  Result<HttpResponse> call(const UrlRequest& request) {
    std::optional<Result<HttpResponse>> answer;
    create_function(
        "caller",
        [&](Context& context, std::string_view) {
          answer.emplace(context.http(request));
          return std::string("{}");
        },
        100s);
    invoke("caller");
    return answer ? std::move(*answer) : Error{.code = "NoAnswer"};
  }

  std::vector<events::CallAnswered> traced() {
    std::vector<events::CallAnswered> found;
    cloud.each_event([&](const Event& event) {
      const auto* call = event.as<events::CallAnswered>();
      if (call != nullptr && call->service == "http") found.push_back(*call);
    });
    return found;
  }
};

}  // namespace

TEST_SUITE("lambda: calls of URLs") {
  TEST_CASE_FIXTURE(WebFixture, "a handler calls an API of its account") {
    create_function("factory", [](Context& context, std::string_view) {
      context.sleep(2s);
      return std::string(R"({"statusCode":202,"body":"accepted"})");
    });
    const Time begun = cloud.now();
    const auto answer = call({.method = "POST",
                              .url = create_api("factory") + "/orders?key=secret",
                              .headers = {{"content-type", "application/json"}},
                              .body = R"({"amount":3})"});
    REQUIRE(answer.ok());
    CHECK(answer->status == 202);
    CHECK(answer->body == "accepted");
    CHECK(cloud.now() - begun == 2s);
    const auto calls = traced();
    REQUIRE(calls.size() == 1);
    CHECK(calls[0].operation == "POST");
    CHECK(calls[0].took == 2s);
    CHECK(calls[0].outcome.empty());
    CHECK(calls[0].caller_arn.find("assumed-role/worker") != std::string::npos);
    CHECK(calls[0].resource_arn.ends_with(".amazonaws.com/orders"));
  }

  TEST_CASE_FIXTURE(WebFixture, "what it sends is what the API gets") {
    std::string seen;
    create_function("factory", [&](Context&, std::string_view event) {
      seen = event;
      return std::string(R"({"statusCode":200})");
    });
    REQUIRE(call({.method = "PUT",
                  .url = create_api("factory") + "/orders?kind=a%20b#end",
                  .headers = {{"x-requester", "sales"}, {"content-type", "text/plain"}},
                  .body = "three"})
                .ok());
    CHECK(seen.find(R"("method":"PUT")") != std::string::npos);
    CHECK(seen.find(R"("rawPath":"/orders","rawQueryString":"kind=a%20b")") != std::string::npos);
    CHECK(seen.find(R"("x-requester":"sales")") != std::string::npos);
    CHECK(seen.find(R"("body":"three")") != std::string::npos);
  }

  TEST_CASE_FIXTURE(WebFixture, "a website answers, too") {
    aws.send(s3::CreateBucket{.bucket = "pages"}).value();
    const auto answer = call({.url = "http://pages.s3-website-us-east-1.amazonaws.com/"});
    REQUIRE(answer.ok());
    CHECK(answer->status == 404);
    CHECK(traced().at(0).outcome == "404");
  }

  TEST_CASE_FIXTURE(WebFixture, "a host that is none of this cloud's is not found, by its name") {
    const auto answer = call({.url = "https://example.com/orders"});
    REQUIRE(!answer.ok());
    CHECK(answer.error().code == http_errors::kHostNotFound);
    CHECK(answer.error().message.find("'example.com'") != std::string::npos);
    CHECK(traced().at(0).outcome == "HostNotFound");
  }

  TEST_CASE_FIXTURE(WebFixture, "what is no request of HTTP is refused and goes nowhere") {
    for (const UrlRequest& request : std::vector<UrlRequest>{
             {.method = "FETCH", .url = "https://example.com"},
             {.url = ""},
             {.url = "example.com"},
             {.url = "ftp://example.com"},
             {.url = "https:///orders"},
             {.url = "https://example.com/a b"},
             {.url = "https://example.com/a\r\nHost: other"},
             {.url = "https://example.com/" + std::string(8192, 'a')},
             {.url = "https://example.com", .headers = {{"x-a", "1\r\nx-b: 2"}}}}) {
      const auto answer = call(request);
      REQUIRE_MESSAGE(!answer.ok(), request.url);
      CHECK_MESSAGE(answer.error().code == http_errors::kInvalidRequest, request.url);
      aws.send(DeleteFunction{.function_name = "caller"}).value();
    }
    CHECK(traced().empty());
  }

  TEST_CASE_FIXTURE(WebFixture, "its timeout ends the wait, and not what it has begun") {
    bool is_done = false;
    create_function(
        "slow",
        [&](Context& context, std::string_view) {
          context.sleep(20s);
          is_done = true;
          return std::string("{}");
        },
        29s);
    const Time begun = cloud.now();
    const auto answer = call({.url = create_api("slow"), .timeout = 5s});
    REQUIRE(!answer.ok());
    CHECK(answer.error().code == http_errors::kRequestTimeout);
    CHECK(answer.error().message.find("5000 ms") != std::string::npos);
    CHECK(cloud.now() - begun == 5s);
    CHECK_FALSE(is_done);
    cloud.advance(15s);
    CHECK(is_done);
  }

  TEST_CASE_FIXTURE(WebFixture, "a function that is out of time leaves its request under way") {
    bool is_done = false;
    create_function(
        "slow",
        [&](Context& context, std::string_view) {
          context.sleep(20s);
          is_done = true;
          return std::string("{}");
        },
        29s);
    const std::string url = create_api("slow");
    create_function("hasty", [&](Context& context, std::string_view) {
      return context.http({.url = url}).ok() ? std::string("1") : std::string("2");
    });
    CHECK(invoke("hasty").function_error == "Unhandled");
    cloud.advance(17s);
    CHECK(is_done);
  }

  TEST_CASE_FIXTURE(WebFixture, "fault rules strike it by method, URL and caller") {
    int made = 0;
    create_function("factory", [&](Context&, std::string_view) {
      ++made;
      return std::string("{}");
    });
    const std::string url = create_api("factory") + "/orders";
    const auto again = [&](const UrlRequest& request) {
      (void)aws.send(DeleteFunction{.function_name = "caller"});
      return call(request);
    };
    {
      const auto guard = cloud.fail({.service = "http",
                                     .operation = "POST",
                                     .resource = "*/orders",
                                     .caller = "worker",
                                     .error = Error{.code = "Broken", .status = 503}});
      const auto answer = again({.method = "POST", .url = url});
      REQUIRE(answer.ok());
      CHECK(answer->status == 503);
      CHECK(made == 0);
      CHECK(again({.method = "GET", .url = url})->status == 200);
      CHECK(guard.counts().injected == 1);
    }
    {
      const auto guard =
          cloud.fail({.service = "http", .error = Error{.code = http_errors::kConnectionFailed}});
      CHECK(again({.url = url}).error().code == http_errors::kConnectionFailed);
      CHECK(made == 1);
    }
    {
      const auto guard = cloud.fail({.service = "http", .latency = 3s});
      const Time begun = cloud.now();
      CHECK(again({.url = url}).ok());
      CHECK(again({.url = url, .timeout = 1s}).error().code == http_errors::kRequestTimeout);
      CHECK(cloud.now() - begun == 4s);
      cloud.advance(2s);
      CHECK(made == 3);  // it came late, and came
    }
    {
      const auto guard = cloud.fail({.service = "http", .lose_answer = true});
      const Time begun = cloud.now();
      CHECK(again({.url = url}).error().code == http_errors::kRequestTimeout);
      CHECK(cloud.now() - begun == 30s);
      CHECK(made == 4);
    }
  }

  TEST_CASE_FIXTURE(WebFixture, "a function that calls itself in a circle ends with concurrency") {
    int calls = 0;
    std::string url;
    create_function(
        "circle",
        [&](Context& context, std::string_view) {
          ++calls;
          const auto answer = context.http({.url = url});
          return answer.ok() ? std::to_string(answer->status) : "\"" + answer.error().code + "\"";
        },
        60s);
    url = create_api("circle");
    CHECK(invoke("circle").payload == "200");
    CHECK(calls == 1000);
  }

  TEST_CASE_FIXTURE(WebFixture, "a handler that calls for ever at one instant is ended") {
    create_function("loop", [](Context& context, std::string_view) -> std::string {
      while (true) (void)context.http({.url = "https://example.com"});
    });
    CHECK(invoke("loop").payload.view().find("Runtime.EndlessLoop") != std::string_view::npos);
  }

  TEST_CASE("in a live cloud requests run beside each other, and a circle ends there, too") {
    WebFixture fixture(CloudOptions{.live = LiveOptions{.held = true}});
    std::string url;
    fixture.create_function("circle", [&](Context& context, std::string_view) {
      const auto answer = context.http({.url = url});
      return answer.ok() ? std::to_string(answer->status) : "\"" + answer.error().code + "\"";
    });
    url = fixture.create_api("circle");
    fixture.aws
        .send(
            PutFunctionConcurrency{.function_name = "circle", .reserved_concurrent_executions = 20})
        .value();
    CHECK(fixture.invoke("circle").payload == "200");
  }

  TEST_CASE_FIXTURE(WebFixture, "who serves the cloud lets it reach hosts beside it") {
    struct Sender final : HttpSender {
      bool reaches(std::string_view host) const override { return host == "hooks:3000"; }
      Result<HttpResponse> send(std::string_view origin, const HttpRequest& request) override {
        if (request.target == "/broken") return Error{.code = "Reset", .message = "gone"};
        return HttpResponse{.status = 201, .body = Blob(std::string(origin) + request.target)};
      }
    };
    cloud.world().interfaces().one<HttpOutlet>().set(std::make_shared<Sender>());
    const auto answer = call({.url = "http://me:word@hooks:3000/new?x=1"});
    REQUIRE(answer.ok());
    CHECK(answer->status == 201);
    CHECK(answer->body == "http://hooks:3000/new?x=1");
    CHECK(traced().at(0).resource_arn == "http://hooks:3000/new");
    aws.send(DeleteFunction{.function_name = "caller"}).value();
    CHECK(call({.url = "http://hooks:3000/broken"}).error().code == http_errors::kConnectionFailed);
  }

  TEST_CASE("equal seeds give equal runs") {
    const auto digest = [] {
      WebFixture fixture;
      fixture.create_function("factory",
                              [](Context&, std::string_view) { return std::string("{}"); });
      const auto guard = fixture.cloud.fail(
          {.service = "http", .chance = {1, 2}, .error = Error{.code = "Broken", .status = 503}});
      const std::string url = fixture.create_api("factory");
      fixture.create_function("caller", [&](Context& context, std::string_view) {
        for (int i = 0; i < 20; ++i) (void)context.http({.url = url});
        return std::string("{}");
      });
      fixture.invoke("caller");
      return fixture.cloud.trace_digest();
    };
    CHECK(digest() == digest());
  }
}

}  // namespace emu::lambda
