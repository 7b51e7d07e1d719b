// Expectations of the items of a table. See docs/scenarios.md, expect.
#include <doctest/doctest.h>
#include <emu/dynamodb.h>
#include <emu/sim.h>

#include <map>
#include <string>
#include <vector>

namespace emu::sim {
namespace {

using namespace emu::dynamodb;
using Texts = std::map<std::string, std::string>;

// Trips of two buses, each with ten times as many seats as its departure says.
Application timetable() {
  return {.name = "timetable", .deploy = [](Cloud& cloud, const Texts&) -> Texts {
            Aws aws = cloud.aws();
            aws.send(CreateTable{.attribute_definitions = {{"bus", "S"}, {"departure", "N"}},
                                 .table_name = "trips",
                                 .key_schema = {{"bus", "HASH"}, {"departure", "RANGE"}},
                                 .billing_mode = billing_modes::kPayPerRequest})
                .value();
            for (const char* bus : {"12", "13"}) {
              for (int departure = 1; departure <= 3; ++departure) {
                aws.send(PutItem{.table_name = "trips",
                                 .item = {{"bus", bus},
                                          {"departure", departure},
                                          {"seats", 10 * departure},
                                          {"balance", -5 * departure}}})
                    .value();
              }
            }
            return {{"bus", "12"}};
          }};
}

std::vector<Verdict> verdicts_of(const std::string& expect) {
  const Scenario scenario =
      parse_scenario("name: Timetable\ndeploy: {application: timetable}\nexpect:\n  - " + expect,
                     "timetable.yaml")
          .value();
  return run(scenario, {.applications = {timetable()}}).value().verdicts;
}

TEST_SUITE("sim: items of a table") {
  TEST_CASE("a query, a filter or all of a table are counted and compared") {
    for (const char* expect :
         {"items: {table: trips}\n    count: 6",
          "items: {table: trips, where: 'bus = :b', values: {':b': '${bus}'}}\n    count: 3",
          "items: {table: trips, where: 'bus = :b AND departure > :d', values: {':b': '12', ':d': "
          "1}}\n    count: {at_least: 2, at_most: 2}\n    each: {seats: {at_least: 20}}",
          "items: {table: trips, filter: '#s < :s', names: {'#s': seats}, values: {':s': 20}}\n"
          "    count: 2"}) {
      CAPTURE(expect);
      for (const Verdict& verdict : verdicts_of(expect)) {
        CAPTURE(verdict.reason);
        CHECK(verdict.passed);
      }
    }
  }

  TEST_CASE("what does not hold is shown with the item") {
    const std::vector<Verdict> verdicts = verdicts_of(
        "items: {table: trips, where: 'bus = :b', values: {':b': '12'}}\n    each: {seats: "
        "{at_most: 20}}");
    REQUIRE(verdicts.size() == 1);
    CHECK_FALSE(verdicts[0].passed);
    CHECK(verdicts[0].expected == "items of trips, bus = :b: each seats at most 20");
    CHECK(verdicts[0].measured == "30");
    CHECK(
        verdicts[0].reason ==
        R"(in the item {"balance":{"N":"-15"},"bus":{"S":"12"},"departure":{"N":"3"},"seats":{"N":"30"}})");
  }

  TEST_CASE("whole numbers may be negative") {
    CHECK(verdicts_of("items: {table: trips}\n    each: {balance: {at_most: 0}}").front().passed);
    const Verdict verdict =
        verdicts_of(
            "items: {table: trips, where: 'bus = :b', values: {':b': '12'}}\n    each: "
            "{balance: {at_least: 0}}")
            .front();
    CHECK_FALSE(verdict.passed);
    CHECK(verdict.measured == "-5");
    CHECK(verdicts_of("item: {table: trips, key: {bus: '12', departure: 1}}\n    attributes: "
                      "{balance: {at_most: 0}}")
              .front()
              .passed);
  }

  TEST_CASE("a table that does not exist is not as expected") {
    const std::vector<Verdict> verdicts = verdicts_of("items: {table: gone}\n    count: 0");
    REQUIRE(verdicts.size() == 1);
    CHECK_FALSE(verdicts[0].passed);
    CHECK(verdicts[0].measured == "ResourceNotFoundException");
  }
}

}  // namespace
}  // namespace emu::sim
