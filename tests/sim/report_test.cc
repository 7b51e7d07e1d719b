#include <doctest/doctest.h>
#include <emu/sim/report.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "sim/text_table.h"
#include "support/paths.h"

namespace emu::sim {
namespace {

using namespace std::chrono_literals;

Report sample() {
  Report report{.scenario = "A rush",
                .shows = "The queue absorbs it.",
                .advice = "Sleep well.",
                .region = "eu-west-1",
                .seed = 7};
  report.requests = {
      .sent = 20'000,
      .answered = 19'999,
      .succeeded = 19'998,
      .by_status = {{200, 19'998}, {503, 1}},
      .answer = {.count = 19'999, .p50 = 8ms, .p90 = 11'500us, .p99 = 209ms, .max = 1200ms}};
  report.messages = {.sent = 19'998,
                     .processed = 19'990,
                     .redriven = 3,
                     .latency = {.count = 19'990, .p50 = 55ms, .p90 = 1s, .p99 = 90s, .max = 2min}};
  QueueFigures queue{.arn = "arn:aws:sqs:eu-west-1:000000000000:orders",
                     .name = "orders",
                     .interval = 1s,
                     .most = 1500};
  for (std::int64_t i = 0; i < 60; ++i) {
    queue.samples.push_back({.visible = i < 40 ? i * 20 : 0, .in_flight = i < 40 ? i * 18 : 0});
  }
  report.queues = {queue};
  report.functions = {
      {.name = "worker",
       .invocations = 2'000,
       .errors = 2,
       .throttles = 5,
       .concurrency = 40,
       .duration = {.count = 2'000, .p50 = 40ms, .p90 = 60ms, .p99 = 61ms, .max = 62ms}}};
  report.calls = {{.service = "sqs", .operation = "SendMessage", .made = 19'998, .failed = 0}};
  report.faults = {{.rule = "s3 PutObject: SlowDown", .matched = 10, .injected = 3}};
  report.verdicts = {{.passed = true, .expected = "queue orders: total = 0", .measured = "0"},
                     {.passed = false,
                      .expected = "function worker: errors = 0",
                      .measured = "2",
                      .reason = "2 too many"}};
  report.settled = false;
  report.virtual_time = 60s;
  report.wall_time = 500ms;
  report.trace_events = 100'000;
  report.digest = "0123456789abcdef0123456789abcdef";
  return report;
}

std::string golden(const std::string& name) {
  std::ifstream in(test::source_dir() + "/tests/sim/golden/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_SUITE("sim: report") {
  TEST_CASE("the report for people looks as it did") {
    CHECK(report_text(sample()) == golden("report_utf8.txt"));
    CHECK(report_text(sample(), {.utf8 = false}) == golden("report_ascii.txt"));
  }

  TEST_CASE("without UTF-8 it is plain ASCII, and colours come on demand only") {
    for (const char c : report_text(sample(), {.utf8 = false})) {
      CHECK(static_cast<unsigned char>(c) < 0x80);
    }
    CHECK(report_text(sample()).find('\x1b') == std::string::npos);
    CHECK(report_text(sample(), {.color = true}).find("\x1b[32mPASS\x1b[0m") != std::string::npos);
  }

  TEST_CASE("it has passed when every expectation holds and it was not interrupted") {
    Report report = sample();
    CHECK_FALSE(report.passed());
    report.verdicts.pop_back();
    CHECK(report.passed());
    report.interrupted = true;
    CHECK_FALSE(report.passed());
    CHECK(report_text(report).find("Interrupted") != std::string::npos);
  }

  TEST_CASE("a refused deployment is the report's subject then") {
    Report report{.scenario = "A trap"};
    report.deployment_refused =
        Error{.code = "InvalidParameterValueException", .message = "The role may not."};
    const std::string text = report_text(report);
    CHECK(text.find("AWS refused the deployment\n  InvalidParameterValueException\n  The role may "
                    "not.\n") != std::string::npos);
    CHECK(text.find("real time") == std::string::npos);
  }

  TEST_CASE("the report for machines holds everything") {
    const auto json = nlohmann::json::parse(report_json(sample()));
    CHECK(json["scenario"] == "A rush");
    CHECK(json["passed"] == false);
    CHECK(json["requests"]["by_status"]["200"] == 19'998);
    CHECK(json["messages"]["latency_us"]["p99"] == 90'000'000);
    CHECK(json["queues"][0]["samples"][1] == nlohmann::json::array({20, 18, 0}));
    CHECK(json["functions"][0]["concurrency"] == 40);
    CHECK(json["expectations"][1]["reason"] == "2 too many");
    CHECK(json["deployment_refused"].is_null());
    CHECK(json["digest"] == "0123456789abcdef0123456789abcdef");
  }

  TEST_CASE("a chart has a row for each eighth of its height and shows the least amount") {
    const auto chart = draw_chart({0, 1, 8, 16}, {"0", "4 s"}, {.width = 18, .height = 2});
    REQUIRE(chart.size() == 4);
    // The axis ends at 20; below it, each row stands for 10.
    CHECK(chart[0].starts_with("   20 │"));
    CHECK(chart[1].starts_with("   10 │"));
    CHECK(chart[1].find("▁") != std::string::npos);
    CHECK(chart[2].starts_with("    0 └"));
    CHECK(chart[3].ends_with("4 s"));
    CHECK(draw_chart({}, {}, {}).empty());
  }

  TEST_CASE("a table's columns stand below each other") {
    TextTable table;
    table.add({"", "made"});
    table.add({"größer", "1"});
    table.add({"b", "10,000"});
    CHECK(table.text("> ") == ">           made\n> größer       1\n> b       10,000\n");
  }
}

}  // namespace
}  // namespace emu::sim
