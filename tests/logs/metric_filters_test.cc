// Sources: Amazon CloudWatch Logs API Reference, "PutMetricFilter", "DescribeMetricFilters",
// "TestMetricFilter"; CloudWatch Logs User Guide, "Configuring metric values for a metric filter",
// "Publishing dimensions with metrics from values in JSON or space-delimited log events".
#include <doctest/doctest.h>
#include <emu/cloudwatch.h>

#include "core/gate/metrics.h"
#include "core/gate/world.h"
#include "logs/log_fixture.h"

namespace emu::test {

TEST_SUITE("logs: metric filters") {
  // Writes the values that it is given as texts: "shop/Bytes{page=/}=12 Bytes".
  class Sink final : public MetricSink {
   public:
    void add_to_minute(const MetricValue&) override {}
    void put_sums(const MetricValue&, const MetricSums&) override {}
    void expect_metrics(std::string_view, std::string_view, std::string_view) override {}
    void put_metric(const MetricValue& value) override {
      std::string text(value.metric_namespace);
      text.append("/").append(value.name);
      for (const MetricDimension& dimension : value.dimensions) {
        text.append("{").append(dimension.name).append("=").append(dimension.value).append("}");
      }
      text += '=' + std::to_string(value.value * value.count).substr(0, 4) + ' ';
      text.append(value.unit);
      texts.push_back(text);
      times.push_back(epoch_millis(value.time));
    }

    std::vector<std::string> texts;
    std::vector<std::int64_t> times;
  };

  // A transformation into the metric "Bytes" of "shop".
  struct Into {
    std::string metric_value;
    std::optional<double> default_value = {};
    std::map<std::string, std::string> dimensions = {};
    std::string unit = {};
  };

  struct MetricFixture : LogFixture {
    MetricFixture() { cloud.world().interfaces().add<MetricSink>(sink); }

    Result<Nothing> measure(const std::string& pattern, const Into& into,
                            const std::string& name = "f") {
      return aws.send(
          logs::PutMetricFilter{.log_group_name = group,
                                .filter_name = name,
                                .filter_pattern = pattern,
                                .metric_transformations = {{.metric_name = "Bytes",
                                                            .metric_namespace = "shop",
                                                            .metric_value = into.metric_value,
                                                            .default_value = into.default_value,
                                                            .dimensions = into.dimensions,
                                                            .unit = into.unit}}});
    }

    std::vector<std::string> values_of(const std::vector<std::string>& texts) {
      std::vector<logs::InputLogEvent> events;
      for (const std::string& text : texts) events.push_back({now(), text});
      sink.texts.clear();
      put(std::move(events)).value();
      return sink.texts;
    }

    Sink sink;
    using Values = std::vector<std::string>;
  };

  TEST_CASE_FIXTURE(MetricFixture, "the expressions of a group's filters have a bound together") {
    const std::string heavy = "%" + std::string(80, 'a') + "%";
    for (const char* name : {"a", "b", "c"}) measure(heavy, {.metric_value = "1"}, name).value();
    const auto refused = measure(heavy, {.metric_value = "1"}, "d");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == "LimitExceededException");
    CHECK(measure(heavy, {.metric_value = "1"}, "c").ok());  // in its own place
    CHECK(measure("%short%", {.metric_value = "1"}, "d").ok());
    CHECK(measure("plain", {.metric_value = "1"}, "e").ok());
  }

  TEST_CASE_FIXTURE(MetricFixture, "an event that matches is a value, at its own time") {
    measure("ERROR", {.metric_value = "1"}).value();
    put({{.timestamp = now() - 5000, .message = "ERROR a"},
         {.timestamp = now() - 1000, .message = "fine"},
         {.timestamp = now(), .message = "ERROR b"}})
        .value();
    CHECK(sink.texts == Values{"shop/Bytes=1.00 None", "shop/Bytes=1.00 None"});
    CHECK(sink.times == std::vector<std::int64_t>{now() - 5000, now()});
    CHECK(aws.send(logs::DescribeLogGroups{}).value().log_groups.at(0).metric_filter_count == 1);
  }

  TEST_CASE_FIXTURE(MetricFixture, "CloudWatch keeps the values") {
    measure("[page, bytes]", {.metric_value = "$bytes", .dimensions = {{"Page", "$page"}}}).value();
    values_of({"home 3", "home 4", "other 100"});
    const auto told =
        aws.send(cloudwatch::GetMetricStatistics{.namespace_value = "shop",
                                                 .metric_name = "Bytes",
                                                 .dimensions = {{.name = "Page", .value = "home"}},
                                                 .start_time = cloud.now() - 1h,
                                                 .end_time = cloud.now() + 1min,
                                                 .period = 60,
                                                 .statistics = {"Sum", "SampleCount"}})
            .value()
            .datapoints;
    REQUIRE(told.size() == 1);
    CHECK(told[0].sum == 7);
    CHECK(told[0].sample_count == 2);
  }

