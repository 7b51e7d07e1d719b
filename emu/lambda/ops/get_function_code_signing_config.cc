#include "lambda/service.h"

namespace emu::lambda {

// No function has one, which is an answer without members.
Result<GetFunctionCodeSigningConfigResult> Lambda::get_function_code_signing_config(
    Call& call, const GetFunctionCodeSigningConfig& in) {
  EMU_CHECK(find(call, in.function_name));
  return GetFunctionCodeSigningConfigResult{};
}

}  // namespace emu::lambda
