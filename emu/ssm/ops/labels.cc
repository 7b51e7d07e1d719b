// LabelParameterVersion and UnlabelParameterVersion.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "core/text/ascii.h"
#include "core/text/character_sets.h"
#include "ssm/errors.h"
#include "ssm/limits.h"
#include "ssm/name.h"
#include "ssm/service.h"

namespace emu::ssm {

namespace {

// Source: AWS Systems Manager API Reference, "LabelParameterVersion".
bool is_label(std::string_view label) {
  const std::string_view beginning = label.substr(0, 3);
  return all_words_or(label, ".-") && !is_digit(label.front()) &&
         !equal_ignoring_case(beginning, "aws") && !equal_ignoring_case(beginning, "ssm");
}

Error too_many_labels() {
  return {.code = errors::kParameterVersionLabelLimitExceeded,
          .message = fmt::format("A parameter version can have maximum {} labels.Move one or more "
                                 "labels to another version and try again.",
                                 kLabelsMax)};
}

struct LabelledVersion {
  StoredParameter& parameter;
  ParameterVersion& version;
};

Result<LabelledVersion> version_to_label(State& state, const std::string& name,
                                         std::optional<std::int64_t> number) {
  StoredParameter* parameter = state.find(name);
  if (parameter == nullptr) return parameter_not_found();
  ParameterVersion* version = number ? parameter->version(*number) : &parameter->versions.back();
  if (version == nullptr) return version_not_found(fmt::format("{}", *number), name);
  return LabelledVersion{.parameter = *parameter, .version = *version};
}

}  // namespace

Result<LabelParameterVersionResult> Ssm::label_parameter_version(Call& call,
                                                                 const LabelParameterVersion& in) {
  EMU_TRY(const LabelledVersion found,
          version_to_label(state_of(call), name_of(in.name), in.parameter_version));
  LabelParameterVersionResult out{.parameter_version = found.version.number};
  auto labels = found.version.labels;
  for (const std::string& label : in.labels) {
    if (is_label(label)) {
      labels.insert(label);
    } else {
      out.invalid_labels.push_back(label);
    }
  }
  if (labels.size() > kLabelsMax) return too_many_labels();

  for (ParameterVersion& other : found.parameter.versions) {
    std::erase_if(other.labels, [&](const std::string& label) { return labels.contains(label); });
  }
  found.version.labels = std::move(labels);
  return out;
}

Result<UnlabelParameterVersionResult> Ssm::unlabel_parameter_version(
    Call& call, const UnlabelParameterVersion& in) {
  EMU_TRY(const LabelledVersion found,
          version_to_label(state_of(call), name_of(in.name), in.parameter_version));
  UnlabelParameterVersionResult out;
  for (const std::string& label : std::set<std::string>(in.labels.begin(), in.labels.end())) {
    const bool was_there = found.version.labels.erase(label) > 0;
    (was_there ? out.removed_labels : out.invalid_labels).push_back(label);
  }
  return out;
}

}  // namespace emu::ssm
