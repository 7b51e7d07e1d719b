#include "sim/arrivals.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <vector>

namespace emu::sim {
namespace {

using namespace std::chrono_literals;

std::vector<Duration> all(const std::vector<Phase>& phases, Arrivals kind, std::uint64_t seed = 1) {
  ArrivalTimes times(phases, kind, Random(seed));
  std::vector<Duration> result;
  while (const auto at = times.next()) result.push_back(*at);
  return result;
}

TEST_SUITE("sim: arrivals") {
  TEST_CASE("even arrivals are equally far apart") {
    ArrivalTimes times({{.duration = 1s, .rate = 4, .ramp_to = 4}}, Arrivals::kEven, Random(1));
    CHECK(times.next() == Duration(0ms));
    CHECK(times.next() == Duration(250ms));
    CHECK(times.next() == Duration(500ms));
    CHECK(times.next() == Duration(750ms));
    CHECK_FALSE(times.next());
    CHECK_FALSE(times.next());
  }

  TEST_CASE("even arrivals on a ramp are as many as the area below it") {
    const auto up = all({{.duration = 240s, .rate = 100, .ramp_to = 2000}}, Arrivals::kEven);
    CHECK(up.size() == 252'000);
    // Half of the requests of a ramp from 0 come in its last third: t = T·sqrt(1/2).
    const auto from_zero = all({{.duration = 100s, .rate = 0, .ramp_to = 20}}, Arrivals::kEven);
    REQUIRE(from_zero.size() == 1000);
    CHECK(std::abs(from_zero[500].count() - 70'710'678) < 2);
    const auto down = all({{.duration = 10s, .rate = 20, .ramp_to = 0}}, Arrivals::kEven);
    CHECK(down.size() == 100);
    CHECK(down[1] - down[0] < down[99] - down[98]);
  }

  TEST_CASE("a fraction of a request goes over into the next phase") {
    const std::vector<Phase> phases = {{.duration = 1500ms, .rate = 1, .ramp_to = 1},
                                       {.duration = 10s, .rate = 0, .ramp_to = 0},
                                       {.duration = 1s, .rate = 2, .ramp_to = 2}};
    const auto times = all(phases, Arrivals::kEven);
    // At 1.5 s one and a half requests are due, so the third one comes 0.25 s into the last phase.
    REQUIRE(times.size() == 4);
    CHECK(times[1] == Duration(1s));
    CHECK(times[2] == Duration(11'750ms));
    CHECK(times[3] == Duration(12'250ms));
    CHECK(total_duration(phases) == Duration(12'500ms));
  }

  TEST_CASE("Poisson arrivals come as often as the rate says, and in order") {
    const auto times = all({{.duration = 100s, .rate = 50, .ramp_to = 150}}, Arrivals::kPoisson);
    // 10,000 are expected; four standard deviations are 400.
    CHECK(times.size() > 9'600);
    CHECK(times.size() < 10'400);
    std::size_t in_first_half = 0;
    for (std::size_t i = 1; i < times.size(); ++i) CHECK(times[i - 1] <= times[i]);
    for (const Duration t : times) in_first_half += t < 50s ? 1 : 0;
    CHECK(in_first_half > 3'500);
    CHECK(in_first_half < 4'000);
  }

  TEST_CASE("the gaps of a Poisson process vary as they should") {
    const auto times = all({{.duration = 1000s, .rate = 20, .ramp_to = 20}}, Arrivals::kPoisson);
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 1; i < times.size(); ++i) {
      const double gap = static_cast<double>((times[i] - times[i - 1]).count());
      sum += gap;
      squares += gap * gap;
    }
    const double n = static_cast<double>(times.size() - 1);
    const double mean = sum / n;
    // The standard deviation of an exponential distribution equals its mean.
    CHECK(squares / n / (mean * mean) == doctest::Approx(2).epsilon(0.05));
  }

  TEST_CASE("equal seeds give equal times, other seeds others") {
    const std::vector<Phase> phases = {{.duration = 10s, .rate = 10, .ramp_to = 100}};
    CHECK(all(phases, Arrivals::kPoisson, 5) == all(phases, Arrivals::kPoisson, 5));
    CHECK(all(phases, Arrivals::kPoisson, 5) != all(phases, Arrivals::kPoisson, 6));
    CHECK(all(phases, Arrivals::kEven, 5) == all(phases, Arrivals::kEven, 6));
  }
}

}  // namespace
}  // namespace emu::sim
