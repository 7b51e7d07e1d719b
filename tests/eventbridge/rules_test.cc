// Sources: Amazon EventBridge API Reference, the page of each operation; Amazon EventBridge User
// Guide, "Using a schedule expression".
#include <doctest/doctest.h>

#include "core/time/cron.h"
#include "core/time/rate.h"
#include "eventbridge/support.h"

namespace emu::eventbridge {

namespace {

// When a schedule that begins at the start of 2026 is due the first times, to the minute.
std::string due(const char* expression, int times = 1) {
  const auto schedule = Cron::parse(expression);
  if (!schedule) return "no schedule";
  Time now = std::chrono::sys_days(std::chrono::year(2026) / 1 / 1);
  std::string text;
  for (int i = 0; i < times; ++i) {
    const auto next = schedule->next(now);
    if (!next) return text + (i == 0 ? "never" : " never");
    text += (i == 0 ? "" : " ") + iso8601(*next).substr(2, 14);
    now = *next;
  }
  return text;
}

}  // namespace

TEST_SUITE("eventbridge: rules") {
  TEST_CASE_FIXTURE(EventFixture, "a rule is put, described, listed and deleted") {
    const std::string arn = put_rule(kShop);
    CHECK(arn == "arn:aws:events:us-east-1:000000000000:rule/orders");
    const DescribeRuleResult rule = aws.send(DescribeRule{.name = "orders"}).value();
    CHECK(rule.state == "ENABLED");
    CHECK(rule.event_pattern == kShop);
    CHECK(rule.event_bus_name == "default");
    put_rule(kShop, "other");
    const ListRulesResult page = aws.send(ListRules{.limit = 1}).value();
    REQUIRE(page.rules.size() == 1);
    CHECK(page.rules[0].name == "orders");
    const ListRulesResult rest = aws.send(ListRules{.next_token = page.next_token}).value();
    CHECK(rest.rules.at(0).name == "other");
    CHECK(rest.next_token.empty());
    CHECK(aws.send(ListRules{.name_prefix = "ot"}).value().rules.size() == 1);
    const Queue queue = create_queue("q");
    put_target({.id = "t", .arn = queue.arn});
    CHECK(aws.send(ListRuleNamesByTarget{.target_arn = queue.arn}).value().rule_names ==
          std::vector<std::string>{"orders"});
    CHECK(message(aws.send(DeleteRule{.name = "orders"})) ==
          "Rule can't be deleted since it has targets.");
    CHECK(aws.send(RemoveTargets{.rule = "orders", .ids = {"t"}}).value().failed_entry_count == 0);
    CHECK(aws.send(RemoveTargets{.rule = "orders", .ids = {"t"}}).value().failed_entry_count == 1);
    aws.send(DeleteRule{.name = "orders"}).value();
    aws.send(DeleteRule{.name = "orders"}).value();
    const auto gone = aws.send(DescribeRule{.name = "orders"});
    CHECK(code(gone) == "ResourceNotFoundException");
    CHECK(message(gone) == "Rule orders does not exist on EventBus default.");
  }

  TEST_CASE_FIXTURE(EventFixture, "wrong rules are refused") {
    CHECK(message(aws.send(PutRule{.name = "r"})) ==
          "Parameter(s) EventPattern or ScheduleExpression must be specified.");
    CHECK(message(aws.send(PutRule{.name = "r", .schedule_expression = "rate(1 minutes)"})) ==
          "Parameter ScheduleExpression is not valid.");
    CHECK(code(aws.send(PutRule{.name = "r", .event_pattern = "{"})) ==
          "InvalidEventPatternException");
    aws.send(CreateEventBus{.name = "b"}).value();
    CHECK(message(aws.send(PutRule{
              .name = "r", .schedule_expression = "rate(1 minute)", .event_bus_name = "b"})) ==
          "ScheduleExpression is supported only on the default event bus.");
    CHECK(message(aws.send(PutRule{.name = "r", .event_pattern = kShop, .event_bus_name = "c"})) ==
          "Event bus c does not exist.");
    CHECK(code(aws.send(PutRule{.name = "a b", .event_pattern = kShop})) == "ValidationException");
    CHECK(aws.send(ListRules{}).value().rules.empty());
  }

  TEST_CASE_FIXTURE(EventFixture, "wrong targets are refused, and five are the most") {
    put_rule(kShop);
    const auto refused = [&](Target target) {
      return message(aws.send(PutTargets{.rule = "orders", .targets = {std::move(target)}}));
    };
    CHECK(refused({.id = "t", .arn = "queue"}) ==
          "Parameter queue is not valid. Reason: Provided Arn is not in correct format.");
    CHECK(refused({.id = "t", .arn = "arn:aws:kinesis:us-east-1:000000000000:stream/s"})
              .find("kinesis") != std::string::npos);
    const std::string queue = "arn:aws:sqs:us-east-1:000000000000:q";
    CHECK(refused({.id = "t",
                   .arn = queue,
                   .dead_letter_config = DeadLetterConfig{.arn = queue + ".fifo"}})
              .find("standard queue") != std::string::npos);
    CHECK(refused({.id = "t", .arn = queue, .role_arn = "role"}).find("correct format") !=
          std::string::npos);
    std::vector<Target> targets;
    for (int i = 0; i < 6; ++i) targets.push_back({.id = std::to_string(i), .arn = queue});
    CHECK(code(aws.send(PutTargets{.rule = "orders", .targets = targets})) ==
          "LimitExceededException");
    CHECK(aws.send(ListTargetsByRule{.rule = "orders"}).value().targets.empty());
  }

  TEST_CASE_FIXTURE(EventFixture, "a rule with a schedule is due at its times") {
    const Queue queue = create_queue("q");
    aws.send(PutRule{.name = "orders", .schedule_expression = "rate(5 minutes)"}).value();
    put_target({.id = "t", .arn = queue.arn});
    cloud.advance(5min - 1ms);
    CHECK(received(queue).size() == 1);
    const Time before = cloud.now();
    cloud.advance(5min);
    const auto got = bodies(queue);
    REQUIRE(got.size() == 1);
    CHECK(before < cloud.now());
    CHECK(got[0].find(R"("detail-type":"Scheduled Event","source":"aws.events")") !=
          std::string::npos);
    CHECK(got[0].find(R"("time":"2026-01-01T00:10:00Z")") != std::string::npos);
    CHECK(got[0].ends_with(
        R"("resources":["arn:aws:events:us-east-1:000000000000:rule/orders"],"detail":{}})"));
    aws.send(DisableRule{.name = "orders"}).value();
    cloud.advance(1h);
    CHECK(received(queue).empty());
    aws.send(PutRule{.name = "orders", .schedule_expression = "cron(0 12 * * ? *)"}).value();
    cloud.advance(24h);
    CHECK(bodies(queue).size() == 1);
  }

  // Amazon EventBridge User Guide, "Using a schedule expression": examples, and wildcards.
  TEST_CASE("cron expressions are due when it is documented") {
    CHECK(due("0 10 * * ? *", 2) == "26-01-01T10:00 26-01-02T10:00");
    CHECK(due("15 12 * * ? *") == "26-01-01T12:15");
    CHECK(due("0 18 ? * MON-FRI *", 3) == "26-01-01T18:00 26-01-02T18:00 26-01-05T18:00");
    CHECK(due("0 8 1 * ? *", 2) == "26-01-01T08:00 26-02-01T08:00");
    CHECK(due("0/15 * * * ? *", 3) == "26-01-01T00:15 26-01-01T00:30 26-01-01T00:45");
    CHECK(due("0/10 * ? * MON-FRI *", 2) == "26-01-01T00:10 26-01-01T00:20");
    CHECK(due("0/5 8-17 ? * MON-FRI *") == "26-01-01T08:00");
    CHECK(due("0 9 ? * 2#1 *", 2) == "26-01-05T09:00 26-02-02T09:00");
    CHECK(due("0 0 L * ? *", 2) == "26-01-31T00:00 26-02-28T00:00");
    CHECK(due("0 0 LW * ? *", 2) == "26-01-30T00:00 26-02-27T00:00");
    CHECK(due("0 0 3W * ? *", 2) == "26-01-02T00:00 26-02-03T00:00");
    CHECK(due("0 0 1W 2,3 ? *", 2) == "26-02-02T00:00 26-03-02T00:00");
    CHECK(due("0 0 ? * 6L *", 2) == "26-01-30T00:00 26-02-27T00:00");
    CHECK(due("0 0 ? * L *") == "26-01-03T00:00");
    CHECK(due("0 0 29 2 ? *") == "28-02-29T00:00");
    CHECK(due("0 0 1 JAN ? 2030-2031", 3) == "30-01-01T00:00 31-01-01T00:00 never");
    CHECK(due("0 0 30 2 ? *") == "never");
    CHECK(due("0 0 ? * FRI-MON *", 5) ==
          "26-01-02T00:00 26-01-03T00:00 26-01-04T00:00 26-01-05T00:00 26-01-09T00:00");
  }

  TEST_CASE("nothing is due behind the years that an expression may name") {
    const auto daily = Cron::parse("0 10 * * ? *");
    for (const Time after : {kLatestTime, Time::max()}) CHECK_FALSE(daily->next(after));
  }

  TEST_CASE("what is no cron or rate expression is refused") {
    for (const char* wrong : {"", "* * * * *", "0 10 * * * *", "0 10 ? * ? *", "60 0 * * ? *",
                              "0 24 * * ? *", "0 0 32 * ? *", "0 0 * 13 ? *", "0 0 ? * 8 *",
                              "0 0 ? * MO *", "0 0 * * ? 1969", "a 0 * * ? *", "1-x 0 * * ? *",
                              "*/0 0 * * ? *", "0 0 * * ? * *", "0, 0 * * ? *", "0 0 ? * 1#6 *"}) {
      CAPTURE(wrong);
      CHECK(due(wrong) == "no schedule");
    }
    CHECK(parse_rate("1 minute") == 1min);
    CHECK(parse_rate("2 hours") == 2h);
    CHECK(parse_rate("7 days") == 7 * 24h);
    for (const char* wrong : {"", "0 minutes", "-1 minutes", "1 minutes", "2 minute", "5 seconds",
                              "5", "5  minutes", "1.5 hours", "99999999999 days"}) {
      CAPTURE(wrong);
      CHECK(!parse_rate(wrong));
    }
  }
}

}  // namespace emu::eventbridge
