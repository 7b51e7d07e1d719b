#include <doctest/doctest.h>
#include <emu/sim.h>
#include <emu/sqs.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "bus/application.h"
#include "support/paths.h"

namespace emu::sim {
namespace {

using namespace std::chrono_literals;
using Texts = std::map<std::string, std::string>;

// A queue, into which a task sends `messages` messages, one each second, and which another one
// works off until it has deleted `worked_off`.
Application shop() {
  const auto number = [](const Texts& options, const char* name) {
    const auto found = options.find(name);
    return found == options.end() ? 0 : std::stoi(found->second);
  };
  return {.name = "shop", .deploy = [number](Cloud& cloud, const Texts& options) -> Texts {
            if (options.count("color") > 0) throw std::invalid_argument("no option 'color'");
            Aws aws = cloud.aws();
            const std::string url =
                aws.send(sqs::CreateQueue{.queue_name = "orders"}).value().queue_url;
            cloud.spawn("sender", [aws, url, count = number(options, "messages")]() mutable {
              for (int i = 0; i < count; ++i) {
                aws.sleep(1s);
                (void)aws.send(sqs::SendMessage{.queue_url = url, .message_body = "order"});
              }
            });
            cloud.spawn("worker", [aws, url, count = number(options, "worked_off")]() mutable {
              for (int i = 0; i < count;) {
                const auto got =
                    aws.send(sqs::ReceiveMessage{.queue_url = url, .wait_time_seconds = 20s});
                if (!got) continue;
                for (const sqs::Message& message : got->messages) {
                  aws.sleep(100ms);
                  (void)aws.send(sqs::DeleteMessage{url, message.receipt_handle});
                  ++i;
                }
              }
            });
            return {{"queue", url}};
          }};
}

Scenario scenario(const std::string& more) {
  return parse_scenario(
             "name: Shop\ndeploy: {application: shop, options: {messages: 5, worked_off: "
             "5}}\n" +
                 more,
             "shop.yaml")
      .value();
}

RunOptions options() { return {.applications = {shop()}}; }

std::string file(const std::string& path) {
  std::ifstream in(test::source_dir() + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_SUITE("sim: run") {
  TEST_CASE("a run goes on until all is done, and says what it measured") {
    const auto report = run(scenario("expect:\n"
                                     "  - messages: {sent: 5, processed: 100%, max: 100ms}\n"
                                     "  - {queue: '${queue}', empty: true}\n"
                                     "  - {calls: 'sqs:SendMessage', made: 5, failed: 0}\n"),
                            options())
                            .value();
    CHECK(report.passed());
    CHECK(report.settled);
    CHECK(report.verdicts.size() == 6);
    CHECK(report.messages.latency.max == Duration(100ms));
    // Before the first message there is nothing to wait for, so an end is only looked for then.
    CHECK(report.virtual_time == Duration(6s));
    REQUIRE(report.queues.size() == 1);
    CHECK(report.queues[0].name == "orders");
    CHECK(report.queues[0].samples.size() == 6);
  }

  TEST_CASE("what does not hold is told with the reason, at the time limit") {
    const auto report = run(scenario("time_limit: 1min\n"
                                     "expect:\n"
                                     "  - messages: {sent: 6, max: {at_most: 50ms}}\n"),
                            options())
                            .value();
    CHECK_FALSE(report.passed());
    CHECK_FALSE(report.settled);
    CHECK(report.virtual_time == Duration(1min));
    REQUIRE(report.verdicts.size() == 2);
    CHECK(report.verdicts[0].expected == "messages: sent = 6");
    CHECK(report.verdicts[0].measured == "5");
    CHECK(report.verdicts[0].reason == "1 too few");
    CHECK(report.verdicts[1].reason == "50 ms too long");
  }

  TEST_CASE("faults strike the application and not those who judge it") {
    const auto report =
        run(scenario("time_limit: 2min\n"
                     "faults:\n"
                     "  - {service: sqs, operation: SendMessage, calls: 2, error: Down}\n"
                     "  - {service: sqs, operation: SendMessage, calls: 2, lose_answer: true}\n"
                     "expect:\n"
                     "  - messages: {sent: 4}\n"
                     "  - {calls: 'sqs:SendMessage', failed: 2}\n"),
            options())
            .value();
    CHECK(report.faults[0].injected == 1);
    CHECK(report.faults[1].injected == 1);
    CHECK(report.messages.sent == 4);
    CHECK(report.passed());
  }

  TEST_CASE("a scenario that cannot be run is refused with its place") {
    const auto refusal = [](const Scenario& s) { return run(s, options()).error().message; };
    Scenario s = scenario("expect:\n  - {queue: '${queu}', empty: true}\n");
    CHECK(refusal(s) == "shop.yaml:4:5: there is no ${queu}; the deployment gives ${queue}");
    s = scenario("load:\n  - {request: {url: 'ftp'}, phases: [{duration: 1s, rate: 1}]}\n");
    CHECK(refusal(s) == "shop.yaml:4:5: 'ftp' is not a URL such as https://host/path");
    s.deploy.options["color"] = "red";
    CHECK(refusal(s) == "shop.yaml:2:9: no option 'color'");
    s.deploy.application = "bank";
    CHECK(refusal(s) == "shop.yaml:2:9: there is no application 'bank'; there is shop");
  }

  TEST_CASE("a service or operation that does not exist is told, too") {
    const auto refusal = [](const std::string& more) {
      return run(scenario(more), options()).error().message;
    };
    CHECK(refusal("latency: {sqss: 5ms}\n")
              .starts_with("shop.yaml:3:17: there is no service 'sqss'; there is apigatewayv2, "));
    CHECK(refusal("faults: [{service: sqs, operation: SendMesage, latency: 1s}]\n") ==
          "shop.yaml:3:10: sqs has no operation 'SendMesage'");
    CHECK(refusal("faults: [{service: http, operation: FETCH, latency: 1s}]\n") ==
          "shop.yaml:3:10: http has no operation 'FETCH'");
    CHECK(refusal("faults: [{operation: SendMesage, latency: 1s}]\n") ==
          "shop.yaml:3:10: no service has an operation 'SendMesage'");
    CHECK(refusal("expect: [{calls: SendMessage, made: 5}]\n")
              .starts_with("shop.yaml:3:10: there is no service 'SendMessage'"));
    CHECK(refusal("expect: [{calls: sqs, made: 5}]\n") ==
          "shop.yaml:3:10: expected an operation such as sqs:SendMessage");
  }

  TEST_CASE("a queue may be given by its name alone") {
    const auto report = run(scenario("time_limit: 10s\n"
                                     "expect:\n"
                                     "  - {queue: orders, empty: true, most: {at_least: 1}}\n"
                                     "  - {queue: ordres, empty: true}\n"),
                            options())
                            .value();
    REQUIRE(report.verdicts.size() == 3);
    CHECK(report.verdicts[0].passed);
    CHECK(report.verdicts[1].passed);
    CHECK(report.verdicts[2].measured == "QueueDoesNotExist");
  }

  TEST_CASE("what was answered instead is told with the failed expectation") {
    const auto report =
        run(scenario("time_limit: 10s\n"
                     "load:\n"
                     "  - request: {url: 'https://nothing.execute-api.us-east-1.amazonaws.com/a'}\n"
                     "    phases: [{duration: 2s, rate: 2}]\n"
                     "    arrivals: even\n"
                     "expect:\n"
                     "  - requests: {succeeded: 100%}\n"),
            options())
            .value();
    REQUIRE(report.verdicts.size() == 1);
    CHECK(report.verdicts[0].reason == "4 too few; answered 404: 4");
  }

  TEST_CASE("a queue or function that does not exist is not as expected") {
    const auto report = run(scenario("time_limit: 10s\n"
                                     "expect:\n"
                                     "  - {queue: '${queue}-dlq', empty: true}\n"
                                     "  - {queue: 'arn:aws:sqs:us-east-1:000000000000:ordres', "
                                     "empty: true}\n"
                                     "  - {function: packer, errors: 0}\n"),
                            options())
                            .value();
    REQUIRE(report.verdicts.size() == 3);
    CHECK(report.verdicts[0].expected == "queue orders-dlq: it exists");
    CHECK(report.verdicts[0].measured == "QueueDoesNotExist");
    CHECK(report.verdicts[1].measured == "QueueDoesNotExist");
    CHECK(report.verdicts[2].measured == "ResourceNotFoundException");
    CHECK_FALSE(report.passed());
  }

  TEST_CASE("a run can be ended early and says so") {
    RunOptions impatient = options();
    impatient.on_progress = [](const Progress& p) { return p.virtual_time < 2s; };
    const auto report = run(scenario("expect: [{messages: {sent: 5}}]"), impatient).value();
    CHECK(report.interrupted);
    CHECK_FALSE(report.passed());
    CHECK(report.virtual_time == Duration(2s));
  }

  TEST_CASE("the trace shows every event, the deployment's too") {
    RunOptions traced = options();
    std::vector<std::string> names;
    traced.trace = [&](const Event& event) { names.emplace_back(to_trace_event(event).name); };
    const auto report = run(scenario("expect: [{messages: {sent: 5}}]"), traced).value();
    REQUIRE(names.size() == report.trace_events);
    CHECK(names.front() == "CreateQueue");
  }
}

TEST_SUITE("sim: bus scenarios") {
  const RunOptions kBus{.applications = {bus::application()}};

  TEST_CASE("equal seeds give equal runs, another seed another one") {
    const Scenario small =
        parse_scenario(file("scenarios/bus-small.yaml"), "bus-small.yaml").value();
    const Report a = run(small, kBus).value();
    const Report b = run(small, kBus).value();
    CHECK(a.passed());
    CHECK(a.digest == b.digest);
    RunOptions other = kBus;
    other.seed = 2;
    const Report c = run(small, other).value();
    CHECK(c.passed());
    CHECK(c.digest != a.digest);
  }

  // Held by every build, also by those with sanitizers: a run depends on nothing but its seed.
  TEST_CASE("the digest is the one that it always was") {
    const Scenario small =
        parse_scenario(file("scenarios/bus-small.yaml"), "bus-small.yaml").value();
    const Report report = run(small, kBus).value();
    CHECK(report.digest + "\n" == file("tests/sim/golden/bus_small_digest.txt"));
  }

  TEST_CASE("the role of the course notes is refused") {
    const Scenario trap = parse_scenario(file("scenarios/bus-trap.yaml"), "bus-trap.yaml").value();
    const Report report = run(trap, kBus).value();
    CHECK(report.passed());
    REQUIRE(report.deployment_refused);
    CHECK(report.deployment_refused->code == "InvalidParameterValueException");
    Scenario naive = trap;
    naive.expect.clear();
    const Report failed = run(naive, kBus).value();
    CHECK_FALSE(failed.passed());
    CHECK(failed.verdicts.at(0).expected == "AWS accepts the deployment");
  }
}

}  // namespace
}  // namespace emu::sim
