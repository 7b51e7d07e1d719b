#include "sim/quantities.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>

#include "core/gate/fault_rules.h"

namespace emu::sim {
namespace {

using namespace std::chrono_literals;

TEST_SUITE("sim: quantities") {
  TEST_CASE("durations are a number and a unit") {
    CHECK(parse_duration("250us") == Duration(250));
    CHECK(parse_duration("15ms") == Duration(15ms));
    CHECK(parse_duration("1.5s") == Duration(1500ms));
    CHECK(parse_duration("10min") == Duration(10min));
    CHECK(parse_duration("12h") == Duration(12h));
    CHECK(parse_duration("4d") == Duration(96h));
    CHECK(parse_duration("0") == Duration(0));
    CHECK(parse_duration("10000d") == Duration(240000h));
  }

  TEST_CASE("what is no duration is refused") {
    for (const char* text : {"", "5", "s", "5 s", "-5s", "5m", "5sec", "1.s", ".5s", "1.5us",
                             "10001d", "99999999999s", "1e3s", "5s "}) {
      INFO(text);
      CHECK_FALSE(parse_duration(text));
    }
  }

  TEST_CASE("ratios, percentages, counts and rates are exact") {
    CHECK(parse_chance("1/1000")->denominator == 1000);
    CHECK(parse_chance("0/5")->numerator == 0);
    CHECK(parse_chance("0.5%")->numerator == 5);
    CHECK(parse_chance("0.5%")->denominator == 1000);
    for (const char* text : {"1", "2/1", "1/0", "a/2", "1/", "-1/2", "101%", "%", "5 %"}) {
      CHECK_FALSE(parse_chance(text));
    }
    CHECK(parse_percent("99.9%") == 99'900);
    CHECK(parse_percent("100%") == 100'000);
    for (const char* text : {"100.001%", "101%", "5", "%", "1.2345%"}) {
      CHECK_FALSE(parse_percent(text));
    }
    CHECK(parse_count("50000") == 50'000);
    for (const char* text : {"", "-1", "1.5", "5x", "1234567890123456789"}) {
      CHECK_FALSE(parse_count(text));
    }
    CHECK(parse_rate("0.25") == 0.25);
    CHECK_FALSE(parse_rate("fast"));
  }

  TEST_CASE("durations are printed with three digits, long ones in two units") {
    CHECK(format_duration(0s) == "0");
    CHECK(format_duration(Duration(830)) == "830 us");
    CHECK(format_duration(Duration(9994)) == "9.99 ms");
    CHECK(format_duration(Duration(9996)) == "10.0 ms");
    CHECK(format_duration(12'400us) == "12.4 ms");
    CHECK(format_duration(999ms) == "999 ms");
    CHECK(format_duration(30s) == "30 s");
    CHECK(format_duration(Duration(999'999)) == "1.00 s");
    CHECK(format_duration(59'940ms) == "59.9 s");
    CHECK(format_duration(59'990ms) == "1 min");
    CHECK(format_duration(250s) == "4 min 10 s");
    CHECK(format_duration(2h + 5min) == "2 h 5 min");
    CHECK(format_duration(50h) == "2 d 2 h");
    CHECK(format_duration(-5ms) == "-5 ms");
  }

  TEST_CASE("counts have their thousands apart, percentages no useless zeros") {
    CHECK(format_count(std::uint64_t{0}) == "0");
    CHECK(format_count(std::uint64_t{999}) == "999");
    CHECK(format_count(std::uint64_t{1'000}) == "1,000");
    CHECK(format_count(std::uint64_t{1'234'567}) == "1,234,567");
    CHECK(format_count(std::int64_t{-1'000}) == "-1,000");
    CHECK(format_count(std::numeric_limits<std::int64_t>::min()) == "-9,223,372,036,854,775,808");
    CHECK(format_percent(100'000) == "100%");
    CHECK(format_percent(99'900) == "99.9%");
    CHECK(format_percent(5) == "0.005%");
  }
}

}  // namespace
}  // namespace emu::sim
