// What is refused, and what is bounded.
#include <emu/lambda.h>

#include <string>

#include "cloudwatch/metric_store.h"
#include "cloudwatch/services_fixture.h"

namespace emu::cloudwatch {
namespace {

struct BoundsFixture : Fixture {
  MetricDataQuery metric(std::string id, std::int32_t period = 60) {
    return {
        .id = std::move(id),
        .metric_stat = MetricStat{.metric = {.namespace_value = "shop", .metric_name = "Orders"},
                                  .period = period,
                                  .stat = "Sum"}};
  }
  Result<GetMetricDataResult> get(std::vector<MetricDataQuery> queries, Duration time = 1h) {
    return aws.send(GetMetricData{.metric_data_queries = std::move(queries),
                                  .start_time = cloud.now() - time,
                                  .end_time = cloud.now() + 1min});
  }
  CompositeAlarm composite(const std::string& name) {
    return aws.send(DescribeAlarms{.alarm_names = {name}, .alarm_types = {"CompositeAlarm"}})
        .value()
        .composite_alarms.at(0);
  }
  Result<Nothing> put_composite(std::string name, std::string rule) {
    return aws.send(
        PutCompositeAlarm{.alarm_name = std::move(name), .alarm_rule = std::move(rule)});
  }
};

TEST_SUITE("cloudwatch: bounds") {
  TEST_CASE_FIXTURE(BoundsFixture, "a request that needs too many points is refused") {
    put(1);
    std::vector<MetricDataQuery> queries = {metric("m", 1)};
    for (int i = 0; i < 60; ++i) {
      queries.push_back({.id = "e" + std::to_string(i), .expression = "FILL(m, 0)"});
    }
    const auto refused = get(queries, 27h);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == "ValidationError");
    CHECK(get(queries, 1h).ok());
    queries = {metric("m", 1)};
    for (int i = 0; i < 60; ++i) queries.push_back(metric("n" + std::to_string(i), 1));
    queries.push_back({.id = "all", .expression = "SUM(FILL(METRICS(), 0))"});
    CHECK_FALSE(get(queries, 27h).ok());
  }

  TEST_CASE_FIXTURE(BoundsFixture,
                    "expressions may need each other in a long chain, and in no circle") {
    put(1);
    std::vector<MetricDataQuery> queries = {metric("m")};
    for (int i = 0; i < 499; ++i) {
      const std::string next = i == 498 ? "m" : "e" + std::to_string(i + 1);
      queries.push_back({.id = "e" + std::to_string(i),
                         .expression = next + " + " + next,
                         .return_data = i == 0});
    }
    queries[0].return_data = false;
    CHECK(get(queries).value().metric_data_results.size() == 1);
    queries.back().expression = "e0";
    const auto refused = get(queries);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().message.ends_with("it refers to itself."));
    queries.back().expression = "none";
    CHECK_FALSE(get(queries).ok());
  }

  // Source: Amazon CloudWatch User Guide, "Using math expressions with CloudWatch metrics".
  TEST_CASE_FIXTURE(BoundsFixture, "PERIOD gives the period of the metric that it names") {
    put(600);
    const auto answer =
        get({metric("m", 300), metric("n", 60), {.id = "rate", .expression = "m / PERIOD(m)"}})
            .value();
    CHECK(answer.metric_data_results.at(2).values == std::vector<double>{2});
    const auto other =
        get({metric("m", 300), metric("n", 60), {.id = "rate", .expression = "m / PERIOD(n)"}})
            .value();
    CHECK(other.metric_data_results.at(2).values == std::vector<double>{10});
    CHECK_FALSE(get({metric("m"),
                     {.id = "a", .expression = "m * 2"},
                     {.id = "b", .expression = "m * PERIOD(a)"}})
                    .ok());
  }

  // Source: Amazon CloudWatch API Reference, "PutMetricAlarm".
  TEST_CASE_FIXTURE(BoundsFixture, "alarms have periods of 10, 20, 30 seconds or whole minutes") {
    for (const std::int32_t period : {10, 20, 30, 60, 120}) {
      CAPTURE(period);
      PutMetricAlarm in = alarm();
      in.period = period;
      CHECK(aws.send(in).ok());
    }
    for (const std::int32_t period : {1, 5, 15, 90}) {
      CAPTURE(period);
      PutMetricAlarm in = alarm("short");
      in.period = period;
      CHECK_FALSE(aws.send(in).ok());
      in = {.alarm_name = "short",
            .evaluation_periods = 1,
            .threshold = 5,
            .comparison_operator = "GreaterThanThreshold",
            .metrics = {metric("m", period)}};
      CHECK_FALSE(aws.send(in).ok());
    }
    CHECK(get({metric("m", 5)}).ok());
  }

