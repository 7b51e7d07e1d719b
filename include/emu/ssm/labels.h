// Labels of versions: names that move from one version of a parameter to another. Include
// <emu/ssm.h>.
#pragma once

#include <emu/shape.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::ssm {

struct LabelParameterVersionResult {
  std::vector<std::string> invalid_labels = {};
  std::optional<std::int64_t> parameter_version = {};
  static void describe(StructureShape<LabelParameterVersionResult>& s);
};

// Gives a version labels, 10 at most, which are taken from other versions. What is no label, such
// as one that begins with a digit, "aws" or "ssm", is among the invalid ones. Errors:
// ParameterNotFound, ParameterVersionNotFound, ParameterVersionLabelLimitExceeded.
struct LabelParameterVersion {
  static constexpr OperationName kOperation{"ssm", "LabelParameterVersion"};
  using Result = LabelParameterVersionResult;
  std::string name;
  std::optional<std::int64_t> parameter_version = {};  // the latest
  std::vector<std::string> labels;
  static void describe(StructureShape<LabelParameterVersion>& s);
};

struct UnlabelParameterVersionResult {
  std::vector<std::string> removed_labels = {};
  std::vector<std::string> invalid_labels = {};
  static void describe(StructureShape<UnlabelParameterVersionResult>& s);
};

// Takes labels from a version. Those that it does not have are among the invalid ones.
// Errors: ParameterNotFound, ParameterVersionNotFound.
struct UnlabelParameterVersion {
  static constexpr OperationName kOperation{"ssm", "UnlabelParameterVersion"};
  using Result = UnlabelParameterVersionResult;
  std::string name;
  std::int64_t parameter_version = {};
  std::vector<std::string> labels;
  static void describe(StructureShape<UnlabelParameterVersion>& s);
};

}  // namespace emu::ssm
