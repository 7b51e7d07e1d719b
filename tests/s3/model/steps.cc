#include <fmt/format.h>

#include <iterator>

#include "core/hash/random.h"
#include "s3/model/model.h"
#include "s3/model/run.h"
#include "support/model_test.h"

namespace emu::s3::model {

std::vector<Step> random_steps(std::uint64_t seed, std::size_t count) {
  using Kind = Step::Kind;
  static constexpr Kind kKinds[] = {
      Kind::kPut,         Kind::kPut,           Kind::kPut,           Kind::kPut,
      Kind::kCopy,        Kind::kCopy,          Kind::kDelete,        Kind::kDelete,
      Kind::kDelete,      Kind::kDeleteVersion, Kind::kDeleteVersion, Kind::kDeleteVersion,
      Kind::kDeleteMany,  Kind::kRead,          Kind::kRead,          Kind::kRead,
      Kind::kListObjects, Kind::kListVersions,  Kind::kListVersions,  Kind::kTag,
      Kind::kRetain,      Kind::kRetain,        Kind::kHold,          Kind::kPassTime,
      Kind::kUpload,      Kind::kUpload,        Kind::kUpload,
  };
  Random random(seed);
  std::vector<Step> steps;
  steps.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    Kind kind = kKinds[random.below(std::size(kKinds))];
    if (random.chance(1, 50)) kind = Kind::kSetVersioning;
    if (random.chance(1, 100)) kind = Kind::kSetDefaultRetention;
    if (random.chance(1, 100)) kind = Kind::kCleanUp;
    steps.push_back({.kind = kind, .seed = random.next()});
  }
  return steps;
}

std::optional<std::string> first_difference(const std::vector<Step>& steps) {
  return test::difference_of_run<Run>(steps);
}

std::string describe(const std::vector<Step>& steps) {
  static constexpr const char* kNames[] = {
      "kPut",     "kCopy",          "kDelete", "kDeleteVersion",       "kDeleteMany",
      "kCleanUp", "kSetVersioning", "kRead",   "kListObjects",         "kListVersions",
      "kTag",     "kRetain",        "kHold",   "kSetDefaultRetention", "kUpload",
      "kPassTime"};
  std::string text;
  for (const Step& step : steps) {
    text +=
        fmt::format("{{Step::Kind::{}, {}u}},\n", kNames[static_cast<int>(step.kind)], step.seed);
  }
  return text;
}

}  // namespace emu::s3::model
