// Source: AWS SDKs and Tools Reference Guide, "Retry behavior".
#include "remote/retry.h"

#include <doctest/doctest.h>
#include <emu/sqs.h>

#include <deque>
#include <string>
#include <vector>

#include "core/time/http_date.h"
#include "remote/backend.h"

using namespace emu;
using namespace emu::remote;
using namespace std::chrono_literals;

namespace {

const Time kNow = from_epoch_millis(1'800'000'000'000);

Error broken() { return {.code = "ConnectionError", .message = "cut", .status = 0}; }
Error timeout() { return {.code = "RequestTimeout", .message = "late", .status = 0}; }

HttpResponse error_answer(int status, const std::string& code) {
  return {.status = status,
          .headers = {{"Content-Type", "application/x-amz-error_answer-1.0"}},
          .body = R"({"__type":")" + code + R"(","message":"m"})"};
}

HttpResponse good() { return {.body = "{}"}; }

// An outside that answers from a list, and whose clock only its sleeps move.
struct Script {
  std::deque<Result<HttpResponse>> answers = {};
  Time now = kNow;
  std::vector<Duration> sleeps = {};
  std::vector<HttpRequest> requests = {};
  double jitter = 0.5;

  Aws aws(int attempts_max = 3) {
    RemoteOptions options{.endpoint = "http://127.0.0.1:1",
                          .credentials = {.access_key_id = "a", .secret_access_key = "b"},
                          .attempts_max = attempts_max};
    Outside outside{.send =
                        [this](const wire::HttpEndpoint&, const HttpRequest& request) {
                          requests.push_back(request);
                          REQUIRE_FALSE(answers.empty());
                          auto answer = std::move(answers.front());
                          answers.pop_front();
                          return answer;
                        },
                    .now = [this] { return now; },
                    .sleep =
                        [this](Duration duration) {
                          sleeps.push_back(duration);
                          now += duration;
                        },
                    .jitter = [this] { return jitter; }};
    return Aws(std::make_shared<Backend>(options, Addressing::make(options).value(), outside));
  }
};

}  // namespace

TEST_SUITE("remote: retries") {
  TEST_CASE("a call is made three times, after waits that double") {
    Script script{.answers = {error_answer(503, "ServiceUnavailable"), broken(), good()}};
    CHECK(script.aws().send(sqs::ListQueues{}).ok());
    CHECK(script.sleeps == std::vector<Duration>{500ms, 1s});
  }

  TEST_CASE("after the last attempt the error is the last one's") {
    Script script{.answers = {broken(), broken(), error_answer(400, "ThrottlingException")}};
    const auto answer = script.aws().send(sqs::ListQueues{});
    REQUIRE_FALSE(answer.ok());
    CHECK(answer.error().code == "ThrottlingException");
    CHECK(script.requests.size() == 3);
  }

  TEST_CASE("each attempt is signed at its own time") {
    Script script{.answers = {broken(), good()}, .jitter = 0.999999};
    script.now += 600ms;
    CHECK(script.aws().send(sqs::ListQueues{}).ok());
    REQUIRE(script.requests.size() == 2);
    CHECK(*script.requests[0].headers.find("x-amz-date") !=
          *script.requests[1].headers.find("x-amz-date"));
  }

  TEST_CASE("what is tried again, and what is not") {
    for (const auto& [error, expected] : std::vector<std::pair<Error, bool>>{
             {broken(), true},
             {timeout(), true},
             {{.code = "InternalError", .message = "", .status = 500}, true},
             {{.code = "X", .message = "", .status = 502}, true},
             {{.code = "X", .message = "", .status = 503}, true},
             {{.code = "X", .message = "", .status = 504}, true},
             {{.code = "X", .message = "", .status = 501}, false},
             {{.code = "ProvisionedThroughputExceededException", .message = ""}, true},
             {{.code = "SlowDown", .message = ""}, true},
             {{.code = "QueueDoesNotExist", .message = ""}, false},
             {{.code = "AccessDenied", .message = "", .status = 403}, false},
             {{.code = "InvalidRequest", .message = "", .status = 0}, false}}) {
      const std::string which = error.code + " " + std::to_string(error.status);
      CAPTURE(which);
      CHECK(is_retryable(error) == expected);
    }
  }

  TEST_CASE("a wait is at most twenty seconds") {
    CHECK(backoff(1, 0.0) == 0s);
    CHECK(backoff(1, 0.25) == 250ms);
    CHECK(backoff(4, 0.5) == 4s);
    CHECK(backoff(6, 0.5) == 16s);
    CHECK(backoff(6, 0.9) == 20s);
    CHECK(backoff(2000, 0.5) == 20s);
  }

  TEST_CASE("retries come out of a budget that successes fill again") {
    RetryBudget budget;
    for (int i = 0; i < 98; ++i) CHECK(budget.take(broken()) == 5);
    CHECK(budget.take(timeout()) == 10);
    CHECK(budget.take(broken()) == 0);
    for (int i = 0; i < 5; ++i) budget.give_back(0);
    CHECK(budget.take(timeout()) == 0);
    CHECK(budget.take(broken()) == 5);
    budget.give_back(5);
    CHECK(budget.take(broken()) == 5);
  }

  TEST_CASE("with the budget spent, a failure is final at once") {
    Script script;
    Aws aws = script.aws(1000);
    for (int i = 0; i < 101; ++i) script.answers.emplace_back(broken());
    CHECK_FALSE(aws.send(sqs::ListQueues{}).ok());
    CHECK(script.requests.size() == 101);
    script.answers.emplace_back(broken());
    CHECK_FALSE(aws.send(sqs::ListQueues{}).ok());
    CHECK(script.requests.size() == 102);
  }

  TEST_CASE("a clock that is wrong is set by the server's, for this call and those that follow") {
    HttpResponse skewed = error_answer(403, "InvalidSignatureException");
    skewed.headers.add("Date", http_date(kNow + 1h));
    Script script{.answers = {skewed, good(), good()}};
    Aws aws = script.aws();
    CHECK(aws.send(sqs::ListQueues{}).ok());
    CHECK(aws.send(sqs::ListQueues{}).ok());
    CHECK(script.sleeps.empty());
    REQUIRE(script.requests.size() == 3);
    CHECK(*script.requests[0].headers.find("x-amz-date") == "20270115T080000Z");
    CHECK(*script.requests[1].headers.find("x-amz-date") == "20270115T090000Z");
    CHECK(*script.requests[2].headers.find("x-amz-date") == "20270115T090000Z");
    CHECK(aws.now() == kNow);
  }

  TEST_CASE("a signature that is wrong at the right time is refused for good") {
    HttpResponse refused = error_answer(403, "InvalidSignatureException");
    refused.headers.add("Date", http_date(kNow + 1min));
    Script script{.answers = {refused}};
    CHECK(script.aws().send(sqs::ListQueues{}).error().code == "InvalidSignatureException");
  }
}
