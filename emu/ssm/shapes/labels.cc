#include <emu/describe.h>
#include <emu/ssm/labels.h>

namespace emu::ssm {

void LabelParameterVersionResult::describe(StructureShape<LabelParameterVersionResult>& s) {
  s.member("InvalidLabels", &LabelParameterVersionResult::invalid_labels).always();
  s.member("ParameterVersion", &LabelParameterVersionResult::parameter_version);
}

void LabelParameterVersion::describe(StructureShape<LabelParameterVersion>& s) {
  s.member("Name", &LabelParameterVersion::name).required().range(1, 2048);
  s.member("ParameterVersion", &LabelParameterVersion::parameter_version);
  s.member("Labels", &LabelParameterVersion::labels)
      .required()
      .range(1, 10)
      .each({.min = 1, .max = 100});
}

void UnlabelParameterVersionResult::describe(StructureShape<UnlabelParameterVersionResult>& s) {
  s.member("RemovedLabels", &UnlabelParameterVersionResult::removed_labels).always();
  s.member("InvalidLabels", &UnlabelParameterVersionResult::invalid_labels).always();
}

void UnlabelParameterVersion::describe(StructureShape<UnlabelParameterVersion>& s) {
  s.member("Name", &UnlabelParameterVersion::name).required().range(1, 2048);
  s.member("ParameterVersion", &UnlabelParameterVersion::parameter_version).required();
  s.member("Labels", &UnlabelParameterVersion::labels)
      .required()
      .range(1, 10)
      .each({.min = 1, .max = 100});
}

}  // namespace emu::ssm

namespace emu {
EMU_DESCRIBED(ssm::LabelParameterVersionResult);
EMU_DESCRIBED_OPERATION(ssm::LabelParameterVersion);
EMU_DESCRIBED(ssm::UnlabelParameterVersionResult);
EMU_DESCRIBED_OPERATION(ssm::UnlabelParameterVersion);
}  // namespace emu
