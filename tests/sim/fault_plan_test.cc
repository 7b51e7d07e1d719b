#include "sim/fault_plan.h"

#include <doctest/doctest.h>

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace emu::sim {
namespace {

using namespace std::chrono_literals;

const Time kPlanBegin = from_epoch_millis(1'000'000);
constexpr const char* kQueue = "arn:aws:sqs:eu-west-1:000000000000:orders";

FaultPoint send_message(Duration at = {}) {
  return {.service = "sqs",
          .operation = "SendMessage",
          .resource = kQueue,
          .caller = "arn:aws:sts::000000000000:assumed-role/producer/producer",
          .at = kPlanBegin + at};
}

FaultPlan plan(const std::vector<FaultRule>& rules,
               const std::map<std::string, Latency>& latency = {}) {
  return {rules, latency, kPlanBegin, Random(1)};
}

const Error kRefused{.code = "Refused", .message = "No."};

TEST_SUITE("sim: faults") {
  TEST_CASE("a rule strikes the calls that match it") {
    FaultPlan faults = plan({{.service = "sqs", .operation = "SendMessage", .error = kRefused}});
    CHECK(faults.decide(send_message()).error->code == "Refused");
    FaultPoint other = send_message();
    other.operation = "ReceiveMessage";
    CHECK_FALSE(faults.decide(other).error);
    other = send_message();
    other.service = "sns";
    CHECK_FALSE(faults.decide(other).error);
    CHECK(faults.figures()[0].matched == 1);
    CHECK(faults.figures()[0].injected == 1);
  }

  TEST_CASE("a rule may be for one resource or caller") {
    FaultPlan faults = plan(
        {{.resource = "*:orders", .lose_answer = true}, {.caller = "*/consumer/*", .latency = 1s}});
    CHECK(faults.decide(send_message()).answer_lost);
    FaultPoint other = send_message();
    other.resource = "arn:aws:sqs:eu-west-1:000000000000:orders-dlq";
    CHECK_FALSE(faults.decide(other).answer_lost);
    CHECK(faults.decide(other).latency == Duration(0));
    other.caller = "arn:aws:sts::000000000000:assumed-role/consumer/consumer";
    CHECK(faults.decide(other).latency == Duration(1s));
  }

  TEST_CASE("a window includes its begin and not its end") {
    FaultPlan faults = plan({{.from = 60s, .to = 120s, .lose_answer = true}});
    CHECK_FALSE(faults.decide(send_message(59'999ms)).answer_lost);
    CHECK(faults.decide(send_message(60s)).answer_lost);
    CHECK(faults.decide(send_message(119'999ms)).answer_lost);
    CHECK_FALSE(faults.decide(send_message(120s)).answer_lost);
  }

  TEST_CASE("calls are counted among those that match") {
    FaultPlan faults =
        plan({{.service = "sqs", .first_call = 2, .last_call = 3, .error = kRefused}});
    FaultPoint other = send_message();
    other.service = "s3";
    std::string struck;
    for (int i = 0; i < 4; ++i) {
      faults.decide(other);
      struck += faults.decide(send_message()).error ? 'x' : '.';
    }
    CHECK(struck == ".xx.");
  }

  TEST_CASE("a chance is kept over many calls, and equal seeds strike the same ones") {
    const std::vector<FaultRule> rules = {
        {.chance = {.numerator = 1, .denominator = 10}, .lose_answer = true}};
    FaultPlan a = plan(rules);
    FaultPlan b = plan(rules);
    int struck = 0;
    for (int i = 0; i < 10'000; ++i) {
      const bool lost = a.decide(send_message()).answer_lost;
      CHECK(lost == b.decide(send_message()).answer_lost);
      struck += lost ? 1 : 0;
    }
    CHECK(struck > 850);
    CHECK(struck < 1150);
  }

  TEST_CASE("the first rule that strikes decides") {
    FaultPlan faults =
        plan({{.first_call = 2, .last_call = 2, .error = kRefused}, {.lose_answer = true}});
    CHECK(faults.decide(send_message()).answer_lost);
    const Fault second = faults.decide(send_message());
    CHECK(second.error);
    CHECK_FALSE(second.answer_lost);
  }

  TEST_CASE("a service's latency is drawn from its range, and a rule's comes on top") {
    FaultPlan faults = plan({{.operation = "SendMessage", .latency = 1s}},
                            {{"sqs", {.min = 2ms, .max = 9ms}}, {"s3", {.min = 5ms, .max = 5ms}}});
    Duration least = Duration::max();
    Duration most{};
    for (int i = 0; i < 10'000; ++i) {
      const Duration drawn = faults.decide(send_message()).latency - 1s;
      least = std::min(least, drawn);
      most = std::max(most, drawn);
    }
    CHECK(least >= Duration(2ms));
    CHECK(least < Duration(2'010us));
    CHECK(most <= Duration(9ms));
    CHECK(most > Duration(8'990us));
    FaultPoint other = send_message();
    other.service = "s3";
    other.operation = "PutObject";
    CHECK(faults.decide(other).latency == Duration(5ms));
  }

  TEST_CASE("a * in a pattern stands for anything") {
    const struct {
      const char* pattern;
      const char* text;
      bool matches;
    } cases[] = {{"", "", true},          {"", "a", false},           {"*", "", true},
                 {"*", "abc", true},      {"a*c", "abc", true},       {"a*c", "abcd", false},
                 {"*b*", "abc", true},    {"a*b*c", "axbybzc", true}, {"a**", "a", true},
                 {"*aab", "aaaab", true}, {"abc", "abd", false}};
    for (const auto& c : cases) {
      INFO(c.pattern, " ", c.text);
      CHECK(matches_pattern(c.pattern, c.text) == c.matches);
    }
  }

  TEST_CASE("a resource or caller may be given by its name alone") {
    CHECK(matches_arn("orders", "arn:aws:sqs:us-east-1:000000000000:orders"));
    CHECK(matches_arn("stats", "arn:aws:dynamodb:us-east-1:000000000000:table/stats"));
    CHECK(matches_arn("photos", "arn:aws:s3:::photos/a/b.png"));
    CHECK(matches_arn("worker-*", "arn:aws:sts::000000000000:assumed-role/worker-role/worker"));
    CHECK(matches_arn("*:orders", "arn:aws:sqs:us-east-1:000000000000:orders"));
    CHECK_FALSE(matches_arn("order", "arn:aws:sqs:us-east-1:000000000000:orders"));
    CHECK_FALSE(matches_arn("us-east-1", "arn:aws:sqs:us-east-1:000000000000:orders"));
    CHECK_FALSE(matches_arn("a/b", "arn:aws:s3:::photos/a/b"));
    CHECK_FALSE(matches_arn("orders", ""));
  }

  TEST_CASE("a rule is described in a few words") {
    CHECK(
        describe(
            {.service = "sqs", .operation = "SendMessage", .chance = {1, 500}, .latency = 200ms}) ==
        "sqs SendMessage: 200 ms longer, 1/500");
    CHECK(describe({.service = "sqs", .latency = 200ms, .effect = "duplicate"}) ==
          "sqs: duplicate, 200 ms longer");
    CHECK(describe({.first_call = 7, .last_call = 7, .lose_answer = true}) ==
          "any service: answer lost, call 7");
    CHECK(describe({.service = "s3",
                    .from = 60s,
                    .to = 120s,
                    .first_call = 3,
                    .last_call = 5,
                    .error = kRefused}) == "s3: Refused, calls 3 to 5, from 1 min to 2 min");
  }
}

}  // namespace
}  // namespace emu::sim
