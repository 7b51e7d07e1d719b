// app/donuts: bursts of ten thousand orders on a bad day. They take seconds each, so they run when
// asked for: the test `donuts_bursts` does, with a few seeds, and by hand
//
//   EMU_DONUT_SEEDS=50 build/release/donuts_test -ns -ts='donuts: bursts'
#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>

#include "shop.h"

namespace emu::test {

using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t kBurstSeeds = 10;
constexpr int kCustomers = 500;
constexpr int kOrdersOfEach = 20;

std::uint64_t burst_seeds() {
  const char* seeds = std::getenv("EMU_DONUT_SEEDS");
  return seeds == nullptr ? kBurstSeeds : std::strtoull(seeds, nullptr, 10);
}

}  // namespace

TEST_SUITE("donuts: bursts" * doctest::skip()) {
  TEST_CASE("ten thousand orders at once: nothing is lost, nothing is baked twice") {
    for (std::uint64_t seed = 1; seed <= burst_seeds(); ++seed) {
      CAPTURE(seed);
      Shop shop({.stock = 2000, .answer_time = 2s}, seed);
      const auto faults = bad_day(shop.cloud);
      shop.burst(kCustomers, kOrdersOfEach);
      shop.settle();
      CHECK(shop.failed == 0);
      CHECK(shop.refused > 0);
      shop.check_books();
      CHECK(!shop.books().dead.empty());
    }
  }
}

}  // namespace emu::test
