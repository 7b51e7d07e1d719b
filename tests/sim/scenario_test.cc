#include <doctest/doctest.h>
#include <emu/describe.h>
#include <emu/sim/scenario.h>

#include <chrono>
#include <string>
#include <variant>

namespace emu::sim {
namespace {

using namespace std::chrono_literals;

constexpr const char* kWhole = R"(
name: Holiday rush
shows: The queue absorbs it.
advice: Nothing to do.
region: ap-northeast-2
seed: 7
deploy:
  application: bus
  options: {booking_time: 20ms}
load:
  - request:
      method: POST
      url: "${http_api}/api/book-bus"
      headers: {content-type: application/json}
      body: '{"passenger":"${number}"}'
    arrivals: even
    expect_status: 202
    phases:
      - {duration: 60s, rate: 100}
      - {duration: 4min, rate: 100, ramp_to: 2000}
latency: {sqs: 4ms, s3: {min: 2ms, max: 9ms}}
faults:
  - {service: dynamodb, operation: UpdateItem, chance: 1/1000, error: Throttled,
     message: Slow down., status: 429, from: 60s, to: 120s, calls: [3, 5]}
  - {resource: "*:aram-queue", caller: "*aram*", calls: 7, lose_answer: true}
  - {service: sqs, latency: 200ms}
expect:
  - requests: {sent: {at_least: 5, at_most: 10}, succeeded: 99.9%, p99: {at_most: 1s}}
  - messages: {processed: "${requests.succeeded}"}
  - queue: ${queue}
    empty: true
  - function: aram-consumer
    errors: 0
  - calls: sqs:SendMessage
    failed: 1
  - item: {table: stats, key: {id: total, year: 5, code: "5"}}
    equal: [requests, processed]
    attributes: {requests: 5, kind: bus, success: {at_least: 1}}
  - object: {bucket: pages, key: stats.json}
    contains: requests
    same_as_item: {table: stats, key: {id: total}, members: [requests]}
  - deployment_refused: {code: InvalidParameterValueException, message_contains: role}
time_limit: 2h
)";

Scenario parsed(const std::string& yaml) { return parse_scenario(yaml, "a.yaml").value(); }

std::string refusal(const std::string& yaml) {
  const auto result = parse_scenario(yaml, "a.yaml");
  if (result) return "accepted";
  CHECK(result.error().code == "InvalidScenario");
  return result.error().message;
}

TEST_SUITE("sim: scenario files") {
  TEST_CASE("a file says what to deploy, its load, its faults and what must hold") {
    const Scenario s = parsed(kWhole);
    CHECK(s.name == "Holiday rush");
    CHECK(s.region == "ap-northeast-2");
    CHECK(s.seed == 7);
    CHECK(s.deploy.options.at("booking_time") == "20ms");
    CHECK(s.time_limit == Duration(2h));

    REQUIRE(s.load.size() == 1);
    const Load& load = s.load[0];
    CHECK(load.arrivals == Arrivals::kEven);
    CHECK(load.expect_status == 202);
    CHECK(load.request.headers[0].second == "application/json");
    CHECK(load.phases[0].ramp_to == 100);
    CHECK(load.phases[1].duration == Duration(4min));
    CHECK(load.phases[1].ramp_to == 2000);

    CHECK(s.latency.at("sqs").max == Duration(4ms));
    CHECK(s.latency.at("s3").min == Duration(2ms));

    REQUIRE(s.faults.size() == 3);
    CHECK(s.faults[0].rule.error->status == 429);
    CHECK(s.faults[0].rule.chance.denominator == 1000);
    CHECK(s.faults[0].rule.first_call == 3);
    CHECK(s.faults[0].rule.to == Duration(2min));
    CHECK(s.faults[1].rule.first_call == 7);
    CHECK(s.faults[1].rule.last_call == 7);
    CHECK(s.faults[1].rule.lose_answer);
    CHECK(s.faults[2].rule.latency == Duration(200ms));
  }

  TEST_CASE("an expectation is of one subject") {
    const Scenario s = parsed(kWhole);
    REQUIRE(s.expect.size() == 8);
    const auto& requests = std::get<FiguresExpectation>(s.expect[0].what);
    REQUIRE(requests.conditions.size() == 3);
    CHECK(requests.conditions[0].at_most->value == 10);
    CHECK(requests.conditions[1].equals->kind == Amount::Kind::kPercent);
    CHECK(requests.conditions[1].equals->value == 99'900);
    CHECK(requests.conditions[2].at_most->value == 1'000'000);
    const auto& messages = std::get<FiguresExpectation>(s.expect[1].what);
    CHECK(messages.conditions[0].equals->figure == "requests.succeeded");
    const auto& queue = std::get<FiguresExpectation>(s.expect[2].what);
    CHECK(queue.name == "${queue}");
    CHECK(queue.conditions[0].figure == "total");
    CHECK(std::get<FiguresExpectation>(s.expect[4].what).name == "sqs:SendMessage");
    const auto& item = std::get<ItemExpectation>(s.expect[5].what);
    CHECK(item.item.key.at("id").s() == "total");
    CHECK(item.item.key.at("year").n() == "5");
    CHECK(item.item.key.at("code").s() == "5");
    CHECK(item.numbers.size() == 2);
    CHECK(item.texts.at("kind") == "bus");
    const auto& object = std::get<ObjectExpectation>(s.expect[6].what);
    CHECK(object.same_as_item->table == "stats");
    CHECK(std::get<RefusalExpectation>(s.expect[7].what).message_contains == "role");
    CHECK(s.expect[7].place.line == 42);
  }

  TEST_CASE("what is wrong is told with its place and what was expected") {
    const std::string head = "name: a\ndeploy: {application: bus}\n";
    const struct {
      std::string yaml;
      std::string message;
    } cases[] = {
        {"", "a.yaml:1:1: expected a scenario as a mapping, not nothing"},
        {"- a", "a.yaml:1:1: expected a scenario as a mapping, not a list"},
        {"name: [", "a.yaml:1:1: end of sequence flow not found"},
        {"name: a", "a.yaml:1:1: a scenario needs 'deploy'"},
        {"name: ''\ndeploy: {application: bus}", "a.yaml:1:7: 'name' must not be empty"},
        {head + "nmae: b",
         "a.yaml:3:1: a scenario has no 'nmae'; it may have name, shows, advice, region, seed, "
         "deploy, load, latency, faults, expect, time_limit"},
        {head + "name: b", "a.yaml:3:1: the key 'name' is there twice in a scenario"},
        {head + "seed: one", "a.yaml:3:7: expected a whole number from 0 to 999999999999999999"},
        {head + "time_limit: 30",
         "a.yaml:3:13: expected a duration such as 15ms, 6s, 10min or 12h; '30' has no unit: 30s "
         "for seconds"},
        {head + "time_limit: 5m",
         "a.yaml:3:13: expected a duration such as 15ms, 6s, 10min or 12h; '5m' could be minutes "
         "or milliseconds: 5min or 5ms"},
        {head + "time_limit: 2 hours",
         "a.yaml:3:13: expected a duration such as 15ms, 6s, 10min or 12h; '2 hours' is written "
         "2h"},
        {head + "time_limit: soon",
         "a.yaml:3:13: expected a duration such as 15ms, 6s, 10min or 12h"},
        {head + "expect:\n\t- queue: q",
         "a.yaml:4:1: YAML is indented with spaces, and this is a tab"},
        {head + "expect:\n  - messages: {sent: ${requests.succeeded}, processed: 100%}",
         "a.yaml:4:22: between braces or brackets it needs quotes: \"${requests.succeeded}\""},
        {head + "load: {}", "a.yaml:3:7: expected 'load' as a list, not a mapping"},
        {head + "load: [{request: {url: u}}]",
         "a.yaml:3:8: a load needs 'phases' with at least one phase"},
        {head + "load: [{request: {url: u}, phases: [{duration: 1s, rate: -1}]}]",
         "a.yaml:3:58: expected a number of requests per second, up to 1000000"},
        {head + "load: [{request: {url: u}, arrivals: odd, phases: [{duration: 1s, rate: 1}]}]",
         "a.yaml:3:38: expected poisson or even"},
        {head + "latency: {s3: {min: 2s, max: 1s}}",
         "a.yaml:3:15: a latency's max is less than its min"},
        {head + "faults: [{service: sqs}]",
         "a.yaml:3:10: a fault needs an 'error', a 'latency', 'lose_answer: true' or an 'effect'"},
        {head + "faults: [{error: A, lose_answer: true}]",
         "a.yaml:3:10: a fault has an 'error' or loses the answer, not both"},
        {head + "faults: [{latency: 1s, message: b}]",
         "a.yaml:3:33: 'message' belongs to an 'error', which is missing"},
        {head + "faults: [{latency: 1s, chance: 5}]",
         "a.yaml:3:32: expected a ratio such as 1/1000 or a percentage such as 10%"},
        {head + "faults: [{latency: 1s, chance: 101%}]",
         "a.yaml:3:32: expected a ratio such as 1/1000 or a percentage such as 10%; '101%' is "
         "more than 100%"},
        {head + "faults: [{latency: 1s, calls: [3]}]",
         "a.yaml:3:31: expected the number of a call, or [first, last]"},
        {head + "faults: [{latency: 1s, calls: [5, 3]}]",
         "a.yaml:3:31: the last call is before the first"},
        {head + "faults: [{latency: 1s, from: 2s, to: 2s}]",
         "a.yaml:3:10: a fault's 'to' is not after its 'from'"},
        {head + "expect: [{requests: {sent: 5s}}]",
         "a.yaml:3:28: expected a whole number, ${requests.…} or ${messages.…}"},
        {head + "expect: [{requests: {p99: 5}}]",
         "a.yaml:3:27: expected a duration such as 15ms, 6s, 10min or 12h; '5' has no unit: 5s for "
         "seconds"},
        {head + "expect: [{requests: {succeeded: 101%}}]",
         "a.yaml:3:33: expected a whole number, a percentage, ${requests.…} or ${messages.…}; "
         "'101%' is more than 100%"},
        {head + "expect: [{requests: {sent: '${requests.snt}'}}]",
         "a.yaml:3:28: there is no count 'snt' of requests; there is sent, answered, succeeded, "
         "failed"},
        {head + "expect: [{requests: {sent: 100%}}]",
         "a.yaml:3:28: 'sent' is no share of a whole, so it has no percentage"},
        {head + "expect: [{requests: {sent: '${queue}'}}]",
         "a.yaml:3:28: '${queue}' is not a count of requests or messages such as "
         "${requests.succeeded}"},
        {head + "expect: [{requests: {sent: {least: 1}}}]",
         "a.yaml:3:28: expected at_least, at_most or both"},
        {head + "expect: [{requests: {}}]",
         "a.yaml:3:21: nothing is expected here; there is sent, answered, succeeded, failed, p50, "
         "p90, p99, max"},
        {head + "expect: [{requests: {snt: 1}}]",
         "a.yaml:3:22: requests have no figure 'snt'; there is sent, answered, succeeded, failed, "
         "p50, p90, p99, max"},
        {head + "expect: [{queue: q}]",
         "a.yaml:3:10: nothing is expected here; there is total, visible, in_flight, delayed, "
         "most"},
        {head + "expect: [{queue: q, errors: 1}]",
         "a.yaml:3:21: a queue has no figure 'errors'; there is total, visible, in_flight, "
         "delayed, most"},
        {head + "expect: [{queu: q, total: 1}]",
         "a.yaml:3:11: an expectation is not of 'queu' but of one of requests, messages, queue, "
         "function, calls, item, items, rows, object and deployment_refused"},
        {head + "expect: [{queue: q, empty: false}]",
         "a.yaml:3:28: expected true; for the opposite: total: {at_least: 1}"},
        {head + "expect: [{queue: q, function: f, errors: 0, total: 0}]",
         "a.yaml:3:10: an expectation is of one of requests, messages, queue, function, calls, "
         "item, items, rows, object and deployment_refused"},
        {head + "expect: [{item: {table: t}, equal: [a]}]", "a.yaml:3:17: an item needs its 'key'"},
        {head + "expect: [{item: {table: t, key: {id: a}}}]",
         "a.yaml:3:17: expected 'equal' or 'attributes' beside an item"},
        {head + "expect: [{rows: {cluster: c}, count: 1}]", "a.yaml:3:17: rows needs 'sql'"},
        {head + "expect: [{rows: {cluster: c, sql: SELECT 1}}]",
         "a.yaml:3:17: expected 'count', 'equal' or 'each' beside rows"},
        {head + "expect: [{items: {table: t}}]",
         "a.yaml:3:18: expected 'count' or 'each' beside items"},
    };
    for (const auto& c : cases) {
      INFO(c.yaml);
      CHECK(refusal(c.yaml) == c.message);
    }
  }

  TEST_CASE("the chance of a fault is a ratio or a percentage") {
    const auto chance = [](const std::string& text) {
      return parsed("name: a\ndeploy: {application: bus}\nfaults: [{latency: 1s, chance: " + text +
                    "}]")
          .faults.at(0)
          .rule.chance;
    };
    CHECK(chance("1/10").denominator == 10);
    CHECK(chance("10%").numerator * 10 == chance("10%").denominator);
    CHECK(chance("0.5%").numerator * 200 == chance("0.5%").denominator);
    CHECK(chance("100%").numerator == chance("100%").denominator);
  }

  TEST_CASE("a file that is not there is an error, too") {
    const auto result = load_scenario("no/such.yaml");
    REQUIRE_FALSE(result);
    CHECK(result.error().message == "no/such.yaml: the file cannot be read");
  }
}

}  // namespace
}  // namespace emu::sim
