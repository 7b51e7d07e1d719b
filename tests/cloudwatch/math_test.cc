#include "cloudwatch/support.h"

namespace emu::cloudwatch {
namespace {

// Metrics a = 1 2 3 4 and b = 10 - 30 -, by minutes, where - is missing.
struct MathFixture : Fixture {
  Time begin = cloud.now();

  MathFixture() {
    cloud.advance(5min);
    for (int i = 0; i < 4; ++i) {
      put({.metric_name = "a", .timestamp = begin + i * 1min, .value = i + 1.0});
    }
    put({.metric_name = "b", .timestamp = begin, .value = 10});
    put({.metric_name = "b", .timestamp = begin + 2min, .value = 30});
  }

  static MetricDataQuery metric(const std::string& name) {
    return {.id = name,
            .metric_stat = MetricStat{.metric = {.namespace_value = "shop", .metric_name = name},
                                      .period = 60,
                                      .stat = "Sum"},
            .return_data = false};
  }
  Result<GetMetricDataResult> send(const std::string& expression) {
    return aws.send(GetMetricData{
        .metric_data_queries = {metric("a"), metric("b"), {.id = "e", .expression = expression}},
        .start_time = begin,
        .end_time = begin + 4min,
        .scan_by = "TimestampAscending"});
  }
  // "0:11 2:33", by minutes.
  std::string values(const std::string& expression) {
    const auto answer = send(expression);
    if (!answer) return answer.error().code;
    const MetricDataResult& result = answer.value().metric_data_results.at(0);
    std::string text;
    for (std::size_t i = 0; i < result.values.size(); ++i) {
      std::string number = std::to_string(result.values[i]);
      number.erase(number.find_last_not_of('0') + 1);
      if (number.ends_with('.')) number.pop_back();
      if (!text.empty()) text += ' ';
      text += std::to_string((result.timestamps[i] - begin) / 1min) + ":" + number;
    }
    return text;
  }
};

TEST_SUITE("cloudwatch: metric math") {
  TEST_CASE_FIXTURE(MathFixture, "an expression needs no metric") {
    const auto answer = aws.send(GetMetricData{
        .metric_data_queries = {{.id = "e", .expression = "TIME_SERIES(1)", .period = 60}},
        .start_time = begin,
        .end_time = begin + 4min});
    CHECK(answer.ok());
  }

  // Source: Amazon CloudWatch User Guide, "Using math expressions with CloudWatch metrics".
  TEST_CASE_FIXTURE(MathFixture, "expressions come to what the guide says") {
    struct Row {
      const char* expression;
      const char* values;
    };
    const Row rows[] = {
        {"a", "0:1 1:2 2:3 3:4"},
        {"a + b", "0:11 2:33"},
        {"a - 1", "0:0 1:1 2:2 3:3"},
        {"2 * a + 1", "0:3 1:5 2:7 3:9"},
        {"1 + 2 * a ^ 2", "0:3 1:9 2:19 3:33"},
        {"-a", "0:-1 1:-2 2:-3 3:-4"},
        {"-a ^ 2", "0:-1 1:-4 2:-9 3:-16"},
        {"(a + 1) / 2", "0:1 1:1.5 2:2 3:2.5"},
        {"b / (a - 1)", "2:15"},
        {"a > 2", "0:0 1:0 2:1 3:1"},
        {"a >= 2 AND a < 4", "0:0 1:1 2:1 3:0"},
        {"a == 1 || a == 4", "0:1 1:0 2:0 3:1"},
        {"a != 1", "0:0 1:1 2:1 3:1"},
        {"ABS(-a)", "0:1 1:2 2:3 3:4"},
        {"CEIL(a / 2)", "0:1 1:1 2:2 3:2"},
        {"FLOOR(a / 2)", "0:0 1:1 2:1 3:2"},
        {"SUM(METRICS())", "0:11 1:2 2:33 3:4"},
        {"AVG(METRICS())", "0:5.5 1:2 2:16.5 3:4"},
        {"MAX(METRICS(\"b\"))", "0:10 2:30"},
        {"MIN(METRICS())", "0:1 1:2 2:3 3:4"},
        {"a / SUM(a) * 100", "0:10 1:20 2:30 3:40"},
        {"a - AVG(a)", "0:-1.5 1:-0.5 2:0.5 3:1.5"},
        {"a / MAX(a)", "0:0.25 1:0.5 2:0.75 3:1"},
        {"DIFF(a)", "1:1 2:1 3:1"},
        {"DIFF(b)", "2:20"},
        {"DIFF_TIME(b)", "2:120"},
        {"RATE(b) * 120", "2:20"},
        {"RATE(a) * PERIOD(a)", "1:1 2:1 3:1"},
        {"RUNNING_SUM(a)", "0:1 1:3 2:6 3:10"},
        {"FILL(b, 0)", "0:10 1:0 2:30 3:0"},
        {"FILL(b, REPEAT)", "0:10 1:10 2:30 3:30"},
        {"FILL(b, LINEAR)", "0:10 1:20 2:30"},
        {"FILL(b, a)", "0:10 1:2 2:30 3:4"},
        {"IF(a > 2, a, 0)", "0:0 1:0 2:3 3:4"},
        {"IF(a > 2, a)", "2:3 3:4"},
        {"IF(a > 2, b, a)", "0:1 1:2 2:30"},
        {"TIME_SERIES(7)", "0:7 1:7 2:7 3:7"},
        {"TIME_SERIES(LAST(a) - FIRST(a))", "0:3 1:3 2:3 3:3"},
        {"TIME_SERIES(DATAPOINT_COUNT(b))", "0:2 1:2 2:2 3:2"},
        {"TIME_SERIES(METRIC_COUNT(METRICS()))", "0:2 1:2 2:2 3:2"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.expression);
      CHECK(values(row.expression) == row.values);
    }
  }

  TEST_CASE_FIXTURE(MathFixture, "what cannot be worked out is refused") {
    for (const char* expression :
         {"", "a +", "a b", "none", "e + 1", "NONE(a)", "ABS()", "ABS(a, b)", "5", "METRICS()",
          "a & b", "\"a\"", "(a", "SEARCH('x', 'Sum', 60)", "METRICS() + METRICS()"}) {
      CAPTURE(expression);
      CHECK(values(expression) == errors::kValidationError);
    }
    CHECK(values(std::string(1000, '(') + "a" + std::string(1000, ')')) ==
          errors::kValidationError);
    CHECK(values(std::string(1000, '-') + "a") == errors::kValidationError);
  }

  TEST_CASE_FIXTURE(MathFixture, "expressions that name each other are worked out once") {
    GetMetricData in{
        .metric_data_queries = {metric("a")}, .start_time = begin, .end_time = begin + 1min};
    std::string before = "a";
    for (int i = 0; i < 60; ++i) {
      const std::string id = "e" + std::to_string(i);
      in.metric_data_queries.push_back(
          {.id = id, .expression = before + " + " + before, .return_data = i == 59});
      before = id;
    }
    const auto results = aws.send(in).value().metric_data_results;
    REQUIRE(results.size() == 1);
    CHECK(results[0].values.at(0) == 1152921504606846976.0);
  }

  TEST_CASE_FIXTURE(MathFixture, "results come in pages, the newest data points first") {
    GetMetricData in{.metric_data_queries = {metric("a")},
                     .start_time = begin,
                     .end_time = begin + 4min,
                     .max_datapoints = 3};
    in.metric_data_queries[0].return_data.reset();
    const auto first = aws.send(in).value();
    CHECK(first.metric_data_results.at(0).values == std::vector<double>{4, 3, 2});
    CHECK(first.metric_data_results.at(0).status_code == "PartialData");
    in.next_token = first.next_token;
    const auto second = aws.send(in).value();
    CHECK(second.metric_data_results.at(0).values == std::vector<double>{1});
    CHECK(second.metric_data_results.at(0).status_code == "Complete");
    CHECK(second.next_token.empty());
    in.next_token = "!";
    CHECK(aws.send(in).error().code == errors::kInvalidNextToken);
  }
}

}  // namespace
}  // namespace emu::cloudwatch
