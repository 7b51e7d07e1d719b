#include <set>
#include <string>

#include "ssm/service.h"

namespace emu::ssm {

// In alphabetical order, each once. Source: AWS Systems Manager API Reference, "GetParameters".
Result<GetParametersResult> Ssm::get_parameters(Call& call, const GetParameters& in) {
  GetParametersResult out;
  for (const std::string& name : std::set<std::string>(in.names.begin(), in.names.end())) {
    auto parameter = read(call, name, in.with_decryption.value_or(false));
    if (parameter.ok()) {
      out.parameters.push_back(*std::move(parameter));
    } else {
      out.invalid_parameters.push_back(name);
    }
  }
  return out;
}

}  // namespace emu::ssm
