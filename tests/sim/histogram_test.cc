#include "sim/histogram.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "core/hash/random.h"

namespace emu::sim {
namespace {

TEST_SUITE("sim: histogram") {
  TEST_CASE("it gives percentiles of times") {
    Histogram histogram;
    for (int ms = 1; ms <= 100; ++ms) histogram.add(std::chrono::milliseconds(ms));
    CHECK(histogram.count() == 100);
    CHECK(histogram.max() == Duration(100'000));
    CHECK(histogram.percentile(50, 100).count() == doctest::Approx(50'000).epsilon(0.01));
    CHECK(histogram.percentiles().p99.count() == doctest::Approx(99'000).epsilon(0.01));
    CHECK(histogram.percentile(1, 1) == Duration(100'000));
  }

  TEST_CASE("without times everything is 0, with one it is that one") {
    Histogram histogram;
    CHECK(histogram.percentile(99, 100) == Duration(0));
    histogram.add(Duration(123'456'789));
    CHECK(histogram.percentile(1, 100) == Duration(123'456'789));
    CHECK(histogram.percentile(99, 100) == Duration(123'456'789));
  }

  TEST_CASE("times below 256 us are exact") {
    for (int us = 0; us < 256; ++us) {
      Histogram histogram;
      histogram.add(Duration(us));
      histogram.add(Duration(1'000'000));
      CHECK(histogram.percentile(1, 2) == Duration(us));
    }
  }

  TEST_CASE("a percentile is never below the exact one, and at most 1/128 above it") {
    Random random(3);
    for (int round = 0; round < 20; ++round) {
      Histogram histogram;
      std::vector<std::int64_t> times;
      for (int i = 0; i < 1000; ++i) {
        // From microseconds to hours.
        const auto time = static_cast<std::int64_t>(random.below(1ULL << random.below(35)));
        times.push_back(time);
        histogram.add(Duration(time));
      }
      std::sort(times.begin(), times.end());
      for (const std::uint64_t percent : {1U, 10U, 50U, 90U, 99U, 100U}) {
        const std::int64_t exact = times[percent * 10 - 1];
        const std::int64_t got = histogram.percentile(percent, 100).count();
        CHECK(got >= exact);
        CHECK(got <= exact + exact / 128);
      }
    }
  }
}

}  // namespace
}  // namespace emu::sim
