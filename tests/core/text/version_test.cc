#include <doctest/doctest.h>
#include <emu/version.h>

#include <algorithm>
#include <string_view>

TEST_SUITE("core: version") {
  TEST_CASE("the version is three numbers with dots between them") {
    const std::string_view version = emu::version();
    CHECK(std::count(version.begin(), version.end(), '.') == 2);
    CHECK(version.find_first_not_of("0123456789.") == std::string_view::npos);
  }
}