  TEST_CASE_FIXTURE(MetricFixture, "values come from JSON and from fields") {
    measure("{ $.code = * }", {.metric_value = "$.size.bytes", .unit = "Bytes"}).value();
    CHECK(values_of({R"({"code":"a","size":{"bytes":12.5}})", R"({"code":"a","size":"x"})",
                     R"({"code":"a","size":{"bytes":"7"}})", R"({"size":{"bytes":1}})"}) ==
          Values{"shop/Bytes=12.5 Bytes", "shop/Bytes=7.00 Bytes"});
    measure("[ip, ..., size]", {.metric_value = "$size"}).value();
    CHECK(values_of({"1.2.3.4 - 12", "1.2.3.4 x", "13"}) == Values{"shop/Bytes=12.0 None"});
  }

  TEST_CASE_FIXTURE(MetricFixture, "a minute in which nothing matches has the default value") {
    measure("ERROR", {.metric_value = "2", .default_value = 0}).value();
    const std::int64_t minute = now() / 60'000 * 60'000 - 180'000;
    put({{.timestamp = minute, .message = "fine"},
         {.timestamp = minute + 59'999, .message = "ERROR"},
         {.timestamp = minute + 60'000, .message = "fine"},
         {.timestamp = minute + 60'001, .message = "fine"},
         {.timestamp = minute + 120'000, .message = "ERROR"},
         {.timestamp = minute + 180'000, .message = "fine"}})
        .value();
    CHECK(sink.texts == Values{"shop/Bytes=2.00 None", "shop/Bytes=0.00 None",
                               "shop/Bytes=2.00 None", "shop/Bytes=0.00 None"});
    CHECK(sink.times == std::vector<std::int64_t>{minute + 59'999, minute + 60'000,
                                                  minute + 120'000, minute + 180'000});
  }

  TEST_CASE_FIXTURE(MetricFixture, "dimensions come from the event, or there is no value") {
    measure("{ $.a = * }", {.metric_value = "$.a", .dimensions = {{"b", "$.b"}, {"c", "$.c[0]"}}})
        .value();
    CHECK(values_of({R"({"a":1,"b":"x","c":[true]})", R"({"a":1,"b":"x"})"}) ==
          Values{"shop/Bytes{b=x}{c=true}=1.00 None"});
    measure("[ip, size]", {.metric_value = "$size", .dimensions = {{"from", "$ip"}}}).value();
    CHECK(values_of({"1.2.3.4 5"}) == Values{"shop/Bytes{from=1.2.3.4}=5.00 None"});
  }

  TEST_CASE_FIXTURE(MetricFixture, "wrong transformations are refused") {
    const auto refusal = [this](const std::string& pattern, const Into& into) {
      const auto refused = measure(pattern, into);
      CHECK(code(refused) == "InvalidParameterException");
      return message(refused);
    };
    CHECK(refusal("{ $.a", {.metric_value = "1"}).starts_with("Invalid filter pattern"));
    refusal("ERROR", {.metric_value = "$.a"});
    refusal("[a]", {.metric_value = "$b"});
    refusal("[a]", {.metric_value = "$"});
    refusal("{ $.a = 1 }", {.metric_value = "$.a x"});
    refusal("", {.metric_value = "nan"});
    CHECK(refusal("ERROR", {.metric_value = "1", .dimensions = {{"a", "$.a"}}}) ==
          "The specified filter pattern does not support dimensions");
    CHECK(refusal("{ $.a = 1 }",
                  {.metric_value = "1", .default_value = 0, .dimensions = {{"a", "$.a"}}}) ==
          "Invalid metric transformation: dimensions and default value are mutually exclusive "
          "properties");
    refusal("{ $.a = 1 }", {.metric_value = "1", .dimensions = {{"a", "x"}}});
    refusal("{ $.a = 1 }",
            {.metric_value = "1",
             .dimensions = {{"a", "$.a"}, {"b", "$.b"}, {"c", "$.c"}, {"d", "$.d"}}});
    CHECK(code(aws.send(logs::PutMetricFilter{.log_group_name = group,
                                              .filter_name = "f",
                                              .filter_pattern = "a",
                                              .metric_transformations = {{.metric_name = "M",
                                                                          .metric_namespace = "N",
                                                                          .metric_value = "1"}},
                                              .emit_system_field_dimensions = {"@aws.zone"}})) ==
          "InvalidParameterException");
    CHECK(code(aws.send(logs::PutMetricFilter{.log_group_name = group,
                                              .filter_name = "f",
                                              .filter_pattern = "a",
                                              .metric_transformations = {}})) ==
          "InvalidParameterException");
    CHECK(aws.send(logs::DescribeMetricFilters{}).value().metric_filters.empty());
  }

  TEST_CASE_FIXTURE(MetricFixture, "filters are told by name, of one group or of all") {
    aws.send(logs::CreateLogGroup{.log_group_name = "other"}).value();
    measure("a", {.metric_value = "1"}, "f1").value();
    measure("b", {.metric_value = "1"}, "f3").value();
    aws.send(logs::PutMetricFilter{.log_group_name = "other",
                                   .filter_name = "f1",
                                   .filter_pattern = "c",
                                   .metric_transformations = {{.metric_name = "M",
                                                               .metric_namespace = "N",
                                                               .metric_value = "1"}}})
        .value();
    const auto names = [this](logs::DescribeMetricFilters request) {
      std::string joined;
      do {
        const auto page = aws.send(request).value();
        for (const auto& told : page.metric_filters) {
          joined += told.filter_name + told.filter_pattern + ' ';
        }
        request.next_token = page.next_token;
      } while (!request.next_token.empty() && joined.size() < 30);
      return joined;
    };
    CHECK(names({}) == "f1a f1c f3b ");
    CHECK(names({.limit = 1}) == "f1a f1c f3b ");
    CHECK(names({.log_group_name = group}) == "f1a f3b ");
    CHECK(names({.log_group_name = group, .filter_name_prefix = "f3"}) == "f3b ");
    CHECK(names({.metric_name = "M", .metric_namespace = "N"}) == "f1c ");
    CHECK(code(aws.send(logs::DescribeMetricFilters{.metric_name = "M"})) ==
          "InvalidParameterException");
    CHECK(code(aws.send(logs::DescribeMetricFilters{.log_group_name = "none"})) ==
          "ResourceNotFoundException");
    // A page goes on where the one before ended, also when that group has gone.
    const auto page = aws.send(logs::DescribeMetricFilters{.limit = 2}).value();
    CHECK(page.next_token == "f1:other");
    const auto told = aws.send(logs::DescribeMetricFilters{.log_group_name = "other"}).value();
    CHECK(told.metric_filters.at(0).metric_transformations.at(0).metric_name == "M");
    CHECK(told.metric_filters.at(0).log_group_name == "other");
    CHECK(told.metric_filters.at(0).creation_time == now());
    aws.send(logs::DeleteMetricFilter{.log_group_name = group, .filter_name = "f1"}).value();
    CHECK(code(aws.send(logs::DeleteMetricFilter{.log_group_name = group, .filter_name = "f1"})) ==
          "ResourceNotFoundException");
    CHECK(names({}) == "f1c f3b ");
    aws.send(logs::DeleteLogGroup{.log_group_name = "other"}).value();
    CHECK(names({.next_token = page.next_token}) == "f3b ");
  }

  TEST_CASE_FIXTURE(MetricFixture, "a group has at most a hundred of them") {
    for (int i = 0; i < 100; ++i) {
      measure("a", {.metric_value = "1"}, std::to_string(i)).value();
    }
    CHECK(code(measure("a", {.metric_value = "1"}, "x")) == "LimitExceededException");
    measure("b", {.metric_value = "1"}, "99").value();
  }
}

TEST_SUITE("logs: TestMetricFilter") {
  struct TestFixture : Fixture {
    std::vector<logs::MetricFilterMatchRecord> matches(const std::string& pattern,
                                                       std::vector<std::string> messages) {
      return aws
          .send(logs::TestMetricFilter{.filter_pattern = pattern,
                                       .log_event_messages = std::move(messages)})
          .value()
          .matches;
    }
    using Values = std::map<std::string, std::string>;
    const std::string line =
        R"(127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] "GET /apache_pb.gif HTTP/1.0" 200 1534)";
    const std::string time = "10/Oct/2000:13:25:15 -0700";
    const std::string request = "GET /apache_pb.gif HTTP/1.0";
  };

  // The examples of "TestMetricFilter".
  TEST_CASE_FIXTURE(TestFixture, "fields are told by their names, or their numbers") {
    const auto named = matches(
        "[ip, identity, user_id, timestamp, request, status_code = 200, size]", {"other", line});
    REQUIRE(named.size() == 1);
    CHECK(named[0].event_number == 1);
    CHECK(named[0].event_message == line);
    CHECK(named[0].extracted_values == Values{{"$ip", "127.0.0.1"},
                                              {"$identity", "-"},
                                              {"$user_id", "frank"},
                                              {"$timestamp", time},
                                              {"$request", request},
                                              {"$status_code", "200"},
                                              {"$size", "1534"}});
    CHECK(matches("[..., size]", {line}).at(0).extracted_values == Values{{"$1", "127.0.0.1"},
                                                                          {"$2", "-"},
                                                                          {"$3", "frank"},
                                                                          {"$4", time},
                                                                          {"$5", request},
                                                                          {"$6", "200"},
                                                                          {"$size", "1534"}});
    CHECK(matches("[]", {line}).at(0).extracted_values.size() == 7);
  }

  TEST_CASE_FIXTURE(TestFixture, "values of JSON are told by their selectors; terms have none") {
    CHECK(matches("{ $.a = 1 && $.b[0].c IS TRUE && $.d NOT EXISTS }",
                  {R"({"a":1,"b":[{"c":true}]})"})
              .at(0)
              .extracted_values == Values{{"$.a", "1"}, {"$.b[0].c", "true"}});
    CHECK(matches("ERROR", {"ERROR"}).at(0).extracted_values.empty());
    CHECK(matches("", {"a", "b"}).size() == 2);
    CHECK(code(aws.send(logs::TestMetricFilter{
              .filter_pattern = "{", .log_event_messages = {"a"}})) == "InvalidParameterException");
  }
}

}  // namespace emu::test
