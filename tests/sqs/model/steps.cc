#include <fmt/format.h>

#include <iterator>

#include "core/hash/random.h"
#include "sqs/model/model.h"
#include "sqs/model/run.h"
#include "support/model_test.h"

namespace emu::sqs::model {

std::vector<Step> random_steps(std::uint64_t seed, std::size_t count) {
  using Kind = Step::Kind;
  static constexpr Kind kKinds[] = {
      Kind::kSend,     Kind::kSend,    Kind::kSend,    Kind::kSendBatch,   Kind::kReceive,
      Kind::kReceive,  Kind::kReceive, Kind::kAttempt, Kind::kDelete,      Kind::kDelete,
      Kind::kDelete,   Kind::kDelete,  Kind::kDelete,  Kind::kDeleteBatch, Kind::kChangeVisibility,
      Kind::kPassTime,
  };
  Random random(seed);
  std::vector<Step> steps;
  steps.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    Kind kind = kKinds[random.below(std::size(kKinds))];
    if (random.chance(1, 50)) kind = Kind::kSetAttributes;
    if (random.chance(1, 200)) kind = Kind::kPurge;
    steps.push_back({.kind = kind, .seed = random.next()});
  }
  return steps;
}

std::optional<std::string> first_difference(const std::vector<Step>& steps) {
  return test::difference_of_run<Run>(steps);
}

std::string describe(const std::vector<Step>& steps) {
  static constexpr const char* kNames[] = {
      "kSend",        "kSendBatch",        "kReceive",       "kAttempt", "kDelete",
      "kDeleteBatch", "kChangeVisibility", "kSetAttributes", "kPurge",   "kPassTime"};
  std::string text;
  for (const Step& step : steps) {
    text +=
        fmt::format("{{Step::Kind::{}, {}u}},\n", kNames[static_cast<int>(step.kind)], step.seed);
  }
  return text;
}

}  // namespace emu::sqs::model
