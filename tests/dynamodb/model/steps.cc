#include <fmt/format.h>

#include <iterator>

#include "core/hash/random.h"
#include "dynamodb/model/model.h"

namespace emu::test::model {

std::vector<Step> random_steps(std::uint64_t seed, std::size_t count) {
  using Kind = Step::Kind;
  // Writes of one item are what most steps are.
  static constexpr Kind kKinds[] = {
      Kind::kPut,        Kind::kPut,         Kind::kPut,         Kind::kUpdate,    Kind::kUpdate,
      Kind::kUpdate,     Kind::kDelete,      Kind::kDelete,      Kind::kQuery,     Kind::kQuery,
      Kind::kBatchWrite, Kind::kTransaction, Kind::kTransaction, Kind::kStatement, Kind::kStatement,
      Kind::kSelect,     Kind::kBatchGet,    Kind::kScan,        Kind::kPassTime,
  };
  Random random(seed);
  std::vector<Step> steps;
  steps.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Kind kind =
        random.chance(1, 100) ? Kind::kChangeIndex : kKinds[random.below(std::size(kKinds))];
    steps.push_back({.kind = kind, .seed = random.next()});
  }
  return steps;
}

std::string describe(const std::vector<Step>& steps) {
  static constexpr const char* kNames[] = {
      "kPut",      "kUpdate", "kDelete", "kBatchWrite", "kTransaction", "kStatement",
      "kBatchGet", "kQuery",  "kScan",   "kSelect",     "kChangeIndex", "kPassTime"};
  std::string text;
  for (const Step& step : steps) {
    text +=
        fmt::format("{{Step::Kind::{}, {}u}},\n", kNames[static_cast<int>(step.kind)], step.seed);
  }
  return text;
}

}  // namespace emu::test::model
