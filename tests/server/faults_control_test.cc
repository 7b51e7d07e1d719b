#include <doctest/doctest.h>
#include <emu/sqs.h>

#include <string>

#include "server/site_fixture.h"

using namespace emu;
using namespace std::chrono_literals;
using emu::test::has;
using emu::test::SiteFixture;

namespace {

struct FaultyFixture : SiteFixture {
  const std::string queue = aws.send(sqs::CreateQueue{.queue_name = "orders"}).value().queue_url;

  std::string send() {
    const auto sent = aws.send(sqs::SendMessage{.queue_url = queue, .message_body = "seat 12A"});
    return sent.ok() ? std::string() : sent.error().code;
  }
};

}  // namespace

TEST_SUITE("server: fault controls") {
  TEST_CASE_FIXTURE(FaultyFixture, "a rule is added, counts what it does, and ends") {
    const HttpResponse added =
        post("/_emu/faults", R"({"operation":"SendMessage","calls":2,"error":"RequestThrottled"})");
    CHECK(added.status == 200);
    CHECK(has(added, R"("id":1,"rule":"any service SendMessage: RequestThrottled, call 2")"));
    CHECK(send() == "");
    CHECK(send() == "RequestThrottled");
    CHECK(send() == "");
    CHECK(has(get("/_emu/faults"), R"("matched":3,"injected":1}]})"));
    CHECK(has(ask("DELETE", "/_emu/faults/1"), R"({"ended":1})"));
    CHECK(has(get("/_emu/faults"), R"({"faults":[]})"));
    CHECK(ask("DELETE", "/_emu/faults/1").status == 404);
  }

  TEST_CASE_FIXTURE(FaultyFixture, "all that scenarios know can be said") {
    CHECK(has(post("/_emu/faults",
                   R"({"service":"sqs","resource":"orders","caller":"*:root","from":"0","to":"1h",)"
                   R"("calls":[1,2],"chance":"100%","error":"Odd","message":"m","status":503})"),
              "calls 1 to 2, from 0 to 1h"));
    CHECK(send() == "Odd");
    CHECK(send() == "Odd");
    CHECK(send() == "");
    CHECK(post("/_emu/faults", R"({"operation":"SendMessage","lose_answer":true})").status == 200);
    CHECK(send() == "RequestTimeout");
    CHECK(has(ask("DELETE", "/_emu/faults"), R"({"ended":2})"));
    CHECK(post("/_emu/faults", R"({"latency":"5s"})").status == 200);
    const Time before = cloud.now();
    CHECK(send() == "");
    CHECK(cloud.now() == before + 5s);
    CHECK(post("/_emu/reset").status == 200);
    CHECK(has(get("/_emu/faults"), R"({"faults":[]})"));
  }

  TEST_CASE_FIXTURE(SiteFixture, "a rule that cannot be meant is refused") {
    const auto refused = [&](const char* body, const char* part) {
      INFO(body);
      const HttpResponse response = post("/_emu/faults", body);
      CHECK(response.status == 400);
      CHECK(has(response, part));
      CHECK(has(get("/_emu/faults"), R"({"faults":[]})"));
    };
    refused("{}", "needs an 'error', a 'latency', 'lose_answer: true' or an 'effect'");
    refused(R"({"operation":"SendMesage","error":"X"})", "no service has an operation");
    refused(R"({"service":"sqz","error":"X"})", "there is no service 'sqz'");
    refused(R"({"errors":"X"})", "a member 'errors'");
    refused(R"({"error":"X","calls":0})", "'calls' must be");
    refused(R"({"error":"X","calls":[2,1]})", "the last call is before the first");
    refused(R"({"error":"X","calls":[1,2,3]})", "'calls' must be");
    refused(R"({"error":"X","chance":"101%"})", "'chance' must be");
    refused(R"({"error":"X","chance":"2/1"})", "'chance' must be");
    refused(R"({"error":"X","status":200})", "'status' must be");
    refused(R"({"error":"X","from":"2h","to":"1h"})", "'to' is not after");
    refused(R"({"error":"X","lose_answer":true})", "not both");
    refused(R"({"error":"X","effect":"miss"})", "not both");
    refused(R"({"service":"sqs","effect":"vanish"})",
            "such calls know no effect 'vanish'; there is duplicate, lag, miss, reorder");
    refused(R"({"operation":"PutItem","effect":"miss"})", "such calls know no effects");
    refused(R"({"latency":5})", "'latency' must be a text");
  }
}
