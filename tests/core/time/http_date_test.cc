// Source: RFC 9110, section 5.6.7.
#include "core/time/http_date.h"

#include <doctest/doctest.h>

#include <string>

namespace emu {
namespace {

using namespace std::chrono_literals;

TEST_SUITE("core: dates of HTTP") {
  TEST_CASE("a time is written and read in whole seconds") {
    const Time time = Time(784'111'777s) + 900ms;
    CHECK(http_date(time) == "Sun, 06 Nov 1994 08:49:37 GMT");
    CHECK(parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT") == Time(784'111'777s));
    CHECK(http_date(Time()) == "Thu, 01 Jan 1970 00:00:00 GMT");
  }

  TEST_CASE("universal time has several names") {
    for (const char* zone : {"GMT", "UTC", "+0000", "-0000"}) {
      INFO(zone);
      CHECK(parse_http_date(std::string("Sun, 06 Nov 1994 08:49:37 ") + zone) ==
            Time(784'111'777s));
    }
  }

  TEST_CASE("other forms are not read") {
    for (const char* text : {"", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
                             "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Nov 1994 08:49:37 +0100",
                             "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Xyz 1994 08:49:37 GMT",
                             "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 0a Nov 1994 08:49:37 GMT"}) {
      INFO(text);
      CHECK_FALSE(parse_http_date(text));
    }
  }
}

}  // namespace
}  // namespace emu
