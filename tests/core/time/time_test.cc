#include <doctest/doctest.h>
#include <emu/time.h>

#include <cstdint>

using emu::Duration;
using emu::Time;

TEST_SUITE("core: time") {
  TEST_CASE("an instant is written as ISO 8601 with milliseconds") {
    CHECK(emu::iso8601(emu::from_epoch_millis(1'767'225'600'000)) == "2026-01-01T00:00:00.000Z");
    CHECK(emu::iso8601(emu::from_epoch_millis(1'709'251'199'987)) == "2024-02-29T23:59:59.987Z");
    CHECK(emu::iso8601(Time{}) == "1970-01-01T00:00:00.000Z");
  }

  TEST_CASE("milliseconds and seconds are rounded down, also before 1970") {
    CHECK(emu::epoch_millis(Time(Duration(1'999))) == 1);
    CHECK(emu::epoch_millis(Time(Duration(-1))) == -1);
    CHECK(emu::epoch_seconds(Time(Duration(1'999'999))) == 1);
    CHECK(emu::epoch_seconds(Time(Duration(-1))) == -1);
    CHECK(emu::iso8601(Time(Duration(-1))) == "1969-12-31T23:59:59.999Z");
  }

  TEST_CASE("what four digits cannot say is written as the nearest that they can") {
    CHECK(emu::iso8601(Time::max()) == "9999-12-31T23:59:59.999Z");
    CHECK(emu::iso8601(Time::min()) == "0000-01-01T00:00:00.000Z");
    CHECK(emu::iso8601(emu::kLatestTime) == "9999-01-01T00:00:00.000Z");
  }

  TEST_CASE("a number that no time can hold becomes one far away") {
    for (const auto from : {&emu::from_epoch_seconds, &emu::from_epoch_millis}) {
      CHECK(from(INT64_MAX) > emu::kLatestTime);
      CHECK(from(INT64_MAX) - from(INT64_MIN) > Duration(0));
      CHECK(from(INT64_MIN) < Time());
    }
  }
}
