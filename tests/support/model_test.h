// Random steps on emu beside a simple model, shrunk when the two differ.
//
//   TEST_CASE("random operations give what they give on a map") {
//     test::check_model(&random_steps, &first_difference, &describe);
//   }
//
// All that is random in a step follows from the step itself, so that some of the steps can be left
// out. EMU_MODEL_STEPS and EMU_MODEL_SEED in the environment change the run.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace emu::test {

// Thrown by a step where emu is not as the model is.
struct Difference {
  std::string what;
};

inline void expect(bool holds, std::string_view what) {
  if (!holds) throw Difference{std::string(what)};
}

template <class A, class B>
void expect_equal(const A& actual, const B& expected, std::string_view what) {
  expect(actual == expected, what);
}

// Plays the steps on a Run, which is made new, with check_all() now and then and at the end.
// Nothing when it and its model agree all along; else what differs first.
template <class Run, class Step>
std::optional<std::string> difference_of_run(const std::vector<Step>& steps) {
  constexpr std::size_t kStepsBetweenChecks = 50;
  Run run;
  try {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      run.play(steps[i]);
      if (i % kStepsBetweenChecks == 0) run.check_all();
    }
    run.check_all();
  } catch (const Difference& difference) {
    return difference.what;
  }
  return std::nullopt;
}

// As few of the steps as still show a difference: parts are left out, ever smaller ones.
template <class Step, class FirstDifference>
std::vector<Step> shrunk(std::vector<Step> steps, const FirstDifference& first_difference) {
  for (std::size_t part = std::max<std::size_t>(1, steps.size() / 2);;) {
    bool is_smaller = false;
    for (std::size_t begin = 0; begin < steps.size();) {
      const auto first = steps.begin() + static_cast<std::ptrdiff_t>(begin);
      const auto last =
          steps.begin() + static_cast<std::ptrdiff_t>(std::min(begin + part, steps.size()));
      std::vector<Step> rest(steps.begin(), first);
      rest.insert(rest.end(), last, steps.end());
      if (first_difference(rest)) {
        steps = std::move(rest);
        is_smaller = true;
      } else {
        begin += part;
      }
    }
    if (part == 1 && !is_smaller) return steps;
    part = std::max<std::size_t>(1, part / 2);
  }
}

inline std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::stoull(value);
}

template <class Steps, class Differs, class Describe>
void check_model(const Steps& random_steps, const Differs& first_difference,
                 const Describe& describe) {
  const std::uint64_t seed = from_environment("EMU_MODEL_SEED", 1);
  auto steps =
      random_steps(seed, static_cast<std::size_t>(from_environment("EMU_MODEL_STEPS", 2'000)));
  if (!first_difference(steps)) return;
  steps = shrunk(std::move(steps), first_difference);
  FAIL("with seed " << seed << ": " << *first_difference(steps) << "\nafter\n" << describe(steps));
}

}  // namespace emu::test
