#include <cmath>
#include <limits>

#include "cloudwatch/support.h"

namespace emu::cloudwatch {
namespace {

TEST_SUITE("cloudwatch: metrics") {
  TEST_CASE_FIXTURE(Fixture, "values of a minute come to one data point") {
    put(3);
    put(5);
    cloud.advance(1min);
    put(7);
    const auto points = statistics({"Sum", "Average", "Minimum", "Maximum", "SampleCount"});
    REQUIRE(points.size() == 2);
    CHECK(points[0].sum == 8);
    CHECK(points[0].average == 4);
    CHECK(points[0].minimum == 3);
    CHECK(points[0].maximum == 5);
    CHECK(points[0].sample_count == 2);
    CHECK(points[0].unit == "None");
    CHECK(*points[1].timestamp - *points[0].timestamp == 1min);
  }

  // Source: Amazon CloudWatch API Reference, "MetricDatum".
  TEST_CASE_FIXTURE(Fixture, "values come alone, with counts, or as a set of statistics") {
    put({.metric_name = "Orders", .values = {1, 2}, .counts = {3, 4}});
    put({.metric_name = "Orders",
         .statistic_values =
             StatisticSet{.sample_count = 2, .sum = 30, .minimum = 10, .maximum = 20}});
    const auto points = statistics({"Sum", "SampleCount", "Minimum", "Maximum"});
    REQUIRE(points.size() == 1);
    CHECK(points[0].sum == 41);
    CHECK(points[0].sample_count == 9);
    CHECK(points[0].minimum == 1);
    CHECK(points[0].maximum == 20);
  }

  TEST_CASE_FIXTURE(Fixture, "data of each unit are told apart") {
    put({.metric_name = "Orders", .value = 1, .unit = "Count"});
    put({.metric_name = "Orders", .value = 2, .unit = "Bytes"});
    const auto points = statistics({"Sum"});
    REQUIRE(points.size() == 2);
    CHECK(points[0].unit == "Bytes");
    CHECK(points[1].unit == "Count");
  }

  TEST_CASE_FIXTURE(Fixture, "the order of dimensions makes no difference") {
    put({.metric_name = "Orders",
         .dimensions = {{.name = "Shop", .value = "1"}, {.name = "City", .value = "Bern"}},
         .value = 1});
    const auto listed = aws.send(ListMetrics{.namespace_value = "shop"}).value().metrics;
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].dimensions[0].name == "City");
    const auto found =
        aws.send(GetMetricStatistics{.namespace_value = "shop",
                                     .metric_name = "Orders",
                                     .dimensions = {{.name = "City", .value = "Bern"},
                                                    {.name = "Shop", .value = "1"}},
                                     .start_time = cloud.now() - 1h,
                                     .end_time = cloud.now() + 1min,
                                     .period = 60,
                                     .statistics = {"Sum"}})
            .value();
    CHECK(found.datapoints.size() == 1);
  }

  // Source: Amazon CloudWatch API Reference, "PutMetricData".
  TEST_CASE_FIXTURE(Fixture, "what no value can be is refused, and nothing of the call is kept") {
    const auto refused = [&](MetricDatum datum) {
      const MetricDatum good{.metric_name = "Orders", .value = 1};
      return code(aws.send(
          PutMetricData{.namespace_value = "shop", .metric_data = {good, std::move(datum)}}));
    };
    const auto with = [](auto change) {
      MetricDatum datum{.metric_name = "Orders", .value = 1};
      change(datum);
      return datum;
    };
    const double nan = std::nan("");
    const double infinity = std::numeric_limits<double>::infinity();
    const auto value = [&](double number) {
      return refused(with([number](MetricDatum& d) { d.value = number; }));
    };
    CHECK(value(nan) == errors::kInvalidParameterValue);
    CHECK(value(infinity) == errors::kInvalidParameterValue);
    CHECK(value(-infinity) == errors::kInvalidParameterValue);
    CHECK(value(std::exp2(361)) == errors::kInvalidParameterValue);
    CHECK(refused(with([](auto& d) { d.values = {1}; })) == errors::kInvalidParameterCombination);
    CHECK(refused(with([](auto& d) { d.statistic_values = StatisticSet{}; })) ==
          errors::kInvalidParameterCombination);
    CHECK(refused(with([](auto& d) { d.value.reset(); })) == errors::kMissingParameter);
    CHECK(refused(with([&](auto& d) { d.timestamp = cloud.now() - 14 * 24h - 1s; })) ==
          errors::kInvalidParameterValue);
    CHECK(refused(with([&](auto& d) { d.timestamp = cloud.now() + 2h + 1s; })) ==
          errors::kInvalidParameterValue);
    CHECK(refused(with([](auto& d) { d.unit = "Parsec"; })) == errors::kInvalidParameterValue);
    CHECK(refused(with([](auto& d) { d.storage_resolution = 30; })) ==
          errors::kInvalidParameterValue);
    CHECK(refused(with([](auto& d) { d.dimensions.resize(31, {.name = "a", .value = "b"}); })) ==
          errors::kInvalidParameterValue);
    CHECK(refused(with([](auto& d) { d.metric_name = std::string(256, 'x'); })) ==
          errors::kInvalidParameterValue);
    CHECK(refused(with([](auto& d) {
            d.value.reset();
            d.values.assign(151, 1);
          })) == errors::kInvalidParameterValue);
    CHECK(aws.send(ListMetrics{}).value().metrics.empty());
  }

