// A scenario whose tables, buckets and queues are those of an endpoint. These runs take real time.
#include <doctest/doctest.h>
#include <emu/dynamodb.h>
#include <emu/lambda.h>
#include <emu/sim.h>
#include <emu/sqs.h>

#include <string>

#include "bus/application.h"
#include "remote/served_cloud.h"

using namespace emu;
using namespace std::chrono_literals;
using emu::test::ServedCloud;

namespace {

sim::Scenario bookings(const std::string& expectations) {
  auto scenario = sim::parse_scenario(R"(
name: bookings
region: ap-northeast-2
deploy: {application: bus, options: {booking_time: 1ms}}
load:
  - request: {method: POST, url: "${http_api}/api/book-bus", body: '{"passenger":"${number}"}'}
    arrivals: even
    phases: [{duration: 100s, rate: 20}]
expect:
)" + expectations,
                                      "bookings.yaml");
  REQUIRE_MESSAGE(scenario.ok(), (scenario ? "" : scenario.error().message));
  return *scenario;
}

}  // namespace

TEST_SUITE("remote: a run against an endpoint") {
  TEST_CASE_FIXTURE(ServedCloud, "handlers work here, and what they store lies there") {
    const auto report = sim::run(bookings(R"(
  - requests: {sent: 20, succeeded: 100%}
  - queue: ${queue}
    empty: true
  - item: {table: aram-stats, key: {id: total}}
    equal: [requests, processed, success]
    attributes: {requests: 20}
  - object: {bucket: aram-app-bucket, key: stats.json}
    same_as_item: {table: aram-stats, key: {id: total}, members: [requests, processed, success]}
  - messages: {processed: 20}
)"),
                                 {.applications = {bus::application()},
                                  .target = remote_backend(options()).value(),
                                  .load_time = Duration(1s)});
    REQUIRE_MESSAGE(report.ok(), (report ? "" : report.error().message));
    CHECK_MESSAGE(report->passed(), sim::report_text(*report));
    CHECK(report->settled);
    REQUIRE(report->skipped.size() == 1);
    CHECK(report->skipped.front() ==
          "line 19: the endpoint does not tell what became of each message");

    Aws there = cloud().aws();
    const auto item = there.send(
        dynamodb::GetItem{.table_name = "aram-stats", .key = {{"id", dynamodb::S("total")}}});
    REQUIRE(item.ok());
    CHECK(item->item.at("processed").integer() == 20);
    CHECK(there.send(sqs::GetQueueUrl{.queue_name = "aram-queue"}).ok());
    CHECK(there.send(lambda::ListFunctions{})->functions.empty());
  }

  TEST_CASE("an endpoint that nobody serves is an error") {
    const auto report = sim::run(
        bookings("  - requests: {sent: 20}\n"),
        {.applications = {bus::application()},
         .target = remote_backend({.endpoint = "http://127.0.0.1:1",
                                   .credentials = {.access_key_id = "a", .secret_access_key = "b"},
                                   .attempts_max = 1})
                       .value()});
    REQUIRE_FALSE(report.ok());
    CHECK(report.error().code == "ConnectionError");
  }
}
