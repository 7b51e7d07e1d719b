// Random operations and statements on a table with indexes and a stream, beside a map.
//
//   EMU_MODEL_STEPS=100000 EMU_MODEL_SEED=7 dynamodb_test -ts='dynamodb: model'
#include "dynamodb/model/model.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

namespace emu::test {

namespace {

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::stoull(value);
}

}  // namespace

TEST_SUITE("dynamodb: model") {
  TEST_CASE("random operations give what they give on a map") {
    const std::uint64_t seed = from_environment("EMU_MODEL_SEED", 1);
    std::vector<model::Step> steps =
        model::random_steps(seed, from_environment("EMU_MODEL_STEPS", 2'000));
    std::optional<std::string> difference = model::first_difference(steps);
    if (!difference) return;
    steps = model::shrunk(std::move(steps));
    FAIL("with seed " << seed << ": " << *model::first_difference(steps) << "\nafter\n"
                      << model::describe(steps));
  }
}

}  // namespace emu::test
