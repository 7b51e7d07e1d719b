#include "cloudwatch/support.h"
#include "core/text/utf8.h"

namespace emu::cloudwatch {
namespace {

TEST_SUITE("cloudwatch: alarms") {
  TEST_CASE_FIXTURE(Fixture, "an alarm goes off at the end of the minute that breaches") {
    aws.send(alarm()).value();
    CHECK(described().state_value == "INSUFFICIENT_DATA");
    CHECK(described().state_reason == "Unchecked: Initial alarm creation");
    put(10);
    cloud.advance(1min);
    const MetricAlarm off = described();
    CHECK(off.state_value == "ALARM");
    CHECK(off.state_reason ==
          "Threshold Crossed: 1 out of the last 1 datapoints [10.0 (01/01/26 00:00:00)] was "
          "greater than the threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition).");
    CHECK(off.state_reason_data ==
          R"({"version":"1.0","queryDate":"2026-01-01T00:01:00.000+0000",)"
          R"("startDate":"2026-01-01T00:00:00.000+0000","statistic":"Sum","period":60,)"
          R"("recentDatapoints":[10.0],"threshold":5.0,"evaluatedDatapoints":[)"
          R"({"timestamp":"2026-01-01T00:00:00.000+0000","sampleCount":1.0,"value":10.0}]})");
    put(1);
    cloud.advance(1min);
    CHECK(described().state_reason ==
          "Threshold Crossed: 1 out of the last 1 datapoints [1.0 (01/01/26 00:01:00)] was not "
          "greater than the threshold (5.0) (minimum 1 datapoint for ALARM -> OK transition).");
    CHECK(state() == "OK");
    cloud.advance(5min);
    CHECK(state() == "INSUFFICIENT_DATA");
    CHECK(described().state_reason == "Insufficient Data: 1 datapoint was unknown.");
  }

  TEST_CASE_FIXTURE(Fixture, "every comparison stands for what its name says") {
    struct Case {
      const char* comparison;
      double below;
      double at;
      double above;
    };
    const auto goes_off = [&](const char* comparison, double value) {
      PutMetricAlarm in = alarm();
      in.comparison_operator = comparison;
      aws.send(in).value();
      put(value);
      cloud.advance(1min);
      return state() == "ALARM";
    };
    CHECK(goes_off("GreaterThanThreshold", 6));
    CHECK_FALSE(goes_off("GreaterThanThreshold", 5));
    CHECK(goes_off("GreaterThanOrEqualToThreshold", 5));
    CHECK_FALSE(goes_off("GreaterThanOrEqualToThreshold", 4));
    CHECK(goes_off("LessThanThreshold", 4));
    CHECK_FALSE(goes_off("LessThanThreshold", 5));
    CHECK(goes_off("LessThanOrEqualToThreshold", 5));
    CHECK_FALSE(goes_off("LessThanOrEqualToThreshold", 6));
  }

  // Source: Amazon CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data",
  // both tables. Five periods, the oldest first: X breaches, 0 does not, - is missing.
  TEST_CASE("missing data are treated as the alarm says") {
    struct Row {
      const char* data;
      std::int32_t datapoints;
      const char* missing;
      const char* ignore;
      const char* breaching;
      const char* not_breaching;
    };
    const char* keeps = "INSUFFICIENT_DATA";  // that of a new alarm
    const Row rows[] = {
        {"0-X-X", 3, "OK", "OK", "OK", "OK"},
        {"0----", 3, "OK", "OK", "OK", "OK"},
        {"-----", 3, "INSUFFICIENT_DATA", keeps, "ALARM", "OK"},
        {"0XX-X", 3, "ALARM", "ALARM", "ALARM", "ALARM"},
        {"--X--", 3, "ALARM", keeps, "ALARM", "OK"},
        {"0-X-X", 2, "ALARM", "ALARM", "ALARM", "ALARM"},
        {"00X0X", 2, "ALARM", "ALARM", "ALARM", "ALARM"},
        {"0-X--", 2, "OK", "OK", "ALARM", "OK"},
        {"----0", 2, "OK", "OK", "ALARM", "OK"},
        {"---X-", 2, "ALARM", keeps, "ALARM", "OK"},
    };
    const auto outcome = [](const Row& row, const char* treatment) {
      Fixture f;
      const Time begin = f.cloud.now();
      f.cloud.advance(5min - 1s);
      for (int i = 0; i < 5; ++i) {
        if (row.data[i] == '-') continue;
        f.put({.metric_name = "Orders",
               .timestamp = begin + i * 1min,
               .value = row.data[i] == 'X' ? 10 : 0});
      }
      PutMetricAlarm in = f.alarm();
      in.evaluation_periods = 3;
      in.datapoints_to_alarm = row.datapoints;
      in.treat_missing_data = treatment;
      f.aws.send(in).value();
      f.cloud.advance(1s);
      return f.state();
    };
    for (const Row& row : rows) {
      CAPTURE(row.data);
      CAPTURE(row.datapoints);
      CHECK(outcome(row, "missing") == row.missing);
      CHECK(outcome(row, "ignore") == row.ignore);
      CHECK(outcome(row, "breaching") == row.breaching);
      CHECK(outcome(row, "notBreaching") == row.not_breaching);
    }
  }

  TEST_CASE_FIXTURE(Fixture, "missing data that are filled in are in the reason") {
    PutMetricAlarm in = alarm();
    in.treat_missing_data = "breaching";
    aws.send(in).value();
    cloud.advance(1min);
    CHECK(described().state_reason ==
          "Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was "
          "treated as [Breaching].");
  }

  TEST_CASE_FIXTURE(Fixture, "a period of five minutes is looked at every minute") {
    PutMetricAlarm in = alarm();
    in.period = 300;
    aws.send(in).value();
    for (int i = 0; i < 3; ++i) {
      put(2);
      cloud.advance(1min);
    }
    CHECK(state() == "ALARM");
  }

  TEST_CASE_FIXTURE(Fixture, "an alarm with a short period is evaluated every ten seconds") {
    PutMetricAlarm in = alarm();
    in.period = 10;
    aws.send(in).value();
    put({.metric_name = "Orders", .value = 10, .storage_resolution = 1});
    cloud.advance(10s);
    CHECK(state() == "ALARM");
  }

  TEST_CASE_FIXTURE(Fixture, "a percentile of few samples leaves the state where it is so asked") {
    PutMetricAlarm in = alarm();
    in.statistic.reset();
    in.extended_statistic = "p90";
    in.evaluate_low_sample_count_percentile = "ignore";
    aws.send(in).value();
    put({.metric_name = "Orders", .values = {10}, .counts = {99}});
    cloud.advance(1min);
    CHECK(state() == "INSUFFICIENT_DATA");
    put({.metric_name = "Orders", .values = {10}, .counts = {100}});
    cloud.advance(1min);
    CHECK(state() == "ALARM");
  }

  TEST_CASE_FIXTURE(Fixture, "an alarm watches what metric math makes of metrics") {
    const auto query = [](std::string id, std::string name) {
      return MetricDataQuery{.id = std::move(id),
                             .metric_stat = MetricStat{.metric = {.namespace_value = "shop",
                                                                  .metric_name = std::move(name)},
                                                       .period = 60,
                                                       .stat = "Sum"},
                             .return_data = false};
    };
    PutMetricAlarm in{.alarm_name = "many",
                      .evaluation_periods = 1,
                      .threshold = 10,
                      .comparison_operator = "GreaterThanThreshold",
                      .metrics = {query("failed", "Failed"),
                                  query("all", "Orders"),
                                  {.id = "rate", .expression = "100 * failed / all"}}};
    aws.send(in).value();
    put(1, "Failed");
    put(5);
    cloud.advance(1min);
    CHECK(state() == "ALARM");
    CHECK(described().state_reason.find("[20.0 ") != std::string::npos);
  }

  TEST_CASE_FIXTURE(Fixture, "numbers at the ends of what a double holds are told") {
    const auto told = [&](double threshold) {
      PutMetricAlarm in = alarm("edge");
      in.threshold = threshold;
      aws.send(in).value();
      for (const std::string value : {"OK", "ALARM"}) {
        aws.send(SetAlarmState{.alarm_name = "edge", .state_value = value, .state_reason = "x"})
            .value();
      }
      put(2e10);
      cloud.advance(1min);
      put(-2e10);
      cloud.advance(1min);
      const std::string reason = described("edge").state_reason;
      const std::size_t at = reason.find("the threshold (") + 15;
      return reason.substr(at, reason.find(')', at) - at);
    };
    CHECK(told(1e-310) == "1.0E-310");
    CHECK(told(1e7) == "1.0E7");
    CHECK(told(-12345678.5) == "-1.23456785E7");
    CHECK(told(1e-3) == "0.001");
    CHECK(told(0.00025) == "2.5E-4");
    CHECK(told(1.7976931348623157e308) == "1.7976931348623157E308");
  }

  TEST_CASE_FIXTURE(Fixture, "an average that is no number is no data point") {
    PutMetricAlarm in = alarm();
    in.statistic = "Average";
    aws.send(in).value();
    put({.metric_name = "Orders",
         .statistic_values =
             StatisticSet{.sample_count = 1e-300, .sum = 1e100, .minimum = 1, .maximum = 2}});
    cloud.advance(1min);
    CHECK(state() == "INSUFFICIENT_DATA");
    const auto points = statistics({"Average", "Sum"});
    REQUIRE(points.size() == 1);
    CHECK_FALSE(points[0].average);
    CHECK(points[0].sum == 1e100);
  }

  TEST_CASE_FIXTURE(Fixture, "what is set by hand lasts until the alarm is evaluated") {
    aws.send(alarm()).value();
    cloud.advance(10min);
    aws.send(SetAlarmState{.alarm_name = "many", .state_value = "ALARM", .state_reason = "test"})
        .value();
    CHECK(described().state_reason == "test");
    cloud.advance(1min);
    CHECK(state() == "INSUFFICIENT_DATA");
    CHECK(aws.send(SetAlarmState{.alarm_name = "none", .state_value = "OK", .state_reason = "x"})
              .error()
              .code == errors::kResourceNotFound);
  }

  TEST_CASE_FIXTURE(Fixture, "history tells of each change, the newest first") {
    aws.send(alarm()).value();
    put(10);
    cloud.advance(1min);
    aws.send(DeleteAlarms{.alarm_names = {"many"}}).value();
    const auto items =
        aws.send(DescribeAlarmHistory{.alarm_name = "many"}).value().alarm_history_items;
    REQUIRE(items.size() == 3);
    CHECK(items[0].history_summary == "Alarm \"many\" deleted");
    CHECK(items[1].history_summary == "Alarm updated from INSUFFICIENT_DATA to ALARM");
    CHECK(items[1].history_item_type == "StateUpdate");
    CHECK(items[2].history_summary == "Alarm \"many\" created");
    const auto first = aws.send(DescribeAlarmHistory{.max_records = 2}).value();
    CHECK(first.alarm_history_items.size() == 2);
    CHECK(aws.send(DescribeAlarmHistory{.max_records = 2, .next_token = first.next_token})
              .value()
              .alarm_history_items.at(0)
              .history_summary == "Alarm \"many\" created");
    cloud.advance(31 * 24h);
    CHECK(aws.send(DescribeAlarmHistory{}).value().alarm_history_items.empty());
  }

  TEST_CASE_FIXTURE(Fixture, "a long summary of history ends with a whole character") {
    PutMetricAlarm in = alarm();
    in.alarm_name = "x";
    for (int i = 0; i < 120; ++i) in.alarm_name += "\u00e9";
    aws.send(in).value();
    const auto items = aws.send(DescribeAlarmHistory{}).value().alarm_history_items;
    REQUIRE(items.size() == 1);
    CHECK(is_valid_utf8(items[0].history_summary));
  }

  // Source: Amazon CloudWatch API Reference, "PutMetricAlarm".
  TEST_CASE_FIXTURE(Fixture, "alarms that cannot be are refused") {
    const auto refused = [&](auto change) {
      PutMetricAlarm in = alarm();
      change(in);
      const auto answer = aws.send(in);
      return answer ? std::string() : answer.error().message;
    };
    CHECK(refused([](auto& in) { in.evaluation_periods = 1441; }) ==
          "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= "
          "86400).");
    CHECK(refused([](auto& in) { in.alarm_actions = {"nothing"}; }) ==
          "Invalid arn syntax: nothing");
    CHECK_FALSE(refused([](auto& in) { in.period = 70; }).empty());
    CHECK_FALSE(refused([](auto& in) { in.datapoints_to_alarm = 2; }).empty());
    CHECK_FALSE(refused([](auto& in) { in.treat_missing_data = "so"; }).empty());
    CHECK_FALSE(refused([](auto& in) { in.statistic.reset(); }).empty());
    CHECK_FALSE(refused([](auto& in) { in.comparison_operator = "Like"; }).empty());
    CHECK_FALSE(refused([](auto& in) { in.threshold_metric_id = "ad"; }).empty());
    CHECK(aws.send(DescribeAlarms{}).value().metric_alarms.empty());
  }

  TEST_CASE_FIXTURE(Fixture, "alarms are described by name, prefix, state, action and page") {
    for (const char* name : {"a1", "a2", "b1"}) aws.send(alarm(name)).value();
    const auto names = [&](const DescribeAlarms& in) {
      std::string all;
      for (const auto& each : aws.send(in).value().metric_alarms) all += each.alarm_name + " ";
      return all;
    };
    CHECK(names({}) == "a1 a2 b1 ");
    CHECK(names({.alarm_names = {"b1", "c"}}) == "b1 ");
    CHECK(names({.alarm_name_prefix = "a"}) == "a1 a2 ");
    CHECK(names({.state_value = "OK"}).empty());
    CHECK(names({.action_prefix = "arn:"}).empty());
    const auto first = aws.send(DescribeAlarms{.max_records = 2}).value();
    CHECK(names({.max_records = 2, .next_token = first.next_token}) == "b1 ");
    CHECK(aws.send(DescribeAlarmsForMetric{.metric_name = "Orders", .namespace_value = "shop"})
              .value()
              .metric_alarms.size() == 3);
  }

  TEST_CASE_FIXTURE(Fixture, "a year in which nothing happens wakes nobody") {
    for (int i = 0; i < 100; ++i) aws.send(alarm("a" + std::to_string(i))).value();
    cloud.advance(365 * 24h);
    put(10);
    cloud.advance(1min);
    CHECK(state("a99") == "ALARM");
  }
}

TEST_SUITE("cloudwatch: composite alarms") {
  TEST_CASE_FIXTURE(Fixture, "a rule follows the alarms that it names") {
    aws.send(alarm("many")).value();
    PutMetricAlarm other = alarm("failed");
    other.metric_name = "Failed";
    aws.send(other).value();
    aws
        .send(PutCompositeAlarm{
            .alarm_name = "both",
            .alarm_rule = R"(ALARM("many") AND NOT (OK(failed) OR INSUFFICIENT_DATA(failed)))"})
        .value();
    const auto composite = [&] {
      return aws.send(DescribeAlarms{.alarm_types = {"CompositeAlarm"}})
          .value()
          .composite_alarms.at(0);
    };
    CHECK(composite().state_value == "OK");
    put(10);
    cloud.advance(1min);
    CHECK(composite().state_value == "OK");
    put(10);
    put(10, "Failed");
    cloud.advance(1min);
    CHECK(composite().state_value == "ALARM");
    CHECK(composite().state_reason ==
          "arn:aws:cloudwatch:us-east-1:000000000000:alarm:failed transitioned to ALARM at "
          "Thursday 01 January, 2026 00:02:00 UTC");
    CHECK_FALSE(aws.send(DeleteAlarms{.alarm_names = {"many"}}).ok());
    CHECK(aws.send(DeleteAlarms{.alarm_names = {"many", "both"}}).ok());
  }

  struct Composites : Fixture {
    void composite(const std::string& name, const std::string& rule) {
      aws.send(PutCompositeAlarm{.alarm_name = name, .alarm_rule = rule}).value();
    }
    void set(const std::string& name, const std::string& value) {
      aws.send(SetAlarmState{.alarm_name = name, .state_value = value, .state_reason = "x"})
          .value();
    }
    std::string state_of(const std::string& name) {
      return aws.send(DescribeAlarms{.alarm_names = {name}, .alarm_types = {"CompositeAlarm"}})
          .value()
          .composite_alarms.at(0)
          .state_value;
    }
    std::size_t changes() {
      const DescribeAlarmHistory in{.alarm_types = {"CompositeAlarm"},
                                    .history_item_type = "StateUpdate",
                                    .max_records = 100};
      return aws.send(in).value().alarm_history_items.size();
    }
  };

  TEST_CASE_FIXTURE(Composites, "alarms that come together again are evaluated once") {
    composite("s0", "FALSE");
    // Each stage is the exclusive or of two that follow the stage before.
    for (int i = 0; i < 16; ++i) {
      const std::string a = "a" + std::to_string(i);
      const std::string b = "b" + std::to_string(i);
      const std::string follows = "ALARM(s" + std::to_string(i) + ")";
      composite(a, follows);
      composite(b, follows);
      composite("s" + std::to_string(i + 1), "(ALARM(" + a + ") AND NOT ALARM(" + b +
                                                 ")) OR (ALARM(" + b + ") AND NOT ALARM(" + a +
                                                 "))");
    }
    const std::size_t before = changes();
    set("s0", "ALARM");
    CHECK(state_of("a0") == "ALARM");
    CHECK(state_of("b0") == "ALARM");
    CHECK(state_of("s1") == "OK");
    CHECK(changes() == before + 3);
  }

  TEST_CASE_FIXTURE(Composites, "a long chain of alarms follows to its end") {
    composite("c0", "FALSE");
    for (int i = 1; i <= 300; ++i) {
      composite("c" + std::to_string(i), "ALARM(c" + std::to_string(i - 1) + ")");
    }
    set("c0", "ALARM");
    CHECK(state_of("c300") == "ALARM");
  }

  // Source: Amazon CloudWatch API Reference, "PutCompositeAlarm".
  TEST_CASE_FIXTURE(Composites, "evaluation stops at a circle") {
    composite("s", "FALSE");
    composite("q", "FALSE");
    composite("p", "ALARM(s) AND OK(q)");
    composite("q", "ALARM(p)");
    const std::size_t before = changes();
    set("s", "ALARM");
    CHECK(state_of("p") == "ALARM");
    CHECK(state_of("q") == "ALARM");
    CHECK(changes() == before + 3);
  }

  TEST_CASE_FIXTURE(Fixture, "a rule must be one, and name alarms that are there") {
    for (const char* rule : {"ALARM(", "ALARM(none)", "TRUE AND", "MAYBE(x)", "TRUE)", ""}) {
      CAPTURE(rule);
      CHECK_FALSE(aws.send(PutCompositeAlarm{.alarm_name = "c", .alarm_rule = rule}).ok());
    }
    CHECK(aws.send(PutCompositeAlarm{.alarm_name = "c", .alarm_rule = "TRUE AND NOT FALSE"}).ok());
  }
}

}  // namespace
}  // namespace emu::cloudwatch
