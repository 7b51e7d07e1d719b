#include "lambda/errors.h"
#include "lambda/service.h"

namespace emu::lambda {

Result<DeleteFunctionResult> Lambda::delete_function(Call& call, const DeleteFunction& in) {
  const Result<FunctionPtr> found = find(call, in.function_name, in.qualifier);
  if (!found) return found.error();
  if (in.qualifier) return only_latest_is_kept();
  const FunctionPtr& function = *found;
  State& state = *function->home;

  async_.drop_events(*function);
  const Status released = state.concurrency.reserve(function->concurrency, std::nullopt);
  EMU_ASSERT(released.ok(), "a reservation can always end");
  function->is_deleted = true;
  function->idle.clear();
  state.functions.erase(function->configuration.function_name);
  return DeleteFunctionResult{};
}

}  // namespace emu::lambda