  // Source: Amazon CloudWatch API Reference, "Dimension".
  TEST_CASE_FIXTURE(BoundsFixture, "names have no control characters") {
    const auto send = [&](MetricDatum datum, std::string name_space = "shop") {
      datum.value = 1;
      return aws.send(PutMetricData{.namespace_value = std::move(name_space),
                                    .metric_data = {std::move(datum)}});
    };
    using namespace std::string_literals;
    for (const std::string& bad : {"a\0b"s, "a\nb"s, "a\x7f"s, "  "s}) {
      CHECK_FALSE(send({.metric_name = bad}).ok());
      CHECK_FALSE(send({.metric_name = "Orders"}, bad).ok());
      CHECK_FALSE(
          send({.metric_name = "Orders", .dimensions = {{.name = bad, .value = "v"}}}).ok());
      CHECK_FALSE(
          send({.metric_name = "Orders", .dimensions = {{.name = "n", .value = bad}}}).ok());
    }
    CHECK(send({.metric_name = "Größe / 2", .dimensions = {{.name = "n", .value = "a b"}}}).ok());
    CHECK(aws.send(ListMetrics{}).value().metrics.size() == 1);
  }

  TEST_CASE("the names of all metrics have a bound together") {
    MetricStore store(40);
    const auto put = [&](const std::string& name) {
      const std::string key = metric_key("shop", name, {});
      if (store.find(key) == nullptr && !store.has_room(key, Time())) return false;
      store.at(key, "shop", name, {});
      return true;
    };
    CHECK(put("a"));
    CHECK(put("a"));
    CHECK_FALSE(put(std::string(40, 'b')));
    CHECK(put(std::string(20, 'c')));
    CHECK_FALSE(put("ddd"));
  }

  // Source: Amazon CloudWatch API Reference, "GetMetricStatistics": percentiles of statistic sets.
  TEST_CASE_FIXTURE(BoundsFixture,
                    "a statistic set of one sample has its statistics, and percentiles") {
    put({.metric_name = "Orders",
         .statistic_values =
             StatisticSet{.sample_count = 1, .sum = 5, .minimum = 1, .maximum = 9}});
    const auto points = statistics({"Sum", "Minimum", "Maximum", "SampleCount"});
    REQUIRE(points.size() == 1);
    CHECK(points[0].sum == 5);
    CHECK(points[0].minimum == 1);
    CHECK(points[0].maximum == 9);
    CHECK(points[0].sample_count == 1);
    MetricDataQuery median = metric("m");
    median.metric_stat->stat = "p50";
    CHECK(get({median}).value().metric_data_results.at(0).values == std::vector<double>{5});
    put(7);
    CHECK(statistics({"Minimum"}).at(0).minimum == 1);
  }

  // Source: Amazon CloudWatch API Reference, "DeleteAlarms".
  TEST_CASE_FIXTURE(BoundsFixture, "no composite alarm of a circle can be deleted") {
    aws.send(alarm()).value();
    put_composite("a", "ALARM(many)").value();
    put_composite("b", "ALARM(a)").value();
    put_composite("a", "ALARM(b)").value();
    CHECK_FALSE(aws.send(DeleteAlarms{.alarm_names = {"a"}}).ok());
    CHECK_FALSE(aws.send(DeleteAlarms{.alarm_names = {"a", "b"}}).ok());
    put_composite("a", "FALSE").value();
    CHECK(aws.send(DeleteAlarms{.alarm_names = {"b"}}).ok());
    put_composite("c", "TRUE").value();
    CHECK_FALSE(aws.send(DeleteAlarms{.alarm_names = {"a", "c"}}).ok());
    CHECK(composite("a").alarm_rule == "FALSE");
    CHECK(aws.send(DeleteAlarms{.alarm_names = {"a", "many"}}).ok());
  }

  // Source: AWS Lambda Developer Guide, "Types of metrics for Lambda functions".
  TEST_CASE_FIXTURE(ServicesFixture, "what runs as an account is reset does not run afterwards") {
    const auto work = [](lambda::Context& context, std::string_view) -> std::string {
      context.sleep(10min);
      return "1";
    };
    create_function("work", work, 900s);
    aws.send(lambda::Invoke{.function_name = "work", .invocation_type = "Event"}).value();
    cloud.advance(1s);
    cloud.reset("000000000000");
    create_role("worker");
    create_function("work", [](lambda::Context&, std::string_view) { return "1"; });
    aws.send(lambda::Invoke{.function_name = "work"}).value();
    cloud.advance(1min);
    CHECK(minutes("AWS/Lambda", "ConcurrentExecutions", {{.name = "FunctionName", .value = "work"}},
                  "Maximum") == "1");
  }
}

}  // namespace
}  // namespace emu::cloudwatch
