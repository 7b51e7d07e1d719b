#include "ssm/answers.h"
#include "ssm/errors.h"
#include "ssm/name.h"
#include "ssm/secret_reference.h"
#include "ssm/service.h"

namespace emu::ssm {

Result<Parameter> Ssm::read(Call& call, std::string_view named, bool with_decryption) {
  if (is_secret_reference(named)) return referenced_secret(call, named, with_decryption);
  State& state = state_of(call);
  const Reference reference = reference_of(named, state);
  StoredParameter* parameter = state.find(reference.name);
  if (parameter == nullptr) return parameter_not_found();
  const ParameterVersion* version = parameter->select(reference.selector);
  if (version == nullptr) return version_not_found(reference.selector, reference.name);
  Parameter shown = parameter_of(state, reference.name, *version, with_decryption);
  if (!reference.selector.empty()) shown.selector = ":" + reference.selector;
  return shown;
}

Result<GetParameterResult> Ssm::get_parameter(Call& call, const GetParameter& in) {
  EMU_TRY(Parameter parameter, read(call, in.name, in.with_decryption.value_or(false)));
  return GetParameterResult{.parameter = std::move(parameter)};
}

}  // namespace emu::ssm
