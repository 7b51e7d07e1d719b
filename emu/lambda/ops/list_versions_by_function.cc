#include "lambda/errors.h"
#include "lambda/service.h"

namespace emu::lambda {

// A version's ARN names the version, $LATEST too.
Result<ListVersionsByFunctionResult> Lambda::list_versions_by_function(
    Call& call, const ListVersionsByFunction& in) {
  EMU_TRY(const FunctionPtr function, find(call, in.function_name));
  if (in.marker) return marker_invalid();
  ListVersionsByFunctionResult out{.versions = {function->stored->configuration}};
  out.versions.front().function_arn += ":$LATEST";
  return out;
}

}  // namespace emu::lambda
