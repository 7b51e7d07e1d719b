// Source: RFC 9636, "The Time Zone Information Format (TZif)".
#include "core/time/time_zone.h"

#include <doctest/doctest.h>

#include <string>

#include "core/time/iso_time.h"

namespace emu::scheduler {

namespace {

std::string big_endian(std::int64_t value, int bytes) {
  std::string text;
  for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(value >> (8 * i) & 0xff);
  return text;
}

std::string head(int transitions) {
  return std::string("TZif2") + std::string(15, '\0') + std::string(12, '\0') +
         big_endian(transitions, 4) + big_endian(1, 4) + big_endian(4, 4);
}

// A file with one type of no offset, up to one transition to it, and a rule for what follows.
std::string file_with(const std::string& rule, bool has_transition = false) {
  const std::string type = std::string(6, '\0') + std::string("UTC\0", 4);
  std::string file = head(0) + type + head(has_transition ? 1 : 0);
  if (has_transition) file += big_endian(0, 8) + '\0';
  return file + type + "\n" + rule + "\n";
}

struct Case {
  const char* rule;
  const char* utc;
  const char* local;
};

constexpr Case kCases[] = {
    {"UTC0", "2026-07-01T12:00:00Z", "2026-07-01T12:00:00.000Z"},
    {"<+0530>-5:30", "2026-07-01T12:00:00Z", "2026-07-01T17:30:00.000Z"},
    {"CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T00:59:59Z", "2026-03-29T01:59:59.000Z"},
    {"CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T01:00:00Z", "2026-03-29T03:00:00.000Z"},
    {"CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T00:59:59Z", "2026-10-25T02:59:59.000Z"},
    {"CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00.000Z"},
    {"EST5EDT,M3.2.0,M11.1.0", "2026-07-01T12:00:00Z", "2026-07-01T08:00:00.000Z"},
    {"EST5EDT,M3.2.0,M11.1.0", "2026-01-01T12:00:00Z", "2026-01-01T07:00:00.000Z"},
    // The south, where summer goes over the end of the year, by half an hour.
    {"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-01-01T12:00:00Z", "2026-01-01T23:00:00.000Z"},
    {"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-07-01T12:00:00Z", "2026-07-01T22:30:00.000Z"},
    // Times beyond a day, and days by their numbers.
    {"IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-26T23:59:59Z", "2026-03-27T01:59:59.000Z"},
    {"IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-27T00:00:00Z", "2026-03-27T03:00:00.000Z"},
    {"A0B,J60/0,J300/0", "2028-03-01T00:00:00Z", "2028-03-01T01:00:00.000Z"},
    {"A0B,59/0,300/0", "2028-02-29T00:00:00Z", "2028-02-29T01:00:00.000Z"},
};

Time at(const char* text) { return *parse_iso8601(text); }

}  // namespace

TEST_SUITE("scheduler: time zones") {
  TEST_CASE("rules say what clocks show") {
    for (const Case& one : kCases) {
      CAPTURE(one.rule);
      CAPTURE(one.utc);
      for (const bool has_transition : {false, true}) {
        const auto zone = TimeZone::parse(file_with(one.rule, has_transition));
        REQUIRE(zone != nullptr);
        CHECK(iso8601(zone->to_local(at(one.utc))) == one.local);
      }
    }
  }

  TEST_CASE("what clocks show twice is its first time, and what they leave out none") {
    const auto zone = TimeZone::parse(file_with("CET-1CEST,M3.5.0,M10.5.0/3"));
    REQUIRE(zone != nullptr);
    CHECK(zone->to_utc(at("2026-07-01T12:00:00Z")) == at("2026-07-01T10:00:00Z"));
    CHECK(zone->to_utc(at("2026-10-25T02:30:00Z")) == at("2026-10-25T00:30:00Z"));
    CHECK(zone->to_utc(at("2026-10-25T03:00:00Z")) == at("2026-10-25T02:00:00Z"));
    CHECK(!zone->to_utc(at("2026-03-29T02:30:00Z")));
    CHECK(zone->to_utc(at("2026-03-29T03:00:00Z")) == at("2026-03-29T01:00:00Z"));
  }

  TEST_CASE("what is no such file is refused, wherever it ends") {
    const std::string whole = file_with("CET-1CEST,M3.5.0,M10.5.0/3", true);
    CHECK(TimeZone::parse("") == nullptr);
    CHECK(TimeZone::parse("TZif") == nullptr);
    for (std::size_t size = 0; size < whole.find("\nCET"); ++size) {
      CHECK(TimeZone::parse(std::string_view(whole).substr(0, size)) == nullptr);
    }
    for (const char* rule : {"CET-1CEST,M13.1.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
                             "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST", "1", "CET-1CEST,M3.5.0"}) {
      CAPTURE(rule);
      CHECK(TimeZone::parse(file_with(rule)) == nullptr);
    }
  }

  TEST_CASE("what the machine's folder has beside zones is none") {
    for (const char* name : {"localtime", "posixrules", "posix/UTC", "right/UTC", "Factory",
                             "posix/Europe/Berlin", "right/Europe/Berlin", "../UTC", ""}) {
      CAPTURE(name);
      CHECK(TimeZone::find(name) == nullptr);
    }
    CHECK(TimeZone::find("UTC") != nullptr);
  }

  TEST_CASE("who asks for the same zone has the same one") {
    TimeZones zones;
    const auto first = zones.find("UTC");
    REQUIRE(first != nullptr);
    CHECK(zones.find("UTC") == first);
    CHECK(zones.find("posix/UTC") == nullptr);
  }
}

}  // namespace emu::scheduler
