// DeleteParameter and DeleteParameters.
#include <set>
#include <string>

#include "ssm/errors.h"
#include "ssm/name.h"
#include "ssm/service.h"

namespace emu::ssm {

Result<Nothing> Ssm::delete_parameter(Call& call, const DeleteParameter& in) {
  if (!state_of(call).erase(name_of(in.name))) return parameter_not_found();
  return Nothing{};
}

Result<DeleteParametersResult> Ssm::delete_parameters(Call& call, const DeleteParameters& in) {
  State& state = state_of(call);
  DeleteParametersResult out;
  for (const std::string& name : std::set<std::string>(in.names.begin(), in.names.end())) {
    (state.erase(name_of(name)) ? out.deleted_parameters : out.invalid_parameters).push_back(name);
  }
  return out;
}

}  // namespace emu::ssm