  TEST_CASE_FIXTURE(Fixture, "a call brings up to 1,000 values, to a namespace of one's own") {
    PutMetricData in{.namespace_value = "shop"};
    CHECK(code(aws.send(in)) == errors::kMissingParameter);
    in.metric_data.assign(1000, {.metric_name = "Orders", .value = 1});
    CHECK(aws.send(in).ok());
    in.metric_data.push_back({.metric_name = "Orders", .value = 1});
    CHECK(code(aws.send(in)) == errors::kInvalidParameterValue);
    in.metric_data.resize(1);
    in.namespace_value = "AWS/SQS";
    CHECK(aws.send(in).error().message == "The value AWS/SQS for parameter Namespace is invalid.");
    CHECK(statistics({"Sum"}).at(0).sum == 1000);
  }

  // Source: Amazon CloudWatch User Guide, "Metrics retention".
  TEST_CASE_FIXTURE(Fixture, "what gets older is kept in longer periods, and forgotten") {
    const Time begin = cloud.now();
    put({.metric_name = "Orders", .value = 1, .storage_resolution = 1});
    cloud.advance(10s);
    put({.metric_name = "Orders", .value = 2, .storage_resolution = 1});
    const auto count = [&](std::int32_t period) {
      return aws
          .send(GetMetricStatistics{.namespace_value = "shop",
                                    .metric_name = "Orders",
                                    .start_time = begin,
                                    .end_time = begin + 1h,
                                    .period = period,
                                    .statistics = {"Sum"}})
          .value()
          .datapoints.size();
    };
    const auto at = [&](Duration age) { cloud.run_until(begin + age); };
    CHECK(count(10) == 2);
    at(3h + 1min);
    CHECK(count(10) == 0);
    CHECK(count(60) == 1);
    at(15 * 24h + 2min);
    CHECK(count(60) == 0);
    CHECK(count(300) == 1);
    at(63 * 24h + 10min);
    CHECK(count(300) == 0);
    CHECK(count(3600) == 1);
    at(455 * 24h + 2h);
    CHECK(count(3600) == 0);
  }

  // Source: Amazon CloudWatch User Guide, "CloudWatch statistics definitions".
  TEST_CASE_FIXTURE(Fixture, "percentiles and trimmed statistics look at every value") {
    std::vector<double> values;
    for (int i = 1; i <= 100; ++i) values.push_back(i);
    put({.metric_name = "Orders", .values = values});
    const auto extended = [&](std::string name) {
      auto points = aws.send(GetMetricStatistics{.namespace_value = "shop",
                                                 .metric_name = "Orders",
                                                 .start_time = cloud.now() - 1h,
                                                 .end_time = cloud.now() + 1min,
                                                 .period = 60,
                                                 .extended_statistics = {name}})
                        .value()
                        .datapoints;
      return points.empty() ? -1 : points[0].extended_statistics.at(name);
    };
    CHECK(extended("p50") == 50);
    CHECK(extended("p95") == 95);
    CHECK(extended("p99.9") == 100);
    CHECK(extended("tm90") == 45.5);
    CHECK(extended("TM(10%:90%)") == 50.5);
    CHECK(extended("tc90") == 90);
    CHECK(extended("ts90") == 4095);
    CHECK(extended("wm98") == doctest::Approx((4851.0 + 2 * 98) / 100));
    CHECK(extended("PR(:30)") == 30);
    CHECK(extended("IQM") == 50.5);
    put({.metric_name = "Orders",
         .statistic_values =
             StatisticSet{.sample_count = 2, .sum = 3, .minimum = 1, .maximum = 2}});
    CHECK(extended("p50") == -1);
  }

  TEST_CASE_FIXTURE(Fixture, "many distinct values of a period keep their percentiles closely") {
    for (int i = 0; i < 20; ++i) {
      std::vector<double> values;
      for (int k = 1; k <= 100; ++k) values.push_back(i * 100 + k);
      put({.metric_name = "Orders", .values = values});
    }
    const auto point = aws.send(GetMetricStatistics{.namespace_value = "shop",
                                                    .metric_name = "Orders",
                                                    .start_time = cloud.now() - 1h,
                                                    .end_time = cloud.now() + 1min,
                                                    .period = 60,
                                                    .extended_statistics = {"p50", "p99"}})
                           .value()
                           .datapoints.at(0);
    CHECK(point.extended_statistics.at("p50") == doctest::Approx(1000).epsilon(0.05));
    CHECK(point.extended_statistics.at("p99") == doctest::Approx(1980).epsilon(0.05));
  }

  // Source: Amazon CloudWatch API Reference, "ListMetrics".
  TEST_CASE_FIXTURE(Fixture, "metrics are listed in pages of 500, while they have data") {
    for (int i = 0; i < 501; ++i) put(1, "m" + std::to_string(i));
    const auto first = aws.send(ListMetrics{}).value();
    CHECK(first.metrics.size() == 500);
    const auto second = aws.send(ListMetrics{.next_token = first.next_token}).value();
    CHECK(second.metrics.size() == 1);
    CHECK(second.next_token.empty());
    CHECK(aws.send(ListMetrics{.metric_name = "m7"}).value().metrics.size() == 1);
    cloud.advance(4h);
    CHECK(aws.send(ListMetrics{.recently_active = "PT3H"}).value().metrics.empty());
    cloud.advance(14 * 24h);
    CHECK(aws.send(ListMetrics{}).value().metrics.empty());
  }
}

}  // namespace
}  // namespace emu::cloudwatch
