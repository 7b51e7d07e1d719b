#include "lambda/errors.h"
#include "lambda/service.h"

namespace emu::lambda {

Result<Nothing> Lambda::delete_function(Call& call, const DeleteFunction& in) {
  const Result<FunctionPtr> found = find(call, in.function_name, in.qualifier);
  if (!found) return found.error();
  if (in.qualifier) return only_latest_is_kept();
  const FunctionPtr& function = *found;
  retire(*function);
  function->home->functions.erase(function->configuration.function_name);
  return Nothing{};
}

}  // namespace emu::lambda
